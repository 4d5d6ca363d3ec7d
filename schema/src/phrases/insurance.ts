import type { Clause } from '../pack.ts';
import { de } from '../french.ts';
import type { Behind } from './clause.ts';
import { bool, itemsAt, num, str } from '../payload.ts';
import { fem, isTeller, sexOfPerson, type Speaker } from './speaker.ts';

const make = (covers: string[], full: string[], short: string[], follows = true, behind: Behind = {}): Clause => ({
  group: 'insurance',
  label: 'Assurance-vie',
  covers,
  full,
  short,
  follows,
  ...behind,
});

export function insuranceClauses(s: Speaker): Clause[] {
  const out = itemsAt(s.payload, 'assurance_vie.contrats').flatMap(({ path }) => oneContract(s, path));
  const exists = bool(s.payload, 'assurance_vie.existe');
  if (exists !== undefined)
    out.push(
      make(
        ['assurance_vie.existe'],
        exists ? ['il y a une assurance-vie', '{D} avait une assurance-vie'] : ["il n'y a pas d'assurance-vie", "{D} n'avait pas d'assurance-vie"],
        [exists ? 'une assurance-vie' : "pas d'assurance-vie"],
        false,
      ),
    );
  return out;
}

function oneContract(s: Speaker, path: string): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.${key}`;
  const label = str(payload, at('libelle'));
  const insured = str(payload, at('assure_nom'));
  const opened = str(payload, at('date_souscription'));
  const out: Clause[] = [];
  const me = isTeller(s, insured);
  const head = label ? `contrat ${label}` : "contrat d'assurance-vie";
  const when = opened ? ` {le:${opened}}` : '';
  const covers = [...(label ? ['libelle'] : []), ...(insured ? ['assure_nom'] : []), ...(opened ? ['date_souscription'] : [])].map(at);
  const on = insured === undefined ? '' : me ? ' sur ma tête' : ` sur la tête ${insured === s.deceased ? '{D:de}' : de(insured)}`;
  const name = label ? ` ${label}` : '';
  const mine = openedBy(s, insured, me, `une assurance-vie${name}`, when);
  const named = [
    `il y a une assurance-vie${name}${on}${when === '' ? '' : `, ouverte${when}`}`,
    `on a retrouvé une assurance-vie${name}${on}${when === '' ? '' : `, souscrite${when}`}`,
  ];
  out.push(
    make(
      covers,
      [...named, ...mine, `une assurance-vie${name} a été ouverte${on}${when}`, `une assurance-vie${name} existe${on}${opened ? `, elle date {du:${opened}}` : ''}`],
      [`assurance-vie${name}${on}${when === '' ? '' : `, ouverte${when}`}`],
      false,
      // "Sur la tête de ma mère, dont": behind a person it would be hers.
      { thing: path, heads: [...(on === '' ? named : []), ...mine] },
    ),
  );
  const say = (keys: string[], full: string[], short: string[], behind: Omit<Behind, 'thing'> = {}): void =>
    void out.push(make(keys.map(at), full, short, true, { thing: path, ...behind }));
  const capital = num(payload, at('capital_deces'));
  if (capital !== undefined)
    say(
      ['capital_deces'],
      [
        `le capital du ${head} est de {€:${capital}}`,
        `le capital versé par le ${head} est de {€:${capital}}`,
        `le ${head} verse un capital de {€:${capital}}`,
        `le capital décès du ${head} s'élève à {€:${capital}}`,
        `le ${head} représente un capital de {€:${capital}}`,
      ],
      [`capital du ${head} : {€:${capital}}`],
      {
        relative: [`dont le capital est de {€:${capital}}`, `qui verse un capital de {€:${capital}}`],
        again: [
          `le capital est de {€:${capital}}`,
          `le capital décès s'élève à {€:${capital}}`,
          `ce contrat verse un capital de {€:${capital}}`,
          `elle verse un capital de {€:${capital}}`,
        ],
      },
    );
  const surrender = num(payload, at('valeur_rachat'));
  if (surrender !== undefined)
    say(['valeur_rachat'], [`la valeur de rachat du ${head} est de {€:${surrender}}`], [`valeur de rachat du ${head} : {€:${surrender}}`], {
      relative: [`dont la valeur de rachat est de {€:${surrender}}`],
      again: [`la valeur de rachat est de {€:${surrender}}`],
    });
  const interest = num(payload, at('interets'));
  if (interest !== undefined)
    say(['interets'], [`le ${head} a produit {€:${interest}} d'intérêts`], [`intérêts du ${head} : {€:${interest}}`], {
      relative: [`qui a produit {€:${interest}} d'intérêts`],
      again: [`ce contrat a produit {€:${interest}} d'intérêts`],
    });
  const ended = bool(payload, at('denoue_au_deces'));
  if (ended !== undefined)
    say(
      ['denoue_au_deces'],
      [ended ? `le ${head} se dénoue à ce décès` : `le ${head} ne se dénoue pas à ce décès`],
      [`${head} ${ended ? 'dénoué au décès' : 'non dénoué au décès'}`],
      {
        relative: [ended ? 'qui se dénoue à ce décès' : 'qui ne se dénoue pas à ce décès'],
        again: [ended ? 'ce contrat se dénoue à ce décès' : 'ce contrat ne se dénoue pas à ce décès'],
      },
    );
  if (bool(payload, at('co_souscription')) === true) say(['co_souscription'], [`le ${head} est en co-souscription`], [`${head} : co-souscription`]);
  const holder = str(payload, at('souscripteur_nom'));
  if (holder !== undefined)
    say(['souscripteur_nom'], [isTeller(s, holder) ? `je suis le souscripteur du ${head}` : `le souscripteur du ${head} est ${holder}`], [`souscripteur du ${head} : ${holder}`]);
  if (bool(payload, at('fonds_communs')) === true)
    say(['fonds_communs'], [`les primes du ${head} ont été payées avec des fonds communs`], [`${head} : primes payées avec des fonds communs`]);
  for (const { path: premium } of itemsAt(payload, at('versements'))) out.push(...premiumClause(s, premium, head, path));
  const clauseType = { NOMINATIVE: 'nominative', STANDARD: 'standard', DEMEMBREE: 'démembrée', SANS_BENEFICIAIRE: '' }[str(payload, at('clause_type')) ?? ''];
  if (clauseType === '') say(['clause_type'], [`le ${head} est sans bénéficiaire désigné`], [`${head} sans bénéficiaire désigné`]);
  else if (clauseType !== undefined)
    say(
      ['clause_type'],
      [`la clause du ${head} est ${clauseType}`, `le ${head} a une clause ${clauseType}`, `la clause bénéficiaire du ${head} est ${clauseType}`],
      [`${head} : clause ${clauseType}`],
      { relative: [`avec une clause ${clauseType}`, `dont la clause est ${clauseType}`], again: [`la clause est ${clauseType}`, `la clause bénéficiaire est ${clauseType}`] },
    );
  const words = str(payload, at('clause_texte'));
  if (words !== undefined) say(['clause_texte'], [`la clause du ${head} dit « ${words} »`], [`clause du ${head} : « ${words} »`]);
  out.push(...beneficiaryClauses(s, path, head));
  return out;
}

