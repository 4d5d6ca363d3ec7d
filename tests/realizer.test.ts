import { realize } from '@case-swarm/agent-sdk';
import { loadPack, sexOf } from '@case-swarm/schema';
import { buildTarget, planSequence } from '@case-swarm/server';
import { expect, test } from 'vitest';

const pack = await loadPack();
const SEED = 11;
const CLEAN = new Set(['propre', 'ambigu']);

/** What the embedded writer makes of the first cases of a campaign. */
const plan = planSequence(pack.profile, SEED);
const cases = Array.from({ length: 600 }, (_, ordinal) => {
  const stratum = plan.next();
  const { payload: target, hints } = buildTarget(pack, stratum, { seed: SEED, ordinal, draw: 0 });
  const write = (): string => realize(pack, { target, stratum, hints, seed: `case ${ordinal}` });
  return { text: write(), write, isClean: CLEAN.has(stratum['noise'] ?? '') };
});
const texts = cases.map(({ text }) => text);
const having = (pattern: RegExp, among: readonly string[] = texts): readonly string[] => among.filter((text) => pattern.test(text));

test('a text is the same for the same seed', () => {
  expect(cases.slice(0, 100).filter(({ text, write }) => write() !== text)).toEqual([]);
});

test('no mark of a template is left in a text', () => {
  expect(having(/[{}<>[\]]|undefined|null|NaN/)).toEqual([]);
});

test('a clean text has no sentence in small letters and no space too many', () => {
  const clean = cases.filter(({ isClean }) => isClean).map(({ text }) => text);
  expect(clean.length).toBeGreaterThan(200);
  expect(having(/(?<!(?:^|[\s(])(?:M|MM|Me|Mme|etc))[.!?] \p{Ll}/u, clean)).toEqual([]);
  expect(having(/ {2}| [,.](?!\.)|(?<!\p{L})de le(?!\p{L})/u, clean)).toEqual([]);
});

test('a man and one beside him are "lui et moi", never "il et moi"', () => {
  expect(having(/(?<!\p{L})[Ii]l et (?:moi|\p{Lu})/u)).toEqual([]);
  expect(having(/(?<!\p{L})[Ll]ui et (?:moi|\p{Lu})/u)).not.toEqual([]);
});

test('who says that she is an associate is one', () => {
  const said = texts.flatMap((text) => [...text.matchAll(/[Mm]oi, ([^,]+), je suis associé(e?) dans/gu)]);
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter(([, name, e]) => (sexOf(name!) === 'f') !== (e === 'e')).map(([found]) => found)).toEqual([]);
});

test('facts of a thing stand behind its name or in a sentence that says "il"', () => {
  for (const pattern of [/, dont \p{L}+ /u, /qui avait été |qu['’](?:il|elle) avait /u, /(?:[Ii]l|[Ee]lle|\p{L}) (?:l['’]|n['’]en )avait /u, /[Cc]['’]est un bien /u])
    expect(having(pattern)).not.toEqual([]);
  // Said twice in one sentence, it is nobody's way of speaking.
  expect(having(/ une? (\p{L}{5,})\p{L}*[^.;\n]{0,12} et (?:il|elle) avait acheté l[ae] \1/u)).toEqual([]);
});

test('what was so in life is no part of the death', () => {
  expect(having(/(?:est morte?|est décédée?|vient de mourir|nous a quittés)(?: le [^.;]{4,20})? et (?:avait|était)(?!\p{L})/u)).toEqual([]);
});

test('a text keeps to one apostrophe, and a scribble has the plain one', () => {
  expect(having(/’/)).not.toEqual([]);
  expect(having(/’[^]*'|'[^]*’/)).toEqual([]);
  expect(
    having(
      /’/,
      cases.filter(({ isClean }) => !isClean).map(({ text }) => text),
    ),
  ).toEqual([]);
});

test('"décède le" loses no letters', () => {
  expect(having(/décède le \d/)).not.toEqual([]);
  expect(having(/\p{L}du \d{1,2} \p{L}/u).filter((text) => /décèdu/.test(text))).toEqual([]);
});
