// Texts that people wrote for targets of the plan, with what they were asked for.
import { readFileSync } from 'node:fs';
import { decodeToon } from '../../schema/dist/index.js';

const BLOCK = /^## (\d+)\n\n```json\n(.*)\n```\n\n```toon\n([\s\S]*?)\n```\n\n([\s\S]*?)\n*$/;

/** @returns the cases of a file of `bench/gate/hand-written`, by their numbers there */
export function handWritten(name) {
  const file = readFileSync(new URL(`./hand-written/${name}.md`, import.meta.url), 'utf8');
  return file
    .split(/^(?=## \d+$)/m)
    .slice(1)
    .map((block) => {
      const [, number, asked, toon, text] = BLOCK.exec(block);
      return { number: Number(number), ...JSON.parse(asked), toon, target: decodeToon(toon), text };
    });
}
