import type { Clause } from '../pack.ts';
import { bool, num, str } from '../payload.ts';
import { clause } from './clause.ts';
import { atPlace } from './persons.ts';
import { isTeller, type Speaker } from './speaker.ts';

export function procedureClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const base = 'contexte.procedure';
  const exists = (key: string): boolean | undefined => bool(payload, `${base}.${key}.existe`);
  const author = (key: string): string | undefined => str(payload, `${base}.${key}.auteur_nom`);
  const say = (covers: string[], full: string[], short: string[]): void =>
    void out.push(
      clause(
        'procedure',
        'Procédure',
        covers.map((key) => `${base}.${key}`),
        full,
        short,
      ),
    );
  const divorce = 'divorce_ou_separation_en_cours';
  const kind = str(payload, `${base}.${divorce}.type`);
  const stage = {
    REQUETE_DEPOSEE: 'la requête était déposée',
    ORDONNANCE_DE_NON_CONCILIATION: "l'ordonnance de non-conciliation était rendue",
    MESURES_PROVISOIRES: 'les mesures provisoires étaient prononcées',
    CONVENTION_SIGNEE: 'la convention était signée',
    JUGEMENT_NON_DEFINITIF: "le jugement n'était pas définitif",
  }[str(payload, `${base}.${divorce}.etape`) ?? ''];
  const since = num(payload, `${base}.${divorce}.duree_depuis_etape_mois`);
  if (exists(divorce) === true) {
    const what =
      kind === 'SEPARATION_DE_CORPS' ? 'une procédure de séparation de corps' : kind === 'DIVORCE' ? 'une procédure de divorce' : 'une procédure de divorce ou de séparation';
    say(
      [`${divorce}.existe`, ...(kind ? [`${divorce}.type`] : []), ...(stage ? [`${divorce}.etape`] : [])],
      [
        `${what} était en cours${stage ? ` et ${stage}` : ''}`,
        `${what} avait été engagée${stage ? ` et ${stage}` : ''}`,
        ...(kind === 'SEPARATION_DE_CORPS' ? [] : [`un divorce était en cours${stage ? ` et ${stage}` : ''}`]),
        ...(kind === 'SEPARATION_DE_CORPS' || stage ? [] : ['le couple était en train de divorcer']),
      ],
      [`${what.replace('une ', '')} en cours${stage ? `, ${stage}` : ''}`, ...(kind === 'SEPARATION_DE_CORPS' ? [] : [`divorce en cours${stage ? `, ${stage}` : ''}`])],
    );
    if (since !== undefined)
      out.push({
        ...clause(
          'procedure',
          'Procédure',
          [`${base}.${divorce}.duree_depuis_etape_mois`],
          [`on en était là depuis ${since} mois au moment du décès`, `c'était ${since} mois avant le décès`],
          [`depuis ${since} mois au décès`],
        ),
        follows: true,
      });
  } else if (exists(divorce) === false)
    say(
      [`${divorce}.existe`],
      [
        "aucune procédure de divorce ou de séparation n'était en cours",
        "il n'y avait ni divorce ni séparation en cours",
        "aucun divorce n'était en cours",
        "il n'y avait pas de divorce en cours",
        "personne n'avait demandé le divorce",
      ],
      ['pas de divorce ni de séparation en cours'],
    );
  const will = 'contestation_testament';
  const why = { INSANITE_D_ESPRIT: "pour insanité d'esprit", VICE_DE_FORME: 'pour vice de forme', CAPTATION: "pour captation d'héritage", FAUX: "en disant que c'est un faux" }[
    str(payload, `${base}.${will}.motif`) ?? ''
  ];
  const contests = (key: string, object: string, reason: string | undefined): void => {
    const by = author(key);
    const covers = [`${key}.existe`, ...(by ? [`${key}.auteur_nom`] : []), ...(reason ? [`${key}.motif`] : [])];
    const tail = reason ? ` ${reason}` : '';
    say(
      covers,
      by
        ? isTeller(s, by)
          ? [`je conteste ${object}${tail}`, `j'attaque ${object}${tail}`]
          : [`${by} conteste ${object}${tail}`, `c'est ${by} qui conteste ${object}${tail}`, `${by} attaque ${object}${tail}`]
        : [`${object} est contesté${object.startsWith('la') ? 'e' : ''}${tail}`, `on conteste ${object}${tail}`],
      [by ? `${by} conteste ${object}${tail}` : `${object.replace(/^l[ea] /, '')} contesté${object.startsWith('la') ? 'e' : ''}${tail}`],
    );
  };
  if (exists(will) === true) contests(will, 'le testament', why);
  if (exists('contestation_clause_beneficiaire_assurance_vie') === true) contests('contestation_clause_beneficiaire_assurance_vie', 'la clause bénéficiaire', undefined);
  const refusal = 'refus_de_vendre_ou_de_partager';
  const refuser = author(refusal);
  if (exists(refusal) === true)
    say(
      [`${refusal}.existe`, ...(refuser ? [`${refusal}.auteur_nom`] : [])],
      refuser
        ? isTeller(s, refuser)
          ? ['je refuse de vendre', 'je ne veux pas vendre']
          : [`${refuser} refuse de vendre`, `${refuser} ne veut pas vendre`, `${refuser} s'oppose à la vente`, `${refuser} bloque la vente`]
        : [
            'un des indivisaires refuse de vendre',
            "quelqu'un refuse de partager",
            "quelqu'un s'oppose à la vente",
            'on refuse de vendre',
            "l'un des intéressés ne veut pas vendre",
          ],
      [refuser ? `${refuser} refuse de vendre` : 'refus de vendre'],
    );
  if (exists(refusal) === false)
    say(
      [`${refusal}.existe`],
      ['personne ne refuse de vendre', "tout le monde est d'accord pour vendre", "personne ne s'oppose à la vente", 'nul ne refuse de vendre'],
      ['pas de refus de vendre'],
    );
  const recel = 'recel_successoral';
  const hider = author(recel);
  const hidden = num(payload, `${base}.${recel}.montant`);
  if (exists(recel) === true)
    say(
      [`${recel}.existe`, ...(hider ? [`${recel}.auteur_nom`] : []), ...(hidden === undefined ? [] : [`${recel}.montant`])],
      [
        `un recel successoral${hidden === undefined ? '' : ` de {€:${hidden}}`} est reproché${hider ? (isTeller(s, hider) ? ' à ma personne' : ` à ${hider}`) : ''}`.replace(
          /reproché$/,
          'soupçonné',
        ),
      ],
      [`recel successoral${hidden === undefined ? '' : ` de {€:${hidden}}`} reproché${hider ? ` à ${hider}` : ''}`.replace(/reproché$/, 'soupçonné')],
    );
  const excess = num(payload, `${base}.primes_manifestement_exagerees.montant`);
  if (exists('primes_manifestement_exagerees') === true)
    say(
      ['primes_manifestement_exagerees.existe', ...(excess === undefined ? [] : ['primes_manifestement_exagerees.montant'])],
      [`les primes sont dites manifestement exagérées${excess === undefined ? '' : `, pour {€:${excess}}`}`],
      [`primes manifestement exagérées${excess === undefined ? '' : ` : {€:${excess}}`}`],
    );
  const reducer = author('action_en_reduction');
  if (exists('action_en_reduction') === true)
    say(
      ['action_en_reduction.existe', ...(reducer ? ['action_en_reduction.auteur_nom'] : [])],
      reducer
        ? isTeller(s, reducer)
          ? ["j'engage une action en réduction"]
          : [`${reducer} engage une action en réduction`, `${reducer} agit en réduction`]
        : ['une action en réduction est engagée'],
      [`action en réduction${reducer ? ` engagée par ${reducer}` : ''}`],
    );
  if (exists('partage_judiciaire') === true)
    say(['partage_judiciaire.existe'], ['un partage judiciaire est demandé', 'on en est au partage judiciaire'], ['partage judiciaire demandé']);
  if (exists('mandataire_successoral') === true)
    say(['mandataire_successoral.existe'], ["la désignation d'un mandataire successoral est demandée"], ['mandataire successoral demandé']);
  if (exists('recherche_heritiers') === true)
    say(['recherche_heritiers.existe'], ["une recherche d'héritiers est en cours", 'un généalogiste recherche des héritiers'], ["recherche d'héritiers en cours"]);
  if (exists('succession_vacante') === true) say(['succession_vacante.existe'], ['la succession est dite vacante'], ['succession vacante']);
  if (exists('changement_regime_matrimonial_conteste') === true)
    say(['changement_regime_matrimonial_conteste.existe'], ['le changement de régime matrimonial est contesté'], ['changement de régime matrimonial contesté']);
  return out;
}

