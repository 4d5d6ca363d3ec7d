import type { Clause } from '../pack.ts';
import { aNp, de } from '../french.ts';
import { bool, itemsAt, num, str } from '../payload.ts';
import { firstPerson, personWords, predicatesOf } from './persons.ts';
import { fem, isTeller, sexOfPerson, type Speaker } from './speaker.ts';
import { clause } from './clause.ts';
import { regimeClauses } from './regimes.ts';

export function unionClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const e = fem(s.deceasedSex);
  const partner = personWords(s, 'famille.partenaire');
  const at = (key: string): string => `famille.partenaire.${key}`;
  const link = str(payload, at('lien.type'));
  const status = str(payload, 'famille.defunt.statut_matrimonial');
  const since = str(payload, at('lien.date_debut'));
  const years = num(payload, at('lien.duree_vie_commune_ans'));
  const me = isTeller(s, partner.name) || (s.first && s.tellerPath === 'famille.partenaire');
  const statusPath = 'famille.defunt.statut_matrimonial';
  const sexWord = (f: string, m: string): string => (partner.sex === 'f' ? f : m);
  if (link !== undefined) {
    const name = partner.name;
    const covers = [
      at('lien.type'),
      ...(name && !me ? [at('nom')] : []),
      ...(since ? [at('lien.date_debut')] : []),
      ...(years !== undefined ? [at('lien.duree_vie_commune_ans')] : []),
    ];
    const from = since ? ` {depuis:${since}}` : '';
    const long = years !== undefined ? ` depuis {ans:${years}}` : '';
    const whom = me ? '' : name ? ` ${aNp(name)}` : '';
    if (link === 'CONJOINT') {
      const both = [...covers, ...(status === 'MARIE' ? [statusPath] : [])];
      if (me) out.push(clause('union', 'Mariage', both, [`nous étions mariés${from}`, `{D} et moi étions mariés${from}`], [`mariés${from}`]));
      else
        out.push(
          clause(
            'union',
            'Mariage',
            both,
            [
              `{D} était marié${e}${whom || ' et laisse un conjoint'}${from}`,
              ...(name ? [`{D} laisse ${sexWord('son épouse', 'son époux')} ${name}${since ? `, ${sexWord('épousée', 'épousé')} {le:${since}}` : ''}`] : []),
              ...(name
                ? [
                    `{D} avait épousé ${name}${since ? ` {le:${since}}` : ''}`,
                    `${name} était ${sexWord('mariée', 'marié')} avec {D}${from}`,
                    `{D} et ${name} étaient ${e || partner.sex !== 'm' ? (s.deceasedSex === 'f' && partner.sex === 'f' ? 'mariées' : 'mariés') : 'mariés'}${from}`,
                  ]
                : []),
            ]
              .slice(0, s.unclear ? 1 : undefined)
              .map((text) => (s.unclear ? text.replace(' et laisse un conjoint', '') : text)),
            [`marié${e}${whom}${from}`, ...(name ? [`${sexWord('épouse', 'époux')} : ${name}${since ? ` (mariage {du:${since}})` : ''}`] : [])],
          ),
        );
    } else if (link === 'PARTENAIRE_PACS') {
      const both = [...covers, ...(status === 'PACSE' ? [statusPath] : [])];
      if (me) out.push(clause('union', 'PACS', both, [`nous étions pacsés${from}`, `{D} et moi étions liés par un PACS${from}`], [`pacsés${from}`]));
      else
        out.push(
          clause(
            'union',
            'PACS',
            both,
            [
              `{D} était pacsé${e}${name ? ` avec ${name}` : ''}${from}`,
              `{D} avait conclu un PACS${name ? ` avec ${name}` : ''}${since ? ` {le:${since}}` : ''}`,
              `{D} s'était pacsé${e}${name ? ` avec ${name}` : ''}${since ? ` {le:${since}}` : ''}`,
              `un PACS unissait {D}${name ? ` à ${name}` : ' et sa moitié'}${from}`.replace(' et sa moitié', ''),
            ].filter((text) => name !== undefined || !text.startsWith('un PACS')),
            [`pacsé${e}${name ? ` avec ${name}` : ''}${from}`],
          ),
        );
    } else {
      if (me)
        out.push(
          clause(
            'union',
            'Concubinage',
            covers,
            [`nous vivions en concubinage${long}`, `nous vivions ensemble en union libre${long}`],
            [`en concubinage${long}`, `union libre${long}`],
          ),
        );
      else
        out.push(
          clause(
            'union',
            'Concubinage',
            covers,
            [
              `{D} vivait en concubinage${name ? ` avec ${name}` : ''}${long}`,
              `{D} vivait en union libre${name ? ` avec ${name}` : ''}${long}`,
              ...(name ? [`{D} et ${name} vivaient en concubinage${long}`, `{D} avait ${sexWord('une compagne', 'un compagnon')}, ${name}, en union libre${long}`] : []),
            ],
            [`concubinage${name ? ` avec ${name}` : ''}${long}`, `union libre${name ? ` avec ${name}` : ''}${long}`],
          ),
        );
    }
  } else if (partner.name !== undefined && !me) {
    out.push(clause('union', 'Conjoint', [at('nom')], [`il y a ${partner.name}, qui partageait la vie {D:de}`], [`partage la vie {D:de} : ${partner.name}`]));
  }
  const statusTold = out.some((item) => item.covers.includes(statusPath));
  if (status !== undefined && !statusTold) {
    const word = { CELIBATAIRE: 'célibataire', MARIE: `marié${e}`, PACSE: `pacsé${e}`, DIVORCE: `divorcé${e}`, VEUF: s.deceasedSex === 'f' ? 'veuve' : 'veuf' }[status] ?? status;
    out.push(clause('union', 'Situation', [statusPath], [`{D} était ${word}`], [word, `{D} : ${word}`]));
  }
  const pacs = str(payload, at('lien.pacs_convention'));
  if (pacs !== undefined)
    out.push(
      clause(
        'union',
        'PACS',
        [at('lien.pacs_convention')],
        pacs === 'INDIVISION'
          ? ["le PACS était soumis au régime de l'indivision", "la convention de PACS avait choisi l'indivision", "la convention de PACS prévoyait l'indivision"]
          : ['le PACS était soumis à la séparation des patrimoines', 'la convention de PACS prévoyait la séparation des patrimoines'],
        [pacs === 'INDIVISION' ? "PACS sous le régime de l'indivision" : 'PACS : séparation des patrimoines'],
      ),
    );
  const subject = me ? 'je' : (partner.name ?? 'le survivant');
  for (const item of predicatesOf(partner)) {
    out.push(
      clause(
        'union',
        'Conjoint',
        [...item.covers],
        item.words.map((word) => (subject === 'je' ? firstPerson(word) : `${subject} ${word}`)),
        item.words.map((word) => (subject === 'je' ? firstPerson(word) : `${subject} : ${word.replace(/^est /, '')}`)),
      ),
    );
  }
  for (const { path } of itemsAt(payload, 'famille.partenaire.enfants_d_une_autre_union')) {
    const child = personWords(s, path);
    if (isTeller(s, child.name)) {
      const age = num(payload, `${path}.age_au_deces`);
      if (age !== undefined) out.push(clause('union', 'Famille', [`${path}.age_au_deces`], [`j'ai {ans:${age}}`, `j'avais {ans:${age}} à ce moment-là`], [`j'ai {ans:${age}}`]));
      continue;
    }
    const owner = partner.name ?? 'son conjoint';
    const age = num(payload, `${path}.age_au_deces`);
    const suffix = age === undefined ? '' : `, {ans:${age}}`;
    out.push(
      clause(
        'union',
        'Famille',
        [`${path}.nom`, ...(age === undefined ? [] : [`${path}.age_au_deces`])],
        [`${owner} a de son côté ${child.sex === 'f' ? 'une fille' : 'un fils'}, ${child.name}${suffix}`],
        [`${child.sex === 'f' ? 'fille' : 'fils'} ${de(owner)} d'une autre union : ${child.name}${suffix}`],
      ),
    );
  }
  out.push(...regimeClauses(s, me), ...formerUnionClauses(s), ...survivorClauses(s, me, partner.name));
  return out;
}

