import type { Clause } from '../pack.ts';
import { aNp, de } from '../french.ts';
import { bool, itemsAt, num, str, type Payload } from '../payload.ts';
import { definite } from './assets.ts';
import { clause } from './clause.ts';
import { isTeller, sexOfPerson, type Speaker } from './speaker.ts';

const GIFT: Record<string, string> = {
  DONATION_SIMPLE: 'une donation simple',
  DON_MANUEL: 'un don manuel',
  DONATION_PARTAGE: 'une donation-partage',
  DONATION_DE_NUE_PROPRIETE: 'une donation de nue-propriété',
  PRESENT_D_USAGE: "un présent d'usage",
};
const OBJECT: Record<string, string> = {
  SOMME_D_ARGENT: "une somme d'argent",
  IMMEUBLE: 'un bien immobilier',
  TITRES: 'des titres',
  VEHICULE: 'une voiture',
  BIENS_RURAUX: 'des biens ruraux',
  OBJET_MOBILIER: 'un objet de famille',
};

export function giftClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out = itemsAt(payload, 'liberalites.donations').flatMap(({ path }) => oneGift(s, path));
  const exist = bool(payload, 'liberalites.donations_existent');
  if (exist !== undefined)
    out.push(
      clause(
        'gifts',
        'Donations',
        ['liberalites.donations_existent'],
        exist ? ['{D} avait fait des donations', 'il y a eu des donations'] : ["{D} n'avait fait aucune donation", "il n'y a eu aucune donation"],
        [exist ? 'donations existantes' : 'pas de donation'],
      ),
    );
  return out;
}

type Say = (keys: string[], full: string[], short: string[]) => void;

const withArticle = (thing: string): string => `${['voiture', 'maison'].includes(thing) ? 'une' : 'un'} ${thing}`;

/** What was bought with a gift; where something else was bought first and sold again, that comes before. */
function sayUse(payload: Payload, path: string, the: string, say: Say): void {
  const use = (key: string): string => `${path}.emploi.${key}`;
  const first = str(payload, use('bien_intermediaire'));
  const paid = num(payload, use('achat_du_bien_intermediaire'));
  const sold = num(payload, use('revente_du_bien_intermediaire'));
  if (first !== undefined) {
    const np = withArticle(first);
    const prices = paid === undefined || sold === undefined ? [] : ['emploi.achat_du_bien_intermediaire', 'emploi.revente_du_bien_intermediaire'];
    const [bought, resold] = prices.length === 0 ? ['', ''] : [` {€:${paid}}`, ` {€:${sold}}`];
    say(
      ['emploi.bien_intermediaire', ...prices],
      [`l'argent a d'abord servi à acheter ${np}${bought}, revendu ensuite${resold}`, `${np} a d'abord été acheté${bought} avec cet argent, puis revendu${resold}`],
      [`premier emploi de l'argent donné : ${np} acheté${bought}, puis revendu${resold}`],
    );
  }
  const thing = str(payload, use('bien_acquis'));
  const value = num(payload, use('valeur_du_bien_acquis'));
  const part = num(payload, use('part_financee'));
  const price = num(payload, use('prix_d_achat'));
  if (thing !== undefined) {
    const np = withArticle(thing);
    const now = value === undefined ? '' : `, bien acquis estimé à {€:${value}}`;
    const cost = price === undefined ? '' : ` au prix de {€:${price}}`;
    const then = first === undefined ? '' : 'finalement ';
    say(
      [
        'emploi.bien_acquis',
        ...(part === undefined ? [] : ['emploi.part_financee']),
        ...(price === undefined ? [] : ['emploi.prix_d_achat']),
        ...(value === undefined ? [] : ['emploi.valeur_du_bien_acquis']),
      ],
      [`${the} a ${then}servi à financer ${part === undefined ? `l'achat ` : `{%:${part}} de l'achat `}d'${np}${cost}${now}`],
      [`emploi${then === '' ? '' : ' final'} de ${the} : ${thing}${price === undefined ? '' : ` acheté {€:${price}}`}${part === undefined ? '' : ` financé à {%:${part}}`}${now}`],
    );
  } else {
    if (value !== undefined) say(['emploi.valeur_du_bien_acquis'], [`le bien acquis avec ${the} est estimé à {€:${value}}`], [`bien acquis avec ${the} : {€:${value}}`]);
    if (part !== undefined) say(['emploi.part_financee'], [`${the} a financé {%:${part}} du bien acquis`], [`part financée par ${the} : {%:${part}}`]);
    if (price !== undefined) say(['emploi.prix_d_achat'], [`le bien acquis avec ${the} a été acheté {€:${price}}`], [`bien acquis avec ${the} : acheté {€:${price}}`]);
  }
  const without = num(payload, use('valeur_sans_travaux'));
  if (without !== undefined)
    say(
      ['emploi.valeur_sans_travaux'],
      [`sans les travaux faits depuis, le bien acquis ne vaudrait que {€:${without}}`],
      [`bien acquis, valeur sans les travaux : {€:${without}}`],
    );
}

