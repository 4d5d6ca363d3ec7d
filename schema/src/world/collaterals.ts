import { countries, towns } from '../lexicon/places.ts';
import { atQuantile } from '../random.ts';
import { dayIn } from './calendar.ts';
import type { Person, WorldBuilder } from './builder.ts';

export function tellAscendantsAndCollaterals(w: WorldBuilder): void {
  const { random } = w;
  const childless = w.children.length === 0;
  const weight = childless ? 2 : 0.15;
  const parentsAlive = w.deceased.age < 66 && random.chance(0.7);
  if (parentsAlive) {
    for (const [kind, sex] of [
      ['PERE', 'm'],
      ['MERE', 'f'],
    ] as const) {
      if (random.chance(0.25)) continue;
      const path = `famille.ascendants.parents.#${kind.toLowerCase()}`;
      const parent = w.person(path, { sex, birth: dayIn(random, w.deceased.birth.year - random.int(21, 34)), surname: w.surname, firstOnly: random.chance(0.4) });
      w.parents.push(parent);
      const id = `parent.${kind}`;
      w.tell(
        id,
        [
          [`${path}.nom`, parent.name],
          [`${path}.lien`, kind],
        ],
        { needs: ['deceased'], weight },
      );
      w.personDetails(parent, id, { heir: childless, weight: 0.3 });
      if (w.abroad && random.chance(0.6)) w.foreignDetails(parent, id, random.pick(countries), 0.3);
    }
  } else w.tell('parents.dead', [['famille.ascendants.parents_decedes', true]], { needs: ['deceased'], weight: childless ? 2 : 0.12 });
  if (childless && w.deceased.age < 50 && w.parents.length === 0 && random.chance(0.7)) tellGrandparent(w);
  tellSiblings(w, childless, weight);
  if (childless && w.siblings.length === 0) tellDistantRelatives(w);
  if (w.deceased.age > 40 && random.chance(childless ? 0.06 : 0.02)) tellSimpleAdoption(w, childless);
}

function tellGrandparent(w: WorldBuilder): void {
  const path = 'famille.ascendants.grands_parents.#gp';
  const grandparent = w.person(path, { sex: 'f', birth: dayIn(w.random, w.deceased.birth.year - w.random.int(44, 52)) });
  w.tell(
    'grandparent',
    [
      [`${path}.nom`, grandparent.name],
      [`${path}.branche`, w.random.pick(['PATERNELLE', 'MATERNELLE'])],
    ],
    { needs: ['deceased'], weight: 1.5 },
  );
  w.personDetails(grandparent, 'grandparent', { heir: true, weight: 0.8, without: ['est_handicape', 'est_mineur', 'date_naissance'] });
}

function tellSiblings(w: WorldBuilder, childless: boolean, weight: number): void {
  const { random } = w;
  const count = w.is('fratrie')
    ? random.int(1, 4)
    : atQuantile(w.fresh('siblings'), [
        [0, 3],
        [1, 3],
        [2, 3],
        [3, 1],
      ] as const);
  if (count === 0 && !w.is('fratrie')) {
    if (childless) w.tell('siblings.none', [['famille.collateraux.existe', false]], { needs: ['deceased'], weight: 0.8 });
    return;
  }
  for (let i = 1; i <= count; i++) {
    const path = `famille.collateraux.freres_soeurs.#f${i}`;
    const birth = dayIn(random, Math.min(w.death.year - 8, w.deceased.birth.year + random.int(-8, 9)));
    const teller = w.is('fratrie') && i === 1;
    const dead = !teller && w.deceased.age > 60 && random.chance(0.25);
    const sibling = w.person(path, { birth, surname: w.surname, firstOnly: random.chance(0.55), dead });
    w.siblings.push(sibling);
    const id = `sibling${i}`;
    w.tell(id, [[`${path}.nom`, sibling.name]], { needs: ['deceased'], weight: weight * 1.2, must: teller });
    w.personDetails(sibling, id, { heir: childless, weight: 0.25 });
    if (random.chance(0.2))
      w.tell(
        `${id}.kind`,
        [
          [
            `${path}.lien`,
            random.weighted([
              ['GERMAIN', 2],
              ['CONSANGUIN', 1],
              ['UTERIN', 1],
            ] as const),
          ],
        ],
        { needs: [id], weight: 0.5 },
      );
    if (childless && !dead && sibling.age > 50 && random.chance(0.25)) {
      const at = (key: string): string => `${path}.conditions_exoneration_fratrie.${key}`;
      w.tell(
        `${id}.exempt`,
        [
          [at('domicile_commun_5_ans'), true],
          [at('celibataire_veuf_divorce_ou_separe'), true],
        ],
        { needs: [id], weight: 1 },
      );
      w.tell(`${id}.over50`, [[at('plus_de_50_ans_ou_infirme'), true]], { needs: [`${id}.exempt`], weight: 1 });
    }
    if (w.abroad && !dead && random.chance(0.25)) w.foreignDetails(sibling, id, random.pick(countries), 0.4);
    if (dead || random.chance(0.15)) tellNephews(w, sibling, id, i, childless);
  }
  if (!w.is('fratrie'))
    w.tell('siblings.count', [['famille.collateraux.nombre_freres_soeurs', count]], {
      needs: ['deceased'],
      excludes: ['sibling1', 'sibling2', 'sibling3', 'sibling4'],
      weight: weight * 0.4,
    });
  if (w.nephews.length > 0)
    w.tell('nephews.count', [['famille.collateraux.nombre_neveux_nieces', w.nephews.length]], {
      needs: ['deceased'],
      excludes: ['nephew1', 'nephew2', 'nephew3', 'nephew4'],
      weight: weight * 0.2,
    });
}

