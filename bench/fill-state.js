// A state folder with many stored cases, made through the store itself: the plan's own strata, short texts of their own.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createRandom, loadPack } from '../schema/dist/index.js';
import { planSequence } from '../server/dist/index.js';
import { fingerprintOf } from '../server/dist/gate/duplicate/fingerprint.js';
import { openSqliteStore } from '../server/dist/store/sqlite.js';

const PAGE = 1000;

export async function fillState(folder, cases) {
  mkdirSync(folder, { recursive: true });
  const pack = await loadPack();
  const store = openSqliteStore(path.join(folder, 'campaign.db'));
  const plan = planSequence(pack.profile, 42);
  const random = createRandom(1);
  // In letters alone: figures are masked, and a text of figures would be the skeleton of every other.
  const word = () =>
    random
      .int(0, 20_000)
      .toString(26)
      .replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]);
  for (let made = 0; made < cases; made += PAGE) {
    await store.write(() => {
      store.addSlots(Array.from({ length: PAGE }, (_, k) => ({ ordinal: made + k, stratum: plan.next() })));
      for (const slot of store.openSlots(PAGE)) {
        const text = Array.from({ length: 90 }, word).join(' ');
        const lease = store.addLease({
          ordinal: slot.ordinal,
          draw: 0,
          agent: null,
          targetToon: 'famille:\n  defunt:\n    nom: X',
          prompt: 'p'.repeat(2500),
          hints: {},
          issuedAt: '2026-01-01T00:00:00.000Z',
          expiresAt: 0,
        });
        const submission = store.addSubmission({
          instruction: lease.number,
          agent: null,
          textHash: String(lease.number),
          caseText: text,
          accepted: true,
          validation: { accepted: true, problems: [], evidence: {}, measures: {} },
          receivedAt: '2026-01-01T00:00:00.000Z',
        });
        const { textHash, skeleton, textSignature, skeletonSignature } = fingerprintOf(text);
        store.acceptCase({ instruction: lease.number, ordinal: slot.ordinal, submission, textHash, skeleton, textSignature, skeletonSignature });
        // A case a second, so that what dashboards fold has minutes and agents.
        const at = new Date(Date.UTC(2026, 0, 1) + lease.number * 1000).toISOString();
        store.addEvent('case-accepted', at, `agent-${lease.number % 7}`, lease.number, { stratum: slot.stratum, words: 90 });
        store.setInstruction(lease.number, { state: 'accepted' });
        store.setSlot(slot.ordinal, { state: 'accepted' });
      }
    });
  }
  await store.write(() => store.savePlan(plan.snapshot()));
  store.close();
}
