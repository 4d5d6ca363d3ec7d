import type { Claim } from '@case-swarm/schema';
import { begunIn, findForms, isDeniedBefore, isFeigned, isNegated, isWithin, type FormHit } from '../reading/forms.ts';
import { musingSentences } from '../reading/musings.ts';
import { titleEnd } from '../reading/title.ts';
import { endsInQuestion, isWrittenAsName, loosened, type Word } from '../reading/words.ts';
import { holds, wordsOf, type Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';
import { isTellersKin } from '../kin/words.ts';

/** Words that claim a fact which no leaf holds or entails. */
export function inventedFacts(subject: Subject): Problem[] {
  const { words, text } = subject.reading;
  const { pack, hints } = subject.judged;
  const hinted = new Set([...(hints.contested ? wordsOf(hints.contested.label) : []), ...(hints.neighbour ? matterWords(subject) : [])]);
  const body = titleEnd(text);
  const mused = musingSentences(subject.judged, subject.reading);
  // As a hurried hand may write them: "la maisson" of the target's "maison".
  const known = new Set([...hinted, ...subject.knownWords].filter((word) => word.length >= TELLING).map(loosened));
  return begunIn(pack.lexicon.claims, words).flatMap((claim: Claim) => {
    // Most claims have no form in the text, which is found out faster than what supports them.
    const places = findForms(claim.forms, words);
    if (places.length === 0) return [];
    const others = findForms(claim.notForms ?? NO_FORMS, words);
    const denied =
      claim.deniedBy === undefined || holds(subject, claim.deniedBy)
        ? undefined
        : places.find((place) => isDeniedBefore(words, place.from) && !isWithin(place, others) && words[place.from - 1]!.fold !== 'autre');
    if (denied)
      return [
        refuse('fact-not-in-target', `« ${text.slice(words[denied.from - 1]!.start, denied.end)} » : les faits donnés ne le disent pas. Retirez-le.`, {
          span: [denied.start, denied.end],
        }),
      ];
    const hit = places.find(
      (place) =>
        !EVENTUAL.test(words[place.from - 1]?.fold ?? '') &&
        !isWithin(place, others) &&
        (!claim.apposed || isApposed(words, place.from)) &&
        place.start >= body &&
        !mused.has(words[place.from]!.sentence) &&
        !words.slice(place.from, place.to).some((word) => word.fold.length >= TELLING && known.has(word.loose) && !(place.to - place.from > SHORT && isWrittenAsName(word, words))),
    );
    if (!hit || claim.supports.some((support) => holds(subject, support)) || isTellersKin(subject, hit) || isOnlyAsked(subject, hit) || isLeftOpen(subject, claim, hit)) return [];
    if (isNegated(words, hit.from, hit.to) && claim.deniedSupports?.some((support) => holds(subject, support))) return [];
    const said = text.slice(hit.start, hit.end);
    return [
      refuse('fact-not-in-target', `« ${said} »${isNegated(words, hit.from, hit.to) ? ' (même nié)' : ''} affirme un fait qui n'est pas donné : retirez-le.`, {
        span: [hit.start, hit.end],
      }),
    ];
  });
}

/** "Colette Pelletier, commerçante": a clause begins there, right behind a name. */
const isApposed = (words: readonly Word[], from: number): boolean =>
  words[from - 1]?.sentence === words[from]!.sentence && words[from - 1]!.clause < words[from]!.clause && isWrittenAsName(words[from - 1], words);

/** Letters of a word that can be what a name or a text is known by: "de l'appartement" excuses no "de". */
const TELLING = 4;

/** In a longer form a name only stands between ("un premier mariage avec Raymond Dubois, dont elle avait eu"). */
const SHORT = 2;

const NO_FORMS: readonly string[] = [];
/** "Avec une éventuelle soulte". */
const EVENTUAL = /^eventuel/;

const ASKS = new Set('interet peut peux puis peuvent pouvons pouvez pourrait pourraient doit dois doivent devons devez devrait faut vaut savoir comment si'.split(' '));
/** "Dois-je choisir entre l'usufruit et le quart ?" */
const CHOOSES = new Set(['choisir', 'opter', 'obtenir', 'revendiquer', 'pretendre']);
const ASKS_REACH = 4;
const IF_REACH = 5;
const POSSESSED = new Set(['son', 'sa', 'ses', 'leur', 'leurs']);
const KNOWS = new Set([
  'demande',
  'demandent',
  'demandons',
  'ignore',
  'ignorent',
  'ignorons',
  'connais',
  'connait',
  'connaissons',
  'connaissent',
  'sais',
  'sait',
  'savons',
  'savent',
]);
/** "Peut-il contester ?", "je ne le conteste pas": nothing is said to have happened. */
function isOnlyAsked({ reading, judged }: Subject, { from, to }: FormHit): boolean {
  const { words } = reading;
  if (isFeigned(words, from)) return false;
  const before = words.slice(Math.max(0, from - ASKS_REACH), from).filter((word) => word.sentence === words[from]!.sentence);
  const asked = words.slice(Math.max(0, from - 2 * ASKS_REACH), from).filter((word) => word.clause === words[from]!.clause);
  const isVerb = /(?:er|ir|re|é)$/.test(words[from]!.lower) && judged.dictionary.tags(words[from]!.lower.replace(/é$/, 'er')).includes('W');
  const isQuestion = endsInQuestion(reading, from);
  const isIf = before.some((word, i) => word.fold === 'si' || (word.fold === 's' && ['il', 'ils'].includes(before[i + 1]?.fold ?? '')));
  if (isVerb && before.some((word) => ASKS.has(word.fold)) && (isQuestion || isIf)) return true;
  // "Peut-il hériter si Monique renonce ?"
  if (isQuestion && isIf) return true;
  // "Puis-je lui proposer de racheter sa part ?"
  if (isVerb && isQuestion && asked.some((word) => ASKS.has(word.fold))) return true;
  const sentence = words.filter((word) => word.sentence === words[from]!.sentence);
  if (isQuestion && sentence.some((word) => CHOOSES.has(word.fold)) && sentence.some((word) => ASKS.has(word.fold))) return true;
  // "Faut-il qu'elle renonce ?", "si les dettes se révèlent …", "je ne connais ni ses dettes".
  const near = before.slice(-2).map((word) => word.fold);
  if (isQuestion && sentence.some((word, i) => word.fold === 'faut' && /^qu/.test(sentence[i + 2]?.fold ?? ''))) return true;
  // "Je ne sais pas si quelqu'un refuse de vendre".
  if (isIf && words.slice(Math.max(0, from - 2 * ASKS_REACH), from).some((word) => word.sentence === words[from]!.sentence && KNOWS.has(word.fold))) return true;
  if (near.includes('si') && ['les', 'des', 'ses', 'la', 'le', 'l'].includes(near.at(-1)!)) return true;
  if (near[0] === 'ni' && POSSESSED.has(near[1] ?? '') && sentence.some((word) => KNOWS.has(word.fold))) return true;
  // "Contrat de mariage s'il y en a un".
  const behind = words.slice(to, to + IF_REACH).map(({ fold }) => fold);
  if (behind[0] === 's' && behind[1] === 'il' && behind.slice(2).join(' ').startsWith('y en a')) return true;
  if (isQuestion && isInvertedBefore(words, from)) return true;
  if (isWhetherOneMay(words, from)) return true;
  // "Personne ne l'a révoquée".
  if (before.at(-1)?.fold === 'a' && before.at(-2)?.fold === 'l' && before.at(-3)?.fold === 'ne' && before.at(-4)?.fold === 'personne') return true;
  return isNegated(words, from, to) && BEFORE_IT.has(before.at(-2)?.fold ?? '') && ['le', 'la', 'l', 'les', 'en'].includes(before.at(-1)?.fold ?? '');
}
/** "Ne le conteste pas"; spoken without "ne". */
const BEFORE_IT = new Set(['ne', 'n', 'je', 'j', 'nous', 'il', 'elle', 'on', 'ils', 'elles']);

/** "Le conjoint a-t-il l'usufruit de tout ?": the verb that has it is asked about. */
function isInvertedBefore(words: readonly Word[], from: number): boolean {
  const behind = words.slice(Math.max(0, from - ASKS_REACH), from).filter(({ clause }) => clause === words[from]!.clause);
  // "Les testaments antérieurs sont-ils révoqués ?"
  return behind.some(({ fold }, i) => (fold === 't' || BE.has(fold)) && PRONOUNS.has(behind[i + 1]?.fold ?? ''));
}
const BE = new Set(['est', 'sont', 'etait', 'etaient', 'sera', 'seront', 'doit', 'doivent', 'peut', 'peuvent']);
const PRONOUNS = new Set(['il', 'elle', 'on', 'ils', 'elles']);

/** "Savoir si Philippe peut accepter à concurrence de l'actif net": how far behind "si" it stands does not matter. */
function isWhetherOneMay(words: readonly Word[], from: number): boolean {
  const { clause } = words[from]!;
  let at = from - 1;
  while (words[at]?.clause === clause && words[at]!.fold !== 'si') at--;
  if (words[at]?.clause !== clause || !(WEIGHS.has(words[at - 1]?.fold ?? '') || KNOWS.has(words[at - 1]?.fold ?? ''))) return false;
  return words.slice(at + 1, from).some(({ fold }) => MAY.has(fold));
}
const WEIGHS = new Set(['savoir', 'voir', 'examiner', 'verifier', 'determiner', 'apprecier']);
const MAY = new Set(
  'susceptible susceptibles peut peux peuvent pouvons pouvez pourrait pourrais pourra pourront doit dois doivent devons devez devrait devrais devrions faut faudra veut veux veulent souhaite souhaitent'.split(
    ' ',
  ),
);

/** "J'ignore si une vente aux enchères est prévue": what was to be left out is said not to be known. */
function isLeftOpen({ judged: { hints }, reading }: Subject, { supports }: Claim, { from }: FormHit): boolean {
  const isOmitted = hints.omitted?.some(({ pattern }) => supports.some((support) => pattern.startsWith(support)));
  if (!isOmitted) return false;
  const { sentence } = reading.words[from]!;
  // "Personne ne veut dire si une licitation est prévue".
  const isWhether = reading.words.some((word, i) => i < from && word.sentence === sentence && word.fold === 'si');
  return isWhether || endsInQuestion(reading, from) || reading.words.some((word) => word.sentence === sentence && KNOWS.has(word.fold));
}

function matterWords(subject: Subject): string[] {
  const { pack, hints } = subject.judged;
  const trap = pack.hardNegatives[hints.mode ?? ''];
  const matter = trap?.kind === 'off-scope' ? trap.matters.find((item) => item.id === hints.neighbour?.id) : undefined;
  return matter ? matter.sentences.flatMap((sentence) => wordsOf(sentence)) : [];
}
