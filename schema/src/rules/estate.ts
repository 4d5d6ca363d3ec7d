import { bool, itemsAt, num, str, valueAt } from '../payload.ts';
import { ageRange, dateAt, firstFinding, surelyAfter } from './reading.ts';
import type { Rule } from './types.ts';

const assets = 'actifs et propriété';
const debts = 'dettes';
const partition = 'indivision et partage';
const abroad = 'international';
const list = 'patrimoine.actifs';
const couple = (p: Parameters<Rule['check']>[0]): string | undefined => str(p, 'famille.partenaire.lien.type');

export const estateRules: readonly Rule[] = [
  {
    id: 'R61',
    family: assets,
    reason: 'Bien propre et bien commun sont des notions du mariage (C. civ. art. 1401, 1405).',
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) =>
        firstFinding(
          ['COMMUN', 'PROPRE_DEFUNT', 'PROPRE_PARTENAIRE'].includes(str(p, `${path}.propriete.nature`) ?? '') && (couple(p) ?? 'CONJOINT') !== 'CONJOINT',
          `${path}.propriete.nature`,
          `sans mariage (${couple(p)})`,
        ),
      ),
  },
  {
    id: 'R62',
    family: assets,
    reason: 'La séparation de biens ne fait pas de bien commun (C. civ. art. 1536).',
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) =>
        firstFinding(
          str(p, `${path}.propriete.nature`) === 'COMMUN' &&
            str(p, 'famille.defunt.regime_matrimonial.type') === 'SEPARATION_DE_BIENS' &&
            bool(p, 'famille.defunt.regime_matrimonial.societe_d_acquets') !== true,
          `${path}.propriete.nature`,
          'commun sous la séparation de biens',
        ),
      ),
  },
  {
    id: 'R63',
    family: assets,
    reason: 'Sous le régime légal, ce qui est reçu par succession, donation ou legs reste propre (C. civ. art. 1405).',
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) =>
        firstFinding(
          str(p, `${path}.propriete.nature`) === 'COMMUN' &&
            str(p, 'famille.defunt.regime_matrimonial.type') === 'COMMUNAUTE_REDUITE_AUX_ACQUETS' &&
            ['SUCCESSION', 'DONATION', 'LEGS'].includes(str(p, `${path}.acquisition.origine`) ?? ''),
          `${path}.propriete.nature`,
          'commun, mais reçu à titre gratuit',
        ),
      ),
  },
  {
    id: 'R64',
    family: assets,
    reason: 'Sous le régime légal, ce qui est acquis avant le mariage est propre (C. civ. art. 1405).',
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) =>
        firstFinding(
          str(p, `${path}.propriete.nature`) === 'COMMUN' &&
            str(p, 'famille.defunt.regime_matrimonial.type') === 'COMMUNAUTE_REDUITE_AUX_ACQUETS' &&
            str(p, `${path}.acquisition.epoque`) === 'AVANT_UNION',
          `${path}.propriete.nature`,
          'commun, mais acquis avant le mariage',
        ),
      ),
  },
  {
    id: 'R65',
    family: assets,
    reason: 'Une part suppose un bien partagé avec un autre (C. civ. art. 815).',
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) => {
        const share = num(p, `${path}.propriete.quote_part_defunt`);
        return firstFinding(share !== undefined && (share <= 0 || share > 1), `${path}.propriete.quote_part_defunt`, `${share}`);
      }),
  },
  {
    id: 'R66',
    family: assets,
    reason: "L'ancienneté d'un bien suit de sa date d'acquisition.",
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      return itemsAt(p, list).flatMap(({ path }) => {
        const date = dateAt(p, `${path}.acquisition.date`);
        const years = num(p, `${path}.acquisition.anciennete_au_deces.valeur`);
        if (!death || !date || years === undefined || str(p, `${path}.acquisition.anciennete_au_deces.unite`) !== 'ANNEES') return [];
        const [least, most] = ageRange(date, death);
        return firstFinding(years < least || years > most + 1, `${path}.acquisition.anciennete_au_deces.valeur`, `${years} ans, mais ${least} à ${most} par les dates`);
      });
    },
  },
  {
    id: 'R67',
    family: assets,
    reason: "Le nu-propriétaire et l'usufruitier d'un bien sont deux (C. civ. art. 578).",
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) => {
        const rights = str(p, `${path}.demembrement.droits_du_defunt`);
        return firstFinding(
          (rights === 'USUFRUIT' && str(p, `${path}.demembrement.usufruitier_nom`) !== undefined) ||
            (rights === 'NUE_PROPRIETE' && str(p, `${path}.demembrement.nu_proprietaire_nom`) !== undefined),
          `${path}.demembrement`,
          'un second titulaire du droit du défunt',
        );
      }),
  },
  {
    id: 'R68',
    family: assets,
    reason: "Un Dutreil nié n'a pas de pacte (CGI art. 787 B).",
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) =>
        firstFinding(
          bool(p, `${path}.entreprise.est_presente_comme_eligible_dutreil`) === false && bool(p, `${path}.entreprise.pacte_dutreil.existe`) === true,
          `${path}.entreprise.pacte_dutreil.existe`,
          'non éligible, mais un pacte',
        ),
      ),
  },
  {
    id: 'R69',
    family: assets,
    reason: "Une SCI de gestion n'est pas éligible au Dutreil (CGI art. 787 B : activité opérationnelle).",
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) =>
        firstFinding(
          str(p, `${path}.entreprise.type`) === 'SCI' && bool(p, `${path}.entreprise.est_presente_comme_eligible_dutreil`) === true,
          `${path}.entreprise.est_presente_comme_eligible_dutreil`,
          'une SCI',
        ),
      ),
  },
  {
    id: 'R70',
    family: assets,
    reason: "L'associé unique d'une EURL n'a pas d'autre associé (C. com. art. L223-1).",
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) =>
        firstFinding(str(p, `${path}.entreprise.type`) === 'EURL' && str(p, `${path}.entreprise.associes_noms`) !== undefined, `${path}.entreprise.associes_noms`, 'une EURL'),
      ),
  },
  {
    id: 'R71',
    family: assets,
    reason: "Un pacte Dutreil date d'après la loi du 1er août 2003 et d'avant le décès, ou le suit de six mois (CGI art. 787 B).",
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) => {
        const date = dateAt(p, `${path}.entreprise.pacte_dutreil.date`);
        return firstFinding(date !== undefined && date.last.year < 2003, `${path}.entreprise.pacte_dutreil.date`, 'avant la loi');
      }),
  },
  {
    id: 'R72',
    family: assets,
    reason: 'La récompense est affaire de communauté (C. civ. art. 1433, 1437).',
    check: (p) =>
      firstFinding(
        itemsAt(p, 'patrimoine.recompenses').length > 0 && ['SEPARATION_DE_BIENS', 'PARTICIPATION_AUX_ACQUETS'].includes(str(p, 'famille.defunt.regime_matrimonial.type') ?? ''),
        'patrimoine.recompenses',
        'sans communauté',
      ),
  },
  {
    id: 'R73',
    family: debts,
    reason: "Une dette niée n'est pas décrite.",
    check: (p) => firstFinding(bool(p, 'patrimoine.passif_existe') === false && itemsAt(p, 'patrimoine.passifs').length > 0, 'patrimoine.passif_existe', 'niée, mais décrite'),
  },
  {
    id: 'R74',
    family: debts,
    reason: "L'actif net est l'actif brut moins le passif.",
    check: (p) => {
      const [gross, total, net] = ['actif_brut', 'passif', 'actif_net'].map((key) => num(p, `patrimoine.totaux.${key}`));
      return firstFinding(
        gross !== undefined && total !== undefined && net !== undefined && Math.abs(gross - total - net) > 0.5,
        'patrimoine.totaux.actif_net',
        `${net}, mais ${gross! - total!}`,
      );
    },
  },
  {
    id: 'R75',
    family: debts,
    reason: 'Une dette du couple suppose un couple marié (C. civ. art. 1409).',
    check: (p) =>
      itemsAt(p, 'patrimoine.passifs').flatMap(({ path }) =>
        firstFinding(
          (str(p, `${path}.nature`) === 'COMMUNE' || str(p, `${path}.type`) === 'CREANCE_ENTRE_EPOUX') && (couple(p) ?? 'CONJOINT') !== 'CONJOINT',
          path,
          `sans mariage (${couple(p)})`,
        ),
      ),
  },
  {
    id: 'R76',
    family: debts,
    reason: "Une dette contractée par le défunt l'a été de son vivant.",
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      return itemsAt(p, 'patrimoine.passifs').flatMap(({ path }) => {
        const date = dateAt(p, `${path}.date`);
        return firstFinding(death !== undefined && date !== undefined && surelyAfter(date, death), `${path}.date`, 'après le décès');
      });
    },
  },
  {
    id: 'R77',
    family: partition,
    reason: 'Nul ne se doit de soulte à soi-même (C. civ. art. 826).',
    check: (p) =>
      ['soultes_mentionnees', 'creances_entre_copartageants'].flatMap((key) =>
        itemsAt(p, `operations_de_partage.${key}`).flatMap(({ path }) =>
          firstFinding(
            str(p, `${path}.debiteur_nom`) !== undefined && str(p, `${path}.debiteur_nom`) === str(p, `${path}.creancier_nom`),
            `${path}.creancier_nom`,
            'débiteur et créancier',
          ),
        ),
      ),
  },
  {
    id: 'R78',
    family: partition,
    reason: 'Une licitation suppose un désaccord sur le partage en nature (C. civ. art. 827, 1686).',
    check: (p) =>
      firstFinding(
        bool(p, 'operations_de_partage.licitation.est_prevue') === false &&
          (num(p, 'operations_de_partage.licitation.mise_a_prix') !== undefined || str(p, 'operations_de_partage.licitation.bien') !== undefined),
        'operations_de_partage.licitation',
        'non prévue, mais décrite',
      ),
  },
  {
    id: 'R79',
    family: partition,
    reason: 'Le partage est amiable ou judiciaire (C. civ. art. 835, 840).',
    check: (p) =>
      firstFinding(
        bool(p, 'operations_de_partage.partage_amiable') === true && bool(p, 'contexte.procedure.partage_judiciaire.existe') === true,
        'operations_de_partage.partage_amiable',
        'amiable et judiciaire',
      ),
  },
  {
    id: 'R80',
    family: partition,
    reason: "Le refus nié n'a pas d'auteur.",
    check: (p) =>
      firstFinding(
        bool(p, 'contexte.procedure.refus_de_vendre_ou_de_partager.existe') === false && str(p, 'contexte.procedure.refus_de_vendre_ou_de_partager.auteur_nom') !== undefined,
        'contexte.procedure.refus_de_vendre_ou_de_partager.auteur_nom',
        'refus nié',
      ),
  },
  {
    id: 'R81',
    family: abroad,
    reason: "La loi choisie l'est par une disposition à cause de mort : pas de professio juris sans testament (règlement UE 650/2012, art. 22).",
    check: (p) =>
      firstFinding(
        bool(p, 'contexte.international.professio_juris.existe') === true && bool(p, 'liberalites.testament.existe') === false,
        'contexte.international.professio_juris.existe',
        'sans testament',
      ),
  },
  {
    id: 'R82',
    family: abroad,
    reason: 'On ne peut choisir que sa loi nationale (règlement UE 650/2012, art. 22).',
    check: (p) =>
      firstFinding(
        str(p, 'contexte.international.professio_juris.loi_designee') !== undefined &&
          str(p, 'famille.defunt.nationalite') !== undefined &&
          str(p, 'contexte.international.professio_juris.loi_designee') !== str(p, 'famille.defunt.nationalite'),
        'contexte.international.professio_juris.loi_designee',
        `loi ${str(p, 'contexte.international.professio_juris.loi_designee')} d'un défunt de nationalité ${str(p, 'famille.defunt.nationalite')}`,
      ),
  },
  {
    id: 'R83',
    family: abroad,
    reason: "Sans choix de loi, aucune loi n'est désignée.",
    check: (p) =>
      firstFinding(
        bool(p, 'contexte.international.professio_juris.existe') === false && str(p, 'contexte.international.professio_juris.loi_designee') !== undefined,
        'contexte.international.professio_juris.loi_designee',
        'aucun choix',
      ),
  },
  {
    id: 'R84',
    family: abroad,
    reason: 'Le prélèvement compensatoire vaut pour les décès depuis le 1er novembre 2021 (C. civ. art. 913 al. 3).',
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      return firstFinding(
        bool(p, 'contexte.international.prelevement_compensatoire.existe') === true &&
          death !== undefined &&
          (death.last.year < 2021 || (death.last.year === 2021 && death.last.month < 11)),
        'contexte.international.prelevement_compensatoire.existe',
        'décès trop ancien',
      );
    },
  },
  {
    id: 'R85',
    family: partition,
    reason: "L'occupation d'un bien par un indivisaire suppose de le nommer vivant (C. civ. art. 815-9).",
    check: (p) => {
      const occupant = str(p, 'indivision.gestion.occupants_noms');
      return firstFinding(occupant !== undefined && occupant === str(p, 'famille.defunt.nom'), 'indivision.gestion.occupants_noms', 'le défunt');
    },
  },
  {
    id: 'R86',
    family: 'mariage, PACS et régime',
    reason: "Depuis 2021 il n'y a plus d'ordonnance de non-conciliation dans les instances nouvelles (C. civ. art. 254) : un décès d'après 2023 n'en connaît plus.",
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      return firstFinding(
        str(p, 'contexte.procedure.divorce_ou_separation_en_cours.etape') === 'ORDONNANCE_DE_NON_CONCILIATION' && death !== undefined && death.first.year > 2025,
        'contexte.procedure.divorce_ou_separation_en_cours.etape',
        'trop récent',
      );
    },
  },
  {
    id: 'R87',
    family: 'mariage, PACS et régime',
    reason: "Une procédure niée n'a ni nature ni étape.",
    check: (p) =>
      firstFinding(
        bool(p, 'contexte.procedure.divorce_ou_separation_en_cours.existe') === false &&
          (valueAt(p, 'contexte.procedure.divorce_ou_separation_en_cours.type') !== undefined ||
            valueAt(p, 'contexte.procedure.divorce_ou_separation_en_cours.etape') !== undefined),
        'contexte.procedure.divorce_ou_separation_en_cours',
        'niée, mais décrite',
      ),
  },
];
