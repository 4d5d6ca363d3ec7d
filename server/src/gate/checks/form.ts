import { lengthBands, type MasterSchema } from '@case-swarm/schema';
import { refuse, type Problem } from '../verdict.ts';
import type { Subject } from '../subject.ts';
import { wordCount } from '../reading/words.ts';

const LEAKS: readonly (readonly [RegExp, string])[] = [
  [/[{}]|\[\d+\]|\]:|```/, 'des accolades ou des crochets de données'],
  [/\p{Ll}_\p{Ll}[\p{Ll}_]*/u, 'une clé technique (avec un tiret bas)'],
  [/\p{Lu}\p{Lu}_\p{Lu}[\p{Lu}_]*/u, 'un code technique (majuscules et tirets bas)'],
  [/\b(?:true|false|null|undefined|NaN)\b/, 'un mot de programme (true, false, null)'],
  [/^[ \t]*\p{Ll}[\p{Ll} ]{2,40}:\s*\n {2,}\p{Ll}[\p{Ll}_]*:/mu, 'une structure de champs indentée'],
  [/[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/u, 'des caractères invisibles'],
  [/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}]/u, 'des lettres d’un autre alphabet'],
  [/\p{Surrogate}/u, 'des caractères abîmés'],
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  [/[\u0000-\u0008\u000b-\u001f\u007f]/, 'des caractères de contrôle'],
  [/(?:,[^\s,;]+){4}/, 'une suite de valeurs nues séparées par des virgules'],
];

/** Empty, too short or too long, or with the schema showing through. */
export function checkForm(subject: Subject): Problem[] {
  const { text, stratum } = subject.judged;
  const problems: Problem[] = [];
  const words = wordCount(subject.reading);
  if (words === 0) return [refuse('empty', 'Le texte est vide : écrivez le texte demandé.')];
  const band = lengthBands[stratum?.['length_band'] ?? ''];
  if (band && words < band[0]) problems.push(refuse('too-short', `Le texte a ${words} mots ; il en faut au moins ${band[0]}. Développez sans ajouter de fait.`));
  if (band && words > band[1]) problems.push(refuse('too-long', `Le texte a ${words} mots ; il en faut au plus ${band[1]}. Resserrez sans perdre de fait.`));
  for (const [pattern, what] of LEAKS) {
    const match = pattern.exec(text);
    if (match) problems.push(refuse('schema-leak', `Le texte contient ${what} : dites-le en français.`, { span: [match.index, match.index + match[0].length] }));
  }
  const code = shoutedCode(subject);
  if (code) problems.push(refuse('schema-leak', `« ${text.slice(...code)} » est un code : dites-le en français, en minuscules.`, { span: code }));
  const dump = fieldDump(subject);
  if (dump) problems.push(refuse('schema-leak', 'Le texte énumère des champs et des valeurs : faites-en des phrases.', { span: dump }));
  return problems;
}

const knownCodes = new WeakMap<MasterSchema, ReadonlySet<string>>();
/** Codes of more than one word, as words in lower case. */
function codesOf(master: MasterSchema): ReadonlySet<string> {
  let codes = knownCodes.get(master);
  if (!codes)
    knownCodes.set(
      master,
      (codes = new Set(
        [...master.leaves.values()]
          .flatMap((leaf) => leaf.codes ?? [])
          .filter((code) => code.includes('_'))
          .map((code) => code.toLowerCase().replaceAll('_', ' ')),
      )),
    );
  return codes;
}
const LONGEST_CODE = 7;

/** A code with spaces for its underscores, in capitals amid a text that has small letters: "C'est DONATION SIMPLE". */
function shoutedCode(subject: Subject): readonly [number, number] | undefined {
  const { words } = subject.reading;
  const shouted = (index: number): boolean => /^[\p{Lu}\d]+$/u.test(words[index]?.text ?? '');
  if (words.filter((_, index) => shouted(index)).length > words.length / 2) return undefined;
  const codes = codesOf(subject.judged.pack.master);
  for (let from = 0; from < words.length; from++) {
    if (!shouted(from)) continue;
    let said = words[from]!.fold;
    for (let to = from + 1; to < from + LONGEST_CODE && shouted(to); to++) {
      said += ` ${words[to]!.fold}`;
      if (codes.has(said)) return [words[from]!.start, words[to]!.end];
    }
  }
  return undefined;
}

const knownKeys = new WeakMap<MasterSchema, ReadonlySet<string>>();
/** Keys of more than one word. */
function keysOf(master: MasterSchema): ReadonlySet<string> {
  let keys = knownKeys.get(master);
  if (!keys) knownKeys.set(master, (keys = new Set([...master.leaves.keys()].map((pattern) => pattern.slice(pattern.lastIndexOf('.') + 1)).filter((key) => key.includes('_')))));
  return keys;
}

/** Keys of the schema, folded, each followed by a date, an oui or non: twice is a list of fields, and so is one with a date as machines write it. */
function fieldDump(subject: Subject): readonly [number, number] | undefined {
  const { words } = subject.reading;
  const keys = keysOf(subject.judged.pack.master);
  const dates = new Set(subject.figures.filter((figure) => figure.kind === 'date').map((figure) => figure.from));
  const hits: number[] = [];
  for (let i = 0; i + 2 < words.length; i++) {
    for (const size of [2, 3]) {
      const value = words[i + size];
      if (
        value &&
        (value.fold === 'oui' || value.fold === 'non' || dates.has(i + size)) &&
        keys.has(
          words
            .slice(i, i + size)
            .map((word) => word.fold)
            .join('_'),
        )
      )
        hits.push(i);
    }
  }
  const isWrittenByMachine = hits.some((at) => /^.{0,40}?\d{4}-\d{2}-\d{2}/u.test(subject.reading.text.slice(words[at]!.start)));
  return hits.length >= 2 || isWrittenByMachine ? [words[hits[0]!]!.start, words[hits.at(-1)!]!.end] : undefined;
}
