import type { Random } from '@case-swarm/schema';

interface Slip {
  readonly pattern: RegExp;
  readonly make: (match: string) => string;
  /** What comes of it is a word too, so that a reader may not see it as a fault: it comes on top of those that show. */
  readonly weak?: true;
}

/** A pattern on whole words; JavaScript's own word boundary does not know accents. */
const word = (source: string, flags = ''): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, `u${flags}`);

/** Mistakes that people make and that leave every fact readable; some are words too, and only their place is wrong. */
const slips: readonly Slip[] = [
  { pattern: word('succession'), make: () => 'sucession' },
  { pattern: word('appartement'), make: () => 'apartement' },
  { pattern: word('héritiers'), make: () => 'heritiers' },
  { pattern: word('décédé'), make: () => 'decedé' },
  { pattern: word('(était|étaient)'), make: (said) => said.replace('é', 'e') },
  { pattern: word('bénéficiaire'), make: () => 'beneficiaire' },
  { pattern: word('donation'), make: () => 'donnation' },
  { pattern: word('propriété'), make: () => 'proprieté' },
  { pattern: word("j'ai", 'i'), make: (said) => (said.startsWith('J') ? 'Jai' : 'jai') },
  { pattern: word("c'est", 'i'), make: (said) => (said.startsWith('C') ? 'Cest' : 'cest') },
  { pattern: word("n'avait"), make: () => 'navait' },
  { pattern: word('patrimoine'), make: () => 'patrimoinne' },
  { pattern: word('testament'), make: () => 'testamment' },
  { pattern: word('reçu'), make: () => 'recu' },
  { pattern: word('personne'), make: () => 'persone' },
  { pattern: word('frère'), make: () => 'frere' },
  { pattern: word('mère'), make: () => 'mere' },
  { pattern: word('père'), make: () => 'pere' },
  { pattern: word('décès'), make: () => 'deces' },
  { pattern: word('voilà', 'i'), make: (said) => said.replace('à', 'a'), weak: true },
  { pattern: word('résidence'), make: () => 'residence' },
  { pattern: word('problème'), make: () => 'probleme' },
  { pattern: word('être'), make: () => 'etre' },
  { pattern: word('situation'), make: () => 'situtation' },
  { pattern: word('réponse'), make: () => 'reponse' },
  { pattern: word('nationalité'), make: () => 'nationnalité' },
  { pattern: word('toujours'), make: () => 'toujour' },
  { pattern: word('combien'), make: () => 'conbien' },
  { pattern: word('remercie'), make: () => 'remerci' },
  { pattern: word("quelqu'un"), make: () => 'quelquun' },
  { pattern: word('maison'), make: () => 'maisson' },
  { pattern: word('bancaire'), make: () => 'banquaire' },
  { pattern: word('notaire'), make: () => 'nottaire' },
  { pattern: word('communauté'), make: () => 'comunauté' },
  { pattern: word('mariage'), make: () => 'marriage' },
  { pattern: word('commencer'), make: () => 'comencer' },
  { pattern: word('moments-là'), make: () => 'moment là' },
  { pattern: word('livret'), make: () => 'livrêt' },
  { pattern: word('première'), make: () => 'premiere' },
  { pattern: word('précédente'), make: () => 'precedente' },
  { pattern: word('estimée'), make: () => 'estimee' },
  { pattern: word('dossier'), make: () => 'dosier' },
  { pattern: word('questions'), make: () => 'quéstions' },
  { pattern: word('immobilier'), make: () => 'imobilier' },
  { pattern: word('immeuble'), make: () => 'imeuble' },
  { pattern: word('habitait'), make: () => 'abitait' },
  { pattern: word('conseillez'), make: () => 'conseiller', weak: true },
  { pattern: word('décédée'), make: () => 'decedée' },
  { pattern: word('Décès'), make: () => 'Deces' },
  { pattern: word('née'), make: () => 'nee' },
  { pattern: word('prédécédée?'), make: (said) => said.replace('prédé', 'prede') },
  { pattern: word("d'avance"), make: () => 'davance' },
  { pattern: word('il y a', 'i'), make: (said) => said.replace(/a$/, 'à') },
  { pattern: word('a été'), make: () => 'à été' },
  { pattern: word('tout le monde'), make: () => 'tous le monde' },
  { pattern: word('voudrais'), make: () => 'voudrai' },
  { pattern: word('veut'), make: () => 'veux', weak: true },
  { pattern: word('peut'), make: () => 'peux', weak: true },
  { pattern: word('filleul'), make: () => 'fileul' },
  { pattern: word('bénéficiaires'), make: () => 'beneficiaires' },
  { pattern: word('Assurance-vie'), make: () => 'Assurance vie', weak: true },
];

