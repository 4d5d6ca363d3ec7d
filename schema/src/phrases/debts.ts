import type { Clause } from '../pack.ts';
import { bool, itemsAt, num, str } from '../payload.ts';
import { atBank } from '../lexicon/places.ts';
import type { Behind } from './clause.ts';
import { isTeller, type Speaker } from './speaker.ts';
import { ending, make, pronoun, type Noun } from './estate-clause.ts';
import { article, definite } from './assets.ts';

const DEBTS: Record<string, readonly [noun: string, feminine: boolean, plural: boolean]> = {
  EMPRUNT_IMMOBILIER: ['emprunt immobilier', false, false],
  CREDIT_CONSOMMATION: ['crédit à la consommation', false, false],
  IMPOT_SUCCESSION: ['droits de succession', false, true],
  IMPOT_REVENU: ['impôt sur le revenu', false, false],
  TAXE_FONCIERE: ['taxe foncière', true, false],
  FRAIS_FUNERAIRES: ["frais d'obsèques", false, true],
  FRAIS_DE_SANTE: ['frais de santé', false, true],
  CAUTIONNEMENT: ['cautionnement', false, false],
  PRET_FAMILIAL: ['prêt familial', false, false],
  AIDE_SOCIALE_RECUPERABLE: ['aide sociale récupérable', true, false],
  DETTE_PROFESSIONNELLE: ['dette professionnelle', true, false],
  CREANCE_ENTRE_EPOUX: ['créance entre époux', true, false],
  DECOUVERT_BANCAIRE: ['découvert bancaire', false, false],
  LOYERS_IMPAYES: ['loyers impayés', false, true],
};

export function debtClauses(s: Speaker): Clause[] {
  return itemsAt(s.payload, 'patrimoine.passifs').flatMap(({ path }) => oneDebt(s, path));
}

function oneDebt(s: Speaker, path: string): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.${key}`;
  const type = str(payload, at('type'));
  const [noun, f, plural] = DEBTS[type ?? ''] ?? ['dette', true, false];
  const label = str(payload, at('libelle'));
  const value = num(payload, at('valeur'));
  const creditor = str(payload, at('creancier_nom'));
  const date = str(payload, at('date'));
  const covers = [
    ...(type ? [at('type')] : []),
    ...(label ? [at('libelle')] : []),
    ...(value === undefined ? [] : [at('valeur')]),
    ...(creditor ? [at('creancier_nom')] : []),
    ...(date ? [at('date')] : []),
  ];
  const kind: Noun = { noun, f, plural };
  const e = ending(kind);
  const to = creditor
    ? isTeller(s, creditor)
      ? ' envers moi'
      : creditor === 'département'
        ? ' envers le département'
        : type === 'PRET_FAMILIAL' || type === 'CREANCE_ENTRE_EPOUX'
          ? ` envers ${creditor}`
          : ` ${atBank(creditor)}`
    : '';
  const when = date ? `, souscrit${e} {le:${date}}` : '';
  const amount = value === undefined ? '' : ` de {€:${value}}`;
  const undated = `${plural ? 'des' : f ? 'une' : 'un'} ${noun}${label ? ` (${label})` : ''}${amount}${to}`;
  const np = `${undated}${when}`;
  const the = article(noun, f, plural);
  const full = [
    `il y a ${np}`,
    `il y a aussi ${np}`,
    ...(type === 'CREANCE_ENTRE_EPOUX' ? [] : [`il reste à payer ${np}`, `il reste ${undated} à régler${when}`]),
    ...(value === undefined ? [] : [`côté dettes, ${np}`, `pour les dettes, on a ${np}`]),
  ];
  const out: Clause[] = [
    {
      group: 'debts',
      label: 'Passif',
      covers,
      full,
      short: [`${noun}${label ? ` (${label})` : ''}${to}${when}${value === undefined ? '' : ` : {€:${value}}`}`],
      heads: full.filter((wording) => !wording.includes('à régler')),
    },
  ];
  const push = (paths: string[], told: string[], short: string[], behind: Behind): void =>
    void out.push({ group: 'debts', label: 'Passif', covers: paths, full: told, short, ...behind });
  const nature = str(payload, at('nature'));
  if (nature === 'COMMUNE')
    push([at('nature')], [`${the} est une dette commune`], [`${noun} : dette commune`], { relative: ['qui est une dette commune'], again: ["c'est une dette commune"] });
  if (nature === 'PERSONNELLE')
    push([at('nature')], [`${the} est une dette personnelle {D:de}`], [`${noun} : dette personnelle`], {
      relative: ['qui est une dette personnelle {D:de}'],
      again: ["c'est une dette personnelle {D:de}"],
    });
  const insured = bool(payload, at('assurance_emprunteur'));
  if (insured !== undefined) {
    const covered = insured ? `est couvert${e} par l'assurance emprunteur` : `n'est pas couvert${e} par l'assurance emprunteur`;
    push([at('assurance_emprunteur')], [`${the} ${covered}`], [insured ? `${noun} : assurance emprunteur` : `${noun} : pas d'assurance emprunteur`], {
      relative: [`qui ${covered}`, ...(insured ? ['avec une assurance emprunteur'] : [])],
      again: [`${pronoun(kind)} ${covered}`],
    });
  }
  if (bool(payload, at('contestee')) === true) {
    const contested = plural ? 'sont contestés' : `est contesté${e}`;
    push([at('contestee')], [`${the} ${contested}`], [`${noun} : contesté${e}`], { relative: [`qui ${contested}`], again: [`${pronoun(kind)} ${contested}`] });
  }
  return out;
}

