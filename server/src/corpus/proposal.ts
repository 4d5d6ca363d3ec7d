import { setAt, type Pack, type Payload } from '@case-swarm/schema';
import { figuresOf } from '../gate/reading/figures.ts';
import { read } from '../gate/reading/words.ts';

const DIED = /(?:décéd|deced|mort|décès|deces|éteint|disparu)/i;
const NAMED = /(?:M\.|Mme|Monsieur|Madame|décès de|Succession(?: de)?)\s+((?:\p{Lu}[\p{L}'’-]+\s?){1,3})/u;
/** Words between a death and its date. */
const NEAR = 80;

/** A first guess at a statement's facts by rules, for a person to go on from: who died, when, and what amounts and dates stand there. */
export function proposeFacts(pack: Pack, text: string): { readonly payload: Payload; readonly figures: readonly string[] } {
  const payload: Payload = {};
  const reading = read(text);
  const figures = figuresOf(reading);
  const known = (pattern: string): boolean => pack.master.leaves.has(pattern);
  const died = DIED.exec(text);
  if (died) {
    const date = figures.find((figure) => figure.kind === 'date' && Math.abs(reading.words[figure.from]!.start - died.index) < NEAR);
    if (date?.iso !== undefined && known('famille.defunt.date_deces')) setAt(payload, 'famille.defunt.date_deces', date.iso);
  }
  const named = NAMED.exec(text)?.[1]?.trim();
  if (named !== undefined && known('famille.defunt.nom')) setAt(payload, 'famille.defunt.nom', named);
  return { payload, figures: figures.map((figure) => `${text.slice(reading.words[figure.from]!.start, reading.words[figure.to - 1]!.end)} (${figure.kind})`) };
}