function oneGift(s: Speaker, path: string): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.${key}`;
  const giver = str(payload, at('donateur_nom'));
  const receiver = str(payload, at('beneficiaire_nom'));
  const type = str(payload, at('type'));
  const amount = num(payload, at('montant'));
  const object = str(payload, at('objet'));
  const date = str(payload, at('date'));
  const years = num(payload, at('anciennete_au_deces.valeur'));
  const from = giver === undefined || giver === s.deceased ? '{D}' : giver;
  const me = isTeller(s, receiver);
  const covers = [
    ...(giver ? ['donateur_nom'] : []),
    ...(receiver ? ['beneficiaire_nom'] : []),
    ...(type ? ['type'] : []),
    ...(amount === undefined ? [] : ['montant']),
    ...(date ? ['date'] : []),
    ...(years === undefined || date ? [] : ['anciennete_au_deces.valeur', 'anciennete_au_deces.unite']),
  ].map(at);
  const what = GIFT[type ?? ''] ?? 'une donation';

  const sum = amount === undefined ? '' : ` de {€:${amount}}`;
  const when = date ? ` {le:${date}}` : years === undefined ? '' : `, {ans:${years}} avant le décès`;
  const to = receiver === undefined ? '' : me ? '' : ` ${aNp(receiver)}`;
  const full: string[] = [];
  if (me) full.push(`j'ai reçu ${giver === undefined ? '' : `${from === '{D}' ? '{D:de}' : de(from)} `}${what}${sum}${when}`);
  else {
    if (giver !== undefined) full.push(`${from} avait fait ${what}${sum}${to}${when}`);
    if (receiver !== undefined) full.push(`${receiver} a reçu ${giver === undefined ? '' : `${from === '{D}' ? '{D:de}' : de(from)} `}${what}${sum}${when}`);
    if (giver === undefined && receiver === undefined) full.push(`il y a eu ${what}${sum}${when}`);
  }
  const bare = what.replace(/^une? /, '');
  const out: Clause[] = [];
  const objectWords = object && OBJECT[object];
  const short = `${bare}${giver === undefined ? '' : ` ${from === '{D}' ? '{D:de}' : de(from)}`}${receiver === undefined ? '' : ` ${aNp(me ? 'moi' : receiver)}`}${when}${amount === undefined ? '' : ` : {€:${amount}}`}`;
  out.push(clause('gifts', 'Donations', covers, full, [short]));
  const say = (keys: string[], full2: string[], short2: string[]): void => void out.push(clause('gifts', 'Donations', keys.map(at), full2, short2, true));
  const the = 'cette donation';
  if (objectWords) say(['objet'], [`${the} portait sur ${objectWords}`], [`objet de ${the} : ${objectWords}`]);
  const imputation = str(payload, at('imputation'));
  if (imputation === 'HORS_PART') say(['imputation'], [`${the} a été faite hors part successorale`], [`${the} : hors part successorale`]);
  if (imputation === 'AVANCEMENT_DE_PART') say(['imputation'], [`${the} a été faite en avancement de part successorale`], [`${the} : en avancement de part`]);
  const now = num(payload, at('valeur_au_deces'));
  if (now !== undefined)
    say(['valeur_au_deces'], [`ce qui a été donné vaut aujourd'hui {€:${now}}`, `le bien donné valait {€:${now}} au décès`], [`valeur du bien donné au décès : {€:${now}}`]);
  const notary = bool(payload, at('forme_notariee'));
  if (notary !== undefined)
    say(['forme_notariee'], [notary ? `${the} a été passée devant notaire` : `${the} s'est faite sans notaire`], [notary ? `${the} : acte notarié` : `${the} : sans notaire`]);
  if (bool(payload, at('reserve_usufruit')) === true) say(['reserve_usufruit'], [`${the} était avec réserve d'usufruit`], [`${the} : réserve d'usufruit`]);
  if (bool(payload, at('clause_retour')) === true) say(['clause_retour'], [`${the} prévoit un droit de retour`], [`${the} : droit de retour`]);
  if (bool(payload, at('dispense_de_rapport')) === true) say(['dispense_de_rapport'], [`${the} est dispensée de rapport`], [`${the} : dispensée de rapport`]);
  sayUse(payload, path, the, say);
  const resold = num(payload, at('prix_de_revente'));
  if (resold !== undefined)
    say(
      ['prix_de_revente'],
      [`le bien donné a été revendu {€:${resold}}`, `le bien donné a été revendu depuis au prix de {€:${resold}}`],
      [`revente du bien donné : {€:${resold}}`],
    );
  const allowance = num(payload, at('abattement_utilise'));
  if (allowance !== undefined) say(['abattement_utilise'], [`un abattement de {€:${allowance}} avait été utilisé pour ${the}`], [`abattement utilisé : {€:${allowance}}`]);
  const corrected = num(payload, at('valeur_retenue_fiscalement'));
  if (corrected !== undefined)
    say(
      ['valeur_retenue_fiscalement'],
      [`l'administration fiscale a rectifié la valeur de ${the} à {€:${corrected}}`, `pour ${the}, le fisc a retenu {€:${corrected}}`],
      [`valeur retenue par le fisc pour ${the} : {€:${corrected}}`],
    );
  const tax = num(payload, at('droits_payes'));
  if (tax !== undefined) say(['droits_payes'], [`les droits payés pour ${the} étaient de {€:${tax}}`], [`droits payés : {€:${tax}}`]);
  const balance = num(payload, at('soulte'));
  if (balance !== undefined) say(['soulte'], [`${the} prévoyait une soulte de {€:${balance}}`], [`soulte de ${the} : {€:${balance}}`]);
  return out;
}