export function internationalClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const base = 'contexte.international';
  const say = (covers: string[], full: string[], short: string[]): void =>
    void out.push(
      clause(
        'international',
        'Étranger',
        covers.map((key) => `${base}.${key}`),
        full,
        short,
      ),
    );
  const choice = bool(payload, `${base}.professio_juris.existe`);
  const law = str(payload, `${base}.professio_juris.loi_designee`);
  if (choice === true)
    say(
      ['professio_juris.existe', ...(law ? ['professio_juris.loi_designee'] : [])],
      law
        ? [`{D} avait choisi la loi ${law} pour sa succession`, `une professio juris désigne la loi ${law}`, `{D} avait soumis sa succession à la loi ${law}`]
        : ['{D} avait fait une professio juris', 'il y a une professio juris'],
      [`professio juris${law ? ` : loi ${law}` : ''}`],
    );
  else if (choice === false)
    say(
      ['professio_juris.existe'],
      ["{D} n'avait fait aucune professio juris", "il n'y a pas de professio juris", "{D} n'avait pas choisi de loi", "aucun choix de loi n'a été fait"],
      ['pas de professio juris'],
    );
  const abroad = bool(payload, `${base}.bien_a_l_etranger.existe`);
  const country = str(payload, `${base}.bien_a_l_etranger.pays`);
  if (abroad === true)
    say(
      ['bien_a_l_etranger.existe', ...(country ? ['bien_a_l_etranger.pays'] : [])],
      [`il y a un bien à l'étranger${country ? `, ${atPlace(country)}` : ''}`, `un bien se trouve hors de France${country ? `, ${atPlace(country)}` : ''}`],
      [`bien à l'étranger${country ? ` (${atPlace(country)})` : ''}`],
    );
  if (bool(payload, `${base}.certificat_successoral_europeen.existe`) === true)
    say(['certificat_successoral_europeen.existe'], ['un certificat successoral européen a été demandé'], ['certificat successoral européen demandé']);
  if (bool(payload, `${base}.prelevement_compensatoire.existe`) === true)
    say(
      ['prelevement_compensatoire.existe'],
      ['un enfant réclame le prélèvement compensatoire', 'le prélèvement compensatoire est demandé'],
      ['prélèvement compensatoire demandé'],
    );
  return out;
}
