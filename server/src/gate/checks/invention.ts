import type { Binding } from '../binding/bind.ts';
import { codeHits } from '../binding/heads.ts';
import { namesIn } from '../binding/told-of-named.ts';
import type { Figure } from '../reading/figures.ts';
import { findForms } from '../reading/forms.ts';
import { titleEnd } from '../reading/title.ts';
import { endsInQuestion, type Word } from '../reading/words.ts';
import type { Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';
import { isPartOfDate } from './hard-negative.ts';
import { inventedFacts } from './invented-facts.ts';
import { inventedInstitutions } from './invented-institutions.ts';
import { inventedNames } from './invented-names.ts';
import { inventedSentences } from './invented-sentences.ts';
import { isRestated, OLDEST } from './restated.ts';

/** Any figure, name or claim that no leaf holds. */
export function checkInvention(subject: Subject, binding: Binding): Problem[] {
  return [...inventedFigures(subject, binding), ...inventedNames(subject), ...inventedInstitutions(subject), ...inventedFacts(subject), ...inventedSentences(subject, binding)];
}

function inventedFigures(subject: Subject, binding: Binding): Problem[] {
  const { text } = subject.reading;
  const within = (items: Binding['bound']): ReadonlySet<number> => new Set(items.flatMap(({ place }) => Array.from({ length: place.to - place.from }, (_, k) => place.from + k)));
  const told = within(binding.bound);
  const spelt = within(binding.bound.filter(({ leaf }) => leaf.kind === 'text' || leaf.kind === 'name'));
  const contested: readonly (string | number | boolean)[] = subject.judged.hints.contested?.values ?? [];
  const explained = explainedFigures(subject);
  return subject.figures.flatMap((figure, index) => {
    // A figure that counts something, between the words that tell a code ("l'entreprise, 310 000 €, éligible au Dutreil"), is none of theirs.
    if (binding.spentFigures.has(index) || (figure.kind === 'number' ? told : spelt).has(figure.from)) return [];
    if (explained.has(figure.value) && (figure.kind === 'amount' || figure.kind === 'number')) return [];
    if (isReference(subject, figure) || isConstant(subject, figure) || isRest(subject, figure)) return [];
    if (contested.some((value) => (value === figure.value && (figure.kind !== 'years' || figure.value <= OLDEST)) || value === figure.iso)) return [];
    if (isRestated(subject, binding, figure)) return [];
    // "Une convention de cinq ans … 60 mois".
    if (figure.kind === 'months' && subject.leaves.some((leaf) => leaf.kind === 'years' && leaf.value === figure.value / 12)) return [];
    // "Elle est morte un 24 juin : la mairie dit 2021, la maison de retraite 2024".
    if (contested.some((value) => isPartOfDate(subject, figure, value))) return [];
    // "Le 11 mars dernier", of a date that is told.
    if (figure.kind === 'number' && subject.leaves.some((leaf) => leaf.kind === 'date' && isPartOfDate(subject, figure, leaf.value))) return [];
    // "Sous huit jours", "trois semaines": what is set or spent, and no fact of a succession.
    if (isOfTheCalendar(subject, figure)) return [];
    // "Ça fait six mois que je réclame".
    if (isComplainedOf(subject, figure)) return [];
    // "Je te l'ai dit dix fois".
    if (figure.kind === 'number' && subject.reading.words.slice(figure.to, figure.to + 2).some(({ fold: word }) => word === 'fois')) return [];
    // "Trois courriers, deux relances".
    if (figure.kind === 'number' && figure.value <= MOST_LETTERS && LETTERS.test(subject.reading.words[figure.to]?.fold ?? '')) return [];
    // "Savoir s'ils peuvent prétendre à la moitié".
    if (figure.kind === 'ratio' && isClaimed(subject, figure)) return [];
    // "un jour", "un an" are ways of speaking.
    if (figure.value === 1 && figure.kind !== 'amount' && /^\p{L}/u.test(text.slice(figure.start))) return [];
    if (figure.kind === 'number' && !isTooMany(subject, figure) && isHarmlessNumber(subject, figure.value, figure.from)) return [];
    if (figure.kind === 'years' && isLegalLine(subject, figure)) return [];
    if (figure.kind === 'ratio' && inCodeForm(subject, figure.from)) return [];
    return [
      refuse('figure-not-in-target', `« ${text.slice(figure.start, figure.end)} » n'est pas dans les faits donnés : retirez ce chiffre ou corrigez-le.`, {
        span: [figure.start, figure.end],
      }),
    ];
  });
}

/** How long someone has been asking: no fact of a succession. */
const isComplainedOf = ({ reading: { words } }: Subject, { from, to }: Figure): boolean =>
  words.slice(Math.max(0, from - 2), from).some(({ fold }) => /^(?:fait|depuis|voila|voici)$/.test(fold)) &&
  words.slice(to, to + COMPLAINT_REACH).some(({ fold, sentence }) => sentence === words[from]!.sentence && COMPLAINS.test(fold));
const COMPLAINT_REACH = 5;
const COMPLAINS = /^(?:reclam|attend|relanc|demand|ecris|telephon|appell?e|insist|patient|bataill|cour[st])/;
/** What people count in their complaints. */
const LETTERS =
  /^(?:courriers|lettres|messages|mails|appels|relances|reponses|accuses|mises|demandes|rappels|questions|rendez|versions|explications|choses|points|sujets|problemes|soucis|raisons|remarques|precisions)$/;
const MOST_LETTERS = 20;
const DEADLINES = new Set(['sous', 'ss', 'dans', 'ici', 'quinze', 'huit']);
const SMALL_UNITS = new Set(['semaine', 'semaines', 'heure', 'heures', 'h', 'minutes', 'min']);
const isOfTheCalendar = ({ reading: { words } }: Subject, { kind, from, to }: Figure): boolean =>
  ((kind === 'days' || kind === 'months') && DEADLINES.has(words[from - 1]?.fold ?? '')) ||
  (kind === 'number' && (SMALL_UNITS.has(words[to]?.fold ?? '') || (LAST.has(words[to]?.fold ?? '') && /^(?:mois|jours|semaines)$/.test(words[to + 1]?.fold ?? ''))));
/** "Ses 3 derniers mois". */
const LAST = new Set(['derniers', 'dernieres', 'prochains', 'prochaines']);

/** What someone asks to be entitled to is no share that is held. */
const isClaimed = ({ reading }: Subject, { from, to }: Figure): boolean => {
  const { words } = reading;
  // "Savoir si le legs doit être pris sur la moitié ou sur le tout".
  if (words.some(({ fold, sentence }, i) => i < from && sentence === words[from]!.sentence && WONDERS.has(fold) && words[i + 1]?.fold === 'si')) return true;
  const before = words.slice(Math.max(0, from - CLAIM_REACH), from).filter(({ sentence }) => sentence === words[from]!.sentence);
  const isHere = ({ clause }: Word): boolean => clause === words[from]!.clause;
  // "Inès doit-elle en payer la moitié ?", "la moitié de sa valeur doit-elle figurer dans la succession ?"
  const isAsked = (): boolean =>
    before.some((word) => isHere(word) && (PAYS.has(word.fold) || CLAIMS.has(word.fold))) ||
    words.slice(to, to + CLAIM_REACH).some((word) => isHere(word) && DUTIES.has(word.fold));
  if (endsInQuestion(reading, from) && isAsked()) return true;
  return before.some(({ fold: word }) => CLAIMS.has(word)) && before.some(({ fold: word }) => HOPES.has(word));
};
const DUTIES = new Set(['doit', 'peut', 'revient', 'va']);
const WONDERS = new Set(['savoir', 'demande', 'demandent']);
const PAYS = new Set(['payer', 'regler', 'supporter', 'rembourser', 'assumer', 'verser', 'garder', 'donner']);
const CLAIM_REACH = 7;
const CLAIMS = new Set(['pretendre', 'heriter', 'droit', 'recevoir', 'toucher', 'pretend', 'pretendent', 'reclame', 'exige', 'revient', 'reviennent', 'revenir']);
const HOPES = new Set([
  's',
  'si',
  'pretend',
  'pretendent',
  'soutient',
  'soutiennent',
  'reclame',
  'exige',
  'pensait',
  'pensais',
  'croyait',
  'croyais',
  'pense',
  'croit',
  'esperait',
  'espere',
]);

/** The number of a file in its title, of an article of law, of a form. */
function isReference(subject: Subject, figure: Figure): boolean {
  const { words, text } = subject.reading;
  // The title of a real statement counts its people and names its law ("3 bénéficiaires (757 B)").
  if (figure.start < titleEnd(text) && (figure.from <= 1 || subject.judged.stratum === undefined)) return true;
  // "Jusqu'au 6ème degré" is the law's.
  if (figure.kind === 'number' && words.slice(figure.to, figure.to + 3).some((word) => word.fold === 'degre')) return true;
  // "3. Le testament" heads a part.
  const startsLine = text.slice(text.lastIndexOf('\n', figure.start - 1) + 1, figure.start).trim() === '';
  if (figure.kind === 'number' && startsLine && /^\s?[.)-]\s+\p{Lu}/u.test(text.slice(figure.end, figure.end + HEADING))) return true;
  const before = words.slice(Math.max(0, figure.from - 3), figure.from).map((word) => word.fold);
  return before.some((word) => ['art', 'article', 'articles', 'cgi', 'cerfa'].includes(word)) && figure.kind !== 'amount' && figure.kind !== 'date';
}

