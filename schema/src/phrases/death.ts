import type { Clause } from '../pack.ts';
import { bool, num, str } from '../payload.ts';
import { atPlace } from './persons.ts';
import { fem, type Speaker } from './speaker.ts';
import { clause } from './clause.ts';

export function deathClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `famille.defunt.${key}`;
  const out: Clause[] = [];
  const e = fem(s.deceasedSex);
  const dead = s.deceasedSex === 'f' ? 'morte' : 'mort';
  const date = str(payload, at('date_deces'));
  const town = str(payload, at('lieu_deces.ville'));
  const country = str(payload, at('lieu_deces.pays'));
  const age = num(payload, at('age_au_deces'));
  const place = [town && `à ${town}`, country && atPlace(country)].filter(Boolean).join(', ');
  const covers = [str(payload, at('nom')) !== undefined && at('nom'), date && at('date_deces'), town && at('lieu_deces.ville'), country && at('lieu_deces.pays')].filter(
    (path): path is string => Boolean(path),
  );
  if (s.unclear)
    out.push(clause('death', 'Objet', [at('nom')], ['tout tourne autour {D:de}', "il s'agit {D:de}", 'la question concerne {D}'], ['au sujet {D:de}', 'concerne {D}']));
  else {
    const when = date ? ` {le:${date}}` : '';
    const where = place ? ` ${place}` : '';
    const full = [
      `{D} est décédé${e}${when}${where}`,
      `{D} est ${dead}${when}${where}`,
      ...(when === '' && where === ''
        ? [`{D} vient de mourir`, `{D} nous a quittés`]
        : [
            `{D} nous a quittés${when}${where}`,
            ...(s.first ? [] : [`{D} décède${when}${where}`]),
            `{D} s'est éteint${e}${when}${where}`,
            `le décès {D:de} est survenu${when}${where}`,
            `la mort {D:de} est survenue${when}${where}`,
            ...(when === '' ? [] : [`on a enterré {D}, décédé${e}${when}${where}`]),
          ]),
    ];
    out.push(clause('death', 'Décès', covers, full, [`décès {D:de}${when}${where}`, `{D}, décédé${e}${when}${where}`]));
    if (age !== undefined)
      out.push(
        clause(
          'death',
          'Décès',
          [at('age_au_deces')],
          [`{D} avait {ans:${age}}`, `{D} avait {ans:${age}} à son décès`, `{D} était âgé${e} de {ans:${age}}`, `{D} avait {ans:${age}} le jour de sa mort`],
          [`âgé${e} de {ans:${age}}`, `{ans:${age}} au décès`],
        ),
      );
  }
  const birth = str(payload, at('date_naissance'));
  if (birth !== undefined) out.push(clause('death', 'Décès', [at('date_naissance')], [`{D} était né${e} {le:${birth}}`], [`{D}, né${e} {le:${birth}}`]));
  const sex = str(payload, at('sexe'));
  if (sex !== undefined)
    out.push(
      clause(
        'death',
        'Décès',
        [at('sexe')],
        s.unclear
          ? [s.deceasedSex === 'f' ? "c'est une femme de caractère" : "c'est un homme de caractère"]
          : [s.deceasedSex === 'f' ? 'la défunte était une femme de caractère' : 'le défunt était un homme de caractère'],
        s.unclear ? [s.deceasedSex === 'f' ? 'une femme' : 'un homme'] : [s.deceasedSex === 'f' ? 'la défunte : une femme' : 'le défunt : un homme'],
      ),
    );
  const job = str(payload, at('profession'));
  if (job !== undefined)
    out.push(
      clause(
        'death',
        'Décès',
        [at('profession')],
        [`{D} était ${job}`, `{D} avait été ${job} de métier`, `{D} exerçait comme ${job}`, `{D} travaillait comme ${job}`],
        [`profession : ${job}`, `ancien métier : ${job}`],
      ),
    );
  const nationality = str(payload, at('nationalite'));
  if (nationality !== undefined)
    out.push(
      clause(
        'death',
        'Décès',
        [at('nationalite')],
        [`{D} était de nationalité ${nationality}`, `{D} avait la nationalité ${nationality}`],
        [`nationalité ${nationality}`, `{D} : nationalité ${nationality}`],
      ),
    );
  const home = str(payload, at('residence_habituelle'));
  const since = str(payload, at('date_installation'));
  const from = since === undefined ? '' : ` {depuis:${since}}`;
  if (home !== undefined)
    out.push(
      clause(
        'death',
        'Décès',
        [at('residence_habituelle'), ...(since === undefined ? [] : [at('date_installation')])],
        [
          `{D} vivait ${atPlace(home)}${from}`,
          `{D} avait sa résidence habituelle ${atPlace(home)}${from}`,
          `{D} résidait ${atPlace(home)}${from}`,
          `{D} s'était installé${e} ${atPlace(home)}${since === undefined ? '' : ` {le:${since}}`}`,
        ],
        [`résidence habituelle {D:de} ${atPlace(home)}${from}`],
      ),
    );
  else if (since !== undefined) out.push(clause('death', 'Décès', [at('date_installation')], [`{D} y résidait${from}`], [`y résidait${from}`]));
  const fiscal = str(payload, at('residence_fiscale'));
  if (fiscal !== undefined)
    out.push(clause('death', 'Décès', [at('residence_fiscale')], [`{D} avait son domicile fiscal ${atPlace(fiscal)}`], [`domicile fiscal {D:de} ${atPlace(fiscal)}`]));
  out.push(...adoptionClauses(s));
  return out;
}

function adoptionClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const e = fem(s.deceasedSex);
  const base = 'famille.adoption_simple_du_defunt';
  const by = str(payload, `${base}.adoptants_noms`);
  const date = str(payload, `${base}.date`);
  if (bool(payload, 'famille.defunt.est_adopte_simple') === true) {
    const covers = ['famille.defunt.est_adopte_simple', ...(by ? [`${base}.adoptants_noms`] : []), ...(date ? [`${base}.date`] : [])];
    const rest = `${by ? ` par ${by}` : ''}${date ? ` {le:${date}}` : ''}`;
    out.push(
      clause('family', 'Adoption', covers, [`{D} avait été adopté${e} en la forme simple${rest}`], [`adoption simple {D:de}${rest}`, `{D} : adopté${e} en la forme simple${rest}`]),
    );
  }
  if (bool(payload, `${base}.adoptants_decedes`) === true)
    out.push(clause('family', 'Adoption', [`${base}.adoptants_decedes`], ["l'adoptant est déjà décédé"], ['adoptant décédé']));
  if (bool(payload, `${base}.bien_recu_des_adoptants`) === true)
    out.push(
      clause(
        'family',
        'Adoption',
        [`${base}.bien_recu_des_adoptants`],
        ["un bien reçu de l'adoptant est toujours là", "il reste dans ses affaires un bien reçu de l'adoptant"],
        ["bien reçu de l'adoptant encore présent"],
      ),
    );
  return out;
}
