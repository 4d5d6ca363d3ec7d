// Sentences that each tell a few facts in one of the ways in which people say them, behind a sentence that says who died.
import { readdirSync, readFileSync } from 'node:fs';
import { setAt } from '../../schema/dist/index.js';

const FOLDER = new URL('./phrasings/', import.meta.url);
const ABOUT = { 'famille.defunt.nom': 'Jean Morel', 'famille.defunt.date_deces': '2021' };

/** @returns every sentence with the text that it makes, its target and its stratum */
export function phrasings() {
  return readdirSync(FOLDER).flatMap((file) => {
    const [asked, behind, ...blocks] = readFileSync(new URL(file, FOLDER), 'utf8')
      .trimEnd()
      .split(/\n+(?=@ |behind )/);
    const stratum = JSON.parse(asked.slice('stratum '.length));
    return blocks.flatMap((block) => {
      const [facts, ...sentences] = block.split('\n');
      const target = targetOf(facts.slice('@ '.length));
      return sentences.map((sentence) => ({ file, sentence, text: `${behind.slice('behind '.length)} ${sentence}`, target, stratum }));
    });
  });
}

/** `a.b.0.c=value; …` as a payload. */
function targetOf(facts) {
  const target = {};
  const pairs = facts.split('; ').map((pair) => [pair.slice(0, pair.indexOf('=')), valueOf(pair)]);
  for (const [path, value] of [...Object.entries(ABOUT), ...pairs]) setAt(target, path, value);
  return target;
}

/** A year is a date, and written as one. */
function valueOf(pair) {
  const written = pair.slice(pair.indexOf('=') + 1);
  if (written === 'true' || written === 'false') return written === 'true';
  return /^\d+(\.\d+)?$/.test(written) && !/date[a-z_]*=/.test(pair) ? Number(written) : written;
}
