import type { Kinship } from '@case-swarm/schema';
import { isIntroduced } from '../binding/teller.ts';
import { PET_NAMES, peopleOf, POSSESSIVES_MINE, rolesAt, type People } from '../kin/names.ts';
import { personasTold } from '../kin/words.ts';
import type { Place } from '../binding/score.ts';
import { findForms } from '../reading/forms.ts';
import { holds, type Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';
import { ownWords } from './voice.ts';

const POSSESSIVES: readonly string[] = ['mon|ma|notre'];
const NEIGHBOURS = new Set(['voisin', 'voisine', 'voisins', 'voisines', 'collegue', 'collegues', 'ami', 'amie', 'amis', 'amies']);

/** Who tells: what the facts have of them, the name that they give, the words that they call the family by. */
export function checkPersona(subject: Subject): Problem[] {
  const { stratum, pack } = subject.judged;
  const { kinship } = pack.lexicon;
  if (!stratum || !kinship) return [];
  const persona = stratum['persona'] ?? '';
  const needs = kinship.holds[persona];
  const isLeftOut = (support: string): boolean => subject.judged.hints.omitted?.some(({ pattern }) => support.startsWith(pattern) || pattern.startsWith(support)) === true;
  if (needs && !needs.some((support) => holds(subject, support) || isLeftOut(support)))
    return [refuse('persona', `Celui qui écrit est ${who(subject)} : les faits donnés n'ont personne de tel.`)];
  const calls = wrongCalls(subject, kinship, persona, stratum['voice'] ?? '');
  return calls.length > 0 || stratum['voice'] !== 'premiere_personne' ? calls : otherTeller(subject, kinship, persona);
}

/** "Le conjoint survivant": whom the prompt asks to write. */
function who({ judged: { pack, stratum } }: Subject): string {
  const persona = stratum?.['persona'] ?? '';
  return (pack.wording.levels['persona']?.[persona] ?? persona).split(/[;:]/)[0]!.trim();
}

/** "Je suis Luc" of another than the persona, "mon père" of a wife's, a notary's words in a daughter's letter. */
function otherTeller(subject: Subject, kinship: Kinship, persona: string): Problem[] {
  const { words, text } = subject.reading;
  for (const [trade, forms] of Object.entries(kinship.trades)) {
    const hit = trade === persona ? undefined : ownWords(subject, forms)[0];
    if (hit) return [refuse('persona', `« ${text.slice(hit.start, hit.end)} » : celui qui écrit est ${who(subject)}. Corrigez qui parle.`, { span: [hit.start, hit.end] })];
  }
  const people = peopleOf(subject, kinship);
  const tellers = kinship.tellers[persona];
  const outside = ownWords(subject, (tellers ? kinship.outsiders : kinship.insiders) ?? [])[0];
  if (outside)
    return [refuse('persona', `« ${text.slice(outside.start, outside.end)} » : celui qui écrit est ${who(subject)}. Corrigez qui parle.`, { span: [outside.start, outside.end] })];
  const introduced = [...people].filter(([name]) => isIntroduced(words, name, subject.sharedFirstWords));
  const isOne = introduced.some(([, { roles }]) => roles.some((role) => tellers?.includes(role)));
  if (introduced.length > 0 && !isOne) return [refuse('persona', `${introduced[0]![0]} ne peut pas être celui qui écrit, qui est ${who(subject)} : corrigez qui parle.`)];
  if (!tellers || isOne) return [];
  const told = personasTold(subject, kinship, people);
  if (told.length > 0 && !told.includes(persona))
    return [refuse('persona', `Le défunt est appelé comme le ferait un autre ; celui qui écrit est ${who(subject)} : corrigez le lien.`)];
  // A scribble may misspell the very word.
  return told.length > 0 || subject.judged.stratum?.['noise'] === 'tres_brouillon' || isSomeRelative(subject, kinship, persona, people)
    ? []
    : [refuse('persona', `Rien ne dit que celui qui écrit est ${who(subject)} : dites son lien (« mon père », « je suis sa veuve ») ou son nom.`)];
}

/** "Ma sœur", "nous étions pacsés", "c'est Laurence, la sœur de …", "rédigée par Anne, concubine". */
function isSomeRelative(subject: Subject, kinship: Kinship, persona: string, people: People): boolean {
  const { words } = subject.reading;
  const isMine = (at: number): boolean => POSSESSIVES_MINE.has(words[at - 1]?.fold ?? '') || PET_NAMES.has(words[at]!.fold);
  if ((kinship.mine[persona] ?? []).some(([forms]) => findForms(forms, words).some(({ from }) => isMine(from)))) return true;
  const tellers = kinship.tellers[persona]!;
  const isHeld = [...people].some(([, { roles }]) => roles.some((role) => tellers.includes(role))) || kinship.holds[persona]?.some((support) => holds(subject, support)) === true;
  if (!isHeld) return false;
  const isSaid = (table: Kinship['theirs'], speaking: readonly string[], reach: number): boolean => {
    const hits = findForms(speaking, words);
    // "Concubin : moi-même" stands the other way round.
    const isNear = (at: number): boolean =>
      hits.some(({ from, to }) => words[at]!.sentence === words[from]!.sentence && (reach > 0 ? at >= to && at - to <= reach : at < from && from - at <= -reach));
    return table.some(([forms, roles]) => roles.some((role) => tellers.includes(role)) && findForms(forms, words).some(({ from }) => isNear(from)));
  };
  return (
    isSaid(kinship.links, WED, WED_REACH) || isSaid(kinship.theirs, AM, AM_REACH) || isSaid(kinship.theirs, SIGNED, SIGNED_REACH) || isSaid(kinship.theirs, MYSELF, -SIGNED_REACH)
  );
}
const WED: readonly string[] = ['je|j|nous|on|moi|jai|jetais|jvivais|nous'];
const WED_REACH = 4;
const AM: readonly string[] = ['je suis|etais', 'jetais', 'j etais'];
const AM_REACH = 2;
const SIGNED: readonly string[] = ['redige|redigee par', 'redacteur|redactrice', 'moi meme', 'bonjour|bjr|salut c est|cest', 'ici'];
const SIGNED_REACH = 5;
const MYSELF: readonly string[] = ['moi meme'];

/** "La mort de ma sœur" of a child who has lost her too. */
function isOtherDead({ reading: { words } }: Subject, kinship: Kinship, level: string, { from }: Place, people: People): boolean {
  const roles = (kinship.mine[level] ?? []).flatMap(([forms, told]) => (findForms(forms, words).some((hit) => hit.from === from) ? told : []));
  return [...people.values()].some(
    (person) =>
      person.roles.some((role) => roles.includes(role)) &&
      person.leaves.some(({ owner }) => owner.leaves.some(({ key, value }) => value === true && kinship.death.others.includes(key))),
  );
}

/** The deceased and the family as the teller calls them: "mon père" of a child, "mon mari" of a wife. */
function wrongCalls(subject: Subject, kinship: Kinship, level: string, voiceLevel: string): Problem[] {
  const { words, text } = subject.reading;
  const own = new Set(ownWords(subject, POSSESSIVES).map((hit) => hit.from));
  if (own.size === 0) return [];
  const kin = [...kinship.theirs, ...Object.values(kinship.mine).flat()]
    .flatMap(([forms]) => findForms(forms, words))
    // "Mon voisin" is no relative.
    .filter((hit) => own.has(hit.from - 1) && !/^\p{Lu}/u.test(words[hit.from]!.text) && !NEIGHBOURS.has(words[hit.from]!.fold));
  const wrongVoice = voiceLevel === 'troisieme_personne' || voiceLevel === 'note_dossier';
  const stranger = kinship.tellers[level] === undefined;
  const people = peopleOf(subject, kinship);
  const deathsBefore = findForms(kinship.death.before, words);
  const deathsBehind = findForms(kinship.death.after, words);
  const allowed = new Set(
    (kinship.mine[level] ?? []).filter(([, roles]) => roles.includes(kinship.death.role)).flatMap(([forms]) => findForms(forms, words).map((hit) => hit.from)),
  );
  for (const hit of kin) {
    const said = text.slice(words[hit.from - 1]!.start, hit.end);
    const span = { span: [words[hit.from - 1]!.start, hit.end] as const };
    if (wrongVoice) return [refuse('voice', `« ${said} » parle à la première personne : le texte doit rester à la troisième.`, span)];
    if (stranger && voiceLevel !== 'parole_rapportee') return [refuse('persona', `« ${said} » est d'un proche ; celui qui écrit n'est pas de la famille.`, span)];
    const isHere = (place: Place): boolean => words[place.from]!.sentence === words[hit.from]!.sentence;
    const isDeath =
      deathsBehind.some((other) => isHere(other) && other.from >= hit.to && other.from - hit.to <= 4) ||
      deathsBefore.some((other) => isHere(other) && other.to <= hit.from - 1 && hit.from - other.to <= 2);
    // "Ma sœur, Véronique, est morte" of a child whose mother it is that died.
    // "Patrick, c'est notre fils, à Marie-Thérèse et à moi": she is no son.
    const named = rolesAt(hit.to, words, people) ?? (LINKS.has(words[hit.to]?.fold ?? '') ? undefined : rolesAt(hit.to + 1, words, people));
    const before = words[hit.from - 2]?.sentence === words[hit.from]!.sentence ? rolesAt(hit.from - 2, words, people) : undefined;
    // "Guy Dubois, mon beau-père" of his wife.
    const isDeceased = (named ?? before)?.every((role) => role === kinship.death.role) === true;
    const isSibling = SIBLINGS.has(words[hit.to - 1]!.fold) && allowed.has(hit.to - 1);
    if (isDeceased && !stranger && allowed.size > 0 && !allowed.has(hit.from) && !isSibling) return [calledSo(subject, said, span)];
    if ((named !== undefined && !named.includes(kinship.death.role)) || isOtherDead(subject, kinship, level, hit, people)) continue;
    if (isDeath && !stranger && allowed.size > 0 && !allowed.has(hit.from)) continue;
    if (isDeath && !stranger && allowed.size === 0) return [calledSo(subject, said, span)];
  }
  return [];
}

/** Behind these stands somebody else. */
const LINKS = new Set(['a', 'de', 'd', 'avec', 'et', 'par', 'pour']);

/** "Notre grand frère" is a brother. */
const SIBLINGS = new Set(['frere', 'soeur']);

const calledSo = (subject: Subject, said: string, place: { readonly span: readonly [number, number] }): Problem =>
  refuse('persona', `« ${said} » : ainsi ne parle pas celui qui écrit, qui est ${who(subject)}. Corrigez le lien avec le défunt.`, place);
