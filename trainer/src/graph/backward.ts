import { gradients } from './gradients.ts';
import type { GraphBuilder } from './ops.ts';
import type { Tensor } from './tensor.ts';

/** Every node that `roots` are made of, makers before users; what `leaves` are made of is left out. */
export function topological(roots: readonly Tensor[], leaves: ReadonlySet<Tensor> = new Set()): Tensor[] {
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
    if (leaves.has(top.node)) continue;
    for (const input of top.node.inputs) if (!state.has(input)) stack.push({ node: input, entered: false });
  }
  return order;
}

/** The gradients of a scalar with respect to each of `wanted`, as nodes of the same graph. */
export function backward(g: GraphBuilder, loss: Tensor, wanted: readonly Tensor[]): Tensor[] {
  return backwardFrom(g, loss, g.floats([1], loss.shape), wanted);
}

/**
 * Reverse-mode differentiation from the gradient of any node. What is wanted is where the walk ends: nothing flows
 * through it to what it is made of, so that a part of a graph can be differentiated by itself.
 */
export function backwardFrom(g: GraphBuilder, root: Tensor, seed: Tensor, wanted: readonly Tensor[]): Tensor[] {
  const leaves = new Set(wanted);
  const flowing = new Map<Tensor, Tensor>([[root, seed]]);
  for (const node of topological([root], leaves).reverse()) {
    const dy = flowing.get(node);
    if (!dy || !node.differentiable || node.inputs.length === 0 || leaves.has(node)) continue;
    const rule = node.gradient ?? gradients[node.op];
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
