import type { Clause } from '../pack.ts';
import { bool, num, str } from '../payload.ts';
import { fem, isTeller, sexOfPerson, type Speaker } from './speaker.ts';
import type { Behind } from './clause.ts';
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

/** That there is a business; of one without a form there is nothing more to call it. */
function introduced(noun: string, f: boolean, called: string): string[] {
  if (noun === 'entreprise') return [`{D} avait une ${called}`, `{D} était à la tête d'une ${called}`, `{D} laisse une ${called}`, `il y a aussi une ${called}`];
  const np = `${f ? 'une' : 'un'} ${called}`;
  return [`{D} avait une entreprise, ${np}`, `{D} était à la tête d'une entreprise, ${np}`, `il y a aussi une entreprise, ${np}`, `parmi les biens, il y a une entreprise, ${np}`];
}

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
  const out: Clause[] = [];
  const say = (paths: string[], full: string[], short: string[], behind: Omit<Behind, 'thing'> = {}): void =>
    void out.push({ ...make('Entreprise', paths, full, short, { thing: path, ...behind }), group: 'company', label: 'Entreprise' });
  const named = introduced(noun, f, called);
  say(covers, named, [noun === 'entreprise' ? called : `entreprise : ${called}`], { heads: named });
  if (share !== undefined)
    say([at('part_detenue')], [`{D} détenait {%:${share}} du capital`, `{D} détenait {%:${share}} des parts de l'entreprise`], [`parts {D:de} dans l'entreprise : {%:${share}}`], {
      relative: [`dont {D:il} détenait {%:${share}}`, `dont {D:il} avait {%:${share}} des parts`],
      again: [`{D} en détenait {%:${share}}`, `{D} détenait {%:${share}} du capital`],
    });
  if (value !== undefined)
    say([`${path}.valeur`], [`l'entreprise est estimée à {€:${value}}`, `l'entreprise vaut {€:${value}}`], [`entreprise estimée à {€:${value}}`], {
      relative: [`estimé${f ? 'e' : ''} à {€:${value}}`, `qui vaut {€:${value}}`],
      apposed: [`entreprise estimée à {€:${value}}`],
    });
  const eligible = bool(payload, at('est_presente_comme_eligible_dutreil'));
  if (eligible !== undefined)
    say(
      [at('est_presente_comme_eligible_dutreil')],
      eligible
        ? ["l'entreprise est présentée comme éligible au dispositif Dutreil", "on nous dit que l'entreprise est éligible au Dutreil"]
        : ["l'entreprise n'est pas éligible au dispositif Dutreil"],
      [eligible ? 'éligible Dutreil' : 'non éligible Dutreil'],
      { apposed: [eligible ? 'éligible Dutreil' : 'non éligible Dutreil'] },
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
  if (manager !== undefined)
    say([at('dirigeant_nom')], [isTeller(s, manager) ? "je dirige l'entreprise" : `${manager} dirige l'entreprise`], [`dirigeant : ${manager}`], {
      relative: [isTeller(s, manager) ? 'que je dirige' : `que dirige ${manager}`],
      again: [isTeller(s, manager) ? "c'est moi qui la dirige" : `c'est ${manager} qui la dirige`],
    });
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
