import { strictnessOf, type StrictnessTable } from '@case-swarm/schema';
import { bind } from './binding/bind.ts';
import { checkBroken } from './checks/broken.ts';
import { checkCodes } from './checks/codes.ts';
import { checkCoherence } from './checks/coherence.ts';
import { checkDensity } from './checks/density.ts';
import { checkForm } from './checks/form.ts';
import { checkGrounding } from './checks/grounding.ts';
import { checkHardNegative } from './checks/hard-negative.ts';
import { checkIntention } from './checks/intention.ts';
import { checkInvention } from './checks/invention.ts';
import { checkItems } from './checks/items.ts';
import { checkKinship } from './checks/kinship.ts';
import { checkLanguage } from './checks/language.ts';
import { checkNoise } from './checks/noise.ts';
import { checkOwnership } from './checks/ownership.ts';
import { checkParents, untoldParents } from './checks/parents.ts';
import { checkParts } from './checks/parts.ts';
import { checkPersona } from './checks/persona.ts';
import { checkReceivers } from './checks/receivers.ts';
import { checkRoles } from './checks/roles.ts';
import { checkSolution } from './checks/solution.ts';
import { checkStyle } from './checks/style.ts';
import { checkVoice } from './checks/voice.ts';
import { checkWhereabouts } from './checks/whereabouts.ts';
import { wordCount } from './reading/words.ts';
import { subjectOf } from './subject.ts';
import { refuse, type Judged, type Problem, type Verdict } from './verdict.ts';

/** Longer texts are refused unread: no stratum asks for them and reading them would hold up the others. */
const MOST_CHARACTERS = 20_000;

/** What the pack only asks for warns, and does not refuse. */
const soften = (problems: readonly Problem[], table: StrictnessTable | undefined): readonly Problem[] =>
  table === undefined ? problems : problems.map((problem) => (strictnessOf(table, problem.code, problem.path) === 'must' ? problem : { ...problem, severity: 'warn' }));

/** The verdict on a text: every check, all problems at once. Pure. */
export function judge(judged: Judged): Verdict {
  if (judged.text.length > MOST_CHARACTERS) {
    return {
      accepted: false,
      problems: [refuse('too-long', `Le texte a ${judged.text.length} caractères ; le plus long accepté en a ${MOST_CHARACTERS}.`)],
      evidence: {},
      measures: {},
    };
  }
  const subject = subjectOf(judged);
  const form = checkForm(subject);
  if (form.some((problem) => problem.code === 'empty')) return { accepted: false, problems: form, evidence: {}, measures: {} };
  const binding = bind(subject);
  const noise = checkNoise(subject);
  const found: Problem[] = [
    ...form,
    ...checkBroken(subject),
    ...checkStyle(subject),
    ...checkVoice(subject),
    ...checkPersona(subject),
    ...checkLanguage(subject),
    ...checkGrounding(subject, binding),
    ...checkIntention(subject),
    ...checkItems(subject),
    ...checkKinship(subject),
    ...checkRoles(subject),
    ...checkReceivers(subject),
    ...checkParts(subject),
    ...checkOwnership(subject),
    ...checkParents(subject),
    ...untoldParents(subject),
    ...checkInvention(subject, binding),
    ...checkWhereabouts(subject),
    ...checkCodes(subject),
    ...checkSolution(subject, binding),
    ...checkDensity(subject),
    ...checkHardNegative(subject),
    ...checkCoherence(subject),
    ...noise.problems,
  ];
  const problems = soften(found, judged.pack.strictness);
  const { words } = subject.reading;
  const evidence: Record<string, readonly [number, number]> = {};
  for (const { leaf, place } of binding.bound) evidence[leaf.path] = [words[place.from]!.start, words[place.to - 1]!.end];
  return {
    accepted: problems.every((problem) => problem.severity !== 'refuse'),
    problems,
    evidence,
    measures: {
      words: wordCount(subject.reading),
      leaves: subject.leaves.length,
      grounded: binding.bound.length,
      figures: subject.figures.length,
      faults: noise.faults,
      abbreviations: noise.abbreviations,
    },
  };
}
