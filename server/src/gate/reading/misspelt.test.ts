import { expect, test } from 'vitest';
import { frenchDictionary } from '../../language/french-dictionary.ts';
import { misspeltNames } from './misspelt.ts';
import { read } from './words.ts';

const meant = (text: string, ...known: string[]): string[] => [...misspeltNames(read(text).words, new Set(known), (word) => frenchDictionary().has(word)).values()];

test.each([
  ['a letter less', 'un appartement à Bruxelle', 'bruxelles'],
  ['a letter more', 'Mme Kowalskki', 'kowalski'],
  ['another letter', 'M. Etcheverri', 'etcheverry'],
  ['two that changed places', 'M. Delarcoix', 'delacroix'],
])('one wrong letter in a name: %s', (_, text, name) => {
  expect(meant(text, name, 'perrin')).toEqual([name]);
});

test.each([
  ['as it should be', 'un appartement à Bruxelles', 'bruxelles'],
  ['two wrong letters', 'un appartement à Bruxele', 'bruxelles'],
  ['in small letters', 'un appartement à bruxelle', 'bruxelles'],
  ['a short name', 'Mme Pettit', 'petit'],
  ['another first name', 'Martine est là', 'martin'],
  ['another town', 'une maison à Tours', 'toursy'],
  ['a word of its own', 'Boulangère, elle vendait du pain', 'boulanger'],
])('no other word is taken for a name: %s', (_, text, name) => {
  expect(meant(text, name)).toEqual([]);
});

test('what could be either of two is left', () => {
  expect(meant('Mme Carpentie', 'carpentier', 'carpentiez')).toEqual([]);
});