/** Said where no word of the text can be got wrong. */
const FAULTY_THANKS = ['Merci davance.', 'Je vous remerci.', 'Merci de votre reponse.', "Dans l'atente de vous lire."];

/** Slips of grammar: each word is one, agreement or ending is not. They stand beside a misspelling, never alone. */
const grammar: readonly Slip[] = [
  { pattern: word('décédée'), make: () => 'décédé' },
  { pattern: word('estimée'), make: () => 'estimé' },
  { pattern: word('estimé'), make: () => 'estimer' },
  { pattern: word('avait été'), make: () => 'avait était' },
  { pattern: word('mariés'), make: () => 'marié' },
  { pattern: word('marié(e?)'), make: () => 'marier' },
  { pattern: word('annoncé'), make: () => 'annoncer' },
  { pattern: word('conseillé'), make: () => 'conseiller' },
  { pattern: word('vaut'), make: () => 'vaux' },
  { pattern: word('enfants'), make: () => 'enfant', weak: true },
  { pattern: word('dettes'), make: () => 'dette', weak: true },
  { pattern: word('signée?'), make: () => 'signer' },
  { pattern: word('versée'), make: () => 'versé' },
  { pattern: word('à'), make: () => 'a', weak: true },
  { pattern: word('sont'), make: () => 'son', weak: true },
  { pattern: word('ses'), make: () => 'ces', weak: true },
  { pattern: word('où'), make: () => 'ou', weak: true },
];

