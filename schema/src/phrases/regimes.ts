import type { Clause } from '../pack.ts';
import { de } from '../french.ts';
import { bool, num, str } from '../payload.ts';
import { ofDeceased, type Speaker } from './speaker.ts';
import { clause } from './clause.ts';

const REGIME: Record<string, string> = {
  COMMUNAUTE_REDUITE_AUX_ACQUETS: 'de la communauté réduite aux acquêts',
  COMMUNAUTE_DE_MEUBLES_ET_ACQUETS: 'de la communauté de meubles et acquêts',
  COMMUNAUTE_UNIVERSELLE: 'de la communauté universelle',
  SEPARATION_DE_BIENS: 'de la séparation de biens',
  PARTICIPATION_AUX_ACQUETS: 'de la participation aux acquêts',
};

const ACQUISITIONS = [
  ['patrimoine_originaire', 'originaire'],
  ['patrimoine_final', 'final'],
] as const;
/** What the survivor owned at the beginning and at the end, under the regime of participation. */
function spouseAcquisitions({ payload }: Speaker, me: boolean): Clause[] {
  const name = str(payload, 'famille.partenaire.nom');
  const whose = name === undefined ? 'du conjoint' : de(name);
  return ACQUISITIONS.flatMap(([key, word]) => {
    const path = `famille.defunt.regime_matrimonial.participation.${key}_du_conjoint`;
    const value = num(payload, path);
    if (value === undefined) return [];
    const [long, short] = me ? [`mon patrimoine ${word}`, `mon patrimoine ${word}`] : [`le patrimoine ${word} ${whose}`, `patrimoine ${word} ${whose}`];
    return [clause('union', 'Participation', [path], [`${long} était de {€:${value}}`], [`${short} : {€:${value}}`])];
  });
}

/** Under what regime the couple lived, by what contract, and who had what. */
export function regimeClauses(s: Speaker, me: boolean): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const at = (key: string): string => `famille.defunt.regime_matrimonial.${key}`;
  const couple = me ? 'nous étions mariés' : 'le couple était marié';
  const type = str(payload, at('type'));
  const contract = bool(payload, at('contrat_de_mariage'));
  const signed = str(payload, at('date_contrat'));
  if (type !== undefined && REGIME[type])
    out.push(
      clause(
        'union',
        'Régime matrimonial',
        [at('type')],
        [
          `${couple} sous le régime ${REGIME[type]}`,
          `le régime matrimonial était celui ${REGIME[type]}`,
          `${couple} sous ${REGIME[type].replace(/^de /, '')}`,
          `${couple} en ${REGIME[type].replace(/^de la /, '')}`,
          `${me ? 'nous avions adopté' : 'les époux avaient adopté'} ${REGIME[type].replace(/^de /, '')}`,
          `côté régime, c'était ${REGIME[type].replace(/^de /, '')}`,
        ],
        [`régime ${REGIME[type]}`, `régime matrimonial : ${REGIME[type].replace(/^de la /, '')}`],
      ),
    );
  if (contract === false)
    out.push(
      clause(
        'union',
        'Régime matrimonial',
        [at('contrat_de_mariage')],
        ["il n'y avait pas de contrat de mariage", "aucun contrat de mariage n'avait été fait"],
        ['sans contrat de mariage', 'pas de contrat de mariage'],
      ),
    );
  if (contract === true)
    out.push(
      clause(
        'union',
        'Régime matrimonial',
        [at('contrat_de_mariage'), ...(signed ? [at('date_contrat')] : [])],
        signed ? [`un contrat de mariage a été signé {le:${signed}}`] : ['un contrat de mariage avait été signé', 'il y avait un contrat de mariage'],
        [signed ? `contrat de mariage {du:${signed}}` : 'contrat de mariage signé'],
      ),
    );
  else if (signed !== undefined) out.push(clause('union', 'Régime matrimonial', [at('date_contrat')], [`le contrat date {du:${signed}}`], [`contrat {du:${signed}}`]));
  const changed = str(payload, at('date_changement'));
  if (changed !== undefined)
    out.push(
      clause(
        'union',
        'Régime matrimonial',
        [at('date_changement')],
        [`le changement de régime matrimonial date {du:${changed}}`, `les époux avaient changé de régime matrimonial {le:${changed}}`],
        [`changement de régime {le:${changed}}`],
      ),
    );
  const all = bool(payload, at('clause_attribution_integrale'));
  if (all !== undefined)
    out.push(
      clause(
        'union',
        'Régime matrimonial',
        [at('clause_attribution_integrale')],
        all ? ["il y a une clause d'attribution intégrale au survivant"] : ["il n'y a pas de clause d'attribution intégrale"],
        [all ? "clause d'attribution intégrale au survivant" : "pas de clause d'attribution intégrale"],
      ),
    );
  if (bool(payload, at('clause_preciput')) === true)
    out.push(clause('union', 'Régime matrimonial', [at('clause_preciput')], ['une clause de préciput est prévue', 'il existe une clause de préciput'], ['clause de préciput']));
  if (bool(payload, at('societe_d_acquets')) === true)
    out.push(clause('union', 'Régime matrimonial', [at('societe_d_acquets')], ["une société d'acquêts y était jointe", "avec cela, une société d'acquêts"], ["société d'acquêts"]));
  const start = num(payload, at('participation.patrimoine_originaire'));
  const end = num(payload, at('participation.patrimoine_final'));
  if (start !== undefined && end !== undefined)
    out.push(
      clause(
        'union',
        'Participation',
        [at('participation.patrimoine_originaire'), at('participation.patrimoine_final')],
        [`le patrimoine originaire ${ofDeceased(s)} était de {€:${start}} et son patrimoine final de {€:${end}}`],
        [`patrimoine originaire {€:${start}}, patrimoine final {€:${end}}`],
      ),
    );
  else if (start !== undefined)
    out.push(
      clause(
        'union',
        'Participation',
        [at('participation.patrimoine_originaire')],
        [`le patrimoine originaire ${ofDeceased(s)} était de {€:${start}}`],
        [`patrimoine originaire {€:${start}}`],
      ),
    );
  else if (end !== undefined)
    out.push(
      clause('union', 'Participation', [at('participation.patrimoine_final')], [`le patrimoine final ${ofDeceased(s)} était de {€:${end}}`], [`patrimoine final {€:${end}}`]),
    );
  out.push(...spouseAcquisitions(s, me));
  const claim = num(payload, at('participation.creance'));
  if (claim !== undefined)
    out.push(
      clause('union', 'Participation', [at('participation.creance')], [`la créance de participation a été fixée à {€:${claim}}`], [`créance de participation : {€:${claim}}`]),
    );
  return out;
}