/** Characters from a heading's number to its capital. */
const HEADING = 6;

/** A figure that the law gives, beside a word that says so ("l'abattement de 100 000 €"). */
function isConstant(subject: Subject, figure: Figure): boolean {
  const { constants } = subject.judged.pack.lexicon;
  if (!constants.values.includes(figure.value) || (figure.kind !== 'amount' && figure.kind !== 'years')) return false;
  const { words } = subject.reading;
  return findForms(constants.near, words).some((hit) => words[hit.from]!.sentence === words[figure.from]!.sentence && Math.abs(hit.from - figure.from) <= CONSTANT_REACH);
}
const CONSTANT_REACH = 10;

/** Amounts of a calculation that is shown and whose result or terms the target holds: "600 000 - 200 000 = 400 000", "soit 450 000 € en tout". */
function explainedFigures(subject: Subject): ReadonlySet<number> {
  const { text } = subject.reading;
  const held = subject.leaves.filter((leaf) => leaf.kind === 'amount' && typeof leaf.value === 'number').map((leaf) => leaf.value as number);
  const ratios = subject.leaves.filter((leaf) => leaf.kind === 'ratio').map((leaf) => Number(leaf.value));
  const explained = new Set<number>();
  const { figures } = subject;
  const sums = new Set<number>(held.flatMap((a, i) => held.flatMap((b, k) => (i === k ? [] : [a + b, Math.abs(a - b)]))));
  sums.add(held.reduce((sum, value) => sum + value, 0));
  for (const sum of sumsByLeaf(subject)) sums.add(sum);
  const products = new Set(held.flatMap((amount) => ratios.map((ratio) => Math.round(amount * ratio))));
  figures.forEach((figure, i) => {
    if (figure.kind !== 'amount' && figure.kind !== 'number') return;
    const before = text.slice(Math.max(0, figure.start - 24), figure.start).toLowerCase();
    // "Biens en France : 400 000 € (banque 100 000 € + appartement 300 000 €)".
    const isBroken = /^\s*\([^()+\n]*\+[^()\n]*\)/.test(text.slice(figure.end, figure.end + BREAKDOWN));
    if ((isBroken || /(?:total|soit|en tout|reste|solde|surplus|=)[^.\n\d]{0,16}$/.test(before)) && (sums.has(figure.value) || products.has(figure.value)))
      explained.add(figure.value);
    const [b, c] = [figures[i + 1], figures[i + 2]];
    if (!b || !c || !/=\s*$/.test(text.slice(b.end, c.start)) || !held.includes(c.value)) return;
    const operator = /^\s*([-+–×x*])\s*$/.exec(text.slice(figure.end, b.start))?.[1];
    const result =
      operator === '+' ? figure.value + b.value : operator === '-' || operator === '–' ? figure.value - b.value : operator === undefined ? NaN : figure.value * b.value;
    if (Math.abs(result - c.value) < 0.5) for (const value of [figure.value, b.value]) explained.add(value);
  });
  return explained;
}

