import { leavesOf, remembered, supportedBy, type EntityForms, type LeafForms, type LeafKind, type LeafValue } from '@case-swarm/schema';
import type { Figure } from './reading/figures.ts';
import { misspeltNames } from './reading/misspelt.ts';
import { readText } from './reading/text.ts';
import { read, soundsOf, type Reading, type Word } from './reading/words.ts';
import type { Judged } from './verdict.ts';

/** A leaf of the target with all that is needed to look for it. */
export interface TargetLeaf {
  readonly path: string;
  readonly pattern: string;
  readonly key: string;
  readonly value: LeafValue;
  readonly kind: LeafKind;
  readonly forms: LeafForms | undefined;
  readonly owner: Owner;
}

/** A person or thing of the target that leaves belong to. */
export interface Owner {
  readonly path: string;
  readonly entity: EntityForms | undefined;
  readonly leaves: TargetLeaf[];
}

/** A judged text, read once for all checks. */
export interface Subject {
  readonly judged: Judged;
  readonly reading: Reading;
  /** Names with a letter wrong, by their words' indices, and what was meant. */
  readonly misspelt: ReadonlyMap<number, string>;
  readonly figures: readonly Figure[];
  readonly leaves: readonly TargetLeaf[];
  readonly owners: readonly Owner[];
  /** Folded words of all name and text values. */
  readonly knownWords: ReadonlySet<string>;
  /** First words that more than one name of the target begins with: alone they name nobody. */
  readonly sharedFirstWords: ReadonlySet<string>;
}

export function subjectOf(judged: Judged): Subject {
  const { pack } = judged;
  const { reading: asWritten, figures } = readText(judged.text);
  const owners = new Map<string, Owner>();
  const leaves: TargetLeaf[] = [];
  for (const { path, pattern, value } of leavesOf(judged.target)) {
    if (typeof value === 'object') continue;
    const forms = pack.lexicon.leaves.get(pattern);
    const [ownPath, ownPattern] = forms?.ownedBy ? [`${forms.ownedBy}.${path}`, `${forms.ownedBy}.${pattern}`] : [path, pattern];
    const owner = ownerFor(pack.lexicon.entities, ownPath, ownPattern, owners);
    const leaf: TargetLeaf = {
      path,
      pattern,
      key: pattern.slice(pattern.lastIndexOf('.') + 1),
      value,
      kind: pack.master.leaves.get(pattern)?.kind ?? 'text',
      forms,
      owner,
    };
    owner.leaves.push(leaf);
    leaves.push(leaf);
  }
  const knownWords = new Set<string>();
  for (const leaf of leaves) if (leaf.kind === 'name' || leaf.kind === 'text') for (const word of wordsOf(String(leaf.value))) knownWords.add(word);
  const misspelt = NOISY.has(judged.stratum?.['noise'] ?? '') ? misspeltNames(asWritten.words, knownWords, (word) => judged.dictionary.has(word)) : NONE_MISSPELT;
  const reading = misspelt.size === 0 ? asWritten : asMeant(asWritten, misspelt);
  return { judged, reading, misspelt, figures, leaves, owners: [...owners.values()], knownWords, sharedFirstWords: firstWordsShared(leaves) };
}
/** Where faults were asked for, a name may have one as well. */
const NOISY = new Set(['legeres_fautes', 'fautes_et_abreviations', 'tres_brouillon']);
const NONE_MISSPELT: ReadonlyMap<number, string> = new Map();

/** The text with its misspelt names as they were meant. */
const asMeant = (reading: Reading, misspelt: ReadonlyMap<number, string>): Reading => ({
  ...reading,
  words: reading.words.map((word, at) => {
    const meant = misspelt.get(at);
    return meant === undefined ? word : { ...word, fold: meant, ...soundsOf(meant) };
  }),
});

const holders = new WeakMap<readonly EntityForms[], Map<string, EntityForms | undefined>>();
/** The entity with the longest pattern that holds a leaf's. */
function entityOf(entities: readonly EntityForms[], pattern: string): EntityForms | undefined {
  const known = holders.get(entities) ?? new Map<string, EntityForms | undefined>();
  holders.set(entities, known);
  if (!known.has(pattern)) {
    const holding = entities.filter(({ owner }) => pattern.startsWith(`${owner}.`));
    known.set(pattern, holding.toSorted((a, b) => b.owner.length - a.owner.length)[0]);
  }
  return known.get(pattern);
}

/** The person or thing that a leaf belongs to. */
function ownerFor(entities: readonly EntityForms[], path: string, pattern: string, owners: Map<string, Owner>): Owner {
  const entity = entityOf(entities, pattern);
  const parts = path.split('.');
  const ownerPath = entity ? parts.slice(0, entity.owner.split('.').length).join('.') : parts.slice(0, -1).join('.');
  const known = owners.get(ownerPath);
  if (known) return known;
  const owner: Owner = { path: ownerPath, entity, leaves: [] };
  owners.set(ownerPath, owner);
  return owner;
}

/** Whether a leaf is one of those that its owner is known by. */
export const isIdentifier = ({ owner: { entity }, pattern }: TargetLeaf): boolean => entity?.identifiers.some((key) => pattern === `${entity.owner}.${key}`) === true;

/** Whether a name is the one's whom everything is about. */
export const isSubjectName = ({ judged, leaves }: Subject, name: LeafValue | undefined): boolean =>
  leaves.some((leaf) => leaf.path === `${judged.pack.lexicon.subject}.nom` && leaf.value === name);

/** Path of the item whose list an item stands in ("the contract of the first premium"), where there is one. */
export const holderPath = ({ path }: Owner): string | undefined => /^(.*\.\d+)\.[a-z_]+\.\d+$/.exec(path)?.[1];

interface Phrase {
  readonly words: readonly Word[];
  readonly folded: readonly string[];
}
/** A value as it is read; names come again and again. */
const phraseOf = remembered((text): Phrase => {
  const { words } = read(text);
  return { words, folded: words.map((word) => word.fold) };
});
/** Folded words of a value. */
export const wordsOf = (text: string): readonly string[] => phraseOf(text).folded;
/** The name of a person or thing, where its target gives one. */
export function nameOf({ leaves }: Owner): string | undefined {
  const value = leaves.find(({ kind, key }) => kind === 'name' && key === 'nom')?.value;
  return value === undefined ? undefined : String(value);
}

/** Words of a value as they are written. */
export const writtenWordsOf = (text: string): readonly Word[] => phraseOf(text).words;

/** First words that more than one name of the target begins with. */
function firstWordsShared(leaves: readonly TargetLeaf[]): ReadonlySet<string> {
  const byFirst = new Map<string, Set<string>>();
  for (const leaf of leaves) {
    if (leaf.kind !== 'name') continue;
    const words = wordsOf(String(leaf.value));
    const first = words[0] ?? '';
    byFirst.set(first, (byFirst.get(first) ?? new Set()).add(words.join(' ')));
  }
  return new Set([...byFirst].filter(([, names]) => names.size > 1).map(([first]) => first));
}

/** Whether a target has a leaf under a prefix or a key of patterns; `…=CODE` asks for that value. */
export const holds = ({ leaves }: Subject, support: string): boolean => leaves.some(({ pattern, value }) => supportedBy(support, pattern, value));