/** Whose policy it is, said by who took it out. */
function openedBy(s: Speaker, insured: string | undefined, me: boolean, policy: string, when: string): string[] {
  if (me) return [`j'ai souscrit ${policy}${when}`];
  if (insured !== s.deceased) return [];
  return [
    `{D} avait souscrit ${policy}${when}`,
    `{D} avait pris ${policy}${when}`,
    `{D} avait une assurance-vie à son nom,${policy.replace(/^une assurance-vie/, '')}${when === '' ? '' : `, ouverte${when}`}`,
  ].slice(0, 2);
}

function premiumClause(s: Speaker, path: string, head: string, thing: string): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.${key}`;
  const amount = num(payload, at('montant'));
  const date = str(payload, at('date'));
  const age = num(payload, at('age_assure_au_versement'));
  const late = bool(payload, at('apres_70_ans'));
  const covers = [
    ...(amount === undefined ? [] : ['montant']),
    ...(date ? ['date'] : []),
    ...(age === undefined ? [] : ['age_assure_au_versement']),
    ...(late === undefined ? [] : ['apres_70_ans']),
  ].map(at);
  const tail = `${date ? ` {le:${date}}` : ''}${age === undefined ? '' : `, à l'âge de {ans:${age}}`}${late === undefined ? '' : late ? ', après 70 ans' : ', avant 70 ans'}`;
  const sum = amount === undefined ? '' : ` de {€:${amount}}`;
  const placed = amount === undefined ? [] : [`{€:${amount}} ont été versés sur le ${head}${tail}`, `on a placé {€:${amount}} sur le ${head}${tail}`];
  return [
    make(covers, [`une prime${sum} a été versée sur le ${head}${tail}`, `le ${head} a reçu une prime${sum}${tail}`, ...placed], [`prime${sum} sur le ${head}${tail}`], true, {
      thing,
      again: [
        `une prime${sum} y a été versée${tail}`,
        `ce contrat a reçu une prime${sum}${tail}`,
        ...(amount === undefined ? [] : [`{€:${amount}} y ont été versés${tail}`, `on y a placé {€:${amount}}${tail}`]),
      ],
    }),
  ];
}

function beneficiaryClauses(s: Speaker, path: string, head: string): Clause[] {
  const { payload } = s;
  const people = itemsAt(payload, `${path}.beneficiaires`);
  return people.flatMap(({ path: item }, index) => {
    const at = (key: string): string => `${item}.${key}`;
    const name = str(payload, at('nom'));
    const share = num(payload, at('quote_part'));
    const rights = { USUFRUIT: "l'usufruit", NUE_PROPRIETE: 'la nue-propriété', PLEINE_PROPRIETE: 'la pleine propriété' }[str(payload, at('droits')) ?? ''];
    const covers = [...(name ? ['nom'] : []), ...(share === undefined ? [] : ['quote_part']), ...(rights ? ['droits'] : [])].map(at);
    const tail = `${share === undefined ? '' : ` à hauteur de {%:${share}}`}${rights ? ` pour ${rights}` : ''}`;
    const also = index > 0 ? ' aussi' : '';
    const me = isTeller(s, name);
    const e = fem(sexOfPerson(name ?? ''));
    const out: Clause[] = [];
    if (covers.length > 0)
      out.push(
        make(
          covers,
          [
            me ? `je suis${also} bénéficiaire du ${head}${tail}` : `${name ?? 'cette personne'} est${also} bénéficiaire du ${head}${tail}`,
            ...(me
              ? [`le ${head} me désigne${also} comme bénéficiaire${tail}`]
              : [
                  `le ${head} désigne${also} ${name} comme bénéficiaire${tail}`,
                  ...(index === 0 && people.length === 1 ? [`la clause du ${head} désigne ${name}${tail}`, `le ${head} reviendra à ${name}${tail}`] : []),
                ]),
          ],
          [`bénéficiaire du ${head} : ${name}${tail}`],
          true,
          {
            thing: path,
            ...(me
              ? { relative: [`dont je suis${also} bénéficiaire${tail}`], again: [`j'en suis${also} bénéficiaire${tail}`] }
              : name === undefined
                ? {}
                : {
                    relative: [`dont ${name} est${also} bénéficiaire${tail}`],
                    again: [
                      `${name} en est${also} bénéficiaire${tail}`,
                      ...(index === 0 && people.length === 1 ? [`${e === '' ? 'le' : 'la'} bénéficiaire en est ${name}${tail}`] : []),
                    ],
                  }),
          },
        ),
      );
    if (bool(payload, at('est_decede')) === true) out.push(make([at('est_decede')], [`mais ${name}, bénéficiaire, est décédé${e}`], [`bénéficiaire ${name} décédé${e}`]));
    if (bool(payload, at('accepte')) === true)
      out.push(
        make(
          [at('accepte')],
          [me ? `j'ai accepté le bénéfice du ${head}` : `${name} a accepté le bénéfice du ${head}`],
          [`${name} : bénéfice du ${head} accepté`.replace(': bénéfice', 'a accepté le bénéfice').replace(' accepté', '')],
        ),
      );
    return out;
  });
}