export function totalClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const at = (key: string): string => `patrimoine.totaux.${key}`;
  const gross = num(payload, at('actif_brut'));
  const debts = num(payload, at('passif'));
  const net = num(payload, at('actif_net'));
  if (gross !== undefined && debts !== undefined)
    out.push(
      make(
        'Patrimoine',
        [at('actif_brut'), at('passif')],
        [`l'actif brut est annoncé à {€:${gross}} et le passif à {€:${debts}}`, `on parle d'un actif brut de {€:${gross}} pour un passif de {€:${debts}}`],
        [`actif brut {€:${gross}}, passif {€:${debts}}`],
      ),
    );
  else if (gross !== undefined) out.push(make('Patrimoine', [at('actif_brut')], [`l'actif brut est annoncé à {€:${gross}}`], [`actif brut {€:${gross}}`]));
  else if (debts !== undefined) out.push(make('Patrimoine', [at('passif')], [`le passif est annoncé à {€:${debts}}`], [`passif {€:${debts}}`]));
  if (net !== undefined)
    out.push(make('Patrimoine', [at('actif_net')], [`l'actif net est annoncé à {€:${net}}`, `au total l'actif net est de {€:${net}}`], [`actif net {€:${net}}`]));
  if (bool(payload, 'patrimoine.autres_actifs_existent') === false)
    out.push(make('Patrimoine', ['patrimoine.autres_actifs_existent'], ["il n'y a pas d'autre bien", "{D} n'avait pas d'autre bien"], ["pas d'autre bien"]));
  const passif = bool(payload, 'patrimoine.passif_existe');
  if (passif !== undefined)
    out.push({
      group: 'debts',
      label: 'Passif',
      covers: ['patrimoine.passif_existe'],
      full: passif ? ['il y a des dettes', '{D} avait des dettes'] : ["il n'y a aucune dette", "{D} n'avait pas de dettes"],
      short: [passif ? 'des dettes' : 'pas de dettes'],
    });
  out.push(...rewardClauses(s));
  return out;
}

function rewardClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const push = (covers: string[], full: string[], short: string[]): void =>
    void out.push(make(covers[0]!.includes('recompenses') ? 'Récompenses' : 'Travaux', covers, full, short));
  for (const { path } of itemsAt(payload, 'patrimoine.recompenses')) {
    const at = (key: string): string => `${path}.${key}`;
    const owed = str(payload, at('sens')) === 'DUE_A_LA_COMMUNAUTE';
    const motive = {
      TRAVAUX: 'des travaux',
      FINANCEMENT_ACQUISITION: "le financement de l'achat",
      REMBOURSEMENT_EMPRUNT: "le remboursement de l'emprunt",
      ENCAISSEMENT_FONDS_PROPRES: "l'encaissement de fonds propres",
    }[str(payload, at('motif')) ?? ''];
    const spouse = str(payload, at('epoux_nom'));
    const amount = num(payload, at('montant'));
    const covers = ['sens', ...(motive ? ['motif'] : []), ...(spouse ? ['epoux_nom'] : []), ...(amount === undefined ? [] : ['montant'])].map(at);
    const sum = amount === undefined ? '' : ` de {€:${amount}}`;
    const why = motive ? ` pour ${motive}` : '';
    push(
      covers,
      [
        owed
          ? `une récompense${sum} est due à la communauté${spouse ? ` par ${spouse}` : ''}${why}`
          : `une récompense${sum} est due par la communauté${spouse ? ` à ${spouse}` : ''}${why}`,
      ],
      [
        owed
          ? `récompense due à la communauté${spouse ? ` par ${spouse}` : ''}${why}${amount === undefined ? '' : ` : {€:${amount}}`}`
          : `récompense due par la communauté${spouse ? ` à ${spouse}` : ''}${why}${amount === undefined ? '' : ` : {€:${amount}}`}`,
      ],
    );
    const cost = num(payload, at('cout'));
    if (cost !== undefined) push([at('cout')], [`la dépense à l'origine de la récompense avait coûté {€:${cost}}`], [`récompense, dépense faite : {€:${cost}}`]);
    const without = num(payload, at('valeur_sans_travaux'));
    if (without !== undefined) push([at('valeur_sans_travaux')], [`sans les travaux, le bien ne vaudrait que {€:${without}}`], [`valeur sans les travaux : {€:${without}}`]);
  }
  for (const { path } of itemsAt(payload, 'patrimoine.ameliorations_bien_propre')) {
    const at = (key: string): string => `${path}.${key}`;
    const asset = str(payload, at('bien'));
    const payer = { COMMUNAUTE: 'avec des fonds communs', DEFUNT: 'par le défunt sur ses deniers', PARTENAIRE: 'par le survivant' }[str(payload, at('finance_par')) ?? ''];
    const cost = num(payload, at('cout'));
    const covers = [...(asset ? ['bien'] : []), ...(payer ? ['finance_par'] : []), ...(cost === undefined ? [] : ['cout'])].map(at);
    push(
      covers,
      [`des travaux${cost === undefined ? '' : ` de {€:${cost}}`} sur ${definite(asset ?? 'maison')} ont été payés ${payer ?? 'pendant le mariage'}`],
      [`travaux sur ${definite(asset ?? 'maison')} payés ${payer ?? 'pendant le mariage'}${cost === undefined ? '' : ` : {€:${cost}}`}`],
    );
  }
  return out;
}
