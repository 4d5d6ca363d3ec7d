import type { Clause, Script, WritingTask } from '../pack.ts';
import { successionHardNegatives } from '../hard-negatives.ts';
import { de, printedDate } from '../french.ts';
import { successionLexicon } from '../lexicon/index.ts';
import { plainCode } from '../lexicon/types.ts';
import { leavesOf } from '../payload.ts';
import type { Random } from '../random.ts';
import { internationalClauses, procedureClauses } from './aftermath.ts';
import { undividedClauses } from './undivided.ts';
import { assetClauses } from './assets.ts';
import { debtClauses, totalClauses } from './debts.ts';
import { drawAsides } from './asides.ts';
import { reportHeadings, reports } from './framing.ts';
import { deathClauses } from './death.ts';
import { relativeClauses } from './relatives.ts';
import { unionClauses } from './unions.ts';
import { insuranceClauses } from './insurance.ts';
import { giftClauses, otherLiberalityClauses, willClauses } from './liberalities.ts';
import { deceasedReferent, introductions, makeSpeaker, type Speaker } from './speaker.ts';

/** Everything a target can be told with, from its teller's point of view. */
export function successionScript(task: WritingTask, random: Random): Script {
  const s = makeSpeaker(task, random);
  const clauses = [
    ...deathClauses(s),
    ...unionClauses(s),
    ...relativeClauses(s),
    ...assetClauses(s),
    ...debtClauses(s),
    ...totalClauses(s),
    ...giftClauses(s),
    ...willClauses(s),
    ...otherLiberalityClauses(s),
    ...insuranceClauses(s),
    ...undividedClauses(s),
    ...procedureClauses(s),
    ...internationalClauses(s),
    ...hintClauses(s),
  ];
  return { clauses: [...clauses, ...untold(s, clauses)], referents: { D: deceasedReferent(s) }, introductions: introductions(s), ...framing(s) };
}

/** A leaf that no clause tells is told by its own label, so that nothing of a target is lost. */
function untold(s: Speaker, clauses: readonly Clause[]): Clause[] {
  const told = new Set(clauses.flatMap((clause) => clause.covers));
  if (s.tellerPath) told.add(`${s.tellerPath}.nom`);
  return leavesOf(s.payload).flatMap(({ path, pattern, value }) => {
    if (told.has(path) || typeof value === 'object') return [];
    const forms = successionLexicon.leaves.get(pattern);
    const label = forms?.label ?? path.split('.').at(-1)!.replaceAll('_', ' ');
    const words = `${label} : ${forms?.codes?.[String(value)] ? plainCode(forms, String(value)) : contestedValue(value)}`;
    return [{ group: 'other', label: 'Divers', covers: [path], full: [words], short: [words] }];
  });
}

/** A value by itself, as it is printed. */
const contestedValue = (value: string | number | boolean): string =>
  typeof value === 'boolean'
    ? value
      ? 'oui'
      : 'non'
    : typeof value === 'number'
      ? value > 1000
        ? `{€:${value}}`
        : String(value)
      : /^\d{4}/.test(value)
        ? printedDate(value)
        : value;

function hintClauses(s: Speaker): Clause[] {
  const { hints } = s.task;
  const out: Clause[] = [];
  if (hints.contested) {
    const [a, b] = hints.contested.values.map(contestedValue);
    const what = hints.contested.label;
    const sentences = [
      `sur ce point : ${what}, les uns disent ${a}, les autres ${b}, et rien n'est tranché`,
      `pour ${what}, deux versions circulent, soit ${a}, soit ${b}`,
      `il y a deux versions pour ${what} : ${a} ou bien ${b}, on ne sait pas`,
    ];
    out.push({ group: 'hint', label: 'Deux versions', covers: [], full: sentences, short: [`${what} : ${a} ou ${b} selon les versions`] });
  }
  if (hints.neighbour) {
    const trap = successionHardNegatives['hors_perimetre_mal_qualifie'];
    const matter = trap?.kind === 'off-scope' ? trap.matters.find((item) => item.id === hints.neighbour!.id) : undefined;
    if (matter)
      out.push({
        group: 'hint',
        label: 'Objet réel',
        covers: [],
        full: matter.sentences.map((line) => line.replace(/\.$/, '')),
        short: matter.sentences.map((line) => line.replace(/\.$/, '')),
      });
  }
  return out;
}

