import { knownFemaleFirstNames, knownMaleFirstNames, rememberedOf, surnames } from '@case-swarm/schema';

/** A word of the text: as written, folded (lower case, no accents, ligatures opened), and where it stands. */
export interface Word {
  readonly text: string;
  /** In lower case, with its accents. */
  readonly lower: string;
  readonly fold: string;
  /** Folded and loosened: see `loosened`. */
  readonly loose: string;
  /** The same, with its end as it stands: see `loosenedStart`. */
  readonly looseStart: string;
  readonly start: number;
  readonly end: number;
  /** Number of the sentence and of the clause within the text. */
  readonly sentence: number;
  readonly clause: number;
  /** Whether a hyphen alone parts it from the word before ("Pierre" of "Jean-Pierre"). */
  readonly hyphened: boolean;
}

export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sentences: number;
}

/** Folds one word: "Décédée" to "decedee", "cœur" to "coeur". */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('’', "'");
}

/**
 * A word as a hurried hand may have meant it: doubled letters single ("testamment", "sucession"), an infinitive for a
 * participle ("marier" for "marié"), letters that nobody hears ("conte" for "compte") or that sound alike ("communoté").
 */
export const loosened = (word: string): string => loosenedStart(word).replace('mpt', 'nt').replace(/ment$/, 'men').replace(/er$/, 'e');

/** The same of a word's beginning, of which nobody knows how it ends: "conver" is not "conve" of "convenu". */
export const loosenedStart = (start: string): string => start.replaceAll(/([a-z])\1/g, '$1').replace(/e?au/, 'o');

/** What a folded word sounds like, whole and by its beginning. */
export const soundsOf = (folded: string): Pick<Word, 'loose' | 'looseStart'> => ({ loose: loosened(folded), looseStart: loosenedStart(folded) });

/** Small words as they are typed in haste; every form of them is meant. */
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pdt: 'pendant',
    ds: 'dans',
    qd: 'quand',
    tt: 'tout',
    tte: 'toute',
    ttes: 'toutes',
    bcp: 'beaucoup',
    mtn: 'maintenant',
    dc: 'donc',
    pr: 'pour',
    tjs: 'toujours',
    ac: 'avec',
  }),
);

/** Words come again and again; their forms are kept while they are few. */
type WordForms = Pick<Word, 'lower' | 'fold' | 'loose' | 'looseStart'>;
const known = new Map<string, WordForms>();
const MOST_KNOWN = 50_000;
const LONGEST_KNOWN = 40;
function wordForms(token: string): WordForms {
  const plain = fold(token);
  const folded = SHORT.get(plain) ?? plain;
  const forms = { lower: token.toLowerCase(), fold: folded, ...soundsOf(folded) };
  if (token.length <= LONGEST_KNOWN) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(token, forms);
  }
  return forms;
}

