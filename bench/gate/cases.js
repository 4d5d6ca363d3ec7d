// Good texts to start from: the plan's own targets with the embedded writer's texts that the gate takes.
import { createRandom } from '../../schema/dist/index.js';
import { buildTarget, frenchDictionary, judge, planSequence } from '../../server/dist/index.js';
import { realize } from '../../agent-sdk/dist/index.js';

/** @returns cases with their verdict; refused ones (they are not all the gate's fault) are left out and counted */
export function realizedCases(pack, rows, seed) {
  const plan = planSequence(pack.profile, seed);
  const cases = [];
  let refused = 0;
  for (let ordinal = 0; ordinal < rows; ordinal++) {
    const stratum = plan.next();
    const { payload: target, toon, hints } = buildTarget(pack, stratum, { seed, ordinal, draw: 0 });
    const text = realize(pack, { target, stratum, hints, seed: `bench|${seed}|${ordinal}` });
    const verdict = judge({ pack, dictionary: frenchDictionary(), text, target, stratum, hints });
    if (verdict.accepted) cases.push({ text, target, toon, stratum, hints, verdict });
    else refused++;
  }
  return { cases, refused, random: createRandom(seed, 'known-bad') };
}
