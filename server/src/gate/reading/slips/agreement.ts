import { COMPANIES, after, of, any, BE, FEMININE, MONTH_NAMES, isOnlyParticiple, only, on, type Look, type SlipRule } from './look.ts';

const PLURAL_DETERMINERS = new Set('les des mes tes ses nos vos leurs ces deux trois quatre cinq six sept huit plusieurs quelques'.split(' '));
const MASCULINE = new Set('le un ce cet du'.split(' '));
/** "Elle-même"; "moi même" is as often "moi, même si". */
const BEFORE_SELF = new Set('lui elle soi eux elles'.split(' '));
const PLURAL_BE = new Set('sont étaient etaient sommes étions etions seront'.split(' '));
/** "La maison a été", "aucune licitation n'est": between a subject and its participle. */
const COPULAS = new Set('est était etait sera serait été être'.split(' '));
/** "La déclaration doit être déposée". */
const SINGULAR_MODALS = new Set('doit devait devra devrait peut pouvait pourra pourrait va'.split(' '));
const PLURAL_MODALS = new Set('doivent devaient devront devraient peuvent pouvaient pourront pourraient vont semblent'.split(' '));
/** Verbs behind which stands what the subject is. */
const SEEM = new Set('révèlent semblent paraissent restent deviennent demeurent'.split(' '));
const DEGREES = new Set('plus moins très trop assez aussi'.split(' '));
/** Participles that stand before a noun like a preposition, or in fixed phrases. */
const INVARIABLE = new Set('vu excepté passé compris étant attendu supposé sauf dit fait pu dû plu'.split(' '));

/** A participle or adjective whose every reading is masculine singular. */
const isMasculine = (look: Look): boolean => isOnlyParticiple(look.tags(), /^.ms$/) && !any(look.tags(), /^W/) && !INVARIABLE.has(look.word.lower);
/** "N'ont pas été": between "ont" and "été" stand adverbs only. */
const isPluralHave = (look: Look): boolean => {
  let by = -2;
  while (['pas', 'jamais', 'plus', 'encore', 'toujours', 'déjà', 'tous', 'toutes'].includes(look.lower(by))) by--;
  return ['ont', 'avaient', 'auraient', 'auront'].includes(look.lower(by));
};
const isFemininePlural = (look: Look, by: number): boolean => any(look.tags(by), /^Nfp$/) && !any(look.tags(by), /^Nm/) && !look.isName(by) && !isComplement(look, by);
const isMasculinePlural = (look: Look): boolean => isOnlyParticiple(look.tags(), /^.mp$/) && !any(look.tags(), /^[VN]/);
const isFeminineNoun = (look: Look, by: number): boolean =>
  COMPANIES.has(look.near(by)?.text ?? '') || (only(look.tags(by), /^Nfs$/) && !look.isName(by) && !['fois', 'personne', 'sorte'].includes(look.lower(by)));

/** Where the participle's subject ends: behind what stands between ("n'est", "a été", "est déjà"). */
function subjectBefore(look: Look): number {
  let by = look.lower(-1) === 'été' ? -1 : look.auxiliary(COPULAS);
  if (by === 0) return 0;
  if (look.lower(by) === 'être') {
    by = SINGULAR_MODALS.has(look.lower(by - 1)) ? by - 1 : by - 2;
    if (!SINGULAR_MODALS.has(look.lower(by))) return 0;
  }
  by--;
  while (['ne', 'n', 'a', 'avait', 'aurait', 'aura', 'été', 'y'].includes(look.lower(by))) by--;
  return beforeSum(look, by);
}

/** "Une prime de 46 000 € y a été": behind "de" and a sum stands what was paid. */
function beforeSum(look: Look, from: number): number {
  let by = from;
  while (/^(?:\d+|euros?)$/.test(look.lower(by))) by--;
  return by < from && look.lower(by) === 'de' ? by - 1 : from;
}

/** "Le crédit à la consommation est contesté", "le contrat d'assurance est contesté": the noun before is not the subject. */
const isComplement = (look: Look, by: number): boolean =>
  [look.lower(by - 1), FEMININE.has(look.lower(by - 1)) ? look.lower(by - 2) : ''].some((word) => BEFORE_COMPLEMENT.has(word));
