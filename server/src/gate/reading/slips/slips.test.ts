import { expect, test } from 'vitest';
import { frenchDictionary } from '../../../language/french-dictionary.ts';
import { read } from '../words.ts';
import { slipsOf } from './slips.ts';

const slips = (text: string): string[] => {
  const reading = read(text);
  return slipsOf(reading, frenchDictionary(), new Set()).flatMap(({ kind, at }) => (kind === 'slip' ? [reading.words[at]!.text] : []));
};

test.each([
  'Le vingt-huit décembre, elle avait vingt et un ans.',
  'Il y en a marre de ces histoires.',
  "Il n'y avait entre nous aucune séparation.",
  "Les enfants n'ont pas tous la même lecture du testament.",
  'Mon père et elle étaient encore mariés.',
  'Serge a lui-même un fils.',
  'De cette précédente union est issu un fils, Georges.',
  'Alors ne viens pas me dire que tu ne sais rien.',
  'Elle-même ne le savait pas, et lui, même après le décès, se taisait.',
  'Le crédit à la consommation est contesté.',
  "Les frais d'obsèques sont contestés.",
  'Elle ne doit lui laisser que la maison.',
  "L'entreprise a 75 000 € de dettes.",
  "Que reste-t-il à l'enfant ?",
  'Elle ne doit rien à personne, et la famille fait comme si de rien était.',
  "Y a pas de testament, et j'ai pas reçu le courrier.",
  'Vous avez raison : nous vous en avons parlé.',
  'Aucun frais ne reste dû.',
  "Vous m'avez demandé des précisions.",
  "Les frais d'obsèques, à la charge de la succession, sont réglés.",
  'Quelle que soit la décision, nous en avons tous été surpris.',
])('nothing is wrong in « %s »', (text) => {
  expect(slips(text)).toEqual([]);
});

test.each([
  ['Il comprend rien a ses droits.', 'a'],
  ['Elle a un fils, ne en 1996.', 'ne'],
  ['Que doit-je faire ?', 'doit'],
  ['Elle est décédé en mars.', 'décédé'],
  ['La licitation est contesté.', 'contesté'],
  ['La famille est issu de Bretagne.', 'issu'],
  ['Dites-moi dans quel délais il faut répondre.', 'délais'],
  ['Elle est elle même décédée.', 'même'],
  ['Avis de taxe foncière non reçut à ce jour.', 'reçut'],
  ['Bcp de gens en parle au village.', 'en'],
  ["Les éléments n'ont pas été communiqué.", 'communiqué'],
  ['Les terres agricoles sont estimés à un bon prix.', 'estimés'],
  ['Il reste un terrain a 130 000 €.', 'a'],
  ['Hérite t-elle de tout ?', 't'],
  ['Elle a droit a rien.', 'a'],
  ['Personne refuse de vendre.', 'refuse'],
  ['Je ne sais pas si il viendra.', 'si'],
  ['Mon père avez une maison.', 'avez'],
  ['Nous somme trois enfants.', 'somme'],
  ['Il à des dettes.', 'à'],
  ['Je voudrai savoir.', 'voudrai'],
  ['Il leurs a donné la maison.', 'leurs'],
  ['La maison a été vendu.', 'vendu'],
  ['Le notaire nous à appelé.', 'à'],
  ['Cet maison est grande.', 'maison'],
  ['Il faut savoir ou il habite.', 'ou'],
  ['Je me suis permit de vous écrire.', 'permit'],
  ['En faite il est mort.', 'En'],
  ['Aucun héritiers ne répond.', 'héritiers'],
])('« %s » has a slip at « %s »', (text, word) => {
  expect(slips(text)).toEqual([word]);
});
