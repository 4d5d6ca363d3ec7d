import { findForms } from '../reading/forms.ts';
import { faultsOf, type Fault } from '../reading/spelling.ts';
import { wordCount } from '../reading/words.ts';
import { writtenWordsOf, type Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** What the check measured, for the quality card. */
export interface NoiseMeasure {
  readonly problems: readonly Problem[];
  readonly faults: number;
  readonly abbreviations: number;
}

const SHOWN = 4;
/** Faults a word of a clean text, at most. */
const SURE_SHARE = 0.005;
/** Words of a short text. */
const SHORT = 80;

/** Faults and short forms agree with the stratum's noise. Without a stratum they are measured only. */
export function checkNoise(subject: Subject): NoiseMeasure {
  const { judged, reading } = subject;
  const found = [...faultsOf(reading, judged.dictionary, judged.pack.lexicon.writing, subject.knownWords), ...namesMiswritten(subject)];
  const quoted = [...reading.text.matchAll(/«[^«»]*»/g)].map((match) => [match.index, match.index + match[0].length] as const);
  const own = found.filter((fault) => !quoted.some(([from, to]) => reading.words[fault.at]!.start >= from && reading.words[fault.at]!.end <= to));
  const wrong = own.filter((fault) => fault.kind !== 'abbreviation' && fault.kind !== 'colloquial');
  const short = own.filter((fault) => fault.kind === 'abbreviation').length;
  const loose = own.length - wrong.length - short;
  const problems = judged.stratum ? problemsOf(subject, judged.stratum['noise'] ?? '', { wrong, short, loose }) : [];
  return { problems, faults: wrong.length, abbreviations: short };
}

/** "Frederic" of a target's "Frédéric", "valérie": nothing else tells a name that lost its accents, or its capital. */
function namesMiswritten({ judged: { dictionary }, leaves, misspelt, reading: { words } }: Subject): readonly Fault[] {
  const written = new Map<string, Set<string>>();
  for (const { kind, value } of leaves)
    if (kind === 'name' || kind === 'text')
      for (const { fold, lower } of writtenWordsOf(String(value))) if (/^\p{L}/u.test(lower)) written.set(fold, (written.get(fold) ?? new Set()).add(lower));
  const names = new Set(leaves.flatMap(({ kind, value }) => (kind === 'name' ? writtenWordsOf(String(value)).map(({ lower }) => lower) : [])));
  return words.flatMap(({ fold, lower, text }, at) =>
    misspelt.has(at) || (lower === fold && /^\p{Lu}\p{Ll}/u.test(text) && written.get(fold)?.has(lower) === false) || (text === lower && names.has(lower) && !dictionary.has(lower))
      ? [{ kind: 'unknown', at, sure: true } as const]
      : [],
  );
}

/** Whether the text leaves anything open. */
function isOpen({ judged, reading }: Subject): boolean {
  const { hedges, vague } = judged.pack.lexicon.writing;
  return [hedges, vague ?? []].some((forms) => findForms(forms, reading.words).length > 0);
}

function problemsOf(subject: Subject, noise: string, { wrong, short, loose }: { readonly wrong: readonly Fault[]; readonly short: number; readonly loose: number }): Problem[] {
  const words = wordCount(subject.reading);
  const faults = wrong.length;
  const shown = wrong.slice(0, SHOWN).map((fault) => `« ${subject.reading.words[fault.at]!.text} »`);
  const span = wrong[0] && ([subject.reading.words[wrong[0].at]!.start, subject.reading.words[wrong[0].at]!.end] as const);
  const problem = (message: string): Problem[] => [refuse('noise', message, span ? { span } : {})];
  switch (noise) {
    case 'propre':
    case 'ambigu': {
      // A rare word may be unknown; a lost accent is a fault.
      const most = Math.max(1, Math.ceil(words * 0.01));
      if (faults > most || wrong.filter((fault) => fault.sure).length > words * SURE_SHARE)
        return problem(`Le texte doit être sans fautes ; il y en a ${faults} : ${shown.join(', ')}.`);
      if (noise === 'ambigu' && !isOpen(subject)) return problem('Le texte doit avoir une hésitation ou une tournure vague (« je crois », « sauf erreur »).');
      return [];
    }
    case 'legeres_fautes': {
      const most = Math.max(3, Math.ceil(words * 0.03));
      if (faults + loose === 0) return problem('Le texte doit avoir une à trois fautes légères ; il n’en a aucune.');
      return faults > most ? problem(`Le texte doit avoir au plus ${most} fautes ; il y en a ${faults} : ${shown.join(', ')}.`) : [];
    }
    case 'fautes_et_abreviations':
      if (short < 2) return problem(`Le texte doit avoir au moins deux abréviations courantes (rdv, svp, bcp, tjs …) ; il en a ${short}.`);
      // A note of three lines has room for few; and no reader finds them all.
      return faults + loose < (words < SHORT ? 1 : 2) ? problem(`Le texte doit avoir plusieurs fautes ; il en a ${faults}.`) : [];
    case 'tres_brouillon': {
      const least = Math.max(2, Math.floor(words * 0.06));
      return faults + short + loose < least ? problem(`Le texte doit être très brouillon (au moins ${least} fautes ou abréviations) ; il en a ${faults + short + loose}.`) : [];
    }
    default:
      return [];
  }
}