function formerUnionClauses(s: Speaker): Clause[] {
  const { payload } = s;
  return itemsAt(payload, 'famille.unions_anterieures').flatMap(({ path }) => {
    const name = str(payload, `${path}.conjoint_nom`);
    const kind = str(payload, `${path}.lien`);
    const end = str(payload, `${path}.fin`);
    const date = str(payload, `${path}.date_fin`);
    if (name === undefined) return [];
    const covers = [`${path}.conjoint_nom`, ...(kind ? [`${path}.lien`] : []), ...(end ? [`${path}.fin`] : []), ...(date ? [`${path}.date_fin`] : [])];
    const noun = kind === 'PACS' ? 'un premier PACS' : kind === 'CONCUBINAGE' ? 'une première vie commune en concubinage' : 'un premier mariage';
    const when = date ? ` {le:${date}}` : '';
    const fate =
      end === 'DIVORCE'
        ? `terminé par un divorce${when}`
        : end === 'DECES'
          ? `terminé par le décès de ${sexOfPerson(name) === 'f' ? 'celle-ci' : 'celui-ci'}${when}`
          : end === 'RUPTURE'
            ? `${kind === 'CONCUBINAGE' ? 'terminée' : 'terminé'} par une rupture${when}`
            : '';
    const tail = fate === '' ? '' : `, ${fate}`;
    return [
      clause(
        'union',
        'Union antérieure',
        covers,
        [
          `{D} avait connu ${noun} avec ${name}${tail}`,
          `avant cela, il y avait eu ${noun} avec ${name}${tail}`,
          `il y avait d'abord eu ${noun} avec ${name}${tail}`,
          `{D} avait derrière ${s.deceasedSex === 'f' ? 'elle' : 'lui'} ${noun} avec ${name}${tail}`,
          `dans le passé, {D} avait eu ${noun} avec ${name}${tail}`,
        ],
        [`${noun.replace(/^une? /, '')} avec ${name}${tail}`],
      ),
    ];
  });
}

