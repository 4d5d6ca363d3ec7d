import { expect, test } from 'vitest';
import { Duplicates } from './duplicates.ts';
import { fingerprintOf } from './fingerprint.ts';

const text = (name: string, day: number, amount: string): string =>
  `Maître, ${name} est mort le ${day} mars 2021 à Lyon. Il laisse une fille, Anne, et un appartement qui vaut ${amount} €. La famille voudrait savoir qui hérite, ce qu'il faut signer et combien de temps tout cela va prendre.`;
const OTHER = 'Ma sœur Julie est décédée en mai. Elle avait un livret de 3 000 €, rien de plus, et personne ne sait quoi faire.';

function known(...texts: string[]): Duplicates {
  const duplicates = new Duplicates((number) => texts[number]);
  texts.forEach((one, number) => duplicates.addCase(number, fingerprintOf(one)));
  return duplicates;
}
const found = (duplicates: Duplicates, one: string, except?: number): string | undefined => duplicates.find(fingerprintOf(one), except).problem?.code;

test('the same text is one, whatever its accents, capitals and commas', () => {
  const first = text('Paul Roux', 3, '120 000');
  const duplicates = known(first, OTHER);
  expect(found(duplicates, first)).toBe('duplicate');
  expect(found(duplicates, first.toUpperCase().replaceAll(',', ' ;'))).toBe('duplicate');
  expect(found(duplicates, first, 0), 'it is not compared with itself').toBeUndefined();
  expect(found(known(OTHER), first)).toBeUndefined();
});

test('a text with a word changed is nearly the same, and says which it is like', () => {
  const first = text('Paul Roux', 3, '120 000');
  const finding = known(OTHER, first).find(fingerprintOf(first.replace('à Lyon', 'à Nice')));
  expect(finding.problem?.code).toBe('near-duplicate');
  expect(finding.nearest?.known).toEqual({ kind: 'case', number: 1 });
  expect(finding.nearest?.same).toBe(false);
  expect(finding.nearest?.jaccard).toBeGreaterThan(0.8);
});

test('a template may be filled twice, and not a third time', () => {
  const [first, second, third] = [text('Paul Roux', 3, '120 000'), text('Jean-Marc Petit', 17, '85 500'), text('Hugo Le Gall', 28, '310 000')];
  expect(found(known(first), second)).toBeUndefined();
  expect(found(known(first, second), third)).toBe('template');
  const duplicates = known(first, second);
  duplicates.removeCase(0);
  expect(found(duplicates, third), 'a case that was taken back stands in nobody’s way').toBeUndefined();
  expect(found(duplicates, first)).toBeUndefined();
});

test('a seed is one of the known texts, and no use of its skeleton', () => {
  const seed = text('Paul Roux', 3, '120 000');
  const duplicates = known(text('Jean-Marc Petit', 17, '85 500'));
  duplicates.addSeed(seed);
  const finding = duplicates.find(fingerprintOf(seed));
  expect(finding.problem?.code).toBe('duplicate');
  expect(finding.nearest?.known).toEqual({ kind: 'seed', text: seed });
  expect(found(duplicates, text('Hugo Le Gall', 28, '310 000'))).toBeUndefined();
});
