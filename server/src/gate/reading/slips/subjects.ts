import { after, of, any, BE, HAVE, only, on, type Look, type SlipRule } from './look.ts';

const SINGULAR = new Set(['il', 'elle', 'on']);
const PLURAL = new Set(['ils', 'elles']);
const OWN = new Set('mon ma son sa ton ta notre votre le la cette ce cet un une'.split(' '));
const MANY = new Set('les mes tes ses nos vos leurs ces'.split(' '));
/** Behind these a noun is no subject, or not the only one. */
const NO_SUBJECT = new Set('de d du des à au par avec pour sans et ou chez entre que qu dont où dans sur sous selon pendant depuis parmi'.split(' '));
const COLLECTIVE = new Set('plupart majorité nombre totalité moitié couple reste ensemble'.split(' '));
const INDICATIVE = new Set('vais fais peux suis sais dois ai prends mets viens'.split(' '));
const WONDER = /^(?:sais|sait|savoir|demande|demander|demandais|voir|ignore|dire|dit|vois|voudrais|voudrait|aimerais|aimerait|souhaite|comprends|comprendre)$/;

const verbOnly = (look: Look, test: RegExp): boolean => any(look.tags(), test) && only(look.tags(), /^V/);
/** "Mon frère [refusent]": a noun that opens its clause, right before the word. */
const isSingularSubject = (look: Look): boolean =>
  any(look.tags(-1), /^N.s$/) &&
  !any(look.tags(-1), /^N.[p?]$/) &&
  OWN.has(look.lower(-2)) &&
  !NO_SUBJECT.has(look.lower(-3)) &&
  !COLLECTIVE.has(look.lower(-1)) &&
  !clauseHas(look, 'et');
const clauseHas = (look: Look, word: string): boolean => [-3, -4, -5, -6, -7].some((by) => look.lower(by) === word);
const isMany = (look: Look, by: number): boolean => any(look.tags(by), /^N.p$/) && !any(look.tags(by), /^N.[s?]$/) && MANY.has(look.lower(by - 1));
const isPluralSubject = (look: Look, by = -1): boolean => isMany(look, by) && !NO_SUBJECT.has(look.lower(by - 2));

const ASKING = new Set(['pourquoi', 'quand', 'où', 'comment', 'combien']);

