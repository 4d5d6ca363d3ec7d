import type { KinEvidence } from '../kin/evidence.ts';
import { HAVING } from '../kin/haver.ts';
import type { Occurrence } from '../kin/marks.ts';
import { countTold, numberGiven, numberOf, sexTold } from '../kin/counts.ts';
import { moreThanNamed } from '../kin/listed.ts';
import type { KinText } from '../kin/text.ts';
import { isTheirs } from '../kin/names.ts';
import type { KinHit } from '../kin/words.ts';
import { findForms, isNegated } from '../reading/forms.ts';
import { readNumeral } from '../reading/numerals.ts';
import type { Word } from '../reading/words.ts';
import { refuse, type Problem } from '../verdict.ts';

/** "Il laisse deux enfants" where the target has three, "deux fils" where it has one. */
export function miscounted(kin: KinText, evidence: KinEvidence): Problem[] {
  const { subject, kinship } = kin;
  const { words, text } = subject.reading;
  const given = numberOf(subject, kinship, 'child');
  const told = given === 0 ? undefined : evidence.countOf('child');
  const wrong = told && told.count !== given ? told : (moreThanHeld(kin) ?? moreThanNamed(kin));
  if (!wrong) return [];
  const span = [words[wrong.from]!.start, words[wrong.to - 1]!.end] as const;
  return [refuse('figure-not-in-target', `« ${text.slice(...span)} » : les faits donnés n'en ont pas autant, ou plus. Corrigez le nombre.`, { span })];
}

/** "Deux frères" of one: more than there are of any who can be meant; the teller and the deceased may count themselves. */
function moreThanHeld(kin: KinText): Occurrence | undefined {
  const { subject, kinship, words } = kin;
  const together = findForms(TOGETHER, words);
  const most = ({ roles, from }: KinHit, sex: 'm' | 'f' | undefined): number => {
    const isCountingItself = together.some((hit) => words[hit.from]!.sentence === words[from]!.sentence);
    return Math.max(
      ...roles.map((role) => Math.max(numberGiven(subject, kinship, role) ?? 0, numberOf(subject, kinship, role, sex)) + (role === 'sibling' && isCountingItself ? 1 : 0)),
    );
  };
  const hit = kin.hits.find((relatives) => {
    const { from, roles, told } = relatives;
    const count = roles.some((role) => COUPLES.has(role)) ? undefined : countTold(words, relatives);
    if (count === undefined || roles.length === 0 || (told.includes('sibling') && THOSE.has(words[from - 2]?.fold ?? ''))) return false;
    // "J'ai deux frères": the teller is none of them.
    const own = told.includes('sibling') && roles.includes('child') && words.slice(Math.max(0, from - OWN_REACH), from).some(({ fold }) => OWN.has(fold)) ? 1 : 0;
    return most(relatives, undefined) > 0 && count > most(relatives, sexTold(words, relatives)) - own;
  });
  return hit && { from: hit.from - 1, to: hit.to };
}

/** "Nous étions trois frères", "trois frères et sœurs en tout". */
const TOGETHER: readonly string[] = ['etions|sommes|etaient', 'en tout'];
const OWN = new Set(['ai', 'jai', 'avais', 'mes']);
const OWN_REACH = 3;
/** There are two of them in any family, told or not. */
const COUPLES = new Set(['partner', 'parent', 'grandparent']);
/** "Les deux frères" are each other's. */
const THOSE = new Set(['les', 'des', 'aux', 'ces']);

/** "Il avait un frère" where the target has none, and no number of them either. */
export function unheldRelatives({ subject, kinship, hits, words }: KinText): Problem[] {
  const { text } = subject.reading;
  // A number of them ("nombre_petits_enfants") stands beside their list.
  const isHeld = (role: string): boolean =>
    (kinship.roles[role] ?? []).some((pattern) => {
      const list = pattern.replace(/(?:\.\*)?\.nom$/, '');
      const beside = list.slice(0, list.lastIndexOf('.'));
      return subject.leaves.some(
        (leaf) =>
          leaf.pattern.startsWith(`${list}.`) ||
          (leaf.pattern.startsWith(`${beside}.`) && leaf.pattern.split('.').length === beside.split('.').length + 1) ||
          leaf.key === 'a_des_enfants',
      );
    });
  // "Il laisse une sœur" is said of the one who died, where nobody else did.
  const others = subject.leaves.some(({ key, value }) => (key === 'est_decede' && value === true) || value === 'PREDECEDE');
  const rolesOf = ({ from, roles, told }: KinHit): readonly string[] =>
    !others && words.slice(Math.max(0, from - LEAVING_REACH), from).some(({ fold }) => LEAVING.has(fold)) ? told : roles;
  const hit = hits.find(
    (relative) => !relative.link && relative.roles.length > 0 && !rolesOf(relative).some(isHeld) && isSaidToBe(words, relative) && !isNegated(words, relative.from, relative.to),
  );
  if (!hit) return [];
  const span = [words[hit.from]!.start, words[hit.to - 1]!.end] as const;
  return [refuse('fact-not-in-target', `« ${text.slice(...span)} » : les faits donnés n'ont personne de tel. Retirez-le.`, { span })];
}

/** "Avait un frère", "laisse aussi une sœur", "sa mère est toujours en vie": that there is, or was, such a one. */
function isSaidToBe(words: readonly Word[], { from, to }: KinHit): boolean {
  const { sentence } = words[from]!;
  let at = from - 1;
  while (at >= 0 && (COUNTING.has(words[at]!.fold) || readNumeral(words, at) !== undefined)) at--;
  if (at < from - 1 && HAVING.has(words[at]?.fold ?? '') && words[at]!.lower !== 'à' && words[at]!.sentence === sentence) return true;
  const isOfDeceased = ['du', 'de'].includes(words[to]?.fold ?? '') && words.slice(to, to + 3).some(({ fold }) => /^defunte?$/.test(fold));
  return (isTheirs(words, from) || isOfDeceased) && words.slice(to, to + LIVING_REACH).some((word) => word.sentence === sentence && LIVING.has(word.fold));
}
const COUNTING = new Set(['un', 'une', 'des', 'aussi', 'encore', 'egalement', 'seul', 'seule', 'grand', 'grande', 'petit', 'petite', 'demi']);
const LEAVING = new Set(['laisse', 'laissait']);
const LEAVING_REACH = 3;
const LIVING = new Set(['vie', 'vivant', 'vivante', 'vit']);
const LIVING_REACH = 8;
