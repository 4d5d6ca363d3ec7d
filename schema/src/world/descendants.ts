import { countries } from '../lexicon/places.ts';
import { atQuantile } from '../random.ts';
import { dayIn } from './calendar.ts';
import type { Person, WorldBuilder } from './builder.ts';

/** How many children: about 20, 20, 33, 17 and 10 % for none to four and more. */
function numberOfChildren(w: WorldBuilder): number {
  const drawn = atQuantile(w.fresh('children'), [
    [0, 20],
    [1, 20],
    [2, 33],
    [3, 17],
    [4, 7],
    [5, 2],
    [6, 1],
  ] as const);
  if (w.is('enfant', 'beau_enfant', 'petit_enfant') || w.has('famille_recomposee')) return Math.max(1, drawn);
  if (w.is('fratrie')) return w.random.chance(0.65) ? 0 : drawn;
  return drawn;
}

/** In years. */
const YOUNGEST_PARENT = 17;

export function tellDescendants(w: WorldBuilder): void {
  const { random } = w;
  const count = Math.min(numberOfChildren(w), Math.max(1, Math.floor((w.deceased.age - 18) / 3)));
  const recomposed = w.has('famille_recomposee') || w.is('beau_enfant') || random.chance(0.15);
  const tellerIsStepchild = w.told('stepchild') && w.is('beau_enfant');
  if (count === 0) {
    w.tell('childless', [['famille.descendants.existe', false]], { needs: ['deceased'], weight: 2.2 });
    return;
  }
  for (let i = 1; i <= count; i++) {
    const ofCouple = w.partner !== undefined && !(recomposed && (i === 1 || random.chance(0.35)));
    const parentAge = Math.min(random.int(21, 41), Math.max(18, w.deceased.age - 2));
    const born = Math.min(w.death.year - 1, w.deceased.birth.year + parentAge + (ofCouple && recomposed ? 6 : 0));
    // A child of an earlier union is older than the last one.
    const before = (w.unionStart?.year ?? Infinity) - 1;
    const birthYear = !ofCouple && before - w.deceased.birth.year >= YOUNGEST_PARENT ? Math.min(born, before) : born;
    // A child of the couple is born of both, and not long before their union.
    const common = ofCouple && w.partner?.sex !== w.deceased.sex && birthYear >= (w.unionStart?.year ?? 0) - 4;
    const motherAge = w.deceased.sex === 'f' ? birthYear - w.deceased.birth.year : common && w.partner?.sex === 'f' ? birthYear - w.partner.birth.year : 30;
    const isTeller = i === 1 && w.is('enfant', 'beau_enfant');
    const age = w.death.year - birthYear;
    const dead = !isTeller && age > 25 && random.chance(w.is('petit_enfant') && i === 1 ? 0.6 : 0.08);
    const path = `famille.descendants.enfants.#c${i}`;
    const child = {
      ...w.person(path, { birth: dayIn(random, isTeller ? Math.min(birthYear, w.death.year - 19) : birthYear), surname: w.surname, firstOnly: random.chance(0.55), dead }),
      common,
    };
    w.children.push(child);
    const id = `child${i}`;
    w.tell(id, [[`${path}.nom`, child.name]], { needs: ['deceased'], weight: 3.2 - i * 0.3, must: isTeller || (w.is('petit_enfant') && i === 1) });
    tellChild(w, child, id, motherAge > 47 || motherAge < 17);
    if (isTeller && w.is('beau_enfant')) w.must.push(`${id}.other`);
    if (dead || random.chance(0.15) || (w.is('petit_enfant') && i === 1)) tellGrandchildren(w, child, id, i);
    if (dead) tellDeath(w, child, id);
  }
  if (!w.is('enfant', 'beau_enfant', 'petit_enfant') && !tellerIsStepchild) {
    // Told instead of the names, never beside them.
    w.tell('children.count', [['famille.descendants.nombre_enfants', count]], { needs: ['deceased'], excludes: ['child'], weight: 0.55 });
    if (w.grandchildren.length > 0)
      w.tell('grandchildren.count', [['famille.descendants.nombre_petits_enfants', w.grandchildren.length]], { needs: ['deceased'], excludes: ['grandchild'], weight: 0.3 });
  }
  if (count > 0 && random.chance(0.04))
    w.tell('descendants.exist', [['famille.descendants.existe', true]], { needs: ['deceased'], excludes: ['child', 'grandchild'], weight: 0.4 });
}

