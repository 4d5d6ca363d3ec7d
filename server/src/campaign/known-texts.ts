import { Duplicates } from '../gate/duplicate/duplicates.ts';
import { fingerprintOf } from '../gate/duplicate/fingerprint.ts';
import type { Store } from '../store/store.ts';

/** Signatures are read in pages; small ones are collected before they grow old. */
const LOAD_PAGE = 500;

/** Every accepted case and seed, ready to be compared with. */
export function knownTexts(store: Store, seedTexts: readonly string[]): Duplicates {
  const duplicates = new Duplicates((number) => store.caseText(number));
  for (const text of seedTexts) duplicates.addSeed(text);
  for (let after = 0; ;) {
    const page = store.fingerprintsFrom(after, LOAD_PAGE);
    for (const { instruction, textSignature, skeletonSignature } of page) {
      const stored = textSignature && skeletonSignature ? { textSignature, skeletonSignature } : fingerprintOf(store.caseText(instruction)!);
      duplicates.addCase(instruction, stored);
    }
    if (page.length < LOAD_PAGE) return duplicates;
    after = page.at(-1)!.instruction;
  }
}
