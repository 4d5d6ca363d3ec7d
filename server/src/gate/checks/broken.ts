import type { Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** Where something was cut out: a stop behind a comma, behind nothing, or behind a word that must be followed. Each is linear. */
const BROKEN: readonly RegExp[] = [
  /[,;:] ?[.;](?!\.)/,
  /(?:^|[!?]|[^.\s]\.) \.(?!\.)/,
  /(?<![\p{L}\p{N}'-])(?:de|du|des|mon|ma|mes|le|les|aux?|d'une?|est une?|dont) ?[.,;!](?![\p{L}\p{N}.])/iu,
  // Behind "et" a comma opens an aside ("et, que je sache, …").
  /(?<![\p{L}\p{N}'-])et(?: ?[.;!]| ,)(?![\p{L}\p{N}.])/iu,
  /(?<![\p{L}\p{N}])(?:d|l|qu|n|j)' ?[.,;!?]/iu,
  /\( ?\)/,
  /, ?[;)]/,
  /(?<![\p{L}'-])de des(?!\p{L})/iu,
  /(?<![\p{L}.])M, (?=\p{Ll})/u,
  // "M. Perrin avait un d'une valeur de …", "terminé par le de celle-ci", "fait une à Bernadette", "portait sur ."
  /(?<![\p{L}\p{N}'])(?:un|une) (?:d'une valeur|d'un montant|pour \d|à hauteur)/iu,
  /(?<![\p{L}\p{N}'])(?:un|une) de \d/iu,
  /(?<![\p{L}\p{N}'])(?:le|la|les|au|du|mon|ma|son|sa) (?:de|d'|du|avec|à|au) /u,
  /(?<![\p{L}\p{N}'])(?:fait|faite|reçu) une? à /iu,
  /(?<![\p{L}\p{N}'])(?:sur|par|(?:était|étaient|étions|étais|avait eu|avait fait|avait connu) ) ?[.,](?![\p{L}\p{N}.])/iu,
  /(?<![\p{L}\p{N}'])(?:avait|avais) (?:eu|connu) avec /iu,
  /(?<![\p{L}\p{N}'])(?:avait|avais) fait (?:en|et|le \d|à) /iu,
  /(?<![\p{L}\p{N}'])portait sur (?:et|ou|,)/iu,
  /\.(?<=\p{L}{5}\.) (?:à|ou) \p{L}/u,
  /: ?:/,
  /(?<![\p{L}'-])ni ni /iu,
  // "Monique, née ; …", "une ou de séparation", "laisse son Nicole Brun", a label that is lost.
  /(?<![\p{L}\p{N}'-])née? ?[;.,)](?![\p{L}\p{N}.])/u,
  /(?<![\p{L}\p{N}'-])(?:une?|aucune?) ou (?:de|du|d')/iu,
  /(?<![\p{L}\p{N}])d'une? à \p{Lu}/u,
  /laiss(?:e|ait|ant) (?:son|sa) \p{Lu}\p{Ll}+ \p{Lu}/u,
  /(?:^|[.\n]) ?: \p{L}/u,
];

/** A sentence that lacks a word: a reader stops there. None of the patterns stands in a real statement that we have. */
export function checkBroken(subject: Subject): Problem[] {
  const text = subject.judged.text.replaceAll(/ {2,}/g, ' ');
  for (const pattern of BROKEN) {
    const match = pattern.exec(text);
    if (!match) continue;
    const said = text.slice(Math.max(0, match.index - 20), match.index + match[0].length);
    return [refuse('broken-sentence', `Il manque un mot ici : « ${said} ». Complétez la phrase.`)];
  }
  return [...takenUpAfterDenial(subject), ...cutOff(subject)];
}

const TIDY = new Set(['propre', 'ambigu']);
/** A text that ends in the middle of a word. In a scribble an odd last word may be a slip. */
function cutOff({ judged, reading: { words, text } }: Subject): Problem[] {
  const last = words.at(-1);
  if (!last || !TIDY.has(judged.stratum?.['noise'] ?? 'propre') || /[.!?…»")\]]\s*$/.test(text) || last.end < text.trimEnd().length) return [];
  if (!/^\p{Ll}{2,5}$/u.test(last.text) || judged.dictionary.has(last.text) || judged.pack.lexicon.writing.terms.includes(last.lower)) return [];
  if (judged.pack.lexicon.writing.abbreviations.includes(last.lower)) return [];
  return [refuse('broken-sentence', `Le texte s'arrête au milieu d'un mot : « ${last.text} ». Finissez-le.`, { span: [last.start, last.end] })];
}

const DEMONSTRATIVES = new Set(['cette', 'ce', 'cet']);
const NONE = new Set(['aucun', 'aucune', 'pas', 'sans', 'ni', 'jamais']);
/** "Aucune donation. Au titre de cette donation, …": what was said not to be is taken up. */
function takenUpAfterDenial({ reading: { words, text } }: Subject): Problem[] {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    if (!DEMONSTRATIVES.has(words[i - 1]!.fold) || word.fold.length < 5) continue;
    const before = words.findLastIndex((other, k) => k < i - 1 && other.fold.slice(0, -1) === word.fold.slice(0, -1));
    if (before < 1 || !words.slice(Math.max(0, before - 2), before).some((other) => other.clause === words[before]!.clause && NONE.has(other.fold))) continue;
    const span = [words[i - 1]!.start, word.end] as const;
    return [refuse('broken-sentence', `« ${text.slice(...span)} » reprend ce qui vient d'être nié : dites de quoi il s'agit.`, { span })];
  }
  return [];
}
