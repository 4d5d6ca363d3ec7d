import { expect, test } from 'vitest';
import { setAt, type LeafValue, type Payload } from '../payload.ts';
import { successionRules } from './index.ts';
import { violationsOf } from './types.ts';

/** `path=value` pairs: #1 is a number, #t and #f are booleans; the rest is text. */
function payloadOf(text: string): Payload {
  const payload: Payload = {};
  for (const part of text.split(';')) {
    const at = part.indexOf('=');
    const raw = part.slice(at + 1);
    const value: LeafValue = raw === '#t' ? true : raw === '#f' ? false : raw.startsWith('#') ? Number(raw.slice(1)) : raw;
    const path = part.slice(0, at).trim();
    setAt(
      payload,
      SHORT.reduce((long, [short, full]) => (long.startsWith(short) ? full + long.slice(short.length) : long), path),
      value,
    );
  }
  return payload;
}
const SHORT: readonly (readonly [string, string])[] = [
  ['D.', 'famille.defunt.'],
  ['P.', 'famille.partenaire.'],
  ['E0.', 'famille.descendants.enfants.0.'],
  ['E1.', 'famille.descendants.enfants.1.'],
  ['G0.', 'famille.descendants.petits_enfants.0.'],
  ['R.', 'famille.defunt.regime_matrimonial.'],
  ['A0.', 'patrimoine.actifs.0.'],
  ['V0.', 'assurance_vie.contrats.0.'],
  ['L0.', 'liberalites.legs.0.'],
  ['N0.', 'liberalites.donations.0.'],
  ['T.', 'liberalites.testament.'],
  ['X0.', 'patrimoine.passifs.0.'],
];