/** Verbs that do not go with their subjects. */
export const subjectRules: readonly SlipRule[] = [
  // "quelle sont mes droits", "quels est le délai".
  on(['quel', 'quelle'], (look) => ['sont', 'étaient', 'seront', 'seraient'].includes(look.lower(1))),
  on(['quels', 'quelles'], (look) => ['est', 'était', 'sera', 'serait'].includes(look.lower(1))),
  // "pourquoi est ce si long ?": the hyphen is lost.
  on(['ce'], (look) => look.isAsked && look.lower(-1) === 'est' && ASKING.has(look.lower(-2)) && look.text[look.word.start - 1] === ' '),
  // "il sont d'accord", "ils doit payer".
  of('V', (look) => verbOnly(look, /^V3p$/) && !any(look.tags(), /^V(?:3s|12)/) && SINGULAR.has(look.subject) && look.lower(look.beforeClitics() - 1) !== 'et'),
  on(
    ['doit', 'a', 'est', 'va', 'veut', 'peut', 'sait', 'fait', 'dit', 'avait', 'était'],
    (look) => PLURAL.has(look.subject) && !(look.lower(0) === 'a' && look.lower(-1) !== look.subject),
  ),
  // "vous devait payer", "vous trouverai les papiers".
  after(
    ['vous'],
    (look) => look.near(-2) === undefined && only(look.tags(), /^V/) && !/(?:ez|êtes|faites|dites)$/.test(look.word.lower) && !/^(?:ils?|elles?|on|je)$/.test(look.lower(1)),
  ),
  // "je vous demandes", "je vous enverrez".
  of(
    'V',
    (look) =>
      ['je', 'j'].includes(look.subject) &&
      only(look.tags(), /^V/) &&
      (/ez$/.test(look.word.lower) || (/es$/.test(look.word.lower) && any(look.dictionary.tags(look.word.lower.slice(0, -1)), /^V12/))),
  ),
  // "mon frère refusent", "toute la famille sont d'accord".
  of('V', (look) => verbOnly(look, /^V3p$/) && !any(look.tags(), /^V(?:3s|12)/) && isSingularSubject(look)),
  // "les héritiers refuse", "les meubles a été partagés", "les compte sont".
  of('V', (look) => any(look.tags(), /^V3s/) && !any(look.tags(), /^(?:V3p|[NAKW])/) && look.lower(0) !== 'entre' && isPluralSubject(look) && look.near(-3) === undefined),
  on(['a', 'est', 'avait', 'était'], (look) => isPluralSubject(look) && look.near(-3) === undefined),
  // "comment les choses se passerait".
  after(['se'], (look) => verbOnly(look, /^V3s/) && !any(look.tags(), /^V3p/) && isMany(look, -2) && !['de', 'd', 'à', 'par', 'avec'].includes(look.lower(-4))),
  // "les papiers de l'immeuble reste introuvables".
  of(
    'V',
    (look) =>
      any(look.tags(), /^V3s/) &&
      !any(look.tags(), /^(?:V3p|[AKW])/) &&
      any(look.tags(-1), /^N.s$/) &&
      ['l', 'la', 'le', 'son', 'sa', 'mon', 'ma', 'cette'].includes(look.lower(-2)) &&
      ['de', 'd'].includes(look.lower(-3)) &&
      isPluralSubject(look, -4) &&
      look.near(-6) === undefined,
  ),
  // "les droits d'Yvonne reste à voir": behind a name.
  of(
    'V',
    (look) =>
      any(look.tags(), /^V3s/) &&
      !any(look.tags(), /^(?:V3p|[AKW])/) &&
      look.isCapital(-1) &&
      ['d', 'de'].includes(look.lower(-2)) &&
      isPluralSubject(look, -3) &&
      look.near(-5) === undefined,
  ),
  after(
    ['les'],
    (look) => look.near(-2) === undefined && any(look.tags(), /^N.s$/) && !any(look.tags(), /^[NA].[p?]/) && any(look.tags(1), /^V3p$/) && !/[sxz]$/.test(look.word.lower),
  ),
  // "tu à raison", "elle à deux filles", "mon frère à pris".
  on(['à'], (look) => look.lower(-1) === 'tu'),
  on(
    ['à'],
    (look) =>
      ['elle', 'il', 'on'].includes(look.lower(-1)) &&
      look.near(-2) === undefined &&
      (['deux', 'trois', 'quatre', 'toujours', 'jamais', 'raison', 'tort', 'droit', 'peur', 'tout', 'bien', 'déjà', 'encore'].includes(look.lower(1)) || /^\d/.test(look.lower(1))),
  ),
  on(
    ['à'],
    (look) =>
      any(look.tags(-1), /^N.s$/) &&
      OWN.has(look.lower(-2)) &&
      look.near(-3) === undefined &&
      [1, 2].some(
        (by) =>
          any(look.tags(by), /^Km[s?]$/) &&
          !any(look.tags(by), /^[NW]/) &&
          look.lower(by) !== 'lui' &&
          (by === 1 || ['toujours', 'bien', 'déjà', 'tout', 'jamais', 'encore'].includes(look.lower(1))),
      ),
  ),
  // "il faut que je vais".
  on(INDICATIVE, (look) => ['je', 'j'].includes(look.lower(-1)) && look.lower(-2) === 'que' && /^fau(?:t|dra|drait)$/.test(look.lower(-3))),
  // "si j'aurais su".
  on(
    ['aurais', 'aurait', 'serais', 'serait', 'pourrais', 'devrais'],
    (look) =>
      only(look.tags(), /^V/) &&
      ['je', 'j', 'il', 'elle', 'on', 'tu'].includes(look.lower(-1)) &&
      ['si', 's'].includes(look.lower(-2)) &&
      look.near(-3) === undefined &&
      !look.words.slice(Math.max(0, look.at - 10), look.at).some(({ lower, sentence }) => sentence === look.word.sentence && WONDER.test(lower)),
  ),
  // "combien ai je", "à qui dois je".
  on(['ai', 'dois', 'puis', 'suis', 'vais', 'peux'], (look) => look.lower(1) === 'je' && look.openBehind && look.isAsked),
  // "votre dispositions".
  after(['votre', 'notre', 'ma', 'sa', 'ta'], (look) => only(look.tags(), /^[NA].p$/) && any(look.tags(), /^N/) && /s$/.test(look.word.lower)),
  // "tout sont d'accord", "elle a tous gardé", "peur de tous perdre".
  on(['tout'], (look) => ['sont', 'ont', 'étaient', 'avaient', 'veulent'].includes(look.lower(1))),
  on(['tous', 'toute'], (look) => HAVE.has(look.lower(-1)) && ['il', 'elle', 'on', 'j', 'je'].includes(look.lower(-2)) && any(look.tags(1), /^K/) && !any(look.tags(1), /^N/)),
  on(['tous'], (look) => only(look.tags(1), /^W$/) && ['de', 'd', 'pour', 'à', 'va', 'veut', 'faut'].includes(look.lower(-1))),
  // "il est partit", "je suis aller".
  after(BE, (look) => only(look.tags(), /^V3s$/) && /[ui]t$/.test(look.word.lower) && look.lower(-2) !== 'c'),
  on(['aller'], (look) => ['suis', 'est', 'sommes', 'sont', 'était', 'étais'].includes(look.lower(-1)) && look.lower(-2) !== 'c'),
  // ", est il est mort", "est je lui ai parlé".
  on(
    ['est'],
    (look) =>
      ['il', 'elle', 'je', 'j', 'on'].includes(look.lower(1)) &&
      look.openBehind &&
      !look.isAsked &&
      [2, 3].some((by) => any(look.tags(by), /^V/)) &&
      (look.near(-1) === undefined || any(look.tags(-1), /^N/)),
  ),
];
