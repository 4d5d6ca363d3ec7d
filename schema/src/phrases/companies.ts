import type { Clause } from '../pack.ts';
import { bool, num, str } from '../payload.ts';
import { fem, isTeller, sexOfPerson, type Speaker } from './speaker.ts';
import { make } from './estate-clause.ts';

const COMPANY: Record<string, readonly [string, boolean]> = {
  SARL: ['SARL', true],
  SAS: ['SAS', true],
  SA: ['société anonyme', true],
  EURL: ['EURL', true],
  SCI: ['SCI', true],
  EXPLOITATION_AGRICOLE: ['exploitation agricole', true],
  COMMERCE: ['commerce', false],
  PROFESSION_LIBERALE: ['cabinet libéral', false],
  PME: ['PME', true],
  HOLDING: ['holding', true],
};

export function companyClauses(s: Speaker, path: string): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.entreprise.${key}`;
  const type = str(payload, at('type'));
  const [noun, f] = COMPANY[type ?? ''] ?? ['entreprise', true];
  const name = str(payload, at('nom'));
  const activity = str(payload, at('activite'));
  const share = num(payload, at('part_detenue'));
  const value = num(payload, `${path}.valeur`);
  const covers = [...(str(payload, `${path}.type`) ? [`${path}.type`] : []), ...(type ? [at('type')] : []), ...(name ? [at('nom')] : []), ...(activity ? [at('activite')] : [])];
  const called = `${noun}${name ? ` ${name}` : ''}${activity ? `, dans ${/^[aeiouéè]/i.test(activity) ? "l'" : /(?:rie|tion|que|ture)$/.test(activity) ? 'la ' : 'le '}${activity}` : ''}`;
  const own = type === 'PROFESSION_LIBERALE' || type === 'COMMERCE' || type === 'EXPLOITATION_AGRICOLE' ? 'une entreprise' : 'une société';
  const out: Clause[] = [];
  const group = (item: Clause): Clause => ({ ...item, group: 'company', label: 'Entreprise' });
  const say = (paths: string[], full: string[], short: string[]): void => void out.push(group(make('Entreprise', paths, full, short)));
  say(
    covers,
    // Of a company without a form there is nothing more to call it.
    noun === 'entreprise'
      ? [`{D} avait une ${called}`, `{D} était à la tête d'une ${called}`]
      : [`{D} avait ${own === 'une société' ? 'une entreprise' : own}, ${f ? 'une' : 'un'} ${called}`, `l'entreprise est ${f ? 'une' : 'un'} ${called}`],
    [noun === 'entreprise' ? called : `entreprise : ${called}`],
  );
  if (share !== undefined)
    say([at('part_detenue')], [`{D} détenait {%:${share}} du capital`, `{D} détenait {%:${share}} des parts de l'entreprise`], [`parts {D:de} dans l'entreprise : {%:${share}}`]);
  if (value !== undefined) say([`${path}.valeur`], [`l'entreprise est estimée à {€:${value}}`, `l'entreprise vaut {€:${value}}`], [`entreprise estimée à {€:${value}}`]);
  const eligible = bool(payload, at('est_presente_comme_eligible_dutreil'));
  if (eligible !== undefined)
    say(
      [at('est_presente_comme_eligible_dutreil')],
      eligible
        ? ["l'entreprise est présentée comme éligible au dispositif Dutreil", "on nous dit que l'entreprise est éligible au Dutreil"]
        : ["l'entreprise n'est pas éligible au dispositif Dutreil"],
      [eligible ? 'éligible Dutreil' : 'non éligible Dutreil'],
    );
  const pact = bool(payload, at('pacte_dutreil.existe'));
  const pactDate = str(payload, at('pacte_dutreil.date'));
  const pactYears = num(payload, at('pacte_dutreil.duree_engagement'));
  if (pact !== undefined) {
    const tail = `${pactDate ? ` {le:${pactDate}}` : ''}${pactYears === undefined ? '' : ` pour une durée de {ans:${pactYears}}`}`;
    say(
      [at('pacte_dutreil.existe'), ...(pactDate ? [at('pacte_dutreil.date')] : []), ...(pactYears === undefined ? [] : [at('pacte_dutreil.duree_engagement')])],
      pact ? [`un pacte Dutreil a été signé${tail}`] : ["aucun pacte Dutreil n'a été signé"],
      [pact ? `pacte Dutreil signé${tail}` : 'pas de pacte Dutreil'],
    );
  }
  const approval = bool(payload, at('clause_agrement'));
  if (approval !== undefined)
    say([at('clause_agrement')], approval ? ["les statuts contiennent une clause d'agrément"] : ["les statuts ne contiennent pas de clause d'agrément"], [
      approval ? "clause d'agrément dans les statuts" : "pas de clause d'agrément",
    ]);
  const active = bool(payload, at('est_holding_animatrice'));
  if (active !== undefined)
    say([at('est_holding_animatrice')], active ? ["c'est une holding animatrice"] : ["ce n'est pas une holding animatrice"], [
      active ? 'holding animatrice' : 'holding non animatrice',
    ]);
  const owned = num(payload, at('actif_social'));
  if (owned !== undefined)
    say([at('actif_social')], [`l'entreprise possède {€:${owned}} d'actif`, `l'actif de l'entreprise est de {€:${owned}}`], [`actif de l'entreprise : {€:${owned}}`]);
  const debt = num(payload, at('passif_social'));
  if (debt !== undefined) say([at('passif_social')], [`l'entreprise a {€:${debt}} de dettes`], [`dettes de l'entreprise : {€:${debt}}`]);
  const manager = str(payload, at('dirigeant_nom'));
  if (manager !== undefined) say([at('dirigeant_nom')], [isTeller(s, manager) ? "je dirige l'entreprise" : `${manager} dirige l'entreprise`], [`dirigeant : ${manager}`]);
  const associate = str(payload, at('associes_noms'));
  if (associate !== undefined) {
    const e = fem(sexOfPerson(associate));
    say(
      [at('associes_noms')],
      s.first && s.persona === 'associe'
        ? [`moi, ${associate}, je suis associé${e} dans l'entreprise`]
        : [`${associate} est associé${e} dans l'entreprise`, `l'entreprise a pour autre associé${e} ${associate}`],
      [`autre associé${e} : ${associate}`],
    );
  }
  return out;
}