function tellNephews(w: WorldBuilder, sibling: Person, id: string, index: number, childless: boolean): void {
  for (let j = 1; j <= w.random.int(1, 2); j++) {
    if (sibling.age < 22) return;
    const path = `famille.collateraux.neveux_nieces.#n${index}${j}`;
    const birth = dayIn(w.random, Math.min(w.death.year - 1, sibling.birth.year + w.random.int(20, 36)));
    const nephew = { ...w.person(path, { birth, firstOnly: w.random.chance(0.6) }), parent: sibling };
    w.nephews.push(nephew);
    w.tell(
      `nephew${index}${j}`,
      [
        [`${path}.nom`, nephew.name],
        [`${path}.parent_nom`, sibling.name],
      ],
      { needs: [id], weight: sibling.dead && childless ? 2 : 0.15 },
    );
    w.personDetails(nephew, `nephew${index}${j}`, { heir: childless && sibling.dead, weight: 0.25 });
    if (w.abroad && w.random.chance(0.2)) w.foreignDetails(nephew, `nephew${index}${j}`, w.random.pick(countries), 0.3);
  }
}

function tellDistantRelatives(w: WorldBuilder): void {
  const { random } = w;
  if (random.chance(0.6)) {
    const path = 'famille.collateraux.cousins.#k1';
    const cousin = w.person(path, { birth: dayIn(random, Math.min(w.death.year - 20, w.deceased.birth.year + random.int(-10, 15))) });
    w.tell('cousin', [[`${path}.nom`, cousin.name]], { needs: ['deceased'], weight: 1.6 });
    w.tell('cousin.degree', [[`${path}.degre`, random.pick([4, 5, 6])]], { needs: ['cousin'], weight: 0.8 });
    w.personDetails(cousin, 'cousin', { heir: true, weight: 0.8, without: ['est_handicape', 'est_mineur', 'date_naissance'] });
    w.tell('cousin.residence', [[`${path}.residence_habituelle`, random.pick(towns)]], { needs: ['cousin'], weight: 0.5 });
  } else {
    const path = 'famille.collateraux.autres_parents.#p1';
    const kind = random.pick(['ONCLE_TANTE', 'PETIT_NEVEU_NIECE']);
    const age = kind === 'ONCLE_TANTE' ? Math.min(97, w.deceased.age + random.int(4, 20)) : random.int(19, 40);
    const relative = w.person(path, { birth: dayIn(random, w.death.year - age) });
    w.tell(
      'relative',
      [
        [`${path}.nom`, relative.name],
        [`${path}.lien`, kind],
      ],
      { needs: ['deceased'], weight: 1.4 },
    );
    w.personDetails(relative, 'relative', { heir: true, weight: 0.8, without: ['est_handicape', 'est_mineur', 'date_naissance'] });
    w.tell('relative.residence', [[`${path}.residence_habituelle`, random.pick(towns)]], { needs: ['relative'], weight: 0.5 });
  }
}

/** The deceased was adopted in simple form: two families, C. civ. 366. */
function tellSimpleAdoption(w: WorldBuilder, childless: boolean): void {
  const { random } = w;
  const path = 'famille.adoption_simple_du_defunt';
  const adopter = w.person(path, { birth: dayIn(random, w.deceased.birth.year - random.int(22, 35)) });
  const adoptedAt = w.between({ ...w.deceased.birth, year: w.deceased.birth.year + 5 }, { ...w.deceased.birth, year: Math.min(w.deceased.birth.year + 38, w.death.year - 1) });
  w.tell('adopted', [['famille.defunt.est_adopte_simple', true]], { needs: ['deceased'], weight: 2 });
  w.tell('adopted.by', [[`${path}.adoptants_noms`, adopter.name]], { needs: ['adopted'], weight: 2 });
  w.tell('adopted.date', [[`${path}.date`, w.date(adoptedAt, true)]], { needs: ['adopted'], weight: 1 });
  w.tell('adopted.orphan', [[`${path}.adoptants_decedes`, true]], { needs: ['adopted.by'], weight: 1 });
  w.tell('adopted.asset', [[`${path}.bien_recu_des_adoptants`, true]], { needs: ['adopted'], weight: 1 });
  if (childless)
    w.tell(
      'adopted.return',
      [
        ['liberalites.droit_de_retour.type', 'ADOPTANTS_366'],
        ['liberalites.droit_de_retour.bien', `terrain de ${random.pick(towns)}`],
      ],
      { needs: ['adopted.by', 'adopted.asset'], weight: 1 },
    );
  const parentPath = 'famille.ascendants.parents.#adoptif';
  w.tell(
    'adopted.parent',
    [
      [`${parentPath}.nom`, adopter.name],
      [`${parentPath}.lien`, adopter.sex === 'f' ? 'MERE_ADOPTIVE' : 'PERE_ADOPTIF'],
    ],
    { needs: ['adopted'], excludes: ['adopted.by'], weight: 0.6 },
  );
}
