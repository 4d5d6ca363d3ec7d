// Lists of sentences beside the facts: `invented.txt`, `facts-told.txt`, `asides.txt`. A line is a sentence, or what a target that it
// fits, or fits perhaps, has in its TOON, a tab and the sentence.
import { readFileSync } from 'node:fs';

const NOTHING = /(?!)/;

/** @returns the sentences of a list, each with the pattern of the targets that it fits */
export const toldList = (name) =>
  readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
    .map((cells) => ({ fits: cells.length > 1 ? new RegExp(cells[0]) : NOTHING, sentence: cells.at(-1) }));
