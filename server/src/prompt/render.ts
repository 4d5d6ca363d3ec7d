import {
  grouped,
  isMoney,
  itemsAt,
  leavesOf,
  ownerOf,
  percent,
  plainCode,
  printedDate,
  registerOf,
  registerOfForm,
  type Hints,
  type LeafValue,
  type Pack,
  type Payload,
  type Stratum,
} from '@case-swarm/schema';

/** The instruction that a writer reads: one page of French, deterministic, made of the target, its stratum and its hints. */
export function renderPrompt(pack: Pack, payload: Payload, toon: string, stratum: Stratum, hints: Hints): string {
  const sections = [
    pack.wording.role,
    ['# Le texte à écrire', ...stratumLines(pack, stratum), ...registerLines(pack, payload, stratum)].join('\n'),
    ['# Les faits (TOON)', '```', toon, '```'].join('\n'),
    ['# Les mêmes faits, en clair', ...factLines(pack, payload)].join('\n'),
    ...hintLines(hints),
    ['# À ne pas dire', ...pack.wording.forbidden.map((line) => `- ${line}`)].join('\n'),
    'Répondez par le texte seul, sans titre ajouté ni commentaire.',
  ];
  return sections.join('\n\n');
}

function stratumLines(pack: Pack, stratum: Stratum): string[] {
  return Object.entries(stratum).flatMap(([axis, level]) => {
    if (level === null) return [];
    const words = pack.wording.levels[axis]?.[level] ?? pack.topics[level]?.label ?? level;
    return [`- ${pack.wording.axes[axis] ?? axis} : ${words}`];
  });
}

const SHOWN_WORDS = 6;
/** Words of the stratum's register: how lawyers, or people who talk, say what the target holds. */
function registerLines(pack: Pack, payload: Payload, stratum: Stratum): string[] {
  const { registers } = pack.lexicon;
  const register = registers ? registerOf(registers, stratum) : 'everyday';
  if (!registers || register === 'everyday') return [];
  const told = leavesOf(payload).flatMap(({ pattern, value }) => pack.lexicon.leaves.get(pattern)?.codes?.[typeof value === 'string' ? value : ''] ?? []);
  const plain = told.filter((form) => !/[*|^=]|\.\.\./.test(form) && registerOfForm(registers, form) === register);
  const everyday = told.join(' ');
  const others = registers.substitutes[register].filter(({ from }) => everyday.includes(from)).map(({ to }) => to);
  const words = [...new Set([...plain, ...others])].slice(0, SHOWN_WORDS);
  return words.length === 0 ? [] : [`- ${register === 'spoken' ? 'mots de tous les jours' : 'mots du métier'} : ${words.map((word) => `« ${word} »`).join(', ')}`];
}

/** One line for each person or thing: "- enfant 1 : nom Luc ; âge 42 ans". */
function factLines(pack: Pack, payload: Payload): string[] {
  const lines = new Map<string, string[]>();
  for (const { path, pattern, value } of leavesOf(payload)) {
    const owner = ownerOf(path);
    const forms = pack.lexicon.leaves.get(pattern);
    const label = forms?.label ?? pack.master.leaves.get(pattern)?.description ?? pattern;
    const words = lines.get(owner) ?? [];
    words.push(`${label} : ${sayValue(pack, pattern, value as LeafValue)}`);
    lines.set(owner, words);
  }
  return [...lines].map(([owner, words]) => `- ${ownerWords(pack, payload, owner)} — ${words.join(' ; ')}`);
}

/** "patrimoine, actifs 2": where a fact stands, in words. */
function ownerWords(pack: Pack, payload: Payload, owner: string): string {
  const parts = owner.split('.');
  return parts
    .map((part, index) => {
      if (!/^\d+$/.test(part)) return pack.wording.keys?.[part] ?? part.replaceAll('_', ' ');
      const count = itemsAt(payload, parts.slice(0, index).join('.')).length;
      return count > 1 ? `n° ${Number(part) + 1}` : '';
    })
    .filter((part) => part !== '')
    .join(', ');
}

export function sayValue(pack: Pack, pattern: string, value: LeafValue): string {
  const kind = pack.master.leaves.get(pattern)?.kind ?? 'text';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (kind === 'code') return plainCode(pack.lexicon.leaves.get(pattern), String(value));
  if (kind === 'date') return printedDate(String(value));
  if (typeof value === 'number') {
    if (isMoney(kind)) return `${grouped(value)} €${kind === 'monthly-amount' ? ' par mois' : ''}`;
    if (kind === 'ratio') return percent(value);
    if (kind === 'age') return `${value} ans`;
    if (kind === 'years') return `${value} ans`;
    return grouped(value);
  }
  return value;
}

function hintLines(hints: Hints): string[] {
  const lines: string[] = [];
  if (hints.unclear) lines.push(`- À laisser dans le flou : ${hints.unclear.label}.`);
  if (hints.omitted) lines.push(`- À ne surtout pas dire : ${hints.omitted.map((item) => item.label).join(', ')}.`);
  if (hints.contested) {
    const [a, b] = hints.contested.values.map((value) =>
      typeof value === 'number' ? grouped(value) : typeof value === 'string' && /^\d{4}/.test(value) ? printedDate(value) : String(value),
    );
    lines.push(`- Deux versions s'opposent sur ${hints.contested.label} : « ${a} » et « ${b} ». Dites les deux, ne tranchez pas.`);
  }
  if (hints.neighbour) lines.push(`- Le texte parle aussi, et surtout, de ceci : ${hints.neighbour.label}.`);
  return lines.length > 0 ? [['# Le piège de ce cas', ...lines].join('\n')] : [];
}
