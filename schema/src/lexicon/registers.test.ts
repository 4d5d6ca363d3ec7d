import { expect, test } from 'vitest';
import { successionLexicon } from './index.ts';
import { femaleFirstNames, maleFirstNames, surnames, weighed } from './names.ts';
import { registerOf, registerOfForm, successionRegisters } from './registers.ts';

test('forms are of the register of their words', () => {
  expect(registerOfForm(successionRegisters, 'appartement*|appart|duplex')).toBe('spoken');
  expect(registerOfForm(successionRegisters, 'récompense due par la communauté')).toBe('professional');
  expect(registerOfForm(successionRegisters, '=divorcé')).toBe('everyday');
});

test('a stratum has one register, and a file note is professional whoever speaks', () => {
  expect(registerOf(successionRegisters, { persona: 'notaire', format: 'mail_brouillon' })).toBe('professional');
  expect(registerOf(successionRegisters, { persona: 'enfant', format: 'oral_retranscrit' })).toBe('spoken');
  expect(registerOf(successionRegisters, { voice: 'note_dossier', format: 'oral_retranscrit' })).toBe('professional');
  expect(registerOf(successionRegisters, { persona: 'enfant', format: 'mail_brouillon' })).toBe('everyday');
});

test('every code is said in everyday or professional French, and the lexicon has all three registers', () => {
  const forms = [...successionLexicon.leaves.values()].flatMap((leaf) => Object.values(leaf.codes ?? {}));
  for (const ofCode of forms) expect(ofCode.some((form) => registerOfForm(successionRegisters, form) !== 'spoken')).toBe(true);
  const found = new Set(forms.flat().map((form) => registerOfForm(successionRegisters, form)));
  expect(found).toEqual(new Set(['everyday', 'spoken', 'professional']));
});

test.each([maleFirstNames, femaleFirstNames, surnames])('names have weights, the commonest first, and none has nothing', (...names) => {
  const weights = weighed(names).map(([, weight]) => weight);
  expect(Math.min(...weights)).toBeGreaterThan(0);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  expect(new Set(weights).size).toBe(3);
});