export function willClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const at = (key: string): string => `liberalites.testament.${key}`;
  const exists = bool(payload, at('existe'));
  const form = str(payload, at('forme'));
  const date = str(payload, at('date'));
  const say = (keys: string[], full: string[], short: string[]): void => void out.push(clause('will', 'Testament', keys.map(at), full, short));
  const formWord = { OLOGRAPHE: ' olographe', AUTHENTIQUE: ' authentique', MYSTIQUE: ' mystique', INTERNATIONAL: ' international' }[form ?? ''] ?? '';
  const keys = [...(exists === undefined ? [] : ['existe']), ...(form ? ['forme'] : []), ...(date ? ['date'] : [])];
  if (exists === false) say(['existe'], ["il n'y a pas de testament", "{D} n'avait pas fait de testament"], ['pas de testament']);
  else if (keys.length > 0)
    say(
      keys,
      [`il y a un testament${formWord}${date ? ` {du:${date}}` : ''}`, `{D} avait fait un testament${formWord}${date ? ` {le:${date}}` : ''}`],
      [`testament${formWord}${date ? ` {du:${date}}` : ''}`],
    );
  const kept = bool(payload, at('depose_chez_notaire'));
  if (kept !== undefined)
    say(
      ['depose_chez_notaire'],
      [kept ? 'le testament a été déposé chez le notaire' : "le testament n'a pas été déposé chez le notaire"],
      [kept ? 'testament déposé chez le notaire' : 'testament non déposé chez le notaire'],
    );
  if (bool(payload, at('plusieurs_testaments')) === true) say(['plusieurs_testaments'], ['on a même retrouvé plusieurs testaments'], ['plusieurs testaments']);
  const revoked = bool(payload, at('revoque'));
  if (revoked !== undefined)
    say(['revoque'], [revoked ? 'le testament a été révoqué' : "le testament n'a pas été révoqué"], [revoked ? 'testament révoqué' : 'testament non révoqué']);
  const out2 = str(payload, at('exheredes_noms'));
  if (out2 !== undefined)
    say(
      ['exheredes_noms'],
      [isTeller(s, out2) ? 'le testament me déshérite' : `le testament déshérite ${out2}`],
      [`déshérité${sexOfPerson(out2) === 'f' ? 'e' : ''} par testament : ${out2}`],
    );
  const executor = str(payload, at('executeur_nom'));
  if (executor !== undefined)
    say(
      ['executeur_nom'],
      [isTeller(s, executor) ? 'le testament me désigne comme exécuteur testamentaire' : `l'exécuteur testamentaire est ${executor}`],
      [`exécuteur testamentaire : ${executor}`],
    );
  const agent = str(payload, at('mandat_posthume.mandataire_nom'));
  const years = num(payload, at('mandat_posthume.duree'));
  if (agent !== undefined || years !== undefined)
    say(
      [...(agent ? ['mandat_posthume.mandataire_nom'] : []), ...(years === undefined ? [] : ['mandat_posthume.duree'])],
      [`un mandat posthume est confié${agent ? ` ${aNp(agent)}` : ''}${years === undefined ? '' : ` pour une durée de {ans:${years}}`}`],
      [`mandat posthume${agent ? ` : ${agent}` : ''}${years === undefined ? '' : ` (durée : {ans:${years}})`}`],
    );
  if (bool(payload, at('testament_partage')) === true) say(['testament_partage'], ["c'est un testament-partage"], ['testament-partage']);
  for (const { path } of itemsAt(payload, 'liberalites.legs')) out.push(...oneLegacy(s, path));
  return out;
}