const abbreviations: readonly (readonly [RegExp, string])[] = [
  [word('appartement'), 'appart'],
  [word('toujours'), 'tjs'],
  [word('beaucoup'), 'bcp'],
  [word('pour'), 'pr'],
  [word('dans'), 'ds'],
  [word('quand'), 'qd'],
  [word("s'il vous plaît"), 'svp'],
  // "Droits de succession" is the tax's name and stays whole.
  [/(?<![\p{L}'-])(?<!droits de )succession(?![\p{L}-])/u, 'succ.'],
  [word('rendez-vous'), 'rdv'],
  [word("quelqu'un"), 'qqn'],
  [word('quelque chose'), 'qqch'],
  [word('téléphone'), 'tél'],
  [word('environ'), 'env'],
];
/** Said where a text offers nothing to abbreviate; they tell no fact. */
const shortAsides = [
  'Une rép. svp, un rdv est possible.',
  'Un rdv est possible qd vous voulez.',
  'Aidez la famille svp, il y a bcp de questions.',
  'Merci bcp, un rdv qd vous pouvez.',
  'On est tjs dispo pr un rdv.',
  'Une rép. ds la semaine svp.',
  'Rappel possible au tél qd vous voulez.',
  'Un mot de rép. svp.',
  'Bcp de papiers et tjs pas de rép. à ce jour.',
  'Tt le monde attend une rép. svp.',
  "C'est tjs pareil, bcp de bruit pr rien.",
  'Le tél reste ouvert ds la journée.',
];
/** The same where every word counts. */
const barestAsides = ['Rdv possible svp.', 'Rép. svp, rdv possible.', 'Rdv svp.', 'Rép. rapide svp.', 'Rdv qd vous voulez.', 'Merci bcp.', 'Tél possible svp.'];
const impersonalHedges = ['sauf erreur', 'à vérifier tout de même', 'sous réserve de vérification', 'semble-t-il', 'à confirmer'];
const hedges = [...impersonalHedges, 'sauf erreur de ma part', 'si je ne me trompe pas', 'je crois', 'il me semble', 'à ce que je sais'];

export const countWords = (text: string): number => text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;

/**
 * Puts the stratum's kind of noise into a clean text. Names, figures and dates are never touched.
 * @param manner `impersonal`: no "je" may come in with it; `bare`: every word counts
 */
export function addNoise(text: string, noise: string, random: Random, manner: { readonly impersonal: boolean; readonly bare: boolean }): string {
  const asides = manner.bare ? barestAsides : shortAsides;
  const words = countWords(text);
  switch (noise) {
    case 'legeres_fautes':
      return atLeastOne(text, misspell(text, random, Math.max(1, Math.min(3, Math.round(words * 0.02)))), random);
    case 'fautes_et_abreviations':
      return misspell(abbreviate(text, random, 3, asides), random, Math.max(4, Math.ceil(words * 0.04)));
    case 'tres_brouillon':
      return misspell(loosen(abbreviate(text, random, 2, asides), random), random, Math.max(5, Math.ceil(words * 0.11)));
    case 'ambigu':
      return hedge(text, random, manner.impersonal ? impersonalHedges : hedges);
    default:
      return text;
  }
}

/** A note of a few nouns may have no word that people get wrong. */
const atLeastOne = (before: string, after: string, random: Random): string => (after === before ? `${after.trimEnd()} ${random.pick(FAULTY_THANKS)}` : after);

/** Quoted words are somebody's own and stay as they are. */
const protectedZones = (text: string): [number, number][] => [...text.matchAll(/«[^»]*»/g)].map((match) => [match.index, match.index + match[0].length]);
const isFree = (zones: readonly [number, number][], index: number): boolean => zones.every(([from, to]) => index < from || index >= to);

/** Most of the faults are misspelled words; with three or more, some are slips of grammar. */
function misspell(text: string, random: Random, wanted: number): string {
  const grammatical = Math.floor(wanted / 3);
  const { text: slipped, made } = slip(text, random, grammatical, grammar);
  const { text: out, made: spelled } = slip(slipped, random, wanted - made, slips);
  const short = wanted - made - spelled;
  // A lost accent may leave another word of the language, and no fault that shows.
  return short > 0 ? miscountConsonants(dropAccents(out, random, Math.floor(short / 2)).text, random, short) : out;
}

const DOUBLE = /(?<![\p{L}'-])(\p{Ll}{2,})([lnmprtf])\2(\p{Ll}{2,})(?![\p{L}-])/gu;
const SINGLE = /(?<![\p{L}'-])(\p{Ll}{2,}[aeiou])([lnmprt])([aeiou]\p{Ll}{2,})(?![\p{L}-])/gu;

/** Months and numerals in letters are figures and stay whole; "files" is another word. */
const FIGURES = /^(?:filles|janvier|février|fevrier|avril|juillet|septembre|octobre|novembre|d[ée]cembre|quarante|cinquante|soixante|trente|quatorze|million|mille|dizaine)/u;

/** "apeler", "appartennir": a consonant too few or too many in long words. */
function miscountConsonants(text: string, random: Random, wanted: number): string {
  const zones = protectedZones(text);
  const places = [...text.matchAll(DOUBLE), ...text.matchAll(SINGLE)].filter((match) => isFree(zones, match.index) && !FIGURES.test(match[0]));
  let out = text;
  for (const place of random
    .shuffle(places)
    .slice(0, wanted)
    .toSorted((a, b) => b.index - a.index)) {
    const [said, before, letter, after] = place;
    const wrong = said.includes(letter! + letter!) && !before!.endsWith(letter!) ? `${before}${letter}${after}` : `${before}${letter}${letter}${after}`;
    out = out.slice(0, place.index) + wrong + out.slice(place.index + said.length);
  }
  return out;
}

function slip(text: string, random: Random, wanted: number, kinds: readonly Slip[]): { text: string; made: number } {
  let out = text;
  let made = 0;
  let weakly = 0;
  for (let round = 0; round < 2 && made < wanted; round++) {
    for (const { pattern, make, weak } of random.shuffle(kinds)) {
      if (made >= wanted) break;
      // A weak one may be seen as a fault all the same, so that there is no room for many.
      if (weak && weakly >= wanted / 4) continue;
      const all = [...out.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))];
      const zones = protectedZones(out);
      const places = all.filter((match) => isFree(zones, match.index));
      if (places.length === 0) continue;
      const place = random.pick(places);
      const said = make(place[0]);
      if (said === place[0]) continue;
      out = out.slice(0, place.index) + said + out.slice(place.index + place[0].length);
      if (weak) weakly++;
      else made++;
    }
  }
  return { text: out, made };
}

/** Accents lost in the middle of lower-case words, where the word stays itself. */
function dropAccents(text: string, random: Random, most: number): { text: string; made: number } {
  const zones = protectedZones(text);
  const places = [...text.matchAll(/(?<![\p{L}'])[a-zà-ÿ]*[éèêâîôûç][a-zà-ÿ]{2,}(?!\p{L})/gu)].filter((match) => isFree(zones, match.index) && match[0].length > 4);
  let out = text;
  let made = 0;
  for (const place of random
    .shuffle(places)
    .slice(0, most)
    .sort((a, b) => b.index - a.index)) {
    const plain = place[0].normalize('NFD').replaceAll(/\p{M}/gu, '');
    out = out.slice(0, place.index) + plain + out.slice(place.index + place[0].length);
    made++;
  }
  return { text: out, made };
}

function abbreviate(text: string, random: Random, wanted: number, asides: readonly string[]): string {
  let out = text;
  let made = 0;
  for (const [pattern, short] of random.shuffle(abbreviations)) {
    if (made >= wanted) break;
    const match = pattern.exec(out);
    if (!match || !isFree(protectedZones(out), match.index)) continue;
    out = out.slice(0, match.index) + short + out.slice(match.index + match[0].length);
    made++;
  }
  if (made >= 2) return out;
  const aside = random.pick(asides);
  // In a letter it stands before the thanks, not behind the signature.
  const closing = out.trimEnd().lastIndexOf('\n\n');
  return closing > 0 && out.slice(closing).trim().split('\n').length <= 2 && out.slice(0, closing).includes('\n\n')
    ? `${out.slice(0, closing)} ${aside}${out.slice(closing)}`
    : `${out.trimEnd()} ${aside}`;
}

/** Drops some full stops and capitals, as one does on a phone. */
function loosen(text: string, random: Random): string {
  return text.replaceAll(/\. (\p{Lu})(?=[\p{Ll}' ])/gu, (match, letter: string, offset: number) =>
    random.chance(0.4) && /^(Il|Elle|On|Y|Je|Le|La|Les|Un|Une|Dans|Ce)\b/.test(text.slice(offset + 2)) ? ` ${letter.toLowerCase()}` : match,
  );
}

/** Nobody doubts a death in passing. */
const DEATH = /décéd|mort|quitté|éteint|mourir/iu;

function hedge(text: string, random: Random, lines: readonly string[]): string {
  const line = random.pick(lines);
  // The stop of "M." ends no sentence.
  const stops = [...text.matchAll(/(?<!(?<!\p{L})(?:M|Mme|Me|Dr|\p{Lu}))\.(?= \p{Lu})/gu)];
  const sentenceTo = (stop: number): string => text.slice(Math.max(text.lastIndexOf('. ', stop - 1) + 1, text.lastIndexOf('\n', stop)) + 1, stop);
  const alive = stops.slice(1).filter(({ index }) => !DEATH.test(sentenceTo(index)));
  // A name or a figure can be doubted; what people sigh cannot.
  const told = alive.filter(({ index }) => /\d|\s\p{Lu}\p{Ll}/u.test(sentenceTo(index)));
  const free = told.length > 0 ? told : alive;
  if (free.length === 0) return `${text.replace(/\.$/, '')}, ${line}.`;
  const place = random.pick(free);
  return `${text.slice(0, place.index)}, ${line}${text.slice(place.index)}`;
}