function framing(s: Speaker): Omit<Script, 'clauses' | 'referents' | 'introductions'> {
  const topic =
    {
      ordre_heritiers: 'ordre des héritiers',
      famille_recomposee: 'famille recomposée',
      regimes_matrimoniaux: 'régime matrimonial',
      donations_reduction: 'libéralités',
      assurance_vie: 'contrats',
      indivision_partage: 'partage',
      entreprise_dutreil: 'transmission',
      demembrement_usufruit: 'démembrement',
      testament_legs: 'dernières dispositions',
      dettes_passif: 'situation du patrimoine',
      pacs_concubinage: 'situation du couple',
      international_procedure: 'points de procédure',
    }[s.task.stratum['primary_topic'] ?? ''] ?? 'situation';
  const surname = s.deceased.split(' ').at(-1) ?? '';
  const unclear = s.unclear;
  const file =
    surname === ''
      ? 'Dossier familial'
      : unclear
        ? `Dossier ${surname.toUpperCase()}`
        : s.random.pick([`Succession ${surname}`, `Dossier ${surname.toUpperCase()}`, `Succession ${de(s.deceased)}`]);
  return {
    ...drawAsides(s.random, s.first),
    reports,
    reportHeadings,
    titles: [`${file} — ${topic}`, `${file} | ${topic}`, file],
    greetings: ['Bonjour Maître,', 'Bonjour,', 'Madame, Monsieur,', 'Cher Maître,', 'Bonjour à vous,'],
    openings: [
      'je me permets de vous écrire parce que je ne sais plus par où commencer',
      'je vous expose la situation comme elle me vient',
      'je voudrais votre avis sur la situation suivante',
      "voici ce que je sais, dans l'ordre où ça me revient",
      "on m'a conseillé de tout mettre par écrit",
      'voici la situation en quelques lignes',
      'la situation est la suivante',
      'un avis serait le bienvenu sur ce qui suit',
      'je reprends tout depuis le début, ce sera plus simple',
      'je vous résume ce que nous savons, et ce que nous ne savons pas',
      "c'est la première fois que je m'adresse à un professionnel pour ce genre de chose",
      'merci de me lire jusqu’au bout'.replace('’', "'"),
      'je vous livre les choses en vrac',
      'un conseil nous serait utile avant toute démarche',
    ],
    closings: [
      "Merci d'avance pour votre aide.",
      'Merci de me dire ce que vous en pensez.',
      'Je vous remercie par avance de votre réponse.',
      'Bien cordialement.',
      'Avec mes remerciements.',
      "D'avance, merci pour le temps que vous y passerez.",
      'Bien à vous.',
      'Dites-moi simplement ce que vous en pensez, merci.',
      'Merci, et bon courage pour la lecture.',
      'Veuillez recevoir mes salutations distinguées.',
      'Dans l’attente de vous lire, merci.'.replace('’', "'"),
    ],
    questions: unclear
      ? [
          'Que faire ?',
          'Que faut-il prévoir ?',
          'Par où faut-il commencer ?',
          'Que nous conseillez-vous ?',
          'Quelles précautions faut-il prendre ?',
          'À qui faut-il s’adresser ?'.replace('’', "'"),
        ]
      : [
          'Que faire ?',
          'Que doit-on faire maintenant ?',
          'Comment cela va-t-il se passer ?',
          'Quels sont les droits de chacun ?',
          'Que nous conseillez-vous ?',
          'Par où faut-il commencer ?',
          'Qui hérite, et de quoi ?',
          'Comment les choses vont-elles se régler ?',
          'Quelle est la marche à suivre ?',
          'Qui peut me dire où nous en sommes ?',
          'Combien de temps cela va-t-il prendre ?',
          'À quoi faut-il faire attention ?',
          'Pouvez-vous nous éclairer ?',
          'Est-ce que tout cela est normal ?',
        ],
    laments: [
      "franchement, je n'en peux plus",
      'et tout ça sans jamais se parler',
      'on se croirait au théâtre',
      "et après on s'étonne que ça se passe mal",
      'ça suffit, maintenant',
      'on nous prend pour des idiots',
      "j'attends encore une réponse",
      'quel gâchis',
      'plus personne ne se parle',
      'il y en a marre de ces histoires',
      'voilà où on en est',
      'chacun tire la couverture à soi',
      'et après ça on parle de famille',
      "c'est toujours les mêmes qui se taisent",
      "qu'on me réponde, pour une fois",
      'je ne me laisserai pas faire',
      "ce n'est pas faute d'avoir prévenu",
      'on marche sur la tête',
    ],
    signatures: s.first && s.tellerName !== undefined ? [s.tellerName] : [],
  };
}
