import { PET_NAMES } from '../kin/names.ts';
import { findForms, isWithin, type FormHit } from '../reading/forms.ts';
import type { Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

const FIRST_PERSON: readonly string[] = [
  'je|j|moi|me|m|mon|ma|mes|nous|notre|nos|jai|jetais|javais',
  'jsui|jsuis|chui|chuis|jcompren*|jvoudr*|jveu*|jpeu*|jsai*|jcroi*|jpens*|jdoi*|jhabit*',
];
/** Ways of speaking in which the writer is nobody: "il nous a quittés", "on nous dit". */
const IDIOMS: readonly string[] = [
  'nous a quitte|quittes|quittee',
  'nous quitte|quittait',
  'on nous',
  'a ma connaissance',
  'a mon avis',
  'que je sache',
  // The politeness of letters.
  'je vous|vs ecris|contacte|sollicite|transmets|soumets|adresse|remercie|prie|expose|presente',
  'je transmets|soumets|joins|vous',
  'je me permets|permet',
  'mes remerciements|salutations|hommages|respects',
  'je reprends|reprend ... dossier',
];
/** How one asks for an answer, whatever it is about. */
const ASKING: readonly string[] = ['pourriez|pouvez|pourrez|voulez|veuillez vous me|m', 'veuillez me|m', 'merci de me|m', 'dites|indiquez moi'];
/** What a lawyer says of the file itself, in a text of others. */
const NARRATION: readonly string[] = ['me demande|demandent|charge|chargent de', 'm a|ont demande|prie|priee|confie|soumis|transmis|charge|charges'];
/** What somebody writes for another: he is in it, the one whose story it is isn't. */
const MANDATE: readonly string[] = [
  ...NARRATION,
  'nous charge|chargent|saisit|saisissent|demande|demandent|mandate|consulte|appelle|appellent|contacte|sollicite',
  'nous a|ont ete communique*|transmis*|remis*|indique*',
  'nous a|ont charge*|saisi*|mandate*|demande|consulte*|confie|appele*',
  'nous vous saisissons|contactons|ecrivons|sollicitons|transmettons|soumettons|prions|remercions|adressons',
  'ce que nous savons',
  'notre connaissance',
  'nos remerciements|salutations|respects|hommages',
];
const REPORTS: readonly string[] = [
  'selon|dapres|suivant',
  'd apres',
  'indique|indiquent|indiquait|precise|precisent|explique|expliquent|rapporte|rapportent|affirme|affirment|declare|declarent|dit|disent|raconte|racontent|soutient|soutiennent|pretend|pretendent|ajoute|ajoutent|assure|confie|signale',
  'a|ont|est indique|precise|explique|rapporte|affirme|declare|dit|raconte|soutenu|pretendu|ajoute|assure|confie|signale|appris',
  'fait savoir',
  'aurait|auraient|serait|seraient',
  'parait il|parait que',
  'a ce qu|que',
  'en croire',
];
/** How one who stands outside begins. */
const OUTSIDE: readonly string[] = ['je me permets|permet', 'je vous|vs ecris|contacte|sollicite|appelle'];
/** One person speaks of himself; "nous" may be a letter's politeness. */
const BEHIND_BUT = new Set(['il', 'elle', 'ils', 'elles', 'on', 'c', 'ya', 'y']);
const MYSELF = new Set(['je', 'j', 'moi', 'me', 'm', 'mon', 'ma', 'mes', 'jai', 'jetais', 'javais']);

/** Who speaks, and in which person. Words in quotation marks are someone else's. */
export function checkVoice(subject: Subject): Problem[] {
  const { stratum } = subject.judged;
  if (!stratum) return [];
  return voice(subject, stratum['voice'] ?? '');
}

/** Where forms stand outside quotation marks. */
export function ownWords(subject: Subject, forms: readonly string[]): FormHit[] {
  const quoted = [...subject.reading.text.matchAll(/[«"][^«»"]*[»"]/g)].map((match) => [match.index, match.index + match[0].length] as const);
  return findForms(forms, subject.reading.words).filter((hit) => !quoted.some(([from, to]) => hit.start >= from && hit.end <= to));
}

/** "Papa t'a fait un don": with nothing before it that would make him another's. */
const isCallingOwn = ({ reading: { words } }: Subject): boolean =>
  words.some(({ fold, clause }, i) => PET_NAMES.has(fold) && (words[i - 1]?.clause !== clause || !ANOTHERS.has(words[i - 1]!.fold)));
const ANOTHERS = new Set('le la les un une son sa leur ton ta votre du au'.split(' '));

function voice(subject: Subject, level: string): Problem[] {
  // "M." is Monsieur, and "m" alone is not a pronoun at the head of a name.
  const idioms = findForms(IDIOMS, subject.reading.words);
  const first = ownWords(subject, FIRST_PERSON).filter((hit) => subject.reading.words[hit.from]!.text !== 'M' && !isWithin(hit, idioms));
  // "Je crois" is how a doubt is told, whoever's the story is.
  const hedges = findForms(subject.judged.pack.lexicon.writing.hedges, subject.reading.words);
  const spoken = [...hedges, ...(isRelative(subject) ? findForms(MANDATE, subject.reading.words) : [])];
  // "Je me permets de vous écrire pour un ami" is all that one who stands outside need say of himself.
  const isOutside = !isRelative(subject) && findForms(OUTSIDE, subject.reading.words).length > 0;
  if (level === 'premiere_personne' && !isOutside && !isCallingOwn(subject) && first.every((hit) => isWithin(hit, spoken)))
    return [refuse('voice', 'Le texte doit être à la première personne : dites « je », « mon », « nous ».')];
  const asides = [...hedges, ...findForms(ASKING, subject.reading.words), ...findForms(NARRATION, subject.reading.words)];
  const { words } = subject.reading;
  // "Mes elle veut" of a scribble is "mais".
  const isBut = ({ from, to }: FormHit): boolean => words[from]!.fold === 'mes' && BEHIND_BUT.has(words[to]?.fold ?? '');
  const own = first.find((hit) => MYSELF.has(words[hit.from]!.fold) && !isWithin(hit, asides) && !isBut(hit));
  if ((level === 'troisieme_personne' || level === 'note_dossier') && own)
    return [
      refuse('voice', `« ${subject.reading.words[own.from]!.text} » parle à la première personne : le texte doit rester à la troisième.`, { span: [own.start, own.end] as const }),
    ];
  if (level === 'parole_rapportee' && ownWords(subject, REPORTS).length === 0)
    return [refuse('voice', 'Le texte doit rapporter des paroles : « selon … », « elle indique que … », « il aurait … ».')];
  return [];
}

/** Whether the one who tells belongs to the family, and not to an office that writes of it. */
const isRelative = ({ judged }: Subject): boolean => judged.pack.lexicon.kinship?.tellers[judged.stratum?.['persona'] ?? ''] !== undefined;
