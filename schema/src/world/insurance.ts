import { insurers } from '../lexicon/places.ts';
import { dayIn, yearsBetween } from './calendar.ts';
import type { Person, WorldBuilder } from './builder.ts';
import { type Leaves, idOfPerson } from './asset.ts';

const clauses = ['mon conjoint, à défaut mes enfants nés ou à naître, à défaut mes héritiers', 'mes enfants, nés ou à naître, vivants ou représentés', 'mes héritiers'];

export function tellInsurance(w: WorldBuilder): void {
  const { random } = w;
  const topic = w.has('assurance_vie');
  const count = topic
    ? random.int(1, 2)
    : random.weighted([
        [0, 6],
        [1, 2],
      ] as const);
  if (count === 0) {
    w.tell('insurance.none', [['assurance_vie.existe', false]], { needs: ['deceased'], weight: 0.8 });
    return;
  }
  const names = random.shuffle(insurers);
  for (let i = 1; i <= count; i++) tellContract(w, i, names[i]!, topic);
  if (!topic) w.tell('insurance.some', [['assurance_vie.existe', true]], { needs: ['deceased'], excludes: ['contract'], weight: 0.3 });
}

function beneficiaries(w: WorldBuilder): { person: Person; id: string }[] {
  const pool = [...(w.partner ? [w.partner] : []), ...w.children, ...w.siblings, ...w.nephews, ...w.friends];
  return w.random.shuffle(pool).flatMap((person) => {
    const id = idOfPerson(w, person);
    return id ? [{ person, id }] : [];
  });
}

function tellContract(w: WorldBuilder, index: number, label: string, topic: boolean): void {
  const { random } = w;
  const id = `contract${index}`;
  const path = `assurance_vie.contrats.#${id}`;
  const at = (key: string): string => `${path}.${key}`;
  const weight = topic ? 2.6 : 0.8;
  // The survivor's own contract, paid with common money, does not end with this death.
  const survivors = w.link === 'CONJOINT' && w.regime?.startsWith('COMMUNAUTE') === true && random.chance(0.12);
  const insured = survivors ? w.partner! : w.deceased;
  w.tell(
    id,
    [
      [at('libelle'), label],
      [at('assure_nom'), insured.name],
    ],
    { needs: survivors ? ['deceased', 'partner'] : ['deceased'], weight },
  );
  const detail = (key: string, leaves: Leaves, factor: number, needs: readonly string[] = []): void =>
    w.tell(`${id}.${key}`, leaves, { needs: [id, ...needs], weight: weight * factor });
  const opened = dayIn(random, random.int(Math.min(w.death.year - 2, Math.max(insured.birth.year + 32, 1988, w.death.year - 28)), w.death.year - 2));
  detail('opened', [[at('date_souscription'), w.date(opened, true)]], 0.7);
  if (survivors) {
    detail('open', [[at('denoue_au_deces'), false]], 1.2);
    detail('surrender', [[at('valeur_rachat'), w.purse.amount(70_000, 0.6)]], 1.2, [`${id}.open`]);
    detail('common', [[at('fonds_communs'), true]], 0.9);
    if (random.chance(0.3)) detail('both', [[at('co_souscription'), true]], 0.8);
    return;
  }
  const capital = w.purse.amount(110_000, 0.6);
  detail('capital', [[at('capital_deces'), capital]], 1.1);
  if (random.chance(0.15)) detail('interest', [[at('interets'), w.purse.amount(Math.max(900, capital * 0.15), 0.3)]], 0.4, [`${id}.capital`]);
  if (random.chance(0.08)) detail('paid-out', [[at('denoue_au_deces'), true]], 0.4);
  if (random.chance(0.08) && w.partner) detail('subscriber', [[at('souscripteur_nom'), w.partner.name]], 0.5, ['partner']);
  tellPremiums(w, id, path, opened.year, weight, capital);
  const kind = random.weighted([
    ['NOMINATIVE', 3],
    ['STANDARD', 2],
    ['DEMEMBREE', w.partner && w.children.length > 0 ? 0.5 : 0],
    ['SANS_BENEFICIAIRE', 0.4],
  ] as const);
  detail('clause', [[at('clause_type'), kind]], 0.5);
  if (kind === 'STANDARD') detail('words', [[at('clause_texte'), clauses[w.link === 'CONJOINT' ? 0 : w.children.length > 0 ? 1 : 2]]], 0.5);
  if (kind === 'NOMINATIVE') tellNamed(w, id, path, weight);
  if (kind === 'DEMEMBREE') {
    const child = w.children.find((item) => !item.dead);
    const childId = child && idOfPerson(w, child);
    if (child && childId) {
      detail(
        'b1',
        [
          [at('beneficiaires.#b1.nom'), w.partner!.name],
          [at('beneficiaires.#b1.droits'), 'USUFRUIT'],
        ],
        1,
        ['partner', `${id}.clause`],
      );
      detail(
        'b2',
        [
          [at('beneficiaires.#b2.nom'), child.name],
          [at('beneficiaires.#b2.droits'), 'NUE_PROPRIETE'],
        ],
        1,
        [childId, `${id}.b1`],
      );
    }
  }
  if (index === 1 && kind !== 'SANS_BENEFICIAIRE' && random.chance(topic ? 0.3 : 0.1)) tellDispute(w, id, weight);
}

