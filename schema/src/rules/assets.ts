import { bool, itemsAt, num, str, valueAt } from '../payload.ts';
import { ageRange, dateAt, firstFinding, surelyAfter } from './reading.ts';
import type { Rule } from './types.ts';

const family = 'actifs et propriété';
const list = 'patrimoine.actifs';
const LODGINGS = new Set(['MAISON', 'APPARTEMENT', 'STUDIO', 'IMMOBILIER', 'IMMEUBLE_DE_RAPPORT', 'BATEAU']);
const couple = (p: Parameters<Rule['check']>[0]): string | undefined => str(p, 'famille.partenaire.lien.type');

/** Assets and who owns them. */
export const assetRules: readonly Rule[] = [
  {
    id: 'R61',
    family,
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
    family,
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
    family,
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
    family,
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
    family,
    reason: 'Une part suppose un bien partagé avec un autre (C. civ. art. 815).',
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) => {
        const share = num(p, `${path}.propriete.quote_part_defunt`);
        return firstFinding(share !== undefined && (share <= 0 || share > 1), `${path}.propriete.quote_part_defunt`, `${share}`);
      }),
  },
  {
    id: 'R66',
    family,
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
    family,
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
    family,
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
    family,
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
    family,
    reason: "L'associé unique d'une EURL n'a pas d'autre associé (C. com. art. L223-1).",
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) =>
        firstFinding(str(p, `${path}.entreprise.type`) === 'EURL' && str(p, `${path}.entreprise.associes_noms`) !== undefined, `${path}.entreprise.associes_noms`, 'une EURL'),
      ),
  },
  {
    id: 'R71',
    family,
    reason: "Un pacte Dutreil date d'après la loi du 1er août 2003 et d'avant le décès, ou le suit de six mois (CGI art. 787 B).",
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) => {
        const date = dateAt(p, `${path}.entreprise.pacte_dutreil.date`);
        return firstFinding(date !== undefined && date.last.year < 2003, `${path}.entreprise.pacte_dutreil.date`, 'avant la loi');
      }),
  },
  {
    id: 'R72',
    family,
    reason: 'La récompense est affaire de communauté (C. civ. art. 1433, 1437).',
    check: (p) =>
      firstFinding(
        itemsAt(p, 'patrimoine.recompenses').length > 0 && ['SEPARATION_DE_BIENS', 'PARTICIPATION_AUX_ACQUETS'].includes(str(p, 'famille.defunt.regime_matrimonial.type') ?? ''),
        'patrimoine.recompenses',
        'sans communauté',
      ),
  },
  {
    id: 'R98',
    family,
    reason: "Ce qui est acquis pendant l'union l'est après son début, ce qui l'est avant elle l'est avant.",
    check: (p) => {
      const start = dateAt(p, 'famille.partenaire.lien.date_debut');
      if (!start) return [];
      return itemsAt(p, list).flatMap(({ path }) => {
        const date = dateAt(p, `${path}.acquisition.date`);
        const when = str(p, `${path}.acquisition.epoque`);
        if (!date) return [];
        const wrong = (when === 'PENDANT_UNION' && surelyAfter(start, date)) || (when === 'AVANT_UNION' && surelyAfter(date, start));
        return firstFinding(wrong, `${path}.acquisition.epoque`, "l'époque ne va pas avec les dates");
      });
    },
  },
  {
    id: 'R93',
    family,
    reason: "On ne réside que dans un bien où l'on peut loger (C. civ. art. 102, 215).",
    check: (p) =>
      itemsAt(p, 'patrimoine.actifs').flatMap(({ path }) => {
        const type = str(p, `${path}.type`);
        return firstFinding(type !== undefined && !LODGINGS.has(type) && str(p, `${path}.usage`)?.startsWith('RESIDENCE') === true, `${path}.usage`, `${type} comme résidence`);
      }),
  },
  {
    id: 'R88',
    family,
    reason: "Une forme sociale, des associés, un pacte Dutreil sont d'une entreprise ou de ses parts (C. civ. art. 1832, CGI art. 787 B).",
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) => {
        const type = str(p, `${path}.type`);
        return firstFinding(
          type !== undefined && !COMPANIES.has(type) && valueAt(p, `${path}.entreprise`) !== undefined,
          `${path}.entreprise`,
          `dit d'un bien qui n'en est pas une (${type})`,
        );
      }),
  },
  {
    id: 'R101',
    family,
    reason: "Un bien reçu entier par donation n'est pas démembré par une succession, ni un bien hérité par un achat (C. civ. art. 579).",
    check: (p) =>
      itemsAt(p, list).flatMap(({ path }) => {
        const acquired = str(p, `${path}.acquisition.origine`);
        const parted = str(p, `${path}.demembrement.origine`);
        const isOther = (acquired === 'DONATION' && (parted === 'SUCCESSION' || parted === 'ACHAT')) || ((acquired === 'SUCCESSION' || acquired === 'LEGS') && parted === 'ACHAT');
        return firstFinding(isOther, `${path}.demembrement.origine`, `démembré par ${parted}, acquis par ${acquired}`);
      }),
  },
];
const COMPANIES = new Set(['ENTREPRISE', 'PARTS_SCI', 'FONDS_DE_COMMERCE']);