const TOKEN = /[\p{L}\p{M}]+|\d+|[.!?…;:,()\n«»"–—|]|[^\s]/gu;
const ENDS = new Set(['.', '!', '?', '…', '\n']);
const BREAKS = new Set([',', ';', ':', '(', ')', '–', '—', '|', '«', '»']);
/** Where a spoken account goes on to the next thing without a comma: "… 60 % et puis la maison …". */
const NEXT = new Set(['puis', 'donc', 'alors', 'ensuite', 'pis']);
/** "Est donc prévue" is one clause. */
const AUXILIARIES = new Set(['faut', 'faudra', 'faudrait', 'doit', 'peut', 'va', 'est', 'sont', 'etait', 'etaient', 'a', 'ont', 'avait', 'sera', 'y']);
const AFTER_AND = new Set(['apres', 'enfin', 'voila']);
/** After these a full stop ends an abbreviation, not a sentence. */
const ABBREVIATIONS = new Set(['m', 'mm', 'me', 'mme', 'mmes', 'mlle', 'dr', 'art', 'civ', 'env', 'succ', 'not', 'cf', 'rep', 'tel', 'av', 'st', 'ste', 'eur']);

/** These may be cut short, or be words as they are. */
const CUT = new Set(['appart', 'appt', 'apt', 'immeub', 'res', 'princ', 'prof']);

/** Splits a text into words, sentences and clauses. Linear in the text's length. */
export function read(text: string): Reading {
  const words: Word[] = [];
  let sentence = 0;
  let clause = 0;
  let open = false;
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    const start = match.index;
    const forms = known.get(token) ?? (/^[\p{L}\d]/u.test(token) ? wordForms(token) : undefined);
    if (forms) {
      if (open && ((NEXT.has(forms.fold) && !AUXILIARIES.has(words.at(-1)?.fold ?? '')) || (AFTER_AND.has(forms.fold) && words.at(-1)?.fold === 'et'))) clause++;
      words.push({
        text: token,
        lower: forms.lower,
        fold: forms.fold,
        loose: forms.loose,
        looseStart: forms.looseStart,
        start,
        end: start + token.length,
        sentence,
        clause,
        hyphened: text[start - 1] === '-' && words.at(-1)?.end === start - 1,
      });
      open = true;
    } else if (ENDS.has(token)) {
      const last = words.at(-1);
      const abbreviation = token === '.' && last !== undefined && last.end === start && (ABBREVIATIONS.has(last.fold) || (last.text.length === 1 && /\p{Lu}/u.test(last.text)));
      const decimal = token === '.' && /\d/.test(text[start - 1] ?? '') && /\d/.test(text[start + 1] ?? '');
      // "Appart. à Rennes"; in capitals the next sentence begins.
      const cut = token === '.' && last !== undefined && last.end === start && CUT.has(last.fold) && /^ \p{Ll}/u.test(text.slice(start + 1, start + 3));
      if (open && !abbreviation && !decimal && !cut) {
        sentence++;
        clause++;
        open = false;
      }
    } else if (BREAKS.has(token)) {
      const decimal = token === ',' && /\d/.test(text[start - 1] ?? '') && /\d/.test(text[start + 1] ?? '');
      if (open && !decimal) clause++;
    }
  }
  return { text, words, sentences: sentence + (open ? 1 : 0) };
}

/** Whether the word is the first of its sentence. */
export const startsSentence = (words: readonly Word[], at: number): boolean => at === 0 || words[at - 1]!.sentence !== words[at]!.sentence;

/** Whether a question mark ends the sentence of the word at `at`. */
export function endsInQuestion({ words, text }: Pick<Reading, 'words' | 'text'>, at: number): boolean {
  const end = words.findLastIndex(({ sentence }) => sentence === words[at]!.sentence);
  if (!/^\s*\?/.test(text.slice(words[end]!.end, words[end]!.end + MARK))) return false;
  // "Paul est né d'une première union, et alors ?" asks nothing of the birth.
  return !(words[end]!.fold === 'alors' && words[end - 1]?.fold === 'et' && at < end - 1);
}
/** Characters in which a question mark stands behind a word. */
const MARK = 4;

/** Words as a reader counts them. */
export const wordCount = rememberedOf((reading: Reading): number => reading.text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length);

const NAMES: ReadonlySet<string> = new Set([...knownMaleFirstNames, ...knownFemaleFirstNames, ...surnames].flatMap((name) => fold(name).split(/[ '-]/)));
/** Few words tell nothing of how somebody types. */
const TYPED = 8;
/** Whether somebody types without capitals. */
const isUncased = rememberedOf((words: readonly Word[]) => words.length >= TYPED && !words.some(({ text }) => /^\p{Lu}\p{Ll}/u.test(text)));

/** Whether a word is written as a name is: with a capital, where the text has any. */
export function isWrittenAsName(word: Word | undefined, words: readonly Word[]): boolean {
  if (word === undefined) return false;
  if (/^\p{Lu}/u.test(word.text)) return true;
  return isUncased(words) && NAMES.has(word.fold);
}