function survivorClauses(s: Speaker, me: boolean, name: string | undefined): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const at = (key: string): string => `famille.droits_du_partenaire.${key}`;
  const who = name ?? 'le survivant';
  const say = (covers: string[], third: string[], short: string[]): void =>
    void out.push(
      clause(
        'rights',
        'Droits du survivant',
        covers,
        me ? third.map((text) => firstPerson(text)) : third.map((text) => `${who} ${text}`),
        short.map((text) => (me ? text : `${who} : ${text}`)),
      ),
    );
  const option = str(payload, at('option_legale'));
  if (option === 'USUFRUIT_TOTAL')
    say([at('option_legale')], ["a opté pour l'usufruit de la totalité", "a choisi l'usufruit sur la totalité des biens"], ['option : usufruit de la totalité']);
  if (option === 'QUART_PLEINE_PROPRIETE')
    say([at('option_legale')], ['a opté pour le quart en pleine propriété', 'a choisi un quart en pleine propriété'], ['option : quart en pleine propriété']);
  if (bool(payload, at('droit_temporaire_logement')) === true)
    say(
      [at('droit_temporaire_logement')],
      [
        'a demandé le droit temporaire au logement',
        'est resté dans les lieux au titre du droit temporaire au logement'.replace('est resté', me ? 'a demandé à rester' : 'a demandé à rester'),
      ],
      ['droit temporaire au logement'],
    );
  if (bool(payload, at('droit_viager_logement')) === true)
    say(
      [at('droit_viager_logement')],
      ['a demandé le droit viager au logement', 'a réclamé son droit viager au logement'.replace('son', me ? 'mon' : 'son')],
      ['droit viager au logement demandé'],
    );
  if (bool(payload, at('logement_occupe_au_deces')) === true)
    out.push(
      clause(
        'rights',
        'Droits du survivant',
        [at('logement_occupe_au_deces')],
        me
          ? ["j'occupais le logement au jour du décès", 'au décès, je vivais dans le logement']
          : [`${who} occupait le logement au jour du décès`, `au jour du décès, ${who} vivait dans le logement`],
        [me ? "j'occupais le logement au jour du décès" : `logement occupé par ${who} au jour du décès`],
      ),
    );
  const pension = num(payload, at('pension_alimentaire.montant_mensuel'));
  if (bool(payload, at('pension_alimentaire.demandee')) === true)
    say(
      [at('pension_alimentaire.demandee'), ...(pension === undefined ? [] : [at('pension_alimentaire.montant_mensuel')])],
      [`a demandé une pension alimentaire à la succession${pension === undefined ? '' : ` de {€:${pension}} par mois`}`],
      [`pension alimentaire demandée${pension === undefined ? '' : ` : {€:${pension}} par mois`}`],
    );
  const income = num(payload, at('ressources_mensuelles'));
  const costs = num(payload, at('charges_mensuelles'));
  if (income !== undefined && costs !== undefined)
    say(
      [at('ressources_mensuelles'), at('charges_mensuelles')],
      [`a {€:${income}} de ressources par mois pour {€:${costs}} de charges par mois`],
      [`ressources {€:${income}} par mois, charges {€:${costs}} par mois`],
    );
  else if (income !== undefined) say([at('ressources_mensuelles')], [`a {€:${income}} de ressources par mois`], [`ressources {€:${income}} par mois`]);
  else if (costs !== undefined) say([at('charges_mensuelles')], [`a {€:${costs}} de charges par mois`], [`charges {€:${costs}} par mois`]);
  if (bool(payload, at('prive_de_droit_au_logement')) === true)
    out.push(
      clause(
        'rights',
        'Droits du survivant',
        [at('prive_de_droit_au_logement')],
        [me ? 'le testament me prive du droit viager au logement' : `le testament prive ${who} du droit viager au logement`],
        [`${me ? '' : `${who} `}privé${me ? fem(s.tellerSex) : fem(sexOfPerson(who))} du droit viager au logement`.trim()],
      ),
    );
  return out;
}
