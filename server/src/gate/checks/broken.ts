import type { Subject } from '../subject.ts';
import { isFirstName, sexOf } from '../reading/first-names.ts';
import { screened } from '../reading/screened.ts';
import { vocabularyOf } from '../reading/vocabulary.ts';
import type { Word } from '../reading/words.ts';
import { refuse, type Problem } from '../verdict.ts';

/** Where something was cut out: a stop behind a comma, behind nothing, or behind a word that must be followed. Each is linear. */
const BROKEN: readonly RegExp[] = [
  /[,;:] ?[.;](?!\.)/,
  /(?:^|[!?]|[^.\s]\.) \.(?!\.)/,
  /(?<![\p{L}\p{N}'-]|(?:dites|dis|faites|prenez|gardez|laissez|donnez) )(?:de|du|des|mon|ma|mes|le|les|aux?|d'une?|est une?) ?[.,;!](?![\p{L}\p{N}.])/iu,
  // Behind "et" a comma opens an aside ("et, que je sache, …").
  /(?<![\p{L}\p{N}'-])(?:et|dont)(?: ?[.;!]| ,)(?![\p{L}\p{N}.])/iu,
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
  // "C'est lui l'assuré bien sur," lacks an accent only.
  /(?<![\p{L}\p{N}'])(?:(?<!bien )sur|par|(?:était|étaient|étions|étais|avait eu|avait fait|avait connu) ) ?[.,](?![\p{L}\p{N}.])/iu,
  // "Un fils qu'elle avait eu avec un autre" lacks nothing.
  /(?<![\p{L}\p{N}'])(?<!qu'(?:il|elle|on) |que \p{L}{1,20} )(?:avait|avais) (?:eu|connu) avec /iu,
  /(?<![\p{L}\p{N}'])(?:avait|avais) fait (?:(?:en(?! \d{4} (?:à|pour) \p{L}+ (?:une?|des|deux) )|et|à(?! (?:son|sa|ses|leur|leurs|mon|ma|ce|cette) | \p{L}+(?: \p{L}+)? (?:une?|des|plusieurs|deux) )) |le \d{1,2}(?:er)?[ /])/iu,
  /(?<![\p{L}\p{N}'])portait sur (?:et|ou|,)/iu,
  /\.(?<=\p{L}{5}\.)(?<!appart\.) (?:à|ou) \p{L}/u,
  /\.(?<=\p{L}{4}\.) avec \p{Lu}/u,
  /[€%]\. (?:à|ou|avec) \p{L}/u,
  /(?<!etc)[.!?:] ou de \p{L}/u,
  // "Il y a .", "il y a du 3 mai", "déjà .", "reçu de ma mère une alors"
  /(?<![\p{L}\p{N}-])il y a ?[.;](?![\p{L}\p{N}.])/iu,
  /(?<![\p{L}\p{N}'-])y a d[eu] \d{1,4}(?! ?(?:€|k€|euros|ans|mois|jours|%))/iu,
  /(?<![\p{L}\p{N}'-])y a (?:olographe|authentique|mystique)/iu,
  // "mon et puis", "étions depuis 1974", "avait fait ;", "il y a et", "vie commune en avec", "écris au sujet de ma Margaux Dubois"
  /(?<![\p{L}\p{N}'-])(?:mon|notre) (?:et|depuis|avec|était|avait|n'|est) /iu,
  /(?<![\p{L}\p{N}'-])(?:étions|étaient) depuis /iu,
  /(?<!qu'(?:il|elle|on|ils) |comme (?:il|elle|on) |\p{L}')avait fait ?;/iu,
  /(?<![\p{L}\p{N}'-])(?:il )?y a et /iu,
  /(?<!\p{L})en avec /iu,
  /(?<!\p{L})[MmSs](?:on|a) (?!Ch[eè]r|Ma[iî]tre|P[eè]re|M[eè]re|Grand|Oncle|Tante|Fr[eè]re|S(?:oe|œ)ur|Mari|Femme|Fils|Fille)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u,
  /: ?,/,
  /\. (?:du \d{1,2}(?:er)?(?: \p{L}{3,9} \d{4}|\/\d)|de (?:19|20)\d\d(?!\d))/u,
  /(?<!\p{L})puis du \d{1,2}(?:er)? \p{L}/iu,
  /\.(?<=(?:\p{L}{4}|€)\.)(?<![Ss]ucc\.) (?:du défunt|de la défunte|de m(?:on|a) \p{L}+|de \p{Lu}\p{L}+) /u,
  /, déjà ?(?:[.;]|et )/iu,
  /; avec \p{Lu}/u,
  /€\.? +: \d/u,
  /(?<!\p{L})de la ?[.,;](?![\p{L}\p{N}.])/iu,
  /(?<![\p{L}\p{N}'-])une? (?:alors|donc|et puis|et après|et voilà)(?!\p{L})/iu,
  /Donations? ?: d(?:e |')\p{Lu}/u,
  /Mariage ?: à \p{Lu}/u,
  // "Il y a , et", "reçoit un .", "on trouve une à Honfleur", "avait fait olographe"
  /(?<![\p{L}\p{N}'-])il y a ?,? et (?!\p{L}+,)/iu,
  /(?<![\p{L}\p{N}'-])(?:reçoit|possédait|trouve|laisse|également) une? ?(?:[.;,](?![\p{L}\p{N}.])|[àa] \p{Lu})/iu,
  /(?<![\p{L}\p{N}'-])des à \p{Lu}/u,
  /(?<![\p{L}\p{N}'-])(?:avait|avais) fait (?:olographe|authentique|mystique)/iu,
  // "Un livret, un et la holding", "son me dit que"
  /(?<![\p{L}'])un et (?:l[ae']|les|une?) /iu,
  /(?<![\p{L}'])(?:[Ss]on|Sa|[Ss]es|[Mm]on) (?:me|te|nous|vous) /u,
  // "y a pas sur cette attribution", "et après du 9 janvier 2020", "avait un ou sœur", "2017. : 34 000 €", "sa c'est Éliane"
  /(?<![\p{L}\p{N}'-])y a pas sur /iu,
  /(?<!\p{L})(?:après|alors|donc|enfin) du \d{1,2} \p{L}/iu,
  /(?<![\p{L}\p{N}'-])une? ou (?:sœur|soeur|frère|frere)(?!\p{L})/iu,
  /\d\. *: ?\d/u,
  /(?<!\p{L})(?:sa|son|ma|mon) c'est /iu,
  /: ?:/,
  /(?<![\p{L}'-])ni ni /iu,
  // "Monique, née ; …", "une ou de séparation", "laisse son Nicole Brun", a label that is lost.
  /(?<![\p{L}\p{N}'-])(?<!que \p{Lu}\p{L}{1,20} est )née? ?(?:\)|[;.,](?![\p{L}\p{N}.])(?! (?:lui|elle|moi|dit|selon|semble)(?!\p{L})))/u,
  /(?<![\p{L}\p{N}'-])(?:une?|aucune?) ou (?:de|du|d')/iu,
  /(?<![\p{L}\p{N}])d'une? à \p{Lu}/u,
  /laiss(?:e|ait|ant) (?:son|sa) \p{Lu}\p{Ll}+ \p{Lu}/u,
  /(?:^|[.\n]) ?: \p{L}/u,
  // "Prévu un , portant sur", "une de trente mille euros", "un compte en , qui", "le 2 août 2020, , de sorte", "c'est la , la concubine"
  /(?<!\p{L}|l'|et |vingt |en (?:a|ai|ont|avait|reste|voilà) )(?:une?|son|sa|mon|ma|la|cette) ,/iu,
  /(?<![\p{L}\p{N}'])une? de (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille)(?!\p{L})/iu,
  / en(?<=\p{L}{4} en)(?<!(?:ons|ez) en) ?[,;.](?!\.)/u,
  /, ,/,
  // "Ils ont un fils Georges, avant elle", "Mon père a fait , il donne", ". D'août 2019 : legs"
  /(?:fils|fille|frère|sœur) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?, (?:avant (?:elle|lui)|en \p{L}{3,9} \d{4} ?[.;])/u,
  /(?<!\p{L})(?:a|ai|avait|avais) fait ,/u,
  // "Brigitte, elle, est .", "Madeleine, sa .", "un appartement et un ."
  /(?<![\p{L}'-]|en (?:existe|a|ai|avait|reste|faut) )(?:une?|est|sont|son|sa|ses|mes|cette?|leur|notre) [.;](?!\.)/iu,
  /(?<!\p{L})[Ss]on (?:laisse|avait|est|était|a|de|par|pour|avec|sur|qui|que|et|ou) /u,
  // "Ce que la peut exiger", "s'opposer au par lequel", ". D'Anne Chevalier, son ex-femme", "Licitation prévue. : 3 900 €"
  /que l[ae] (?:peut|doit|veut|va) /u,
  /(?<![\p{L}'])(?:au|du|le|la|une?|son|sa) (?:par|pour|avec|dans|sur) l[ae]s?quel/u,
  /(?<!\p{L})(?:sur|dans|pour|avec) (?:son|sa|mon|ma|notre|leur) (?:en|de|à|avec|pour) /u,
  /, en ?[.,;](?!\.)/u,
  /(?:laissé|rédigé) (?:olographe|authentique|du \d)/u,
  /[.;] d'\p{Lu}\p{Ll}/u,
  /\. : \d/u,
  /; \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?, en \d{4} ?[.;]/u,
  // "La souhaite savoir", "L' est une SAS", "Ma de pacs", "partenaire de d'Isabelle", "d'une de son père", "dans le et que", "un en banque"
  /(?:^|[.!?] )(?:La|Le|Les) (?:souhaite|souhaitait|porterait|porte |portait|veut |voudrait|est |était |sont |a |avait |refuse|possède|doit |contient|vaut )/u,
  /(?<!\p{L})l' (?:est|a|était|avait|vaut|doit|de|d'|en|et)(?!\p{L})/iu,
  /(?<![\p{L}'])(?:Mon|Ma) (?:de |d'|du |qui |que |en |et )/u,
  /(?<!\p{L})de d'\p{Lu}\p{Ll}+ \p{Lu}/u,
  /d'une? de (?:son|sa|mon|ma|notre) /iu,
  /(?<!\p{L})(?:ds|dans|sur|pour|avec) (?:le|la|les) (?:et|ou|que|qui|en|pour) /iu,
  /(?<!\p{L})une? en banque/iu,
  /(?<!\p{L})[Ss]on fait de \p{Lu}/u,
  /(?<!\p{L})(?:qu'on|qu'il|qu'elle|y a|ya|qui) ,/iu,
  / [,.](?<=(?<!\p{L})(?:€|euros|pour|par|avec|sur) .)(?![\p{L}\p{N}.])/u,
  /, avant (?<=\p{Lu}\p{Ll}+, avant )(?:elle|lui) ?[.;,]/u,
  /(?:fils|fille|frère|sœur) ?: \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?, en \d{4} ?[.;]/iu,
  /(?<!\p{L})en d'une (?:valeur|somme)/u,
  /\. (?:d'(?:avril|août|octobre)|de (?:janvier|février|mars|mai|juin|juillet|septembre|novembre|décembre)) \d{4}/u,
  // "Il existe écrit de sa main", "avait rédigé , par lequel", "tout de même ! , aucune", "toujours , issue", "qui personnellement"
  /(?<!\p{L})(?:il existe|découvre|avait fait|a fait) (?:écrit|du \d|international|de sa main)/iu,
  /(?<!\p{L})(?:rédigé|écrit|établi|existe|toujours) ,/iu,
  /(?<!\p{L})laiss(?:é|ant|ait|e) (?:qui(?!\p{L})|de \d{4}|du \d|,)/iu,
  /(?<!\p{L})[Pp]ar du \d/u,
  // "Ils n'étaient : ils vivaient", "la fille qu'il avait eue , et", "sa femme, Anne, était le 11 décembre", "qui est 530 €", "un legs par authentique"
  /(?<!\p{L})n'étai(?:t|ent) ?[:;]/iu,
  /(?<!\p{L})est aujourd'hui ?[:;]/iu,
  /(?<!\p{L})(?:avait eue?|avait pas|a pas) ,/iu,
  /\p{L}, était le \d/u,
  /(?<!\p{L})qui (?:est|était) \d[\d\s]*€/u,
  /(?<!\p{L})par (?:authentique|olographe|mystique)(?!\p{L})/iu,
  /(?<!\p{L})(?:avait|avaient) étrangère/iu,
  // "À titre .", "Guérin. , 17 000 euros"
  /(?<!\p{L})à titre ?[.,;]/iu,
  /(?<!\p{L})aucune? [.;](?!\.)/iu,
  /(?<!l'|\p{L}|(?:vingt|trente|quarante|cinquante|soixante) et )une? et (?:une?|des) \p{L}/iu,
  /(?<!etc)[.!?] ,/,
  /(?<!\p{L})qui personnellement(?!\p{L})/iu,
  // "Par elle a consenti un legs", "il existe olographe", "il a à une amie"
  /(?<!\p{L})par (?:elle|il|\p{Lu}\p{Ll}{2,20}) a (?:fait|consenti|légué|donné)(?!\p{L})/iu,
  /(?<!\p{L})il existe (?:olographe|authentique|mystique)/iu,
  /(?<!\p{L})(?:il|elle) a à (?:une?|son|sa) (?:amie?|fils|fille|frère|sœur|neveu|nièce)(?!\p{L})/iu,
  // "La séparation de biens, mais lorsqu'il est mort."
  /, mais (?:lorsqu'|quand )(?:il|elle) (?:est|était) (?:mort|morte|décédée?)[.!?]/iu,
  // "Liée par un à Gilbert", "ya du 31 janvier", "et pas de non plus", "je dois de 240 € par mois", "( du prêt"
  /(?<!\p{L})(?:par|avec|dans|sur|pour) une? [àa] \p{Lu}/u,
  /(?<!\p{L})ya d[ue] \d{1,2}(?:er)? \p{L}{3,9} \d{4}/iu,
  /(?<!\p{L})pas de non plus/iu,
  /(?<!\p{L})(?:dois|doit|devait|devra) de \d[\d ]*€/iu,
  /\( d[ue] \p{L}/u,
  // "On ne sait pas si mais", "elle a laissé dans lequel", "un compte en 19 000 €", "Le de papa", "Odette Guérin, de Marcel Moreau, voudrait"
  /(?<!\p{L})(?:si|que) (?:mais|or|car|sauf que)(?!\p{L})/iu,
  /(?:laissé|rédigé|écrit|établi|signé) (?:dans|par|sur|pour) l[ae]s?quel/u,
  /(?<!\p{L})en \d{1,3}(?: \d{3})+ ?(?:€|euros)/u,
  /(?:^|[.!?] )(?:Le|La) (?:de (?!cujus)|d'|(?:du|avec|à|au) )/u,
  /\p{Lu}\p{Ll}+, de \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+, /u,
];

/** In a text without faults: "juste .", "mariée à Luc. en cours, aucune séparation". */
const BROKEN_WHERE_TIDY: readonly RegExp[] = [...BROKEN, /\p{L} \.(?!\.)/u, /[.?!](?<=\p{L}{4}.)(?<!(?:succ|appart|env|etc).) \p{Ll}/u];

const brokenIn = screened(BROKEN);
const brokenWhereTidyIn = screened(BROKEN_WHERE_TIDY);

/** A sentence that lacks a word: a reader stops there. None of the patterns stands in a real statement that we have. */
export function checkBroken(subject: Subject): Problem[] {
  const text = subject.judged.text.replaceAll(/ {2,}/g, ' ');
  for (const pattern of isTidy(subject) ? brokenWhereTidyIn(text) : brokenIn(text)) {
    const match = pattern.exec(text);
    if (!match) continue;
    return [lacksWord(text.slice(Math.max(0, match.index - 20), match.index + match[0].length))];
  }
  return [...ownedName(subject), ...strayComma(subject), ...clashing(subject), ...takenUpAfterDenial(subject), ...loneNeither(subject), ...cutOff(subject)];
}

const lacksWord = (said: string, place: { readonly span?: readonly [number, number] } = {}): Problem =>
  refuse('broken-sentence', `Il manque un mot ici : « ${said} ». Complétez la phrase.`, place);

/** "Conjoint : sa magali girard": what she is to him is lost. */
function ownedName({ knownWords, reading: { words, text } }: Subject): Problem[] {
  const at = words.findIndex(
    (word, i) =>
      OWNED.has(word.lower) && words[i + 1]?.clause === word.clause && knownWords.has(words[i + 1]!.fold) && isFirstName(words[i + 1]!.lower) && !PET.has(words[i + 1]!.fold),
  );
  if (at < 0) return [];
  const span = [words[at]!.start, words[at + 1]!.end] as const;
  return [lacksWord(text.slice(...span), { span })];
}
const OWNED = new Set(['son', 'sa', 'leur']);
/** First names that are words as well. */
const PET = new Set(['aime', 'marie', 'rose', 'victoire', 'blanche', 'pierre', 'constance', 'prudence', 'clemence', 'olive', 'violette', 'marine', 'angelique']);

/** "Elle , du coup": the one comma of many with a space before it. */
function strayComma({ reading: { text } }: Subject): Problem[] {
  const stray = [...text.matchAll(/\p{L} +,/gu)];
  if (stray.length !== 1 || [...text.matchAll(/\S,/gu)].length < FEW_COMMAS) return [];
  const span = [Math.max(0, stray[0]!.index - 20), stray[0]!.index + stray[0]![0].length] as const;
  return [lacksWord(text.slice(...span), { span })];
}
/** Of fewer nothing can be told. */
const FEW_COMMAS = 3;

/** "Mon c'était", "sur le il y a", "la Marcel Moreau", "aux termes d' en date": a word that cannot stand behind the one before it. */
function clashing(subject: Subject): Problem[] {
  const { words, text } = subject.reading;
  const tidy = isTidy(subject);
  const at = words.findIndex((word, i) => {
    const next = words[i + 1];
    return next?.clause === word.clause && clashes(subject, i, tidy) && /^['\s]\s*$/.test(text.slice(word.end, next.start));
  });
  if (at < 0) return [];
  const span = [words[at]!.start, words[at + 1]!.end] as const;
  return [lacksWord(text.slice(...span), { span })];
}

function clashes(subject: Subject, at: number, tidy: boolean): boolean {
  const { words, text } = subject.reading;
  const [word, next, third] = [words[at]!, words[at + 1]!, words[at + 2]];
  // In haste "son" is "sont" and "ma" is "m'a".
  if ((tidy ? OWNERS : SURE_OWNERS).has(word.lower) && !/^\p{Lu}{2}/u.test(word.text)) return CANNOT_BE_OWNED.has(next.lower) && text[next.end] !== '-';
  if (next.lower === 'il' && ['le', 'les', 'du', 'au', 'aux', 'par'].includes(word.lower)) return true;
  const before = words[at - 1];
  // "En mars 2000 les avaient changé".
  if (['avait', 'avaient', 'ont'].includes(next.lower) && ['le', 'la', 'les'].includes(word.lower) && (before?.sentence !== word.sentence || /^\d/.test(before.text))) return true;
  if (!tidy) return false;
  if (lacksParticiple(subject, at) || UNELIDED.get(word.lower)?.has(next.lower)) return true;
  if (word.text.length <= 2 && /^['’] /.test(text.slice(word.end, word.end + 2))) return true;
  return word.lower === 'la' && word.clause === third?.clause && /^\p{Lu}/u.test(next.text) && /^\p{Lu}/u.test(third.text) && sexOf(next) === 'm';
}
/** "Que il" and "si il", which nobody with care writes. */
const UNELIDED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['que', new Set(['il', 'ils', 'elle', 'elles', 'on'])],
  ['si', new Set(['il', 'ils'])],
]);

/** "Elle s'était avec Arthur sous le régime de la séparation". */
const lacksParticiple = ({ judged: { dictionary }, reading: { words } }: Subject, at: number): boolean =>
  words[at - 1]?.lower === 's' &&
  BE.has(words[at]!.lower) &&
  WITHOUT_PARTICIPLE.has(words[at + 1]!.lower) &&
  !words.slice(at + 1, at + PARTICIPLE_REACH).some(({ lower }) => dictionary.tags(lower).some((tag) => tag.startsWith('K')));
const BE = new Set(['est', 'était', 'étaient']);
const WITHOUT_PARTICIPLE = new Set(['avec', 'sous', 'le', 'chez', 'en']);
const PARTICIPLE_REACH = 7;
const SURE_OWNERS = new Set(['mon', 'notre', 'votre', 'cette', 'cet']);
const OWNERS = new Set([...SURE_OWNERS, 'son', 'ma', 'sa', 'mes', 'ses', 'nos', 'vos', 'leurs', 'ces']);
const CANNOT_BE_OWNED = new Set(
  'lui s se il elle on je c y qui que qu dont où est sont était étaient avait avaient ont et ou de d du des en par pour avec dans sur chez sans sous à au aux ne n'.split(' '),
);

/** "Il n'y avait ni séparation en cours": with nothing else that it denies. */
function loneNeither({ reading: { words, text } }: Subject): Problem[] {
  const lone = words.find((word, i) => {
    if (word.fold !== 'ni' || words[i + 1]?.fold === 'plus') return false;
    const { sentence } = word;
    return !words.some((other, k) => k !== i && other.sentence === sentence && (other.fold === 'ni' || (k < i && DENIALS.has(other.fold))));
  });
  if (!lone) return [];
  const span = [lone.start, Math.min(text.length, lone.end + 20)] as const;
  return [lacksWord(text.slice(...span), { span })];
}
const DENIALS = new Set(['pas', 'aucun', 'aucune', 'sans', 'jamais', 'rien', 'personne', 'non', 'nul', 'nulle', 'plus', 'guere']);

const TIDY = new Set(['propre', 'ambigu']);
/** Whether the text was asked for without faults; of one without a stratum that is not known. */
const isTidy = ({ judged: { stratum } }: Subject): boolean => TIDY.has(stratum?.['noise'] ?? '');

/** A text that ends in the middle of a word. In a scribble an odd last word may be a slip. */
function cutOff({ judged, reading: { words, text } }: Subject): Problem[] {
  const last = words.at(-1);
  if (last && isFragment(judged.dictionary, words, text)) return [stopped(last)];
  if (!last || !TIDY.has(judged.stratum?.['noise'] ?? 'propre') || /[.!?…»")\]]\s*$/.test(text) || last.end < text.trimEnd().length) return [];
  const { terms, abbreviations } = vocabularyOf(judged.pack.lexicon.writing);
  if (!/^\p{Ll}{2,5}$/u.test(last.text) || judged.dictionary.has(last.text) || terms.has(last.lower) || abbreviations.has(last.lower)) return [];
  return [stopped(last)];
}
const stopped = (last: Word): Problem => refuse('broken-sentence', `Le texte s'arrête au milieu d'un mot : « ${last.text} ». Finissez-le.`, { span: [last.start, last.end] });

/** "Les intéress": a sentence that has no more than a determiner and a word which is none, with nothing behind it. */
function isFragment(dictionary: Subject['judged']['dictionary'], words: readonly Word[], text: string): boolean {
  const [before, last] = words.slice(-2);
  if (before && last && before.sentence !== last.sentence && /^(?:Les?|La|Des|Chaque)$/.test(last.text) && !/[.!?…]\s*$/.test(text)) return true;
  if (!before || !last || before.sentence !== last.sentence || words.at(-3)?.sentence === last.sentence) return false;
  return /^(?:Les?|La|Mon|Ma|Mes|Une?|Des|Chaque)$/.test(before.text) && /^\p{Ll}+$/u.test(last.text) && last.end >= text.trimEnd().length && !dictionary.has(last.text);
}

const DEMONSTRATIVES = new Set(['cette', 'ce', 'cet']);
const NONE = new Set(['aucun', 'aucune', 'pas', 'sans', 'ni', 'jamais']);
/** "Aucune donation. Au titre de cette donation, …": what was said not to be is taken up. */
function takenUpAfterDenial({ reading: { words, text } }: Subject): Problem[] {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    if (!DEMONSTRATIVES.has(words[i - 1]!.fold) || word.fold.length < 5) continue;
    const before = words.findLastIndex((other, k) => k < i - 1 && other.fold.slice(0, -1) === word.fold.slice(0, -1));
    // "Pas de donation entre époux. Don manuel à Nicole. Cette donation …": the gift is taken up.
    if (words.slice(before + 1, i - 1).some((other) => other.fold.startsWith(word.fold.slice(0, 3)) && !NONE.has(words[words.indexOf(other) - 1]?.fold ?? ''))) continue;
    if (before < 1 || !words.slice(Math.max(0, before - 2), before).some((other) => other.clause === words[before]!.clause && NONE.has(other.fold))) continue;
    const span = [words[i - 1]!.start, word.end] as const;
    return [refuse('broken-sentence', `« ${text.slice(...span)} » reprend ce qui vient d'être nié : dites de quoi il s'agit.`, { span })];
  }
  return [];
}
