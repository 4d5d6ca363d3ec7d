import { decodeToon, loadPack } from '@case-swarm/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frenchDictionary } from '../../language/french-dictionary.ts';
import { bind } from '../binding/bind.ts';
import { subjectOf } from '../subject.ts';
import { canBeWeighed, featuresOf, likenessOf } from './likeness.ts';
import { untoldOf } from './untold.ts';

const pack = await loadPack();
const target = decodeToon('famille:\n  defunt:\n    nom: Odile Perrin\n  descendants:\n    enfants[1]{nom}:\n      Luc\npatrimoine:\n  actifs[1]{type,valeur}:\n    MAISON,120000');

function untoldIn(text: string, whole = true): string[] {
  const subject = subjectOf({ pack, dictionary: frenchDictionary(), text, target, hints: {} });
  return untoldOf(subject, bind(subject)).flatMap(({ tokens, isWhole }) => (isWhole === whole ? [tokens.join(' ')] : []));
}
const FACTS = 'Odile Perrin est morte. Elle laisse un fils, Luc. Sa maison vaut 120 000 €. ';

test('what the target says too is taken out of the sentences that tell no fact of it', () => {
  expect(untoldIn(`${FACTS}Luc voudrait garder la maison, et Nina 3 chats.`)).toEqual(['§N voudrait garder la §H et §N §0 chats']);
});

test.each([
  ['a relative', 'Son frère arrose les fleurs.', 'son §K arrose les fleurs'],
  ['a name that no dictionary has', 'On se retrouvait au Balto.', 'on se retrouvait au §N'],
  ['a word with a capital that is one', 'On passait à la Poste.', 'on passait a la poste'],
  ['the first word of a sentence, which has a capital anyway', 'Balto chante tard.', 'balto chante tard'],
  ['a first name at the head of a sentence', 'Nina chante tard.', '§N chante tard'],
  ['what announces a value of the target', "L'estimation traîne.", 'l §H traine'],
  ['a thing of the sort that the target has', "L'appartement traîne.", 'l appartement traine'],
  ['what the target has not', 'Le testament traîne.', 'le testament traine'],
])('%s', (_, sentence, tokens) => {
  expect(untoldIn(`${FACTS}${sentence}`)).toEqual([tokens]);
});

test('what the target lets be claimed is its own', () => {
  const subject = subjectOf({
    pack,
    dictionary: frenchDictionary(),
    text: 'Odile Perrin est morte. Elle avait fait un testament. Le testament traîne. Une caravane traîne.',
    target: decodeToon('famille:\n  defunt:\n    nom: Odile Perrin\nliberalites:\n  testament:\n    existe: true'),
    hints: {},
  });
  expect(untoldOf(subject, bind(subject)).map(({ tokens }) => tokens.join(' '))).toEqual(['le §H traine', 'une caravane traine']);
});

test.each([
  ['a question', 'Qui garde la caravane ?'],
  ['a task', 'Voir qui garde la caravane.'],
  ['a sentence that tells a fact of the target', 'Sa maison vaut 120 000 €.'],
])('%s states nothing besides', (_, sentence) => {
  expect(untoldIn(`Odile Perrin est morte. Elle laisse un fils, Luc. ${sentence}`).filter((untold) => /caravane|vaut/.test(untold))).toEqual([]);
});

test('beside a fact of the target a clause of its own is untold', () => {
  expect(untoldIn('Odile Perrin est morte, et elle boursicotait en ligne. Son fils est Luc.', false)).toEqual(['et elle boursicotait en ligne']);
});

test('there is nothing to weigh in small words and what the target has', () => {
  const isWeighed = (sentence: string, isWhole = true): boolean => canBeWeighed({ tokens: sentence.split(' '), isWhole });
  expect(isWeighed('il y a aussi une §H')).toBe(false);
  expect(isWeighed('il boursicotait')).toBe(false);
  expect(isWeighed('il boursicotait avec elle')).toBe(true);
  expect(isWeighed('il boursicotait avec elle', false)).toBe(false);
  expect(isWeighed('il boursicotait en ligne', false)).toBe(true);
});

test('a sentence is weighed by what was learnt of its words and pairs, its length taken out', () => {
  const weights = new Map([
    ['tenait', 2],
    ['il tenait', 1],
  ]);
  const none = () => [];
  expect(featuresOf(['il', 'tenait', 'un', 'bar'], none)).toEqual(new Set(['^ il', 'il tenait', 'tenait', 'tenait un', 'un bar', 'bar', 'bar $']));
  expect(featuresOf(['et', 'puis', 'il', 'tenait', 'un', 'bar'], none)).toEqual(featuresOf(['il', 'tenait', 'un', 'bar'], none));
  expect(featuresOf(['boursicotait'], none)).toEqual(new Set(['^ boursicotait', 'boursicotait', 'boursi*', 'boursicotait $']));
  expect(likenessOf(featuresOf(['il', 'tenait', 'un', 'bar'], none), { bias: -0.5, weights })).toBeCloseTo(-0.5 + 3 / Math.sqrt(7));
  const { classesOf } = pack.factWords!;
  fc.assert(fc.property(fc.array(fc.string({ minLength: 1 })), (tokens) => Number.isFinite(likenessOf(featuresOf(tokens, classesOf), pack.factWords!))));
});

test('a word that nobody has used is known by its class, whatever its number, and beside what the sentence begins with', () => {
  const { classesOf } = pack.factWords!;
  expect(classesOf('camionnettes')).toEqual(['véhicule']);
  expect(classesOf('boulangere')).toEqual(['métier']);
  expect(classesOf('achetames')).toEqual(['avoir']);
  expect(classesOf('zinzolin')).toEqual([]);
  expect(featuresOf(['son', 'voilier', 'dort'], classesOf)).toEqual(
    new Set(['^ son', 'son voilier', 'voilier', 'voilie*', '~véhicule', '^ son ~véhicule', 'voilier dort', 'dort', 'dort $']),
  );
});