/** For each rule a payload that breaks it, and the same with the least change that mends it. */
const cases: Record<string, readonly [broken: string, mended: string]> = {
  R01: ['D.nom=Léa Roux;E0.nom=Léa Roux', 'D.nom=Léa Roux;E0.nom=Zoé Roux'],
  R02: ['E0.nom=Luc;E0.age_au_deces=#20;E0.est_mineur=#t', 'E0.nom=Luc;E0.age_au_deces=#17;E0.est_mineur=#t'],
  R03: ['E0.nom=Luc;E0.est_mineur=#t;E0.conjoint_nom=Anne', 'E0.nom=Luc;E0.conjoint_nom=Anne'],
  R04: ['E0.nom=Luc;E0.est_decede=#t;E0.option_successorale=ACCEPTE', 'E0.nom=Luc;E0.option_successorale=ACCEPTE'],
  R05: ['E0.nom=Luc;E0.est_decede=#f;E0.option_successorale=PREDECEDE', 'E0.nom=Luc;E0.est_decede=#t;E0.option_successorale=PREDECEDE'],
  R06: ['D.nom=Léa;D.option_successorale=ACCEPTE', 'D.nom=Léa;P.option_successorale=ACCEPTE'],
  R07: ['D.age_au_deces=#130', 'D.age_au_deces=#103'],
  R08: ['famille.collateraux.cousins.0.degre=#3', 'famille.collateraux.cousins.0.degre=#4'],
  R09: ['D.date_naissance=2020;D.date_deces=2019-05-01', 'D.date_naissance=1950;D.date_deces=2019-05-01'],
  R10: ['D.date_naissance=1950-03-01;D.date_deces=2020-02-01;D.age_au_deces=#70', 'D.date_naissance=1950-03-01;D.date_deces=2020-02-01;D.age_au_deces=#69'],
  R11: ['D.date_deces=2020-02-01;E0.date_naissance=1990;E0.est_mineur=#t', 'D.date_deces=2020-02-01;E0.date_naissance=2010;E0.est_mineur=#t'],
  R12: ['D.age_au_deces=#40;E0.age_au_deces=#35', 'D.age_au_deces=#60;E0.age_au_deces=#35'],
  R13: ['D.date_deces=2019-05-01;T.date=2020', 'D.date_deces=2019-05-01;T.date=2018'],
  R14: ['P.lien.type=CONJOINT;D.statut_matrimonial=VEUF', 'P.lien.type=CONJOINT;D.statut_matrimonial=MARIE'],
  R15: ['P.lien.type=PARTENAIRE_PACS;D.statut_matrimonial=MARIE', 'P.lien.type=PARTENAIRE_PACS;D.statut_matrimonial=PACSE'],
  R16: ['P.lien.type=CONCUBIN;D.statut_matrimonial=PACSE', 'P.lien.type=CONCUBIN;D.statut_matrimonial=DIVORCE'],
  R17: ['R.type=SEPARATION_DE_BIENS;D.statut_matrimonial=VEUF', 'R.type=SEPARATION_DE_BIENS;D.statut_matrimonial=MARIE'],
  R18: ['R.type=SEPARATION_DE_BIENS;R.contrat_de_mariage=#f', 'R.type=SEPARATION_DE_BIENS;R.contrat_de_mariage=#t'],
  R19: ['R.type=COMMUNAUTE_DE_MEUBLES_ET_ACQUETS;P.lien.date_debut=1980', 'R.type=COMMUNAUTE_DE_MEUBLES_ET_ACQUETS;P.lien.date_debut=1960'],
  R20: ['R.type=SEPARATION_DE_BIENS;R.clause_preciput=#t', 'R.type=COMMUNAUTE_UNIVERSELLE;R.clause_preciput=#t'],
  R21: ['R.type=SEPARATION_DE_BIENS;R.participation.creance=#1000', 'R.type=PARTICIPATION_AUX_ACQUETS;R.participation.creance=#1000'],
  R22: ['P.lien.type=PARTENAIRE_PACS;P.lien.date_debut=1995', 'P.lien.type=PARTENAIRE_PACS;P.lien.date_debut=2005'],
  R100: [
    'P.lien.type=CONJOINT;P.lien.date_debut=1968;famille.unions_anterieures.0.lien=PACS',
    'P.lien.type=CONJOINT;P.lien.date_debut=2004;famille.unions_anterieures.0.lien=PACS',
  ],
  R101: ['A0.acquisition.origine=DONATION;A0.demembrement.origine=SUCCESSION', 'A0.acquisition.origine=ACHAT;A0.demembrement.origine=SUCCESSION'],
  R23: [
    'contexte.procedure.divorce_ou_separation_en_cours.existe=#t;D.statut_matrimonial=VEUF',
    'contexte.procedure.divorce_ou_separation_en_cours.existe=#f;D.statut_matrimonial=VEUF',
  ],
  R24: ['P.lien.type=CONCUBIN;famille.droits_du_partenaire.droit_viager_logement=#t', 'P.lien.type=CONJOINT;famille.droits_du_partenaire.droit_viager_logement=#t'],
  R25: [
    'famille.droits_du_partenaire.option_legale=USUFRUIT_TOTAL;E0.est_d_une_precedente_union=#t',
    'famille.droits_du_partenaire.option_legale=QUART_PLEINE_PROPRIETE;E0.est_d_une_precedente_union=#t',
  ],
  R26: ['P.lien.type=CONCUBIN;famille.droits_du_partenaire.droit_temporaire_logement=#t', 'P.lien.type=PARTENAIRE_PACS;famille.droits_du_partenaire.droit_temporaire_logement=#t'],
  R27: [
    'P.lien.type=CONJOINT;P.lien.date_debut=1990;famille.unions_anterieures.0.date_fin=1995',
    'P.lien.type=CONJOINT;P.lien.date_debut=1990;famille.unions_anterieures.0.date_fin=1985',
  ],
  R28: ['P.lien.type=CONJOINT;P.lien.pacs_convention=INDIVISION', 'P.lien.type=PARTENAIRE_PACS;P.lien.pacs_convention=INDIVISION'],
  R29: ['D.age_au_deces=#40;P.lien.duree_vie_commune_ans=#38', 'D.age_au_deces=#60;P.lien.duree_vie_commune_ans=#38'],
  R30: ['famille.descendants.existe=#f;E0.nom=Luc', 'famille.descendants.existe=#t;E0.nom=Luc'],
  R31: ['famille.descendants.nombre_enfants=#1;E0.nom=Luc;E1.nom=Anne', 'famille.descendants.nombre_enfants=#2;E0.nom=Luc;E1.nom=Anne'],
  R32: ['E0.nom=Luc;G0.nom=Zoé;G0.parent_nom=Paul', 'E0.nom=Luc;G0.nom=Zoé;G0.parent_nom=Luc'],
  R33: [
    'E0.nom=Luc;E0.option_successorale=ACCEPTE;G0.parent_nom=Luc;G0.option_successorale=ACCEPTE',
    'E0.nom=Luc;E0.option_successorale=RENONCE;G0.parent_nom=Luc;G0.option_successorale=ACCEPTE',
  ],
  R34: ['E0.filiation=ADOPTION_PLENIERE;E0.date_naissance=1960;E0.adoption_date=1995', 'E0.filiation=ADOPTION_SIMPLE;E0.date_naissance=1960;E0.adoption_date=1995'],
  R35: ['E0.filiation=BIOLOGIQUE;E0.adoption_date=1995', 'E0.filiation=ADOPTION_SIMPLE;E0.adoption_date=1995'],
  R36: ['E0.nom=Luc;E0.a_des_enfants=#f;G0.parent_nom=Luc', 'E0.nom=Luc;E0.a_des_enfants=#t;G0.parent_nom=Luc'],
  R37: [
    'famille.collateraux.freres_soeurs.0.nom=Luc;famille.collateraux.neveux_nieces.0.parent_nom=Paul',
    'famille.collateraux.freres_soeurs.0.nom=Luc;famille.collateraux.neveux_nieces.0.parent_nom=Luc',
  ],
  R38: ['famille.ascendants.parents_decedes=#t;famille.ascendants.parents.0.nom=Anne', 'famille.ascendants.parents_decedes=#f;famille.ascendants.parents.0.nom=Anne'],
  R39: ['famille.ascendants.parents.0.lien=MERE;famille.ascendants.parents.1.lien=MERE', 'famille.ascendants.parents.0.lien=MERE;famille.ascendants.parents.1.lien=PERE'],
  R40: ['famille.collateraux.existe=#f;famille.collateraux.freres_soeurs.0.nom=Luc', 'famille.collateraux.existe=#t;famille.collateraux.freres_soeurs.0.nom=Luc'],
  R41: ['D.nom=Léa;D.date_deces=2019-05-01;N0.donateur_nom=Léa;N0.date=2020', 'D.nom=Léa;D.date_deces=2019-05-01;N0.donateur_nom=Léa;N0.date=2018'],
  R42: ['N0.donateur_nom=Léa;N0.beneficiaire_nom=Léa', 'N0.donateur_nom=Léa;N0.beneficiaire_nom=Luc'],
  R43: ['N0.dispense_de_rapport=#t;N0.imputation=AVANCEMENT_DE_PART', 'N0.dispense_de_rapport=#t;N0.imputation=HORS_PART'],
  R44: ['N0.type=DON_MANUEL;N0.forme_notariee=#t', 'N0.type=DON_MANUEL;N0.forme_notariee=#f'],
  R45: [
    'D.date_deces=2020-01-01;N0.date=2010-06-01;N0.anciennete_au_deces.valeur=#12;N0.anciennete_au_deces.unite=ANNEES',
    'D.date_deces=2020-01-01;N0.date=2010-06-01;N0.anciennete_au_deces.valeur=#9;N0.anciennete_au_deces.unite=ANNEES',
  ],
  R46: ['T.existe=#f;L0.beneficiaire_nom=Luc', 'T.existe=#t;L0.beneficiaire_nom=Luc'],
  R47: ['L0.quote_part=#0.7;liberalites.legs.1.quote_part=#0.5', 'L0.quote_part=#0.5;liberalites.legs.1.quote_part=#0.5'],
  R48: ['L0.accepte=#f;L0.cantonnement=#t', 'L0.accepte=#t;L0.cantonnement=#t'],
  R49: ['D.nom=Léa;L0.beneficiaire_nom=Léa', 'D.nom=Léa;L0.beneficiaire_nom=Luc'],
  R50: ['liberalites.donation_entre_epoux.existe=#t;P.lien.type=CONCUBIN', 'liberalites.donation_entre_epoux.existe=#t;P.lien.type=CONJOINT'],
  R51: [
    'liberalites.donation_entre_epoux.existe=#f;liberalites.donation_entre_epoux.option=USUFRUIT_TOTAL',
    'liberalites.donation_entre_epoux.existe=#t;liberalites.donation_entre_epoux.option=USUFRUIT_TOTAL',
  ],
  R52: ['liberalites.raar.0.date=2004', 'liberalites.raar.0.date=2014'],
  R53: ['liberalites.droit_de_retour.type=PARENTS_738_2;E0.nom=Luc', 'liberalites.droit_de_retour.type=PARENTS_738_2'],
  R54: ['V0.versements.0.age_assure_au_versement=#65;V0.versements.0.apres_70_ans=#t', 'V0.versements.0.age_assure_au_versement=#75;V0.versements.0.apres_70_ans=#t'],
  R55: ['V0.date_souscription=2010;V0.versements.0.date=2008', 'V0.date_souscription=2010;V0.versements.0.date=2012'],
  R56: ['V0.beneficiaires.0.quote_part=#0.7;V0.beneficiaires.1.quote_part=#0.5', 'V0.beneficiaires.0.quote_part=#0.5;V0.beneficiaires.1.quote_part=#0.5'],
  R57: ['V0.clause_type=SANS_BENEFICIAIRE;V0.beneficiaires.0.nom=Luc', 'V0.clause_type=NOMINATIVE;V0.beneficiaires.0.nom=Luc'],
  R58: ['V0.denoue_au_deces=#f;V0.capital_deces=#1000', 'V0.denoue_au_deces=#t;V0.capital_deces=#1000'],
  R59: ['assurance_vie.existe=#f;V0.libelle=Afer', 'assurance_vie.existe=#t;V0.libelle=Afer'],
  R60: ['liberalites.donations_existent=#f;N0.montant=#1000', 'liberalites.donations_existent=#t;N0.montant=#1000'],
  R61: ['A0.propriete.nature=COMMUN;P.lien.type=CONCUBIN', 'A0.propriete.nature=INDIVIS;P.lien.type=CONCUBIN'],
  R62: ['A0.propriete.nature=COMMUN;R.type=SEPARATION_DE_BIENS', 'A0.propriete.nature=PERSONNEL;R.type=SEPARATION_DE_BIENS'],
  R63: [
    'A0.propriete.nature=COMMUN;R.type=COMMUNAUTE_REDUITE_AUX_ACQUETS;A0.acquisition.origine=LEGS',
    'A0.propriete.nature=PROPRE_DEFUNT;R.type=COMMUNAUTE_REDUITE_AUX_ACQUETS;A0.acquisition.origine=LEGS',
  ],
  R64: [
    'A0.propriete.nature=COMMUN;R.type=COMMUNAUTE_REDUITE_AUX_ACQUETS;A0.acquisition.epoque=AVANT_UNION',
    'A0.propriete.nature=COMMUN;R.type=COMMUNAUTE_REDUITE_AUX_ACQUETS;A0.acquisition.epoque=PENDANT_UNION',
  ],
  R65: ['A0.propriete.quote_part_defunt=#0', 'A0.propriete.quote_part_defunt=#0.5'],
  R66: [
    'D.date_deces=2020-01-01;A0.acquisition.date=2010-06-01;A0.acquisition.anciennete_au_deces.valeur=#15;A0.acquisition.anciennete_au_deces.unite=ANNEES',
    'D.date_deces=2020-01-01;A0.acquisition.date=2010-06-01;A0.acquisition.anciennete_au_deces.valeur=#9;A0.acquisition.anciennete_au_deces.unite=ANNEES',
  ],
  R67: ['A0.demembrement.droits_du_defunt=USUFRUIT;A0.demembrement.usufruitier_nom=Luc', 'A0.demembrement.droits_du_defunt=USUFRUIT;A0.demembrement.nu_proprietaire_nom=Luc'],
  R68: [
    'A0.entreprise.est_presente_comme_eligible_dutreil=#f;A0.entreprise.pacte_dutreil.existe=#t',
    'A0.entreprise.est_presente_comme_eligible_dutreil=#t;A0.entreprise.pacte_dutreil.existe=#t',
  ],
  R69: ['A0.entreprise.type=SCI;A0.entreprise.est_presente_comme_eligible_dutreil=#t', 'A0.entreprise.type=SARL;A0.entreprise.est_presente_comme_eligible_dutreil=#t'],
  R70: ['A0.entreprise.type=EURL;A0.entreprise.associes_noms=Luc', 'A0.entreprise.type=SARL;A0.entreprise.associes_noms=Luc'],
  R71: ['A0.entreprise.pacte_dutreil.date=1999', 'A0.entreprise.pacte_dutreil.date=2009'],
  R72: ['patrimoine.recompenses.0.montant=#1000;R.type=SEPARATION_DE_BIENS', 'patrimoine.recompenses.0.montant=#1000;R.type=COMMUNAUTE_REDUITE_AUX_ACQUETS'],
  R73: ['patrimoine.passif_existe=#f;X0.valeur=#1000', 'patrimoine.passif_existe=#t;X0.valeur=#1000'],
  R74: [
    'patrimoine.totaux.actif_brut=#100;patrimoine.totaux.passif=#30;patrimoine.totaux.actif_net=#80',
    'patrimoine.totaux.actif_brut=#100;patrimoine.totaux.passif=#30;patrimoine.totaux.actif_net=#70',
  ],
  R75: ['X0.nature=COMMUNE;P.lien.type=CONCUBIN', 'X0.nature=COMMUNE;P.lien.type=CONJOINT'],
  R76: ['D.date_deces=2019-05-01;X0.date=2020', 'D.date_deces=2019-05-01;X0.date=2018'],
  R77: [
    'operations_de_partage.soultes_mentionnees.0.debiteur_nom=Luc;operations_de_partage.soultes_mentionnees.0.creancier_nom=Luc',
    'operations_de_partage.soultes_mentionnees.0.debiteur_nom=Luc;operations_de_partage.soultes_mentionnees.0.creancier_nom=Anne',
  ],
  R78: [
    'operations_de_partage.licitation.est_prevue=#f;operations_de_partage.licitation.mise_a_prix=#1000',
    'operations_de_partage.licitation.est_prevue=#t;operations_de_partage.licitation.mise_a_prix=#1000',
  ],
  R79: [
    'operations_de_partage.partage_amiable=#t;contexte.procedure.partage_judiciaire.existe=#t',
    'operations_de_partage.partage_amiable=#t;contexte.procedure.partage_judiciaire.existe=#f',
  ],
  R80: [
    'contexte.procedure.refus_de_vendre_ou_de_partager.existe=#f;contexte.procedure.refus_de_vendre_ou_de_partager.auteur_nom=Luc',
    'contexte.procedure.refus_de_vendre_ou_de_partager.existe=#t;contexte.procedure.refus_de_vendre_ou_de_partager.auteur_nom=Luc',
  ],
  R81: ['contexte.international.professio_juris.existe=#t;T.existe=#f', 'contexte.international.professio_juris.existe=#t;T.existe=#t'],
  R82: ['contexte.international.professio_juris.loi_designee=belge;D.nationalite=suisse', 'contexte.international.professio_juris.loi_designee=suisse;D.nationalite=suisse'],
  R83: [
    'contexte.international.professio_juris.existe=#f;contexte.international.professio_juris.loi_designee=belge',
    'contexte.international.professio_juris.existe=#t;contexte.international.professio_juris.loi_designee=belge',
  ],
  R84: ['contexte.international.prelevement_compensatoire.existe=#t;D.date_deces=2020-01-01', 'contexte.international.prelevement_compensatoire.existe=#t;D.date_deces=2023-01-01'],
  R85: ['D.nom=Léa;indivision.gestion.occupants_noms=Léa', 'D.nom=Léa;indivision.gestion.occupants_noms=Luc'],
  R86: [
    'contexte.procedure.divorce_ou_separation_en_cours.etape=ORDONNANCE_DE_NON_CONCILIATION;D.date_deces=2028-02-01',
    'contexte.procedure.divorce_ou_separation_en_cours.etape=ORDONNANCE_DE_NON_CONCILIATION;D.date_deces=2020-02-01',
  ],
  R87: [
    'contexte.procedure.divorce_ou_separation_en_cours.existe=#f;contexte.procedure.divorce_ou_separation_en_cours.type=DIVORCE',
    'contexte.procedure.divorce_ou_separation_en_cours.existe=#t;contexte.procedure.divorce_ou_separation_en_cours.type=DIVORCE',
  ],
  R88: ['A0.type=MAISON;A0.entreprise.type=SARL', 'A0.type=ENTREPRISE;A0.entreprise.type=SARL'],
  R89: ['D.date_deces=2019-05-01;E0.nom=Luc;E0.date_deces=2020', 'D.date_deces=2019-05-01;E0.nom=Luc;E0.date_deces=2018'],
  R90: ['N0.emploi.valeur_du_bien_acquis=#200000;N0.emploi.valeur_sans_travaux=#220000', 'N0.emploi.valeur_du_bien_acquis=#200000;N0.emploi.valeur_sans_travaux=#180000'],
  R91: ['N0.emploi.revente_du_bien_intermediaire=#160000', 'N0.emploi.bien_intermediaire=studio;N0.emploi.revente_du_bien_intermediaire=#160000'],
  R97: [
    'D.statut_matrimonial=CELIBATAIRE;famille.unions_anterieures.0.conjoint_nom=Anne;famille.unions_anterieures.0.lien=MARIAGE',
    'D.statut_matrimonial=DIVORCE;famille.unions_anterieures.0.conjoint_nom=Anne;famille.unions_anterieures.0.lien=MARIAGE',
  ],
  R96: ['T.exheredes_noms=Luc;L0.beneficiaire_nom=Luc', 'T.exheredes_noms=Luc;L0.beneficiaire_nom=Anne'],
  R95: [
    'P.lien.duree_vie_commune_ans=#44;E0.age_au_deces=#40;E0.est_d_une_precedente_union=#t',
    'P.lien.duree_vie_commune_ans=#44;E0.age_au_deces=#50;E0.est_d_une_precedente_union=#t',
  ],
  R94: ['V0.beneficiaires.0.nom=Luc;V0.beneficiaires.1.nom=Luc', 'V0.beneficiaires.0.nom=Luc;V0.beneficiaires.1.nom=Anne'],
  R93: ['A0.type=COMPTE_BANCAIRE;A0.usage=RESIDENCE_PRINCIPALE', 'A0.type=BATEAU;A0.usage=RESIDENCE_PRINCIPALE'],
  R99: [
    'E0.nom=Luc;E0.option_successorale=RENONCE;operations_de_partage.soultes_mentionnees.0.creancier_nom=Luc',
    'E0.nom=Luc;E0.option_successorale=ACCEPTE;operations_de_partage.soultes_mentionnees.0.creancier_nom=Luc',
  ],
  R98: [
    'P.lien.date_debut=2017-09;A0.acquisition.date=2017-01;A0.acquisition.epoque=PENDANT_UNION',
    'P.lien.date_debut=2017-09;A0.acquisition.date=2017;A0.acquisition.epoque=PENDANT_UNION',
  ],
  R92: ['D.date_naissance=1950;D.date_installation=1940', 'D.date_naissance=1950;D.date_installation=1980'],
};

