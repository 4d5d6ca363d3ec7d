// Builds server/data/languages.json: the letter groups of eld's smallest table for the languages that a text could be in
// instead of French. The whole table is of sixty languages and takes 30 MB of memory a thread, this one 2 MB.
// usage: npm run build:languages -w server
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** French, and what could be taken for it or is likely to be sent instead: fewer languages, surer answers. */
const LANGUAGES = ['fr', 'en', 'es', 'it', 'pt', 'de', 'nl', 'ca', 'ro', 'pl'];

const { ngramsData } = await import(new URL('../ngrams/extrasmall.js', import.meta.resolve('eld')).href);
const kept = Object.entries(ngramsData.languages).filter(([, code]) => LANGUAGES.includes(code));
/** eld numbers its languages without gaps. */
const numbers = new Map(kept.map(([id], index) => [id, index]));
const ngrams = {};
for (const [letters, scores] of Object.entries(ngramsData.ngrams)) {
  const own = Object.entries(scores).filter(([id]) => numbers.has(id));
  if (own.length > 0) ngrams[letters] = Object.fromEntries(own.map(([id, score]) => [numbers.get(id), score]));
}
const languages = Object.fromEntries(kept.map(([, code], index) => [index, code]));
const file = fileURLToPath(new URL('../data/languages.json', import.meta.url));
writeFileSync(file, `${JSON.stringify({ type: ngramsData.type, languages, ngrams })}\n`);
process.stdout.write(`${file}: ${Object.keys(ngrams).length} groups of ${kept.length} languages\n`);
