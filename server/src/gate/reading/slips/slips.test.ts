import { expect, test } from 'vitest';
import { frenchDictionary } from '../../../language/french-dictionary.ts';
import { read } from '../words.ts';
import { slipsOf } from './slips.ts';

const slips = (text: string): string[] => {
  const reading = read(text);
  return [...slipsOf(reading, frenchDictionary(), new Set())].map((at) => reading.words[at]!.text);
};

test.each([
  'Le vingt-huit décembre, elle avait vingt et un ans.',
  'Il y en a marre de ces histoires.',
  "Il n'y avait entre nous aucune séparation.",
  "Les enfants n'ont pas tous la même lecture du testament.",
  'Mon père et elle étaient encore mariés.',
  'Serge a lui-même un fils.',
  'Le crédit à la consommation est contesté.',
  "Les frais d'obsèques sont contestés.",
  'Elle ne doit lui laisser que la maison.',
  "L'entreprise a 75 000 € de dettes.",
])('nothing is wrong in « %s »', (text) => {
  expect(slips(text)).toEqual([]);
});

test.each([
  ['Il comprend rien a ses droits.', 'a'],
  ['Elle a un fils, ne en 1996.', 'ne'],
  ['Que doit-je faire ?', 'doit'],
  ['Elle est décédé en mars.', 'décédé'],
  ['La licitation est contesté.', 'contesté'],
  ['Bcp de gens en parle au village.', 'en'],
  ["Les éléments n'ont pas été communiqué.", 'communiqué'],
  ['Les terres agricoles sont estimés à un bon prix.', 'estimés'],
  ['Il reste un terrain a 130 000 €.', 'a'],
  ['Hérite t-elle de tout ?', 't'],
  ['Elle a droit a rien.', 'a'],
  ['Personne refuse de vendre.', 'refuse'],
])('« %s » has a slip at « %s »', (text, word) => {
  expect(slips(text)).toEqual([word]);
});
