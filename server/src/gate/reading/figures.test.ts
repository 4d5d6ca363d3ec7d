import fc from 'fast-check';
import { grouped, printedDate } from '@case-swarm/schema';
import { toCardinal } from 'n2words/fr-FR';
import { expect, test } from 'vitest';
import { figuresOf, type Figure } from './figures.ts';
import { read } from './words.ts';

const figures = (text: string): Figure[] => figuresOf(read(text));
const one = (text: string): Figure => {
  // "un" before a noun is an article as much as a number.
  const all = figures(text).filter((figure) => figure.kind !== 'number' || figure.value !== 1);
  expect(all, text).toHaveLength(1);
  return all[0]!;
};

test.each([
  ['250 000 €', 250000],
  ['250000€', 250000],
  ['250.000 euros', 250000],
  ['250 k€', 250000],
  ['250k€', 250000],
  ['0,25 M€', 250000],
  ['deux cent cinquante mille euros', 250000],
  ['1 200,50 euros', 1200.5],
  ['quatre-vingt-dix-neuf euros', 99],
  ['70 euros', 70],
])('%s is an amount of %d', (text, value) => {
  expect(one(`le tout vaut ${text} environ`)).toMatchObject({ kind: 'amount', value });
});

test('money behind a month is no year', () => {
  expect(figures('le loyer de mai, deux mille euros').map(({ kind, value }) => [kind, value])).toEqual([['amount', 2000]]);
});

test('a degree of kinship is a number', () => {
  expect(one('un cousin au cinquième degré')).toMatchObject({ kind: 'number', value: 5 });
});

test('a text may be cut behind the article of a day', () => {
  expect(figures('Elle est morte en 1992, le')).toMatchObject([{ kind: 'date', iso: '1992' }]);
});

test('a month is a period', () => {
  expect(one('un loyer de 700 € par mois')).toMatchObject({ kind: 'amount', value: 700, period: 'month' });
  expect(one('1 500 € par an')).toMatchObject({ period: 'year' });
  expect(figures('un bien de 75 000 €, loué 600 € par mois').flatMap(({ kind, value, period }) => (kind === 'amount' ? [[value, period]] : []))).toEqual([
    [75000, undefined],
    [600, 'month'],
  ]);
});

test('a share stands without its number, and a count is no age', () => {
  expect(figures("il détient le quart d'une PME")[0]).toMatchObject({ kind: 'ratio', value: 0.25 });
  expect(figures('des enfants, il y en a quatre.')[0]).toMatchObject({ kind: 'number', value: 4 });
  expect(figures('maman en avait 76.')[0]).toMatchObject({ kind: 'years', value: 76 });
});

test.each([
  ['7 janvier 2026', '2026-01-07'],
  ['vingt-huit décembre deux mille vingt et un', '2021-12-28'],
  ['onze novembre dix-neuf cent cinquante-quatre', '1954-11-11'],
  ['mars mille neuf cent soixante', '1960-03'],
  ['1er mars 2025', '2025-03-01'],
  ['07/01/2026', '2026-01-07'],
  ['7/1/26', '2026-01-07'],
  ['le sept janvier 2026', '2026-01-07'],
  ['mai 2019', '2019-05'],
  ['en 2019', '2019'],
  ['2026-01-07', '2026-01-07'],
])('%s is the date %s', (text, iso) => {
  expect(one(`fait ${text} chez nous`)).toMatchObject({ kind: 'date', iso });
});

test.each([
  ['la moitié', 0.5],
  ['un tiers', 1 / 3],
  ['trois quarts', 0.75],
  ['1/4', 0.25],
  ['30 %', 0.3],
  ['2,5 %', 0.025],
  ['2.5 %', 0.025],
])('%s is a share', (text, value) => {
  const figure = one(`pour ${text} du bien`);
  expect(figure.kind).toBe('ratio');
  expect(figure.value).toBeCloseTo(value, 6);
});