/** Characters that a breakdown in parentheses takes. */
const BREAKDOWN = 90;

/** What the same fact of all items of a list comes to: three gifts of 50 000 euros. */
function sumsByLeaf(subject: Subject): number[] {
  const sums = new Map<string, number>();
  for (const leaf of subject.leaves) if (leaf.kind === 'amount' && leaf.pattern.includes('*')) sums.set(leaf.pattern, (sums.get(leaf.pattern) ?? 0) + Number(leaf.value));
  return [...sums.values()];
}

/** "60 % pour Jean et 40 % pour Marie": what is left of a share that the target holds, beside it. */
const isRest = (subject: Subject, figure: Figure): boolean =>
  figure.kind === 'ratio' &&
  subject.figures.some(
    (other) =>
      other !== figure &&
      other.kind === 'ratio' &&
      Math.abs(other.value + figure.value - 1) < 0.0006 &&
      (subject.reading.words[other.from]!.sentence === subject.reading.words[figure.from]!.sentence || isLeftOver(subject, figure)) &&
      subject.leaves.some((leaf) => leaf.kind === 'ratio' && Math.abs(Number(leaf.value) - other.value) < 0.0006),
  );

/** "Et les 30 % restants ?", "qui recueille l'autre moitié". */
const isLeftOver = ({ reading: { words } }: Subject, { from, to }: Figure): boolean =>
  /^autres?$/.test(words[from - 1]?.fold ?? '') || words.slice(to, to + 2).some(({ fold }) => /^restant/.test(fold));