function oneLegacy(s: Speaker, path: string): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.${key}`;
  const heir = str(payload, at('beneficiaire_nom'));
  const type = str(payload, at('type'));
  const object = str(payload, at('objet'));
  const sum = num(payload, at('montant'));
  const share = num(payload, at('quote_part'));
  const rights = { USUFRUIT: "l'usufruit", NUE_PROPRIETE: 'la nue-propriété', PLEINE_PROPRIETE: 'la pleine propriété' }[str(payload, at('droits')) ?? ''];
  const kind = { UNIVERSEL: 'un legs universel', A_TITRE_UNIVERSEL: 'un legs à titre universel', PARTICULIER: 'un legs particulier' }[type ?? ''] ?? 'un legs';
  const covers = [
    ...(heir ? ['beneficiaire_nom'] : []),
    ...(type ? ['type'] : []),
    ...(object ? ['objet'] : []),
    ...(sum === undefined ? [] : ['montant']),
    ...(share === undefined ? [] : ['quote_part']),
    ...(rights ? ['droits'] : []),
  ].map(at);
  const of = (np: string): string => (np.startsWith('le ') ? `du ${np.slice(3)}` : np.startsWith('les ') ? `des ${np.slice(4)}` : de(np));
  const what = object ? (rights ? `${rights} ${of(definite(object))}` : definite(object)) : (rights ?? '');
  const tail = `${what ? `, portant sur ${what}` : ''}${sum === undefined ? '' : ` de {€:${sum}}`}${share === undefined ? '' : `, à hauteur de {%:${share}}`}`;
  const me = isTeller(s, heir);
  const out: Clause[] = [
    clause(
      'will',
      'Legs',
      covers,
      me ? [`je reçois ${kind}${tail}`] : heir ? [`${heir} reçoit ${kind}${tail}`, `{D} a prévu pour ${heir} ${kind}${tail}`] : [`il y a ${kind}${tail}`],
      [`${kind.replace(/^un /, '')}${heir ? ` ${aNp(me ? 'moi' : heir)}` : ''}${tail}`],
    ),
  ];
  const charge = {
    RENTE: 'de verser une rente',
    ENTRETIEN_D_UNE_PERSONNE: "de prendre soin d'une personne âgée",
    ENTRETIEN_TOMBE: "d'entretenir la tombe",
    SOIN_D_UN_ANIMAL: 'de prendre soin de son chien',
  }[str(payload, at('charge.type')) ?? ''];
  const monthly = num(payload, at('charge.montant_mensuel'));
  // "le legs de Linh" could be the one that Linh made.
  const owner = heir === undefined ? '' : me ? ' qui me revient' : ` fait ${aNp(heir)}`;
  const say = (keys: string[], full: string[], short: string[]): void => void out.push(clause('will', 'Legs', keys.map(at), full, short, true));
  if (charge)
    say(
      ['charge.type', ...(monthly === undefined ? [] : ['charge.montant_mensuel'])],
      [`le legs${owner} a pour charge ${charge}${monthly === undefined ? '' : ` de {€:${monthly}} par mois`}`],
      [`legs${owner} : charge ${charge}${monthly === undefined ? '' : ` de {€:${monthly}} par mois`}`],
    );
  const accepted = bool(payload, at('accepte'));
  const subject = me ? "j'" : `${heir ?? 'le légataire'} `;
  if (accepted !== undefined)
    say(['accepte'], [`${subject}${me ? 'ai' : 'a'} ${accepted ? 'accepté le legs' : 'renoncé au legs'}`], [`legs${owner} ${accepted ? 'accepté' : ': renonciation au legs'}`]);
  if (bool(payload, at('cantonnement')) === true) say(['cantonnement'], [`${subject}${me ? 'ai' : 'a'} cantonné ${me ? 'mon' : 'son'} legs`], [`cantonnement du legs${owner}`]);
  return out;
}

export function otherLiberalityClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const at = (key: string): string => `liberalites.donation_entre_epoux.${key}`;
  const exists = bool(payload, at('existe'));
  const date = str(payload, at('date'));
  const me = s.first && s.tellerPath === 'famille.partenaire';
  const who = me ? 'je' : (str(payload, 'famille.partenaire.nom') ?? 'le survivant');
  if (exists === true)
    out.push(
      clause(
        'rights',
        'Donation entre époux',
        [at('existe'), ...(date ? [at('date')] : [])],
        [`il existe une donation au dernier vivant${date ? ` {du:${date}}` : ''}`, `une donation entre époux a été signée${date ? ` {le:${date}}` : ''}`],
        [`donation au dernier vivant${date ? ` {du:${date}}` : ''}`],
      ),
    );
  if (exists === false)
    out.push(
      clause(
        'rights',
        'Donation entre époux',
        [at('existe')],
        ["il n'y a pas de donation entre époux", "aucune donation au dernier vivant n'a été faite"],
        ['pas de donation entre époux'],
      ),
    );
  const option = str(payload, at('option'));
  const choice = {
    USUFRUIT_TOTAL: "l'usufruit de la totalité",
    QUOTITE_DISPONIBLE_ORDINAIRE: 'la quotité disponible ordinaire',
    QUART_PP_TROIS_QUARTS_USUFRUIT: 'un quart en pleine propriété et trois quarts en usufruit',
  }[option ?? ''];
  if (choice)
    out.push(
      clause(
        'rights',
        'Donation entre époux',
        [at('option')],
        [`au titre de la donation au dernier vivant, ${who === 'je' ? "j'ai" : `${who} a`} choisi ${choice}`],
        [`donation entre époux, choix : ${choice}`],
      ),
    );
  if (bool(payload, at('revoquee')) === true)
    out.push(clause('rights', 'Donation entre époux', [at('revoquee')], ['la donation entre époux a été révoquée'], ['donation entre époux révoquée']));
  for (const [list, words] of [
    ['raar', "renoncé par avance à l'action en réduction"],
    ['renonciations_action_reduction', "renoncé à l'action en réduction"],
  ] as const) {
    for (const { path } of itemsAt(payload, `liberalites.${list}`)) {
      const waiver = str(payload, `${path}.renoncant_nom`);
      const favoured = str(payload, `${path}.beneficiaire_nom`);
      const signed = str(payload, `${path}.date`);
      const covers = [`${path}.renoncant_nom`, `${path}.beneficiaire_nom`, ...(signed ? [`${path}.date`] : [])];
      const tail = `${favoured ? ` au profit ${de(isTeller(s, favoured) ? 'moi' : favoured)}` : ''}${signed ? ` {le:${signed}}` : ''}`;
      out.push(clause('gifts', 'Réduction', covers, [isTeller(s, waiver) ? `j'ai ${words}${tail}` : `${waiver} a ${words}${tail}`], [`${waiver} a ${words}${tail}`]));
    }
  }
  const right = str(payload, 'liberalites.droit_de_retour.type');
  const asset = str(payload, 'liberalites.droit_de_retour.bien');
  const whose = { PARENTS_738_2: 'des parents', FRERES_SOEURS_757_3: 'des frères et sœurs', ADOPTANTS_366: 'des adoptants' }[right ?? ''];
  if (whose)
    out.push(
      clause(
        'gifts',
        'Droit de retour',
        ['liberalites.droit_de_retour.type', ...(asset ? ['liberalites.droit_de_retour.bien'] : [])],
        [`le droit de retour ${whose} porte sur ${asset ? definite(asset) : 'un bien'}`, `on invoque le droit de retour ${whose}${asset ? ` sur ${definite(asset)}` : ''}`],
        [`droit de retour ${whose}${asset ? ` : ${asset}` : ''}`],
      ),
    );
  return out;
}
