import { gradients } from './gradients.ts';
import type { GraphBuilder } from './ops.ts';
import type { Tensor } from './tensor.ts';

/** Every node that `roots` are made of, makers before users. */
export function topological(roots: readonly Tensor[]): Tensor[] {
  const order: Tensor[] = [];
  const state = new Map<Tensor, 'open' | 'done'>();
  const stack: { node: Tensor; entered: boolean }[] = roots.map((node) => ({ node, entered: false })).reverse();
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    if (top.entered) {
      stack.pop();
      if (state.get(top.node) !== 'done') {
        state.set(top.node, 'done');
        order.push(top.node);
      }
      continue;
    }
    top.entered = true;
    if (state.has(top.node)) {
      stack.pop();
      continue;
    }
    state.set(top.node, 'open');
    for (const input of top.node.inputs) if (!state.has(input)) stack.push({ node: input, entered: false });
  }
  return order;
}

/**
 * Reverse-mode differentiation: the gradients of a scalar with respect to each of `wanted`, as nodes of the same graph.
 * Only what a gradient flows through is visited.
 */
export function backward(g: GraphBuilder, loss: Tensor, wanted: readonly Tensor[]): Tensor[] {
  const flowing = new Map<Tensor, Tensor>([[loss, g.floats([1], loss.shape)]]);
  for (const node of topological([loss]).reverse()) {
    const dy = flowing.get(node);
    if (!dy || !node.differentiable || node.inputs.length === 0) continue;
    const rule = gradients[node.op];
    if (!rule) throw new Error(`no gradient for ${node.op} (${node.name})`);
    rule(g, node, dy).forEach((dx, i) => {
      const input = node.inputs[i]!;
      if (!dx || !input.differentiable) return;
      const known = flowing.get(input);
      flowing.set(input, known ? g.add(known, dx) : dx);
    });
  }
  return wanted.map((tensor) => flowing.get(tensor) ?? g.scale(tensor, 0));
}
