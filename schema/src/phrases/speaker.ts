import type { Referent, WritingTask } from '../pack.ts';
import { deNp } from '../french.ts';
import { sexOf } from '../lexicon/names.ts';
import { bool, itemsAt, str, type Payload } from '../payload.ts';
import type { Random } from '../random.ts';

export type Sex = 'f' | 'm';

/** Who tells, in which person, and how everybody is called from there. */
export interface Speaker {
  readonly task: WritingTask;
  readonly payload: Payload;
  readonly random: Random;
  readonly persona: string;
  /** "je": the teller is a relative who speaks for himself. */
  readonly first: boolean;
  /** Path of the teller's own item, where the target names the teller. */
  readonly tellerPath: string | undefined;
  readonly tellerName: string | undefined;
  readonly tellerSex: Sex;
  readonly deceased: string;
  readonly deceasedSex: Sex;
  /** The death must stay unclear. */
  readonly unclear: boolean;
}

const pick = { enfant: 'famille.descendants.enfants', petit_enfant: 'famille.descendants.petits_enfants', fratrie: 'famille.collateraux.freres_soeurs' } as Record<string, string>;

function tellerOf(payload: Payload, persona: string): string | undefined {
  if (persona === 'beau_enfant') {
    if (str(payload, 'famille.partenaire.enfants_d_une_autre_union.0.nom') !== undefined) return 'famille.partenaire.enfants_d_une_autre_union.0';
    return itemsAt(payload, 'famille.descendants.enfants').find(({ path }) => bool(payload, `${path}.est_d_une_precedente_union`))?.path;
  }
  if (persona === 'conjoint' || persona === 'partenaire_pacs' || persona === 'concubin') return 'famille.partenaire';
  const list = pick[persona];
  return list && str(payload, `${list}.0.nom`) !== undefined ? `${list}.0` : undefined;
}

const relatives = new Set(['enfant', 'conjoint', 'beau_enfant', 'fratrie', 'partenaire_pacs', 'concubin', 'petit_enfant', 'associe']);

export function makeSpeaker(task: WritingTask, random: Random): Speaker {
  const { target: payload, stratum, hints } = task;
  const persona = stratum['persona'] ?? 'narrateur_neutre';
  const deceased = str(payload, 'famille.defunt.nom') ?? '';
  const sexCode = str(payload, 'famille.defunt.sexe');
  const deceasedSex = sexCode === 'FEMININ' ? 'f' : sexCode === 'MASCULIN' ? 'm' : (sexOf(deceased) ?? 'm');
  const tellerPath = tellerOf(payload, persona);
  const tellerName = tellerPath && str(payload, `${tellerPath}.nom`);
  return {
    task,
    payload,
    random,
    persona,
    deceased,
    deceasedSex,
    tellerPath,
    tellerName,
    first: stratum['voice'] === 'premiere_personne' && relatives.has(persona),
    tellerSex: (tellerName && sexOf(tellerName)) || (random.chance(0.5) ? 'f' : 'm'),
    unclear: hints.unclear !== undefined,
  };
}

const kin: Record<string, readonly [f: string, m: string]> = {
  enfant: ['ma mère', 'mon père'],
  petit_enfant: ['ma grand-mère', 'mon grand-père'],
  conjoint: ['ma femme', 'mon mari'],
  partenaire_pacs: ['ma partenaire', 'mon partenaire'],
  concubin: ['ma compagne', 'mon compagnon'],
  fratrie: ['ma sœur', 'mon frère'],
  associe: ['mon associée', 'mon associé'],
  beau_enfant: ['ma mère', 'mon père'],
};

/** "ma mère", as the teller says it; undefined where the teller does not speak of himself. */
function kinOfDeceased(s: Speaker): string | undefined {
  if (!s.first) return undefined;
  const stepchild = s.persona === 'beau_enfant' && s.tellerPath?.startsWith('famille.partenaire.') === true;
  const pair = stepchild ? (['ma belle-mère', 'mon beau-père'] as const) : kin[s.persona];
  return pair?.[s.deceasedSex === 'f' ? 0 : 1];
}