/** "Un crédit à la consommation contracté": the credit was. */
function isBehindMasculine(look: Look): boolean {
  const by = FEMININE.has(look.lower(-2)) ? -3 : -2;
  return BEFORE_COMPLEMENT.has(look.lower(by)) && only(look.tags(by - 1), /^Nms$/);
}
const BEFORE_COMPLEMENT = new Set(['à', 'de', 'd', 'sur', 'dans', 'pour', 'par', 'en', 'avec']);

/** "De cette union est issu un fils": the subject stands behind. */
const isInverted = (look: Look): boolean => /^(?:issu|né|venu|sorti|resté|survenu)s?$/.test(look.lower(0)) && (BEHIND.has(look.lower(1)) || look.isCapital(1));
const BEHIND = new Set(['un', 'deux', 'trois', 'quatre', 'le', 'les', 'mon', 'mes', 'son', 'ses', 'plusieurs']);

/** "Pas de licitation [prévu]". */
const isDenied = (look: Look): boolean => ['de', 'd'].includes(look.lower(-2)) && ['pas', 'plus', 'jamais'].includes(look.lower(-3));

/** The "un" of "quatre-vingt-un", "trente et un". */
const isNumeral = (look: Look): boolean =>
  look.lower(-1) === 'un' && (look.lower(-2) === 'et' || look.lower(-2) === 'vingt') && /^(?:vingt|trente|quarante|cinquante|soixante|quatre)/.test(look.lower(-3));

/** "Ma mère, Sarah Garnier, est": between two commas stands who she is. */
function isBehindApposedWoman(look: Look): boolean {
  const { words, at, word } = look;
  if (!['est', 'était', 'etait'].includes(look.lower(-1)) || look.near(-2) !== undefined) return false;
  let name = at - 2;
  while (/^\p{Lu}/u.test(words[name]?.text ?? '')) name--;
  const woman = words[name];
  if (name === at - 2 || woman?.sentence !== word.sentence || woman.clause === words[name + 1]!.clause) return false;
  return (
    OF_A_WOMAN.has(words[name - 1]?.lower ?? '') && WOMEN.has(woman.lower) && words[name - 1]!.sentence === word.sentence && !BEFORE_COMPLEMENT.has(words[name - 2]?.lower ?? '')
  );
}
const OF_A_WOMAN = new Set(['ma', 'sa', 'notre', 'votre', 'leur', 'une', 'la']);
const WOMEN = new Set(
  'mère mere sœur soeur femme fille épouse epouse tante nièce niece cousine compagne concubine partenaire cliente grand-mère marraine amie défunte associée'.split(' '),
);

