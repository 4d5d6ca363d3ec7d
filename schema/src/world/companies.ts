import { activities, activitiesOfForm, companyNames } from '../lexicon/places.ts';
import { dayIn } from './calendar.ts';
import type { WorldBuilder } from './builder.ts';
import { idOfPerson, type Asset, type Leaves } from './asset.ts';

export function tellCompany(w: WorldBuilder): Asset {
  const { random } = w;
  const id = 'company';
  const path = `patrimoine.actifs.#${id}`;
  const at = (key: string): string => `${path}.entreprise.${key}`;
  const topic = w.has('entreprise_dutreil');
  const weight = topic ? 2 : 1;
  const type = random.weighted([
    ['SARL', 3],
    ['SAS', 2],
    ['SA', 0.6],
    ['EURL', w.is('associe') ? 0 : 0.6],
    ['SCI', topic ? 0 : 0.8],
    ['EXPLOITATION_AGRICOLE', 0.8],
    ['COMMERCE', w.is('associe') ? 0 : 0.5],
    ['PROFESSION_LIBERALE', 0.4],
    ['PME', 0.6],
    ['HOLDING', 0.5],
  ] as const);
  const name = random.pick(companyNames);
  w.tell(
    id,
    [
      [`${path}.type`, 'ENTREPRISE'],
      [at('type'), type],
    ],
    { needs: ['deceased'], weight: topic ? 4 : 2 },
  );
  if (w.is('associe')) w.must.push(id);
  const detail = (key: string, leaves: Leaves, factor: number, needs: readonly string[] = []): void =>
    w.tell(`${id}.${key}`, leaves, { needs: [id, ...needs], weight: weight * factor });
  detail('name', [[at('nom'), name]], 1);
  const does = activitiesOfForm[type] ?? activities;
  if (does.length > 0) detail('activity', [[at('activite'), random.pick(does)]], 0.5);
  const share = type === 'EURL' || type === 'COMMERCE' ? undefined : random.pick([0.25, 0.3, 0.4, 0.5, 0.5, 0.6, 0.75, 0.8]);
  detail('share', [[at('part_detenue'), share]], 0.9);
  detail('value', [[`${path}.valeur`, w.purse.amount(420_000, 0.7)]], 1.3);
  const eligible = type !== 'SCI' && random.chance(0.75);
  detail('dutreil', [[at('est_presente_comme_eligible_dutreil'), eligible]], topic ? 2 : 0.3);
  const pact = eligible && random.chance(0.6);
  detail('pact', [[at('pacte_dutreil.existe'), pact]], topic ? 1.2 : 0.2, [`${id}.dutreil`]);
  if (pact) {
    detail('pact.date', [[at('pacte_dutreil.date'), w.date(dayIn(random, random.int(Math.max(2004, w.death.year - 8), w.death.year - 1)))]], 0.7, [`${id}.pact`]);
    detail('pact.years', [[at('pacte_dutreil.duree_engagement'), random.pick([2, 4, 6])]], 0.5, [`${id}.pact`]);
  }
  if (type !== 'EURL' && type !== 'COMMERCE' && random.chance(0.35)) detail('approval', [[at('clause_agrement'), random.chance(0.75)]], 0.6);
  if (type === 'HOLDING') detail('active', [[at('est_holding_animatrice'), random.chance(0.8)]], 0.9);
  if (random.chance(0.2)) detail('owned', [[at('actif_social'), w.purse.amount(600_000, 0.5)]], 0.4);
  if (random.chance(0.3)) detail('debt', [[at('passif_social'), w.purse.amount(60_000, 0.6)]], 0.5);
  const manager = w.children.find((child) => !child.dead && !child.minor);
  if (manager && random.chance(0.4)) {
    const managerId = idOfPerson(w, manager);
    if (managerId) detail('manager', [[at('dirigeant_nom'), manager.name]], 0.6, [managerId]);
  }
  if (share !== undefined && share < 1 && (w.is('associe') || random.chance(0.25))) {
    const associate = w.person(`${path}.associate`, { birth: dayIn(random, w.death.year - random.int(35, 68)) });
    detail('associate', [[at('associes_noms'), associate.name]], 0.6);
    if (w.is('associe')) w.must.push(`${id}.associate`);
  }
  return { id, path, type: 'ENTREPRISE', town: undefined, phrase: undefined, nature: undefined };
}
