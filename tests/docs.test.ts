import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bin, root } from './processes.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const pages = ['README.md', 'README.fr.md', 'CHANGELOG.md', ...['docs', 'docs/decisions', 'schema', 'agent-sdk'].flatMap(markdownIn)];
function markdownIn(folder: string): string[] {
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}
const fences = (text: string): string[] => [...text.matchAll(/```\w*\n([\s\S]*?)```/g)].map((match) => match[1]!);
const commandLines = (text: string): string[] =>
  fences(text)
    .flatMap((fence) => fence.replaceAll('\\\n', ' ').split('\n'))
    .map((line) =>
      line
        .replace(/\s+# .*$/, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => /^(npx|npm|curl|docker) /.test(line));

test('the French README has the headings and the commands of the English one', () => {
  const [english, french] = [read('README.md'), read('README.fr.md')];
  const levels = (text: string): string[] => [...text.matchAll(/^(#+) /gm)].map((match) => match[1]!);
  expect(levels(french)).toEqual(levels(english));
  expect(commandLines(french)).toEqual(commandLines(english));
  const rows = (text: string): number => [...text.matchAll(/^\|/gm)].length;
  expect(rows(french)).toBe(rows(english));
});

test('every link from one page to another leads somewhere', () => {
  for (const page of pages)
    for (const [, target] of read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
      expect(existsSync(path.join(root, path.dirname(page), target!)), `${page} links to ${target}`).toBe(true);
});

const DEFAULTS: Readonly<Record<string, string>> = { 'case-server': 'serve', 'case-agent': 'run' };

test('every command of the pages is one that the programs know, with its options', () => {
  const helps = new Map<string, string>();
  const help = (program: string, command: string | undefined): string => {
    const key = `${program} ${command ?? ''}`;
    if (!helps.has(key)) helps.set(key, spawnSync(bin(program), [...(command === undefined ? [] : [command]), '--help'], { encoding: 'utf8' }).stdout);
    return helps.get(key)!;
  };
  let seen = 0;
  for (const page of pages) {
    for (const line of commandLines(read(page))) {
      const match = /^npx (case-server|case-agent|trainer)(?: ([a-z][a-z-]+))?(.*)$/.exec(line);
      if (!match) continue;
      const [, program, word, rest] = match as unknown as [string, string, string | undefined, string];
      const command = word !== undefined && help(program, undefined).includes(`\n  ${word}`) ? word : DEFAULTS[program];
      for (const [option] of `${rest} `.matchAll(/(?<=\s)--[a-z][a-z-]+/g)) {
        seen++;
        const known = help(program, command).includes(option) || help(program, undefined).includes(option);
        expect(known, `${page}: ${line}: no option ${option}`).toBe(true);
      }
    }
  }
  expect(seen).toBeGreaterThan(40);
});

test('npm scripts that the pages name exist', () => {
  const scriptsOf = (folder: string): string[] => Object.keys((JSON.parse(read(`${folder}/package.json`)) as { scripts: Record<string, string> }).scripts);
  for (const page of pages)
    for (const [, name, workspace] of read(page).matchAll(/npm run ([\w:]+(?:-\w+)*)(?: -w (\w+))?/g)) expect(scriptsOf(workspace ?? '.'), page).toContain(name);
});

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly license?: string;
}

test('every dependency has its line of reason, and no line is left of one that went', () => {
  const manifests = ['.', 'schema', 'server', 'agent-sdk', 'trainer'].map((folder) => JSON.parse(read(`${folder}/package.json`)) as Manifest);
  const used = new Set(
    manifests
      .flatMap(({ dependencies = {}, devDependencies = {} }) => [...Object.keys(dependencies), ...Object.keys(devDependencies)])
      .filter((name) => !name.startsWith('@case-swarm/')),
  );
  const told = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]!);
  expect(told.toSorted()).toEqual([...used].toSorted());
});

test('what users install is under permissive licences', () => {
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { dev?: boolean; link?: boolean }> };
  const installed = Object.entries(lock.packages).filter(
    ([folder, entry]) => folder.startsWith('node_modules/') && !entry.dev && !entry.link && existsSync(path.join(root, folder, 'package.json')),
  );
  expect(installed.length).toBeGreaterThan(100);
  for (const [folder] of installed) {
    const { license } = JSON.parse(read(`${folder}/package.json`)) as Manifest;
    expect(license ?? 'none', folder).toMatch(/^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|AFL-2\.1 OR BSD-3-Clause)/);
  }
});