test.each([
  ['84 ans', 'years', 84],
  ['quatre-vingt-quatre ans', 'years', 84],
  ['18 mois', 'months', 18],
])('%s is a time', (text, kind, value) => {
  expect(one(`à ${text} passés`)).toMatchObject({ kind, value });
});

test('numbers in words read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999_999 }), (value) => {
      expect(one(`${toCardinal(value)} euros`)).toMatchObject({ kind: 'amount', value });
    }),
    { numRuns: 3000 },
  );
});

test('printed amounts and dates read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 9_999_999 }),
      fc.integer({ min: 1950, max: 2026 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (value, year, month, day) => {
        expect(one(`${grouped(value)} €`)).toMatchObject({ value });
        const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(one(`le ${printedDate(iso)}.`)).toMatchObject({ iso });
      },
    ),
    { numRuns: 500 },
  );
});

test('a second age needs no word for years', () => {
  const years = (text: string): number[] => figures(text).flatMap(({ kind, value }) => (kind === 'years' ? [value] : []));
  expect(years('Son frère Hugo a 70 ans et sa sœur Anne 66.')).toEqual([70, 66]);
  expect(years('Lucie a 45 ans, Marc 41.')).toEqual([45, 41]);
  expect(years('Lucie a 45 ans et la maison vaut 66 fois plus.')).toEqual([45]);
});

test.each([
  ['un partage 50/50 entre eux', 0.5],
  ['une répartition 60/40', 0.6],
  ['il en avait les 3/4', 0.75],
  ['à hauteur de 1/24', 1 / 24],
  ['elle a le quart des parts', 0.25],
  ["il avait la moitié de l'immeuble", 0.5],
])('%s is a share of %d', (text, value) => {
  const ratios = figures(text).filter(({ kind }) => kind === 'ratio');
  expect(ratios).toHaveLength(1);
  expect(ratios[0]!.value).toBeCloseTo(value, 6);
});

test.each(['le 12/25', 'le 120/240', 'un rapport 7/5', 'le dossier 100/200'])('%s is no share', (text) => {
  expect(figures(text).filter(({ kind }) => kind === 'ratio')).toEqual([]);
});

test('years told of several go on without the word', () => {
  const years = (text: string): number[] => figures(text).flatMap(({ kind, value }) => (kind === 'years' ? [value] : []));
  expect(years('Luc a 12 ans et sa sœur Anne 9.')).toEqual([12, 9]);
  expect(years('Luc a 12 ans et il en veut 9 parts.')).toEqual([12]);
  expect(years('Luc a 12 ans. Anne 9.')).toEqual([12]);
});

test('what is monthly further on is no period of a sum', () => {
  expect(figures('le studio de 92 000 € ; le loyer mensuel est de 400 €').map(({ value, period }) => [value, period])).toEqual([
    [92000, undefined],
    [400, 'month'],
  ]);
});

test('what something is worth is money, typed in haste', () => {
  expect(figures('il vaut 130000 voila')).toMatchObject([{ kind: 'amount', value: 130000 }]);
  expect(figures('il vaut 2004')).toMatchObject([{ kind: 'date' }]);
});

test('a day behind its year is a date', () => {
  expect(figures('en 1984, le 26 juillet, ils ont signé')).toMatchObject([{ kind: 'date', iso: '1984-07-26' }]);
  expect(figures('en 1984, le 26 juillet 1990')).toMatchObject([{ iso: '1984' }, { iso: '1990-07-26' }]);
});

test('what a debt is of is money', () => {
  expect(figures('crédit conso de 3600 à rembourser')).toMatchObject([{ kind: 'amount', value: 3600 }]);
});

test('"il en avait deux" counts, "elle en avait 76" is an age', () => {
  expect(figures('Des contrats, il en avait deux, chez Axa.').map(({ kind }) => kind)).toEqual(['number']);
  expect(one('Lui était jeune, maman en avait 76.')).toMatchObject({ kind: 'years', value: 76 });
});