/** "Trois contrats" where the target has two, in all lists of which the word may be ("deux créances"). */
function isTooMany({ owners, judged, reading: { words } }: Subject, { value, to }: Figure): boolean {
  if (judged.stratum === undefined || words[to] === undefined) return false;
  const isHere = (forms: readonly string[]): boolean => findForms(forms, words).some(({ from }) => from === to);
  const most = judged.pack.lexicon.entities.flatMap(({ owner, kind, heads }) => {
    const items = kind === 'thing' && owner.includes('*') ? owners.filter(({ entity }) => entity?.owner === owner) : [];
    if (items.length === 0 || !isHere(heads)) return [];
    const ofSort = items.filter(({ leaves }) => leaves.some(({ kind: leafKind, forms, value: code }) => leafKind === 'code' && isHere(forms?.codes?.[String(code)] ?? [])));
    return [ofSort.length || items.length];
  });
  return most.length > 0 && value > most.reduce((sum, count) => sum + count, 0);
}

const TELLS: readonly string[] = ['j ai|avais', 'jai|javais', 'mes freres|soeurs', 'nous sommes|etions'];
/** "un", a count of the people or things that are listed, a number inside a name. */
function isHarmlessNumber(subject: Subject, value: number, at: number): boolean {
  const word = subject.reading.words[at]!;
  if (subject.knownWords.has(word.fold)) return true;
  if (value <= 1) return true;
  if (word.fold === 'premier' || word.fold === 'neuf') return true;
  // "Quatre héritiers potentiels" of a real statement, whoever of them the target names.
  if (subject.judged.stratum === undefined && /^(?:co)?heritiers$/.test(subject.reading.words[at + 1]?.fold ?? '')) return true;
  const lists = new Map<string, number>();
  for (const owner of subject.owners) if (owner.entity) lists.set(owner.entity.owner, (lists.get(owner.entity.owner) ?? 0) + 1);
  // "J'ai trois frères et sœurs": the teller is one of four.
  const isOneOfThem = findForms(TELLS, subject.reading.words).length > 0;
  // "Tous trois nés d'une autre union" counts those of them who were just named.
  if (/^(?:tous|toutes|les|ces)$/.test(subject.reading.words[at - 1]?.fold ?? '') && [...lists.values()].some((count) => count >= value)) return true;
  if ([...lists.values()].some((count) => count === value || (isOneOfThem && count === value + 1))) return true;
  // "Nous étions trois, Jean, Anne et moi": the deceased was one of them.
  const siblings = subject.judged.pack.lexicon.kinship?.roles['sibling'] ?? [];
  if (isOneOfThem && siblings.some((pattern) => lists.get(pattern.replace(/\.nom$/, '')) === value - 1)) return true;
  if (namedBehind(subject, at) === value) return true;
  return subject.leaves.some((leaf) => leaf.value === value && (leaf.kind === 'count' || leaf.kind === 'number')) || value === 2;
}

/** "Trois enfants d'une première union : Nathalie, Philippe et Marie": how many of one list a sentence goes on to name. */
function namedBehind(subject: Subject, at: number): number {
  const counts = new Map<string, number>();
  for (const owner of subject.owners) {
    const { entity } = owner;
    if (entity?.kind === 'person' && namesIn(subject, owner, at).some(({ from }) => from > at)) counts.set(entity.owner, (counts.get(entity.owner) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

const LINES: readonly (readonly [number, string])[] = [
  [70, 'apres_70_ans'],
  [50, 'plus_de_50_ans_ou_infirme'],
  [18, 'est_mineur'],
  [5, 'domicile_commun_5_ans'],
  [1, 'droit_temporaire_logement'],
];
const BEFORE_A_LINE = new Set(['apres', 'avant', 'dela', 'plus', 'moins', 'passe', 'jusqu', 'pendant', 'depuis', 'durant', 'encore']);
/** "Après 70 ans"; "elle avait 70 ans" is an age. */
const isLegalLine = (subject: Subject, { value, from, start }: Figure): boolean =>
  LINES.some(([line, key]) => line === value && subject.leaves.some((leaf) => leaf.key === key || (key === 'apres_70_ans' && leaf.key === 'age_assure_au_versement'))) &&
  (/[<>]\s?$/.test(subject.reading.text.slice(0, start)) || isBehindALine(subject, from));
const isBehindALine = (subject: Subject, from: number): boolean => subject.reading.words.slice(Math.max(0, from - 4), from).some((word) => BEFORE_A_LINE.has(word.fold));

/** A share that is part of a told code ("un quart en pleine propriété"). */
function inCodeForm(subject: Subject, at: number): boolean {
  return subject.leaves.some((leaf) => leaf.kind === 'code' && codeHits(leaf, subject.reading.words).some((hit) => at >= hit.from - 1 && at < hit.to));
}
