import { subjectPlaces } from '../binding/subject-places.ts';
import type { LeafValue } from '@case-swarm/schema';
import { findForms } from '../reading/forms.ts';
import { isWrittenAsName, type Word } from '../reading/words.ts';
import { codeHits, isTeller, nameOccurrences } from '../binding/heads.ts';
import { isSubjectName, wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';
import { namedOccurrences } from '../kin/titles.ts';
import { describe } from './grounding.ts';

/** Leaves that name the two sides of one act: who gives, owes or renounces, and who receives. */
const SIDES: Readonly<Record<string, 'from' | 'to'>> = { donateur_nom: 'from', debiteur_nom: 'from', renoncant_nom: 'from', beneficiaire_nom: 'to', creancier_nom: 'to' };
const GIVING = [
  'fait',
  'donne|donnait|donner',
  'remis|remettait',
  'verse|versait|verser|verserait|versera',
  'consenti',
  'doit|devait|dois|devais|devra|devrait',
  'renonce ... profit|faveur',
  'renonce par avance',
  'renonce a l action',
  'gratifie',
];
const RECEIVING = ['avait|a eu une|un|la|le donation|don', 'recu|recoit|recevait|recevra', 'beneficie|beneficiaire', 'touche', 'ete|est|etait|fut gratifie|gratifiee|gratifies'];
/** "Au profit de Luc": Luc receives. */
const BENEFIT = new Set(['profit', 'faveur', 'benefice']);
const TOWARDS = new Set(['a', 'au', 'aux', 'envers', 'pour']);
const FROM = new Set(['de', 'd', 'du', 'par', 'chez']);
const REACH = 5;

/** Who did what: a name on the wrong side of its verb, a right held by the other. */
export function checkRoles(subject: Subject): Problem[] {
  const names = new Set(subject.leaves.flatMap((leaf) => (leaf.kind === 'name' ? [String(leaf.value)] : [])));
  const places = (leaf: TargetLeaf): readonly Span[] => namedOccurrences(subject, String(leaf.value), names);
  return [
    ...reversedSides(subject, places),
    ...exchangedRights(subject, places),
    ...exchangedOwnership(subject),
    ...otherSubscriber(subject),
    ...optionsOfOthers(subject, places),
    ...untoldParents(subject, places),
  ];
}

interface Span {
  readonly from: number;
  readonly to: number;
}
type Places = (leaf: TargetLeaf) => readonly Span[];
const TITLES = new Set(['m', 'mme', 'monsieur', 'madame', 'mlle', 'mon', 'ma', 'son', 'sa', 'notre', 'la', 'le', 'l', 'feu', 'feue']);

/** "le don de Paul": the noun of an act, close before "de". */
const ACTS = [
  'liberalite|liberalites',
  'don|dons',
  'donation|donations',
  'pret|prets',
  'dette|dettes',
  'creance',
  'soulte|soultes',
  'avance|avances',
  'present|presents',
  'cadeau',
  'somme',
  'nue propriete',
  'versement|virement',
];
/** One who stands behind "à" receives it; whose it was goes without saying. */
const BEQUESTS: readonly string[] = ['legs'];
const ACT_REACH = 8;

type Marks = Record<'giving' | 'receiving' | 'acts' | 'bequests', ReadonlySet<number>>;
/** On which side of an act a name stands, as far as its preposition and verb tell. */
function sideOf(words: readonly Word[], place: Span, { giving, receiving, acts, bequests }: Marks): 'from' | 'to' | undefined {
  let at = place.from - 1;
  while (at >= 0 && TITLES.has(words[at]!.fold)) at--;
  const before = words[at];
  // "Celui de Valérie" is hers, not from her.
  if (/^(?:celui|celle|ceux|celles)$/.test(words[at - 1]?.fold ?? '')) return undefined;
  // "Elle devrait me verser une soulte".
  if (TO_ME.has(words[place.from]!.fold)) return giving.has(place.to) ? 'to' : undefined;
  const sentence = words[place.from]!.sentence;
  const inSentence = (set: ReadonlySet<number>): boolean => [...set].some((i) => words[i]!.sentence === sentence);
  // "La donation simple, un courrier d'Enzo": in another clause it is no gift of his.
  const isBehind = (set: ReadonlySet<number>, clause?: number): boolean =>
    [...set].some((i) => i < place.from && place.from - i <= ACT_REACH && words[i]!.sentence === sentence && (clause === undefined || words[i]!.clause === clause));
  const isFor = FROM.has(before?.fold ?? '') && BENEFIT.has(words[at - 1]?.fold ?? '');
  if (before?.sentence === sentence && (TOWARDS.has(before.fold) || isFor) && (inSentence(giving) || isBehind(acts) || isBehind(bequests))) return 'to';
  // "Donations reçues par Antoine".
  if (before?.sentence === sentence && before.fold === 'par' && /^recue?s?$/.test(words[at - 1]?.fold ?? '')) return 'to';
  if (before?.sentence === sentence && FROM.has(before.fold) && (inSentence(receiving) || isBehind(acts, before.clause))) return 'from';
  if (isGivenTo(words, place.to) && inSentence(giving)) return 'to';
  // "Sa fille, Martine, avait reçu": a name between commas.
  const isApart = before !== undefined && at === place.from - 1 && before.sentence === sentence && before.clause < words[place.from]!.clause;
  const clause = words[place.from]!.clause + (isApart ? 1 : 0);
  for (let i = place.to; i < Math.min(place.to + REACH, words.length) && words[i]!.clause <= clause && words[i]!.sentence === sentence; i++) {
    // "Son filleul, Julien : elle lui avait fait …": there another does it.
    if (isApart && SUBJECTS.has(words[i]!.fold)) break;
    // "Un frère, Yann, et Jeanne avait fait …": there Jeanne does.
    if (words[i]!.fold === 'et' && isWrittenAsName(words[i + 1], words)) break;
    if (receiving.has(i)) return 'to';
    if (giving.has(i)) return 'from';
  }
  return undefined;
}

const SUBJECTS = new Set(['il', 'elle', 'on', 'je', 'j', 'tu', 'nous', 'vous', 'ils', 'elles']);

/** "Pascal doit apporter les papiers", "devra peut-être rapporter" owes no one. */
function isDuty(words: readonly Word[], at: number): boolean {
  if (!/^d(?:oi[ts]|evai[ts]|evra|evrait)$/.test(words[at]!.fold)) return false;
  let next = at + 1;
  while (BEFORE_DUTY.has(words[next]?.fold ?? '')) next++;
  // "Doit rapporté" as it is typed.
  return isInfinitive(words[next]) || /.é$/.test(words[next]?.lower ?? '');
}
const BEFORE_DUTY = new Set('tout rien y en lui leur les l s se t il ils elle elles peut etre donc aussi alors encore sans doute'.split(' '));

/** "La donation s'est faite", "n'a pas donné lieu": no one gives. */
const isOfItself = (words: readonly Word[], { from, to }: Span): boolean =>
  ['lieu', 'suite', 'raison', 'accord', 'avis'].includes(words[to]?.fold ?? '') ||
  // "Me fait savoir".
  (words[from]!.fold === 'fait' && isInfinitive(words[to])) ||
  (words[from - 2]?.fold === 's' && ['est', 'etait'].includes(words[from - 1]!.fold));

const isInfinitive = (word: Word | undefined): boolean => word !== undefined && /^(?!mere|pere|frere)[a-z]+(?:er|ir|oir|re)$/.test(word.fold) && !/^\p{Lu}/u.test(word.text);

/** "Pascal, à qui il avait fait une donation". */
const isGivenTo = (words: readonly Word[], at: number): boolean =>
  (words[at]?.fold === 'a' && ['qui', 'laquelle', 'lesquels'].includes(words[at + 1]?.fold ?? '')) || ['auquel', 'auxquels', 'auxquelles'].includes(words[at]?.fold ?? '');

/** Where someone is spoken of: by name, the deceased by their descriptions too, the teller by "je". */
function spokenOf(subject: Subject, leaf: TargetLeaf, places: Places): readonly Span[] {
  const { words } = subject.reading;
  const name = String(leaf.value);
  const isSpeaking = OWED.has(leaf.key) && isTeller(words, name, subject.sharedFirstWords);
  return [...places(leaf), ...(isSubjectName(subject, name) ? subjectPlaces(subject) : []), ...(isSpeaking ? findForms(MYSELF, words) : [])];
}

/** "Je dois 8 300 € à Élodie"; of a gift a teller speaks in too many ways. */
const OWED = new Set(['debiteur_nom', 'creancier_nom']);
const MYSELF: readonly string[] = ['je|j|moi|jai|me|m'];
const TO_ME = new Set(['me', 'm']);
function reversedSides(subject: Subject, places: Places): Problem[] {
  const { words } = subject.reading;
  const giving = new Set(
    findForms(GIVING, words)
      .filter((hit) => !isDuty(words, hit.from) && !isOfItself(words, hit))
      .map((hit) => hit.from),
  );
  const receiving = new Set(findForms(RECEIVING, words).map((hit) => hit.from));
  const marks = { giving, receiving, acts: new Set(findForms(ACTS, words).map((hit) => hit.from)), bequests: new Set(findForms(BEQUESTS, words).map((hit) => hit.from)) };
  const sidesOf = (leaf: TargetLeaf): readonly { readonly sentence: number; readonly side: 'from' | 'to' }[] =>
    spokenOf(subject, leaf, places).flatMap((place) => {
      const side = sideOf(words, place, marks);
      return side ? [{ side, sentence: words[place.from]!.sentence }] : [];
    });
  return subject.leaves.flatMap((leaf) => {
    const wanted = leaf.pattern.startsWith('patrimoine.') || leaf.pattern.startsWith('indivision.') ? undefined : SIDES[leaf.key];
    if (!wanted) return [];
    const sides = sidesOf(leaf);
    if (sides.length === 0 && !isGiftToSubject(subject, leaf)) return [];
    // One who gives here and receives there stands on both sides: then only what is said of these two counts.
    const other = leaf.owner.leaves.find((item) => SIDES[item.key] !== undefined && SIDES[item.key] !== wanted);
    const together = other ? new Set(sidesOf(other).map(({ sentence, side }) => `${sentence} ${side}`)) : new Set<string>();
    const both = sides.filter(({ sentence, side }) => together.has(`${sentence} ${side === 'from' ? 'to' : 'from'}`));
    const telling = both.length > 0 ? both : sides;
    if (telling.some(({ side }) => side === wanted)) return [];
    // Who receives in another act may stand here with no word of the side.
    if (sides.length > 0 && both.length === 0 && isOnBothSides(subject, leaf) && !isReceiverOfGift(subject, leaf, places)) return [];
    return [refuse('roles-reversed', `Le sens est inversé pour ${describe(leaf)} : dites clairement qui donne ou doit, et qui reçoit.`, { path: leaf.path })];
  });
}

/** "Donation simple à Jeanne": whatever else she receives, of a gift she is not the giver. */
function isReceiverOfGift(subject: Subject, leaf: TargetLeaf, places: Places): boolean {
  if (leaf.key !== 'donateur_nom') return false;
  const { words } = subject.reading;
  const gifts = findForms(GIFTS, words);
  return places(leaf).some(({ from }) => TOWARDS.has(words[from - 1]?.fold ?? '') && gifts.some(({ to }) => to === from - 1));
}
const GIFTS: readonly string[] = ['donation|don', 'donation simple|partage', 'don manuel', 'donation de la|de nue propriete', 'present d usage'];

/** One whom the target has give in an act of one sort and receive in another (a gift, a soulte). */
const isOnBothSides = (subject: Subject, leaf: TargetLeaf): boolean =>
  subject.leaves.some((other) => other.value === leaf.value && other.owner.entity !== leaf.owner.entity && SIDES[other.key] !== undefined && SIDES[other.key] !== SIDES[leaf.key]);

/** A gift to the one whose succession it is: so unusual that it must be told in so many words. */
const isGiftToSubject = (subject: Subject, leaf: TargetLeaf): boolean =>
  leaf.key === 'donateur_nom' && isSubjectName(subject, leaf.owner.leaves.find(({ key }) => key === 'beneficiaire_nom')?.value);

/** How a teller says that a child is theirs, and whose child they are. */
const MY_CHILD: readonly string[] = ['ma|mon|mes petite|petit|grande|grand|fille|filles|fils|enfant|enfants|garcon|garcons', 'je|j|moi|jai'];
const MY_PARENT: readonly string[] = ['ma|mon|mes mere|pere|parents|maman|papa', 'maman|papa', 'je|j|moi|jai'];

const YOUR_CHILD: readonly string[] = ['ta|ton|tes fille|filles|fils|enfant|enfants', 'votre|vos fille|filles|fils|enfant|enfants'];
const ADDRESSED = new Set(['tu', 't', 'te', 'toi', 'ta', 'ton', 'tes', 'vous', 'votre', 'vos']);

/** "Jeanne, je t'écris": a name that opens its sentence, set apart, of whom "tu" is said further on. */
const isAddressed = (words: readonly Word[], from: number, to: number): boolean =>
  (from === 0 || words[from - 1]!.sentence !== words[from]!.sentence) &&
  words[to]?.sentence === words[from]!.sentence &&
  words[to].clause !== words[from]!.clause &&
  words.slice(to).some(({ sentence, fold }) => sentence === words[from]!.sentence && ADDRESSED.has(fold));

/** Whose child a grandchild or a nephew is: parent and child are spoken of in one sentence, or the teller says "ma fille". */
function untoldParents(subject: Subject, places: Places): Problem[] {
  const { words } = subject.reading;
  const sentencesOf = (leaf: TargetLeaf, mine: readonly string[]): ReadonlySet<number> => {
    const said = new Set(places(leaf).map((place) => words[place.from]!.sentence));
    if (isTeller(words, String(leaf.value), subject.sharedFirstWords)) for (const hit of findForms(mine, words)) said.add(words[hit.from]!.sentence);
    if (mine === MY_CHILD && places(leaf).some(({ from, to }) => isAddressed(words, from, to))) for (const hit of findForms(YOUR_CHILD, words)) said.add(words[hit.from]!.sentence);
    return said;
  };
  return subject.leaves.flatMap((leaf) => {
    const child = leaf.key === 'parent_nom' ? leaf.owner.leaves.find((other) => other.key === 'nom') : undefined;
    if (!child) return [];
    const other = otherParent(words, child, leaf, subject.leaves);
    if (other !== undefined)
      return [refuse('relation-changed', `${String(child.value)} est dit l'enfant de ${other}, et non de ${String(leaf.value)} : corrigez.`, { path: leaf.path })];
    // Real statements tell whose they are in ways of their own.
    if (subject.judged.stratum === undefined) return [];
    const parents = sentencesOf(leaf, MY_CHILD);
    if (
      [...sentencesOf(child, MY_PARENT)].some((sentence) => parents.has(sentence)) ||
      isTheirParent(words, places(leaf), child, subject.leaves) ||
      isTheirChild(subject, places(leaf), places(child))
    )
      return [];
    return [refuse('relation-missing', `On ne sait pas de qui ${String(child.value)} est l'enfant : dites que c'est celui de ${String(leaf.value)}.`, { path: leaf.path })];
  });
}

/** "Jean-Pierre vous contacte. … Son père, Christian": where the target has no other grandchild or nephew, it is theirs. */
const isTheirParent = (words: readonly Word[], named: readonly Span[], child: TargetLeaf, leaves: readonly TargetLeaf[]): boolean =>
  leaves.filter(({ key, pattern }) => key === 'parent_nom' && pattern === child.pattern.replace(/nom$/, 'parent_nom')).length === 1 &&
  findForms(THEIR_PARENT, words).some((hit) => named.some(({ from }) => from === hit.to));
const THEIR_PARENT: readonly string[] = ['son|sa pere|mere', 'son|sa pere|mere c est', 'son|sa pere|mere a lui|elle c est', 'son|sa pere|mere a lui|elle est'];

/** "Ma sœur, Anne, est décédée. Sa fille, Emma": hers who was named last, in the sentence before. */
const isTheirChild = ({ reading: { words }, leaves, sharedFirstWords }: Subject, parents: readonly Span[], children: readonly Span[]): boolean =>
  findForms(THEIR_CHILD, words).some((hit) => {
    if (!children.some(({ from }) => from === hit.to)) return false;
    const before = parents.filter(({ to }) => to <= hit.from).at(-1);
    // "Son propre fils, Adam": of the one whom the whole text is about.
    const isOwn = words[hit.from + 1]!.fold === 'propre';
    if (!before || (!isOwn && words[hit.from]!.sentence - words[before.from]!.sentence > 1)) return false;
    return !leaves.some(
      (leaf) =>
        leaf.kind === 'name' &&
        leaf.owner.entity?.kind === 'person' &&
        nameOccurrences(words, wordsOf(String(leaf.value)), sharedFirstWords).some(({ from, to }) => from >= before.to && to <= hit.from),
    );
  });
const THEIR_CHILD: readonly string[] = ['sa|son|leur fille|fils|enfant', 'sa|son propre fille|fils'];

const CHILD_OF: readonly string[] = ['fils|fille|enfant de|d|du'];
/** "Paulette, fille de Christian" where the target has her another's: whose the text says. */
function otherParent(words: readonly Word[], child: TargetLeaf, parent: TargetLeaf, leaves: readonly TargetLeaf[]): string | undefined {
  const named = nameOccurrences(words, wordsOf(String(child.value)), new Set());
  const said = findForms(CHILD_OF, words)
    .filter((hit) => named.some((place) => place.to === hit.from))
    .map((hit) => words.slice(hit.to, hit.to + 3).map((word) => word.fold));
  const isSaid = (name: string): boolean => said.some((behind) => wordsOf(name).every((word, i) => behind[i] === word));
  if (said.length === 0 || isSaid(String(parent.value))) return undefined;
  return leaves.find((leaf) => leaf.kind === 'name' && leaf !== child && isSaid(String(leaf.value)))?.value as string | undefined;
}

const USUFRUCT: readonly string[] = ['usufruit*'];
const BARE_OWNERSHIP: readonly string[] = ['nue|nu propriet*'];
const BELONGING = new Set('propriete etant est etait c a de d lui elle moi appartient appartenait appartenant revient revenait pour chez monsieur madame m mme'.split(' '));
const HAVE: readonly string[] = ['j ai|avais|garde|conserve', 'je suis|garde|conserve|detiens', 'jai|javais'];

/** "Alice a l'usufruit" where the target gives her the bare ownership. */
function exchangedRights(subject: Subject, places: Places): Problem[] {
  const { words } = subject.reading;
  const usufruct = new Set(findForms(USUFRUCT, words).map((hit) => hit.from));
  const bare = new Set(findForms(BARE_OWNERSHIP, words).map((hit) => hit.from));
  return subject.leaves.flatMap((leaf) => {
    if (leaf.key !== 'usufruitier_nom' && leaf.key !== 'nu_proprietaire_nom') return [];
    const [right, wrong] = leaf.key === 'usufruitier_nom' ? [usufruct, bare] : [bare, usufruct];
    // "La nue-propriété étant à Henri", "l'usufruit c'est lui, Romain".
    const isSaidOf = (set: ReadonlySet<number>, place: Span): boolean =>
      [...set].some((i) => i < place.from && place.from - i <= ACT_REACH && words.slice(i + 1, place.from).every((word) => BELONGING.has(word.fold)));
    // "J'ai l'usufruit" is told of the teller.
    const spoken = isTeller(words, String(leaf.value), subject.sharedFirstWords) ? findForms(HAVE, words) : [];
    const all = [...places(leaf), ...spoken];
    const near = (set: ReadonlySet<number>): boolean =>
      all.some((place) => words.slice(place.to, place.to + REACH).some((word, k) => word.clause === words[place.from]!.clause && set.has(place.to + k)) || isSaidOf(set, place));
    return near(wrong) && !near(right)
      ? [refuse('roles-reversed', `Le droit est inversé pour ${describe(leaf)} : usufruit et nue-propriété sont échangés.`, { path: leaf.path })]
      : [];
  });
}

/** Words that the teller calls someone by ("mon mari, Romain"), wherever they stand. */
function calledAs(words: readonly Word[], name: readonly string[]): readonly number[] {
  const said = new Set(words.flatMap((word, i) => (MINE.has(words[i - 1]?.fold ?? '') && words.slice(i + 1, i + 3).some((behind) => behind.fold === name[0]) ? [word.fold] : [])));
  const pet = [...said].flatMap((word) => PETS[word] ?? []);
  return words.flatMap((word, i) => ((said.has(word.fold) && MINE.has(words[i - 1]?.fold ?? '')) || pet.includes(word.fold) ? [i] : []));
}
const MINE = new Set(['mon', 'ma', 'notre']);
/** "Ma mère, Agnès" is "maman" further on. */
const PETS: Readonly<Record<string, readonly string[]>> = { mere: ['maman'], pere: ['papa'] };

const THE_DECEASED: readonly string[] = ['defunt|defunte', 'cujus'];
const OWN_WORD: readonly string[] = ['propre|propres'];
const OWN: readonly string[] = [...OWN_WORD, 'personnel*', 'appartenai*|appartient'];
/** Who else than the deceased something can be said to belong to. */
const OF_PARTNER: readonly string[] = ['conjoint|conjointe|survivant|survivante|mari|femme|epoux|epouse|veuf|veuve|mere|pere|maman|papa|mamie|papi'];
const OF_TELLER: readonly string[] = ['moi|mon|me|m'];
const OWN_MINE: readonly string[] = ['me sont|est|etaient|etait propre|propres', 'propre|propres a moi'];
const OWN_OF: readonly string[] = ['propre|propres de|d|du|a|au'];
/** "Bien propre de la défunte" where the target has it the survivor's. */
function exchangedOwnership(subject: Subject): Problem[] {
  const { words } = subject.reading;
  const { lexicon } = subject.judged.pack;
  const nameOf = (path: string): readonly string[] => wordsOf(String(subject.leaves.find((leaf) => leaf.path === path)?.value ?? ''));
  const [subjectName, partnerName] = [nameOf(`${lexicon.subject}.nom`), nameOf('famille.partenaire.nom')];
  const isSubject = new Set([...findForms(THE_DECEASED, words).map((hit) => hit.from), ...calledAs(words, subjectName)]);
  // "Des bijoux qui me sont propres", of a survivor who tells it, where nothing else is said to be anyone's own.
  const mine = isTeller(words, partnerName.join(' '), subject.sharedFirstWords) ? findForms(OWN_MINE, words) : [];
  const isAllMine = mine.length > 0 && findForms(OWN_WORD, words).length === mine.length;
  const sides = new Set([
    ...(isAllMine ? ['PROPRE_PARTENAIRE'] : []),
    ...findForms(OWN_OF, words).flatMap((hit) => {
      for (let i = hit.to; i < Math.min(hit.to + REACH, words.length) && words[i]!.clause === words[hit.from]!.clause; i++) {
        if (isSubject.has(i) || words[i]!.fold === subjectName[0]) return ['PROPRE_DEFUNT'];
        if (words[i]!.fold === partnerName[0] || /^(?:conjoint|survivant|survivante|veuf|veuve)$/.test(words[i]!.fold)) return ['PROPRE_PARTENAIRE'];
      }
      return [];
    }),
  ]);
  const isPartnersTale = lexicon.kinship?.tellers[subject.judged.stratum?.['persona'] ?? '']?.includes('partner') !== false;
  const ofPartner = [
    ...findForms(isPartnersTale ? [...OF_PARTNER, ...OF_TELLER] : OF_PARTNER, words).map((hit) => hit.from),
    ...words.flatMap((word, i) => (word.fold === partnerName[0] ? [i] : [])),
  ];
  const clauses = new Set(ofPartner.map((i) => words[i]!.sentence));
  const isTold = (value: LeafValue): boolean =>
    sides.size > 0 ? sides.has(String(value)) : value !== 'PROPRE_PARTENAIRE' || findForms(OWN, words).some((hit) => clauses.has(words[hit.from]!.sentence));
  return subject.leaves.flatMap((leaf) =>
    leaf.key === 'nature' && (leaf.value === 'PROPRE_DEFUNT' || leaf.value === 'PROPRE_PARTENAIRE') && !isTold(leaf.value)
      ? [refuse('roles-reversed', `Ce bien est dit propre à l'autre époux (${describe(leaf)}) : corrigez.`, { path: leaf.path })]
      : [],
  );
}

const SUBSCRIBES: readonly string[] = ['souscripteur|souscriptrice', 'souscrit|souscrite par'];
/** "Souscripteur du contrat : Nicole" where the target has it another. */
function otherSubscriber(subject: Subject): Problem[] {
  const { words } = subject.reading;
  const names = subject.leaves.filter((leaf) => leaf.kind === 'name').map((leaf) => String(leaf.value));
  const teller = names.find((name) => isTeller(words, name, subject.sharedFirstWords));
  const said = findForms(SUBSCRIBES, words).flatMap((hit) => {
    if (teller !== undefined && words[hit.from - 3]?.fold === 'je' && words[hit.from - 2]?.fold === 'suis') return [teller];
    for (let i = hit.to; i < Math.min(hit.to + ACT_REACH, words.length) && words[i]!.sentence === words[hit.from]!.sentence; i++) {
      const name = names.find((other) => wordsOf(other).every((word, k) => words[i + k]?.fold === word));
      if (name !== undefined) return [name];
    }
    return [];
  });
  return subject.leaves.flatMap((leaf) =>
    leaf.key === 'souscripteur_nom' && said.length > 0 && !said.includes(String(leaf.value))
      ? [refuse('roles-reversed', `Le contrat est dit souscrit par un autre : ${describe(leaf)}. Corrigez.`, { path: leaf.path })]
      : [],
  );
}

/** An option that the text tells of others only: the name before it in its sentence is never the one whose it is. */
function optionsOfOthers(subject: Subject, places: Places): Problem[] {
  const { words } = subject.reading;
  const named = new Map<number, string>();
  for (const leaf of subject.leaves) if (leaf.kind === 'name') for (const place of places(leaf)) named.set(place.from, String(leaf.value));
  return subject.leaves.flatMap((leaf) => {
    if (leaf.key !== 'option_successorale') return [];
    const own = leaf.owner.leaves.find((other) => other.key === 'nom');
    const told = codeHits(leaf, words).map((hit) => whoBefore(words, hit.from, named));
    if (!own || told.length === 0 || told.some((who) => who.size === 0 || who.has(String(own.value)))) return [];
    return [refuse('ambiguous-owner', `Cette option est dite d'un autre : ${describe(leaf)}. Dites qui accepte ou renonce.`, { path: leaf.path })];
  });
}

/** Names that a verb is said of: the last one before it in its sentence, and those that stand beside it ("Alice, Bruno et Léa acceptent"). */
function whoBefore(words: readonly Word[], at: number, named: ReadonlyMap<number, string>): ReadonlySet<string> {
  const who = new Set<string>();
  let gap = 0;
  for (let i = at - 1; i >= 0 && words[i]!.sentence === words[at]!.sentence; i--) {
    const name = named.get(i);
    if (name !== undefined) {
      who.add(name);
      gap = 0;
    } else if (who.size > 0 && words[i]!.fold !== 'et' && ++gap > SURNAME) break;
  }
  return who;
}
/** Words between two names of a row: a surname. */
const SURNAME = 2;
