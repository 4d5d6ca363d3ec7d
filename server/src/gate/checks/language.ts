import type { Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

const FOREIGN = new Set(
  'the and of is was are were he she they his her their this that with from who which has have had died not been we you our what when about to for'.split(' '),
);
const FRENCH = new Set(
  'le la les l un une des du de d et est a au aux en dans par pour sur avec sans que qui ne pas il elle ils elles on je nous vous ce cette son sa ses mon ma mes leur leurs y c'.split(
    ' ',
  ),
);

/** A text in which foreign function words outnumber the French ones is not French. Telegraphic lines have few of either. */
export function checkLanguage(subject: Subject): Problem[] {
  let foreign = 0;
  let french = 0;
  for (const word of subject.reading.words) {
    if (FOREIGN.has(word.fold)) foreign++;
    if (FRENCH.has(word.fold)) french++;
  }
  return foreign >= 3 && foreign > french ? [refuse('not-french', "Le texte n'est pas en français : écrivez-le en français.")] : [];
}