function tellChild(w: WorldBuilder, child: Person & { common: boolean }, id: string, impossibleByBirth: boolean): void {
  const { random } = w;
  const at = (key: string): string => `${child.path}.${key}`;
  w.personDetails(child, id, { heir: true, weight: 0.3 });
  if (w.partner)
    w.tell(`${id}.other`, [[at('est_d_une_precedente_union'), !child.common]], { needs: [id, 'partner'], weight: w.has('famille_recomposee') ? 3 : child.common ? 0.3 : 1.2 });
  else if (w.has('famille_recomposee')) w.tell(`${id}.other`, [[at('est_d_une_precedente_union'), true]], { needs: [id, 'former'], weight: 2 });
  const adopted = impossibleByBirth || random.chance(0.06);
  if (adopted) {
    const kind = child.birth.year + 15 > w.death.year || random.chance(0.4) ? 'ADOPTION_PLENIERE' : 'ADOPTION_SIMPLE';
    const adoption = w.between(
      { ...child.birth, year: child.birth.year + 1 },
      { ...w.death, year: Math.min(w.death.year - 1, child.birth.year + (kind === 'ADOPTION_PLENIERE' ? 14 : 35)) },
    );
    w.tell(`${id}.filiation`, [[at('filiation'), kind]], { needs: [id], weight: 1.2 });
    if (adoption.year > child.birth.year && adoption.year < w.death.year)
      w.tell(`${id}.adopted`, [[at('adoption_date'), w.date(adoption, true)]], { needs: [`${id}.filiation`], weight: 0.6 });
  } else if (!child.common && random.chance(0.25)) w.tell(`${id}.filiation`, [[at('filiation'), random.pick(['RECONNU', 'BIOLOGIQUE'])]], { needs: [id], weight: 0.5 });
  if (child.age > 24 && !child.dead && random.chance(0.25)) {
    const spouse = w.person(`${child.path}.spouse`, { sex: child.sex === 'f' ? 'm' : 'f', birth: child.birth, firstOnly: true });
    w.tell(`${id}.spouse`, [[at('conjoint_nom'), spouse.name]], { needs: [id], weight: 0.35 });
  }
  if (child.age > 24 && !w.is('petit_enfant') && random.chance(0.12) && !child.dead)
    w.tell(`${id}.childless`, [[at('a_des_enfants'), false]], { needs: [id], excludes: [`grand${id}`], weight: 0.35 });
  if (!child.minor && !child.dead && !(w.is('enfant', 'beau_enfant') && id === 'child1') && random.chance(0.06)) {
    w.tell(`${id}.protected`, [[at('sous_protection'), random.pick(['TUTELLE', 'CURATELLE', 'HABILITATION_FAMILIALE'])]], { needs: [id], weight: 0.8 });
  }
  // Residence abroad of an heir matters for taxes and for the civil law's reach.
  if (w.abroad && random.chance(0.35) && !child.dead) w.foreignDetails(child, id, random.pick(countries), 0.5);
}

/** When a predeceased child died: grown up, after the birth of all its children, and before the deceased. */
function tellDeath(w: WorldBuilder, child: Person, id: string): void {
  const births = w.grandchildren.filter(({ parent }) => parent === child).map(({ birth }) => birth.year);
  const earliest = Math.max(child.birth.year + 20, ...births) + 1;
  const latest = w.death.year - 1;
  if (earliest > latest) return;
  const day = dayIn(w.random, w.random.int(Math.max(earliest, latest - 15), latest));
  w.tell(`${id}.died`, [[`${child.path}.date_deces`, w.date(day, true)]], { needs: [`${id}.dead`], weight: 1.2 });
}

function tellGrandchildren(w: WorldBuilder, child: Person & { common: boolean }, id: string, index: number): void {
  const { random } = w;
  const teller = w.is('petit_enfant') && index === 1;
  const count = teller ? random.int(1, 3) : random.int(1, 2);
  if (child.age < 22 && !teller) return;
  for (let j = 1; j <= count; j++) {
    const path = `famille.descendants.petits_enfants.#g${index}${j}`;
    const parentAge = Math.min(random.int(20, 34), Math.max(18, child.age - (teller && j === 1 ? 19 : 1)));
    const birth = dayIn(random, Math.min(w.death.year - 1, child.birth.year + parentAge));
    const grandchild = { ...w.person(path, { birth, firstOnly: random.chance(0.7), surname: w.surname }), parent: child };
    w.grandchildren.push(grandchild);
    const gid = `grandchild${index}${j}`;
    w.tell(
      gid,
      [
        [`${path}.nom`, grandchild.name],
        [`${path}.parent_nom`, child.name],
      ],
      { needs: [id], weight: child.dead ? 2.4 : 0.4, must: teller && j === 1 },
    );
    w.personDetails(grandchild, gid, { heir: child.dead, weight: 0.2 });
    if (w.abroad && random.chance(0.2)) w.foreignDetails(grandchild, gid, random.pick(countries), 0.3);
    if (j === 1 && grandchild.age > 26 && random.chance(0.3)) {
      const greatPath = `famille.descendants.arriere_petits_enfants.#a${index}`;
      const great = w.person(greatPath, { birth: dayIn(random, Math.min(w.death.year - 1, grandchild.birth.year + random.int(22, 30))), firstOnly: true });
      w.tell(
        `great${index}`,
        [
          [`${greatPath}.nom`, great.name],
          [`${greatPath}.parent_nom`, grandchild.name],
        ],
        { needs: [gid], weight: 0.3 },
      );
      w.personDetails(great, `great${index}`, { heir: child.dead, weight: 0.6, without: ['est_handicape'] });
    }
  }
}
