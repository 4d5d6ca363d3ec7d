import { expect, test } from 'vitest';
import { findForms } from './forms.ts';
import { read } from './words.ts';

test('what a word was meant as in one text says nothing of it in the next', () => {
  const forms = ['valmorency'];
  const { words } = read('Valmorenci');
  const meant = words.map((word) => ({ ...word, fold: 'valmorency', loose: 'valmorency', looseStart: 'valmorency' }));
  expect(findForms(forms, meant)).toHaveLength(1);
  expect(findForms(forms, words)).toHaveLength(0);
});
