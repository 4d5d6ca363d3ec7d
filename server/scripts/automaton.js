// A minimal acyclic automaton (Daciuk et al. 2000, the sorted case), packed as 32-bit edges.

/**
 * Packs sorted keys. Layout: the count of letters, their code points (uint32 each), then edges: letter index in the low 8
 * bits, bit 8 the last edge of its node, bit 9 the end of a key, the target edge from bit 10.
 */
export function buildAutomaton(keys) {
  const letters = [...new Set(keys.join(''))].toSorted((a, b) => (a < b ? -1 : 1));
  const letterIndex = new Map(letters.map((letter, i) => [letter, i]));
  if (letters.length > 255) throw new Error('too many letters');
  const register = new Map();
  const make = () => ({ edges: new Map(), final: false, id: -1 });
  const root = make();
  let path = [{ node: root }];
  let count = 0;
  const signature = (node) => `${node.final ? 1 : 0}|${[...node.edges].map(([letter, next]) => `${letter}${next.id}`).join(',')}`;
  const settle = (depth) => {
    while (path.length > depth) {
      const { node, letter } = path.pop();
      const key = signature(node);
      const known = register.get(key);
      if (known) path.at(-1).node.edges.set(letter, known);
      else {
        node.id = count++;
        register.set(key, node);
      }
    }
  };
  let before = [];
  for (const key of keys) {
    const now = [...key];
    let common = 0;
    while (common < now.length && common < before.length && now[common] === before[common]) common++;
    settle(common + 1);
    for (const letter of now.slice(common)) {
      const node = make();
      path.at(-1).node.edges.set(letter, node);
      path.push({ node, letter });
    }
    path.at(-1).node.final = true;
    before = now;
  }
  settle(1);

  const edges = [];
  const starts = new Map();
  // The root comes first, so that reading starts at edge 0; a node without edges needs no place.
  const queue = [root];
  starts.set(root, 0);
  let next = root.edges.size;
  for (const node of queue) {
    for (const target of node.edges.values()) {
      if (starts.has(target) || target.edges.size === 0) continue;
      starts.set(target, next);
      next += target.edges.size;
      queue.push(target);
    }
  }
  for (const node of queue) {
    const list = [...node.edges];
    list.forEach(([letter, target], i) => {
      edges.push(letterIndex.get(letter) | (i === list.length - 1 ? 256 : 0) | (target.final ? 512 : 0) | ((starts.get(target) ?? 0) * 1024));
    });
  }
  if (edges.length >= 1 << 22) throw new Error('too many edges');
  const packed = Uint32Array.from([letters.length, ...letters.map((letter) => letter.codePointAt(0)), ...edges.map((edge) => edge >>> 0)]);
  return Buffer.from(packed.buffer);
}