function tellPremiums(w: WorldBuilder, id: string, path: string, openedYear: number, weight: number, capital: number): void {
  const { random } = w;
  for (let i = 1; i <= random.int(1, 2); i++) {
    const at = (key: string): string => `${path}.versements.#v${i}.${key}`;
    const day = dayIn(random, random.int(openedYear + 1, Math.max(openedYear + 1, w.death.year - 1)));
    const age = yearsBetween(w.deceased.birth, day);
    if (age < 25) continue;
    // A contract pays out more than was paid in, but for the odd bad year.
    const premium = w.purse.amount(capital * random.pick([0.2, 0.3, 0.4]), 0.1);
    const date = random.chance(0.3) ? w.date(day, true) : undefined;
    w.tell(`${id}.premium${i}`, [[at('montant'), premium]], { needs: [id], weight: weight * 0.6 });
    if (date !== undefined) w.tell(`${id}.premium${i}.date`, [[at('date'), date]], { needs: [`${id}.premium${i}`], weight: weight * 0.4 });
    // An age and the 70-year line are told of one premium only where they cannot be taken for another's.
    else if (random.chance(0.5)) w.tell(`${id}.premium${i}.age`, [[at('age_assure_au_versement'), age]], { needs: [`${id}.premium${i}`], weight: weight * 0.5 });
    else if (age !== 70) w.tell(`${id}.premium${i}.line`, [[at('apres_70_ans'), age >= 70]], { needs: [`${id}.premium${i}`], weight: weight * 0.6 });
  }
}

function tellNamed(w: WorldBuilder, id: string, path: string, weight: number): void {
  const { random } = w;
  const named = beneficiaries(w).slice(
    0,
    random.weighted([
      [1, 3],
      [2, 2],
    ] as const),
  );
  const share = named.length === 2 ? random.pick([0.5, 0.6, 0.7]) : undefined;
  named.forEach(({ person, id: personId }, index) => {
    const at = (key: string): string => `${path}.beneficiaires.#b${index + 1}.${key}`;
    const bid = `${id}.b${index + 1}`;
    w.tell(bid, [[at('nom'), person.name]], { needs: [id, personId], weight: weight * 1.2 });
    if (share !== undefined)
      w.tell(`${bid}.share`, [[at('quote_part'), index === 0 ? share : Math.round((1 - share) * 100) / 100]], {
        needs: index === 0 ? [bid] : [bid, `${id}.b1.share`],
        weight: weight * 0.8,
      });
    else if (random.chance(0.1)) w.tell(`${bid}.full`, [[at('droits'), 'PLEINE_PROPRIETE']], { needs: [bid], weight: weight * 0.3 });
    if (person.dead) w.tell(`${bid}.dead`, [[at('est_decede'), true]], { needs: [bid], weight: weight * 2 });
    else if (random.chance(0.1)) w.tell(`${bid}.accepted`, [[at('accepte'), true]], { needs: [bid], weight: weight * 0.5 });
  });
}

function tellDispute(w: WorldBuilder, id: string, weight: number): void {
  const { random } = w;
  const challenger = [...w.children, ...w.siblings].find((person) => !person.dead && !person.minor);
  if (random.chance(0.5)) {
    const path = 'contexte.procedure.contestation_clause_beneficiaire_assurance_vie';
    w.tell('clause-dispute', [[`${path}.existe`, true]], { needs: [id], weight });
    const challengerId = challenger && idOfPerson(w, challenger);
    if (challenger && challengerId) w.tell('clause-dispute.by', [[`${path}.auteur_nom`, challenger.name]], { needs: ['clause-dispute', challengerId], weight });
  } else {
    const path = 'contexte.procedure.primes_manifestement_exagerees';
    w.tell('excess', [[`${path}.existe`, true]], { needs: [id], weight });
    w.tell('excess.amount', [[`${path}.montant`, w.purse.amount(90_000, 0.5)]], { needs: ['excess'], weight: weight * 0.6 });
  }
}