test('ids are unique, and every rule has a reason and its case', () => {
  expect(new Set(successionRules.map((rule) => rule.id)).size).toBe(successionRules.length);
  expect(successionRules.map((rule) => rule.id).sort()).toEqual(Object.keys(cases).sort());
  for (const rule of successionRules) expect(rule.reason.length).toBeGreaterThan(20);
});

test.each(Object.keys(cases))('%s finds its counter-example, and nothing once it is mended', (id) => {
  const [broken, mended] = cases[id]!;
  const found = violationsOf(successionRules, payloadOf(broken)).map((violation) => violation.rule);
  expect(found).toContain(id);
  expect(violationsOf(successionRules, payloadOf(mended)).map((violation) => violation.rule)).not.toContain(id);
});

test.each([
  ['R32', 'G0.parent_nom=Luc;famille.collateraux.freres_soeurs.0.nom=Luc'],
  ['R37', 'E0.nom=Luc;famille.collateraux.neveux_nieces.0.parent_nom=Luc'],
])('%s: a parent who is named as another relative is no parent of theirs, whoever else goes unnamed', (id, broken) => {
  expect(violationsOf(successionRules, payloadOf(broken)).map((violation) => violation.rule)).toContain(id);
});

test('each rule switched off in turn lets its counter-example through', () => {
  const table: string[] = [];
  for (const off of successionRules) {
    const rest = successionRules.filter((rule) => rule !== off);
    const [broken] = cases[off.id]!;
    const seen = violationsOf(successionRules, payloadOf(broken)).some((violation) => violation.rule === off.id);
    const still = violationsOf(rest, payloadOf(broken)).some((violation) => violation.rule === off.id);
    expect(seen && !still, off.id).toBe(true);
    table.push(`| ${off.id} | ${off.family} | red |`);
  }
  if (process.env['PRINT_TABLES'] !== undefined) process.stdout.write(`| rule switched off | family | its test |\n| --- | --- | --- |\n${table.join('\n')}\n`);
});