export const agreementRules: readonly SlipRule[] = [
  // "deux enfant": a plural determiner before what can only be singular.
  // "Vingt-huit décembre" counts days.
  after(
    PLURAL_DETERMINERS,
    (look) => only(look.tags(), /^[NA].s$/) && any(look.tags(), /^N/) && !/[sxz]$/.test(look.word.text) && look.lower(1) !== 'et' && !MONTH_NAMES.has(look.lower(0)),
  ),
  // "relise les acte": behind a verb "les" is no pronoun.
  after(
    PLURAL_DETERMINERS,
    (look) => any(look.tags(), /^N.s$/) && !any(look.tags(), /^[NAK].[p?]/) && !/[sxz]$/.test(look.word.text) && only(look.tags(-2), /^V/) && look.lower(1) !== 'et',
  ),
  // "la comptes", "une maisons", "dans quel délais"; "vingt et un ans" are many.
  after([...FEMININE, ...MASCULINE, 'quel', 'quelle'], (look) => only(look.tags(), /^[NKA].p$/) && any(look.tags(), /^N/) && /s$/.test(look.word.text) && !isNumeral(look)),
  // "elle même": the hyphen is lost.
  on(['même'], (look) => BEFORE_SELF.has(look.lower(-1)) && look.text[look.word.start - 1] === ' ' && !['et', 'de', 'pas', 'que'].includes(look.lower(-2))),
  // "le maison", "une testament".
  after(
    ['le', 'un', 'ce', 'du', 'la', 'une', 'cette'],
    (look) =>
      (['le', 'un', 'ce', 'du'].includes(look.lower(-1)) && only(look.tags(), /^Nfs$/)) ||
      (['la', 'une', 'cette'].includes(look.lower(-1)) && only(look.tags(), /^Nms$/) && !['quasi', 'par', 'également'].includes(look.lower(0))),
  ),
  // "les sienne", "la mien".
  after(PLURAL_DETERMINERS, (look) => ['sienne', 'sien', 'mienne', 'mien', 'tienne', 'tien'].includes(look.lower(0))),
  // "tout les", "toute les".
  on(
    ['tout', 'toute', 'tous', 'toutes'],
    (look) =>
      (['tout', 'toute'].includes(look.lower(0)) && look.lower(1) === 'les') ||
      (['tous', 'toutes'].includes(look.lower(0)) && ['le', 'la'].includes(look.lower(1)) && look.lower(-1) !== 'pas' && !any(look.tags(-1), /^V/)),
  ),
  // "elle est décédé", "ils sont marié", "vos lettres sont inutile".
  of('KA', (look) => {
    const by = look.auxiliary(BE);
    if (by === 0 || look.lower(by) === 'été' || any(look.tags(), /^W/)) return false;
    const tags = look.tags().filter((tag) => /^[KA]/.test(tag));
    // "Ils s'étaient consenti une donation" is as it should be.
    if (['s', 'se'].includes(look.lower(by - 1)) && /^(?:une?|des|les?|la|l|aucune?|de|d)$/.test(look.lower(1)) && !/^(?:\d+|premier)$/.test(look.lower(2))) return false;
    // "Mon père et elle étaient mariés".
    if (look.lower(by - 1) === 'elle' && !PLURAL_BE.has(look.lower(by)) && any(tags, /^K/)) return only(tags, /^.m/);
    const isPlural = ['ils', 'elles'].includes(look.lower(by - 1)) || PLURAL_BE.has(look.lower(by));
    return isPlural && (any(tags, /^K/) || !any(look.tags(), /^[NV]/)) && only(tags, /^..s$/);
  }),
  // "les charges réglée par le conjoint".
  of('K', (look) => look.lower(1) === 'par' && PLURAL_DETERMINERS.has(look.lower(-2)) && any(look.tags(-1), /^N.p$/) && isOnlyParticiple(look.tags(), /^..s$/)),
  // "ma mère, Sarah Garnier, est décédé".
  of('K', (look) => isMasculine(look) && isBehindApposedWoman(look)),
  // "les éléments n'ont pas été communiqué", "les terres agricoles sont estimés".
  of('K', (look) => {
    if (look.lower(-1) === 'été' && isMasculine(look) && isPluralHave(look)) return true;
    const at = look.auxiliary(PLURAL_BE);
    return at < 0 && isMasculinePlural(look) && [at - 1, at - 2].some((noun) => isFemininePlural(look, noun)) && !['et', 'ou'].includes(look.lower(at - 2));
  }),
  // "la maison est estimé", "aucune licitation n'est prévu".
  of('K', (look) => {
    const by = subjectBefore(look);
    return (
      by < 0 &&
      isMasculine(look) &&
      !isInverted(look) &&
      !isComplement(look, by) &&
      (isFeminineNoun(look, by) || (FEMININE.has(look.lower(by - 1)) && any(look.tags(by), /^Nf/) && !any(look.tags(by), /^Nm/) && !look.isCapital(by)))
    );
  }),
  // "une maison estimé", "la somme versé".
  of(
    'K',
    (look) =>
      isMasculine(look) &&
      isFeminineNoun(look, -1) &&
      !isBehindMasculine(look) &&
      (FEMININE.has(look.lower(-2)) || look.near(-2) === undefined || isDenied(look)) &&
      !any(look.tags(), /^V/),
  ),
  // "une union antérieur", "la maison principal".
  of(
    'A',
    (look) =>
      only(look.tags(), /^Ams$/) &&
      FEMININE.has(look.lower(-2)) &&
      only(look.tags(-1), /^Nfs$/) &&
      !look.isName(-1) &&
      /(?:eur|al|el|if|ien|eux)$/.test(look.word.lower) &&
      look.near(1)?.lower !== 'et',
  ),
  // "les dettes se révèlent plus importante".
  of('KA', (look) => {
    const by = DEGREES.has(look.lower(-1)) ? -2 : -1;
    return SEEM.has(look.lower(by)) && only(look.tags(), /^[AK].s$/) && look.near(1) === undefined;
  }),
  // "les droits doivent être précisé".
  after(['être'], (look) => PLURAL_MODALS.has(look.lower(-2)) && isOnlyParticiple(look.tags(), /^..s$/)),
  // "ses compliqué".
  on(['ses'], (look) => only(look.tags(1), /^[KA].s$/) && any(look.tags(1), /^K/)),
];