/** How the deceased is called: with the name at first, then by relation, title or role. */
export function deceasedReferent(s: Speaker): Referent {
  const pronoun = s.deceasedSex === 'f' ? 'elle' : 'il';
  const relation = kinOfDeceased(s);
  const name = s.deceased;
  if (name === '') {
    const nameless = relation ?? (s.unclear ? 'cette personne' : s.deceasedSex === 'f' ? 'la défunte' : 'le défunt');
    return { first: [nameless], later: [nameless], pronoun };
  }
  if (relation) return { first: [`${relation}, ${name},`, `${relation} ${name}`], later: [relation, relation, pronoun], pronoun };
  const title = s.deceasedSex === 'f' ? 'Mme' : 'M.';
  const surname = name.split(' ').slice(1).join(' ');
  const professional = ['notaire', 'avocat', 'tiers'].includes(s.persona) && surname !== '';
  const role = s.unclear ? [] : s.deceasedSex === 'f' ? ['la défunte'] : ['le défunt'];
  return { first: professional ? [`${title} ${name}`, name] : [name], later: [...role, name, ...(professional ? [`${title} ${surname}`] : [])], pronoun };
}

/** Sentences in which the teller says who he is. Each holds the teller's whole name once. */
export function introductions(s: Speaker): string[] {
  const { tellerName: name } = s;
  if (name === undefined) {
    if (!s.first) return professionalIntroductions(s);
    return [];
  }
  if (!s.first) return [];
  const kin = kinOfDeceased(s) ?? 'cette personne';
  const lines = [
    `je m'appelle ${name} et je vous écris au sujet ${deNp(kin)}`,
    `je suis ${name}, et il s'agit ${deNp(kin)}`,
    `moi c'est ${name}, et je voudrais parler ${deNp(kin)}`,
    `mon nom est ${name} et je viens vers vous au sujet ${deNp(kin)}`,
    `je suis ${name}, je vous écris à propos ${deNp(kin)}`,
    `je m'appelle ${name} et c'est ${kin} qui m'amène`,
    ...(s.task.stratum['format'] === 'oral_retranscrit' ? [`ici ${name}, c'est pour ${kin}`, `${name} à l'appareil, je vous parle ${deNp(kin)}`] : []),
    `je vous contacte au sujet ${deNp(kin)}, mon nom est ${name}`,
    `je viens vous parler ${deNp(kin)} ; moi, c'est ${name}`,
  ];
  // Where every word counts; whose child or spouse the teller is follows with "ma mère", "mon mari".
  if (kin !== 'cette personne') lines.push(`je suis ${name}`);
  if (s.persona === 'enfant' && !s.unclear) lines.push(`c'est moi, ${name}, qui ai géré les papiers ${deNp(kin)}`);
  return lines;
}

function professionalIntroductions(s: Speaker): string[] {
  if (s.task.stratum['voice'] !== 'premiere_personne') return [];
  switch (s.persona) {
    case 'notaire':
      return ["je suis saisi de ce dossier à l'étude", "j'ai reçu la famille à l'étude"];
    case 'avocat':
      return ["j'interviens dans ce dossier comme conseil", 'je suis consulté comme avocat sur ce dossier'];
    case 'tiers':
      return ["je ne suis pas de la famille mais j'ai suivi tout cela de près", 'je suis un proche sans lien de parenté, et on me demande mon avis'];
    default:
      return ["on m'a soumis ce dossier", "j'ai eu ce dossier entre les mains"];
  }
}

export const sexOfPerson = (name: string, fallback: Sex = 'm'): Sex => sexOf(name) ?? fallback;
/** "il", "elle" agreement mark: `e(s)` of participles and adjectives. */
export const fem = (sex: Sex): string => (sex === 'f' ? 'e' : '');

/** The person's name, or "moi"/"je" where the teller is meant; `fallback` where the target leaves the name out. */
export const isTeller = (s: Speaker, name: string | undefined): boolean => s.first && name !== undefined && name === s.tellerName;

/** "Du défunt", or as the teller calls them. */
export const ofDeceased = (s: Speaker): string => (s.first || s.unclear ? '{D:de}' : s.deceasedSex === 'f' ? 'de la défunte' : 'du défunt');
