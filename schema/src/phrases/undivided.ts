import type { Clause } from '../pack.ts';
import { de, deNp } from '../french.ts';
import { bool, itemsAt, num, str } from '../payload.ts';
import { definite } from './assets.ts';
import { clause } from './clause.ts';
import { isTeller, type Speaker } from './speaker.ts';

export function undividedClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const say = (covers: string[], full: string[], short: string[]): void => void out.push(clause('undivided', 'Indivision', covers, full, short));
  const g = (key: string): string => `indivision.gestion.${key}`;
  const asset = str(payload, g('bien'));
  const occupant = str(payload, g('occupants_noms'));
  const place = asset ? definite(asset) : 'le bien indivis';
  if (occupant !== undefined)
    say(
      [g('occupants_noms'), ...(asset ? [g('bien')] : [])],
      [
        isTeller(s, occupant) ? `j'occupe ${place}` : `${occupant} occupe ${place}`,
        isTeller(s, occupant) ? `je suis dans ${place}, que j'occupe` : `c'est ${occupant} qui occupe ${place}`,
        isTeller(s, occupant) ? `c'est moi qui occupe ${place}` : `${occupant} habite ${place}`,
      ],
      [`${place.replace(/^(le |la |les |l')/, '')} occupé${/^la |^l'|^maison/.test(place) && /maison|parcelle/.test(place) ? 'e' : ''} par ${occupant}`],
    );
  else if (asset !== undefined) say([g('bien')], [`${place} est dans l'indivision`], [`bien indivis : ${asset}`]);
  const months = num(payload, g('duree_occupation_mois'));
  if (months !== undefined)
    say([g('duree_occupation_mois')], [`l'occupation dure depuis ${months} mois`, `cela fait ${months} mois que cette occupation dure`], [`occupation : ${months} mois`]);
  const asked = bool(payload, g('indemnite_occupation.demandee'));
  const monthly = num(payload, g('indemnite_occupation.montant_mensuel'));
  if (asked === true)
    say(
      [g('indemnite_occupation.demandee'), ...(monthly === undefined ? [] : [g('indemnite_occupation.montant_mensuel')])],
      [
        `une indemnité d'occupation${monthly === undefined ? '' : ` de {€:${monthly}} par mois`} est réclamée`,
        `on réclame une indemnité d'occupation${monthly === undefined ? '' : ` de {€:${monthly}} par mois`}`,
        `les autres demandent une indemnité d'occupation${monthly === undefined ? '' : ` de {€:${monthly}} par mois`}`,
      ],
      [`indemnité d'occupation réclamée${monthly === undefined ? '' : ` : {€:${monthly}} par mois`}`],
    );
  const rents = num(payload, g('loyers_encaisses'));
  const collector = str(payload, g('loyers_encaisses_par_nom'));
  if (rents !== undefined)
    say(
      [g('loyers_encaisses'), ...(collector ? [g('loyers_encaisses_par_nom')] : [])],
      [
        collector
          ? isTeller(s, collector)
            ? `j'ai encaissé {€:${rents}} de loyers`
            : `${collector} a encaissé {€:${rents}} de loyers`
          : `{€:${rents}} de loyers ont été encaissés`,
      ],
      [`loyers encaissés${collector ? ` par ${collector}` : ''} : {€:${rents}}`],
    );
  else if (collector !== undefined)
    say([g('loyers_encaisses_par_nom')], [isTeller(s, collector) ? "j'encaisse les loyers" : `${collector} encaisse les loyers`], [`loyers encaissés par ${collector}`]);
  const costs = num(payload, g('charges_reglees'));
  const payer = str(payload, g('charges_reglees_par_nom'));
  if (costs !== undefined)
    say(
      [g('charges_reglees'), ...(payer ? [g('charges_reglees_par_nom')] : [])],
      [payer ? (isTeller(s, payer) ? `j'ai réglé {€:${costs}} de charges` : `${payer} a réglé {€:${costs}} de charges`) : `{€:${costs}} de charges ont été réglées`],
      [`charges réglées${payer ? ` par ${payer}` : ''} : {€:${costs}}`],
    );
  else if (payer !== undefined) say([g('charges_reglees_par_nom')], [isTeller(s, payer) ? 'je règle les charges' : `${payer} règle les charges`], [`charges réglées par ${payer}`]);
  const monthlyCosts = num(payload, g('charges_mensuelles'));
  if (monthlyCosts !== undefined)
    say(
      [g('charges_mensuelles')],
      [`les charges du bien s'élèvent à {€:${monthlyCosts}} par mois`, `il faut compter {€:${monthlyCosts}} de charges par mois`],
      [`charges : {€:${monthlyCosts}} par mois`],
    );
  const manager = str(payload, g('gerant_nom'));
  if (manager !== undefined)
    say(
      [g('gerant_nom')],
      isTeller(s, manager)
        ? ["je gère l'indivision", "c'est moi qui gère l'indivision"]
        : [`${manager} gère l'indivision`, `c'est ${manager} qui gère l'indivision`, `l'indivision est gérée par ${manager}`],
      [`gérant de l'indivision : ${manager}`],
    );
  if (bool(payload, 'indivision.comptes.compte_indivision_ouvert') === true) {
    const balance = num(payload, 'indivision.comptes.solde');
    say(
      ['indivision.comptes.compte_indivision_ouvert', ...(balance === undefined ? [] : ['indivision.comptes.solde'])],
      [`un compte d'indivision a été ouvert${balance === undefined ? '' : `, avec un solde de {€:${balance}}`}`],
      [`compte d'indivision ouvert${balance === undefined ? '' : ` (solde {€:${balance}})`}`],
    );
  } else if (num(payload, 'indivision.comptes.solde') !== undefined)
    say(
      ['indivision.comptes.solde'],
      [`le solde du compte d'indivision est de {€:${num(payload, 'indivision.comptes.solde')}}`],
      [`solde du compte d'indivision : {€:${num(payload, 'indivision.comptes.solde')}}`],
    );
  for (const { path } of itemsAt(payload, 'indivision.creances')) {
    const creditor = str(payload, `${path}.creancier_nom`);
    const amount = num(payload, `${path}.montant`);
    const why = { TRAVAUX: 'les travaux', REMBOURSEMENT_EMPRUNT: "les échéances de l'emprunt", CHARGES: 'les charges', IMPOTS: 'les impôts' }[str(payload, `${path}.motif`) ?? ''];
    const covers = [...(creditor ? ['creancier_nom'] : []), ...(why ? ['motif'] : []), ...(amount === undefined ? [] : ['montant'])].map((key) => `${path}.${key}`);
    const tail = `${amount === undefined ? '' : ` de {€:${amount}}`}${why ? ` pour ${why}` : ''}`;
    say(
      covers,
      [isTeller(s, creditor) ? `j'ai une créance${tail} contre l'indivision` : `${creditor ?? "l'un des indivisaires"} a une créance${tail} contre l'indivision`],
      [`créance ${creditor ? `${de(creditor)} ` : ''}contre l'indivision${tail}`],
    );
  }
  if (bool(payload, 'indivision.convention.existe') === true) {
    const years = num(payload, 'indivision.convention.duree');
    say(
      ['indivision.convention.existe', ...(years === undefined ? [] : ['indivision.convention.duree'])],
      [`une convention d'indivision a été signée${years === undefined ? '' : ` pour {ans:${years}}`}`],
      [`convention d'indivision signée${years === undefined ? '' : ` pour {ans:${years}}`}`],
    );
  }
  out.push(...partitionClauses(s));
  return out;
}

function partitionClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const o = (key: string): string => `operations_de_partage.${key}`;
  const say = (covers: string[], full: string[], short: string[]): void => void out.push(clause('partition', 'Partage', covers, full, short));
  const months = num(payload, o('duree_du_report_mois'));
  if (months !== undefined)
    say(
      [o('duree_du_report_mois')],
      [`le partage est différé de ${months} mois`, `le partage est reporté de ${months} mois`, `on a repoussé le partage de ${months} mois`],
      [`partage différé de ${months} mois`],
    );
  const planned = bool(payload, o('licitation.est_prevue'));
  const asset = str(payload, o('licitation.bien'));
  const reserve = num(payload, o('licitation.mise_a_prix'));
  if (planned === true)
    say(
      [o('licitation.est_prevue'), ...(asset ? [o('licitation.bien')] : []), ...(reserve === undefined ? [] : [o('licitation.mise_a_prix')])],
      [
        `une licitation ${asset ? `${deNp(definite(asset))} ` : ''}est prévue${reserve === undefined ? '' : `, avec une mise à prix de {€:${reserve}}`}`,
        `on va vers une licitation${asset ? ` ${deNp(definite(asset))}` : ''}${reserve === undefined ? '' : `, avec une mise à prix de {€:${reserve}}`}`,
        `une licitation ${asset ? `${deNp(definite(asset))} ` : ''}a été demandée${reserve === undefined ? '' : `, la mise à prix serait de {€:${reserve}}`}`.replace(
          'serait',
          'est',
        ),
      ],
      [`licitation ${asset ? `${deNp(definite(asset))} ` : ''}prévue${reserve === undefined ? '' : ` (mise à prix {€:${reserve}})`}`],
    );
  if (planned === false)
    say(
      [o('licitation.est_prevue')],
      ["aucune licitation n'est prévue", "il n'est pas question de licitation", 'on ne parle pas de licitation', "il n'y a pas de licitation prévue"],
      ['pas de licitation prévue'],
    );
  for (const { path } of itemsAt(payload, o('attributions_preferentielles'))) {
    const who = str(payload, `${path}.demandeur_nom`);
    const what = str(payload, `${path}.bien`);
    const value = num(payload, `${path}.valeur`);
    const covers = [...(who ? ['demandeur_nom'] : []), ...(what ? ['bien'] : []), ...(value === undefined ? [] : ['valeur'])].map((key) => `${path}.${key}`);
    const tail = `${what ? ` ${deNp(definite(what))}` : ''}${value === undefined ? '' : ` pour {€:${value}}`}`;
    say(
      covers,
      isTeller(s, who)
        ? [`je demande l'attribution préférentielle${tail}`]
        : [
            `${who ?? 'un héritier'} demande l'attribution préférentielle${tail}`,
            `${who ?? 'un héritier'} sollicite l'attribution préférentielle${tail}`,
            `l'attribution préférentielle${tail} est demandée par ${who ?? 'un héritier'}`,
          ],
      [`attribution préférentielle${tail} demandée par ${who ?? 'un héritier'}`],
    );
    const agreed = bool(payload, `${path}.accord`);
    if (agreed !== undefined)
      out.push({
        ...clause(
          'partition',
          'Partage',
          [`${path}.accord`],
          [agreed ? "tout le monde est d'accord sur cette attribution" : "il n'y a pas d'accord sur cette attribution"],
          [agreed ? "accord sur l'attribution" : "pas d'accord sur l'attribution"],
        ),
        follows: true,
      });
  }
  for (const { path } of itemsAt(payload, o('soultes_mentionnees'))) {
    const debtor = str(payload, `${path}.debiteur_nom`);
    const creditor = str(payload, `${path}.creancier_nom`);
    const amount = num(payload, `${path}.montant`);
    const paid = { COMPTANT: ' payée comptant', EMPRUNT: ' financée par un emprunt', ECHELONNE: ' payée en plusieurs fois' }[str(payload, `${path}.financement`) ?? ''] ?? '';
    const covers = ['debiteur_nom', 'creancier_nom', 'montant', ...(paid ? ['financement'] : [])].map((key) => `${path}.${key}`);
    const to = isTeller(s, creditor) ? 'à moi-même' : `à ${creditor}`;
    say(
      covers,
      [isTeller(s, debtor) ? `je verserais ${to} une soulte de {€:${amount}}${paid}`.replace('verserais', 'verse') : `${debtor} verse ${to} une soulte de {€:${amount}}${paid}`],
      [`soulte de {€:${amount}} versée par ${debtor} ${to.replace('à moi-même', 'à moi')}${paid.replace(' payée', ',').replace(' financée', ',')}`],
    );
  }
  const mode = str(payload, o('conversion_usufruit.mode'));
  if (mode !== undefined)
    say(
      [o('conversion_usufruit.mode')],
      [
        mode === 'CAPITAL' ? "l'usufruit doit être converti en capital" : "l'usufruit doit être converti en rente viagère",
        mode === 'CAPITAL' ? "la conversion de l'usufruit en capital est demandée" : "la conversion de l'usufruit en rente viagère est demandée",
      ].slice(1),
      [mode === 'CAPITAL' ? "conversion de l'usufruit en capital" : "conversion de l'usufruit en rente viagère"],
    );
  const agreed = bool(payload, o('conversion_usufruit.accord'));
  if (agreed !== undefined)
    say(
      [o('conversion_usufruit.accord')],
      [agreed ? "tous sont d'accord pour la conversion" : "il n'y a pas d'accord pour la conversion"],
      [agreed ? 'accord de tous sur la conversion' : "pas d'accord sur la conversion"],
    );
  const life = num(payload, o('conversion_usufruit.esperance_vie'));
  if (life !== undefined) say([o('conversion_usufruit.esperance_vie')], [`l'espérance de vie retenue est de {ans:${life}}`], [`espérance de vie : {ans:${life}}`]);
  const rate = num(payload, o('conversion_usufruit.taux'));
  if (rate !== undefined) say([o('conversion_usufruit.taux')], [`le taux retenu est de {%%:${rate}}`], [`taux retenu : {%%:${rate}}`]);
  const capital = num(payload, o('conversion_usufruit.capital'));
  if (capital !== undefined) say([o('conversion_usufruit.capital')], [`le capital convenu pour la conversion est de {€:${capital}}`], [`capital de conversion : {€:${capital}}`]);
  for (const { path } of itemsAt(payload, o('creances_entre_copartageants'))) {
    const creditor = str(payload, `${path}.creancier_nom`);
    const debtor = str(payload, `${path}.debiteur_nom`);
    const amount = num(payload, `${path}.montant`);
    say(
      ['creancier_nom', 'debiteur_nom', 'montant'].map((key) => `${path}.${key}`),
      [isTeller(s, debtor) ? `je dois {€:${amount}} à ${creditor}` : `${debtor} doit {€:${amount}} ${isTeller(s, creditor) ? 'à moi personnellement' : `à ${creditor}`}`],
      [`${debtor} doit {€:${amount}} à ${creditor}`],
    );
  }
  const buyer = str(payload, o('rachat_de_parts.acquereur_nom'));
  const price = num(payload, o('rachat_de_parts.prix'));
  if (buyer !== undefined)
    say(
      [o('rachat_de_parts.acquereur_nom'), ...(price === undefined ? [] : [o('rachat_de_parts.prix')])],
      [
        isTeller(s, buyer)
          ? `je propose de racheter les parts des autres${price === undefined ? '' : ` pour {€:${price}}`}`
          : `${buyer} propose de racheter les parts des autres${price === undefined ? '' : ` pour {€:${price}}`}`,
      ],
      [`rachat de parts proposé par ${buyer}${price === undefined ? '' : ` pour {€:${price}}`}`],
    );
  const answer = bool(payload, o('rachat_de_parts.accepte'));
  if (answer !== undefined)
    out.push({
      ...clause(
        'partition',
        'Partage',
        [o('rachat_de_parts.accepte')],
        [answer ? "l'offre de rachat est acceptée" : "l'offre de rachat est refusée"],
        [answer ? 'offre de rachat acceptée' : 'offre de rachat refusée'],
      ),
      follows: true,
    });
  if (bool(payload, o('partage_amiable')) === true) say([o('partage_amiable')], ['un partage amiable est envisagé par tous'], ['partage amiable envisagé']);
  if (bool(payload, o('projet_notaire')) === true) say([o('projet_notaire')], ['le notaire a établi un projet de partage'], ['projet de partage établi par le notaire']);
  return out;
}
