import { eld } from 'eld/extrasmall';
import { expect, test } from 'vitest';
import { languageDetector } from './language-detector.ts';

const TEXTS = [
  'Mon père est décédé le 3 mars 2021 à Lyon et laisse une maison estimée à 310 000 €.',
  'maman ma donné 20000 eur en 2015 pr la maison de melun, mon frere dit ke non',
  'My father died in March 2021 in Lyon and left a house worth 310,000 euros to his two sons.',
  'Mi padre falleció en marzo de 2021 y dejó una casa valorada en 310.000 euros a sus dos hijos.',
  'Mio padre è morto nel marzo 2021 e ha lasciato una casa del valore di 310.000 euro ai due figli.',
  'O meu pai morreu em março de 2021 e deixou uma casa avaliada em 310 mil euros aos dois filhos.',
  'Mein Vater ist im März 2021 gestorben und hinterlässt seinen beiden Söhnen ein Haus.',
  'Mijn vader is in maart 2021 overleden en laat een huis na aan zijn twee zonen.',
  'El meu pare va morir el març de 2021 i va deixar una casa als seus dos fills.',
  'Tatăl meu a murit în martie 2021 și a lăsat o casă celor doi fii ai săi.',
  'Mój ojciec zmarł w marcu 2021 roku i zostawił dom swoim dwóm synom.',
  'Isä kuoli maaliskuussa 2021 ja jätti talon kahdelle pojalleen.',
  '',
  '12 345 €',
];

test('the kept languages are told apart as with the whole table', () => {
  eld.setLanguageSubset(['fr', 'en', 'es', 'it', 'pt', 'de', 'nl', 'ca', 'ro', 'pl']);
  const detector = languageDetector();
  expect(TEXTS.map((text) => detector.detect(text).language)).toEqual(TEXTS.map((text) => eld.detect(text).language));
  expect(TEXTS.slice(0, 4).map((text) => detector.detect(text).language)).toEqual(['fr', 'fr', 'en', 'es']);
});
