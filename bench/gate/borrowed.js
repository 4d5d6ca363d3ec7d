// Sentences that take a value which the target holds and tell it of another thing or person, which the target has without it.
import { leavesOf, printedDate } from '../../schema/dist/index.js';

const THINGS = {
  MAISON: 'La maison',
  APPARTEMENT: "L'appartement",
  STUDIO: 'Le studio',
  TERRAIN: 'Le terrain',
  GARAGE: 'Le garage',
  COMPTE_BANCAIRE: 'Le compte',
  LIVRET: 'Le livret',
  BATEAU: 'Le bateau',
  VEHICULE: 'La voiture',
  LOCAL_COMMERCIAL: 'Le local commercial',
  IMMEUBLE_DE_RAPPORT: "L'immeuble de rapport",
  PORTEFEUILLE_TITRES: 'Le portefeuille de titres',
};
const euros = (value) => `${String(value).replaceAll(/\B(?=(\d{3})+$)/g, ' ')} €`;
const day = (value) => (String(value).length === 10 ? `le ${printedDate(String(value))}` : `en ${String(value).slice(0, 4)}`);
const valueOf = (item, key) => key.split('.').reduce((part, name) => part?.[name], item);

/** Of a thing of the estate: key, and what is said. */
const OF_THINGS = [
  ['valeur', (thing, value) => `${thing} vaut aussi ${euros(value)}.`],
  ['localisation', (thing, value) => `${thing} est aussi à ${value}.`],
  [
    'propriete.nature',
    (thing, value) =>
      ({ PROPRE_DEFUNT: `${thing} est aussi un bien propre du défunt.`, COMMUN: `${thing} est aussi un bien commun.`, PERSONNEL: `${thing} est aussi un bien personnel.` })[value],
  ],
  ['usage', (thing, value) => ({ LOCATIF: `${thing} est aussi en location.` })[value]],
  ['acquisition.date', (thing, value) => `${thing} avait été acquis ${day(value)} aussi.`],
];
/** Of a child or a sibling. */
const OF_PEOPLE = [
  ['option_successorale', (name, value) => ({ RENONCE: `${name} a renoncé aussi.`, ACCEPTE: `${name} a accepté aussi la succession.` })[value]],
  ['est_decede', (name, value) => (value ? `${name} est mort aussi avant lui.` : undefined)],
  ['est_mineur', (name, value) => (value ? `${name} est mineur aussi.` : undefined)],
  ['est_d_une_precedente_union', (name, value) => (value ? `${name} est né aussi d'une première union.` : undefined)],
  ['age_au_deces', (name, value) => `${name} avait aussi ${value} ans.`],
  ['date_naissance', (name, value) => `${name} est né aussi ${day(value)}.`],
];

function* ofItems(items, templates, nameOf) {
  for (const [key, say] of templates)
    for (const item of items)
      for (const other of items) {
        const value = valueOf(item, key);
        const name = nameOf(other);
        if (value === undefined || value === null || other === item || name === undefined || valueOf(other, key) !== undefined) continue;
        const sentence = say(name, value);
        if (sentence) yield sentence;
      }
}

/** Of the whole: what the target must lack, and what is said with an amount, a date, a town or an age that it holds. */
const OF_ALL = [
  [/totaux/, ({ amount }) => amount && `L'actif net est de ${amount}.`],
  [/soultes/, ({ amount }) => amount && `Une soulte de ${amount} est prévue.`],
  [/lien\.date_debut|unions/, ({ date, partner }) => date && partner && `Ils s'étaient mariés ${date}.`],
  [/defunt\.date_naissance/, ({ date, dead }) => date && dead && `${dead} était né ${date}.`],
  [/testament\.date/, ({ date, will }) => date && will && `Le testament a été rédigé ${date}.`],
  [/lieu_deces/, ({ town, dead }) => town && dead && `${dead} est mort à ${town}.`],
  [/residence|usage|occup|domicile/, ({ town, dead }) => town && dead && `${dead} habitait ${town}.`],
  [/partenaire\.age/, ({ age, partner }) => age && partner && `${partner} a aussi ${age} ans.`],
  [/^$/, ({ legacy, other }) => legacy && other && `${other} est aussi légataire.`],
  [/^$/, ({ gift, other }) => gift && other && `${other} a reçu aussi une donation.`],
  [/^$/, ({ policy, other }) => policy && other && `${other} est aussi bénéficiaire de l'assurance-vie.`],
];

/** @returns the sentences that one pair lends itself to */
export function borrowed({ target }, random) {
  const leaves = leavesOf(target);
  const paths = leaves.map(({ pattern }) => pattern);
  const valuesOf = (pattern, show) => leaves.filter((leaf) => pattern.test(leaf.pattern)).map(({ value }) => show(value));
  const pick = (values) => (values.length > 0 ? random.pick(values) : undefined);
  const gifted = new Set(leaves.filter(({ pattern }) => /beneficiaire/.test(pattern)).map(({ value }) => value));
  const { partenaire, descendants, collateraux, defunt } = target.famille ?? {};
  const people = [...(descendants?.enfants ?? []), ...(collateraux?.freres_soeurs ?? [])].flatMap(({ nom }) => nom ?? []);
  const held = {
    amount: pick(valuesOf(/valeur$|\.montant$|prix$/, euros).filter((amount) => amount.length > 5)),
    date: pick(valuesOf(/date(?!_naissance)/, day)),
    town: pick(valuesOf(/localisation/, String)),
    age: pick(valuesOf(/(enfants|freres).*age_au_deces/, String)),
    partner: /CONJOINT/.test(partenaire?.lien?.type) ? partenaire.nom : undefined,
    dead: defunt?.nom?.split(' ')[0],
    will: target.liberalites?.testament?.existe,
    legacy: target.liberalites?.legs,
    gift: target.liberalites?.donations,
    policy: target.assurance_vie?.contrats?.some(({ beneficiaires }) => beneficiaires),
    other: pick(people.filter((name) => !gifted.has(name))),
  };
  const things = target.patrimoine?.actifs ?? [];
  const nameOf = ({ type }) => (things.filter((other) => other.type === type).length === 1 ? THINGS[type] : undefined);
  return [
    ...ofItems(things, OF_THINGS, nameOf),
    ...ofItems(descendants?.enfants ?? [], OF_PEOPLE, ({ nom }) => nom),
    ...ofItems(collateraux?.freres_soeurs ?? [], OF_PEOPLE, ({ nom }) => nom),
    ...OF_ALL.flatMap(([lacking, say]) => (paths.some((path) => lacking.test(path)) ? [] : (say(held) ?? []))).filter((sentence) => typeof sentence === 'string'),
  ];
}
