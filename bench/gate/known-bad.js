// Texts that must be refused, made from good ones: each kind changes one thing that a careful reader would stop at.
// A kind is (case, random, others) → what is judged instead, or undefined where the case does not lend itself to it.
import { borrowed } from './borrowed.js';
import { toldList } from './told-lists.js';
import { encodeToon, leavesOf, setAt, valueAt } from '../../schema/dist/index.js';

const clone = (value) => structuredClone(value);
const withTarget = (one, target) => ({ ...one, target });
const withText = (one, text) => (text === one.text ? undefined : { ...one, text });
/** A leaf's value: text, number or boolean; whole branches never reach here. */
const spoken = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const kindOf = (pack, pattern) => pack.master.leaves.get(pattern)?.kind;
const namesOf = (one) => [
  ...new Set(
    leavesOf(one.target)
      .filter(({ pattern }) => /(^|\.)(nom|[a-z_]+_nom)$/.test(pattern))
      .map(({ value }) => spoken(value)),
  ),
];
const pickLeaf = (one, random, test) => {
  const leaves = leavesOf(one.target).filter(test);
  return leaves.length > 0 ? random.pick(leaves) : undefined;
};
const changeLeaf = (one, path, value) => {
  const target = clone(one.target);
  setAt(target, path, value);
  return withTarget(one, target);
};
function removeLeaf(payload, path) {
  const parts = path.split('.');
  const holder = valueAt(payload, parts.slice(0, -1).join('.'));
  delete holder[parts.at(-1)];
  if (Object.keys(holder).length > 0 || parts.length < 2) return payload;
  const above = valueAt(payload, parts.slice(0, -2).join('.'));
  if (Array.isArray(above)) above.splice(Number(parts.at(-2)), 1);
  else delete above[parts.at(-2)];
  return payload;
}
/** Two leaves of one pattern in different items, with different values, whose exchange gives another target. */
function exchangeable(one, random, test) {
  const leaves = leavesOf(one.target).filter(test);
  const pairs = leaves.flatMap((a, i) => leaves.slice(i + 1).flatMap((b) => (a.pattern === b.pattern && a.value !== b.value ? [[a, b]] : [])));
  for (const [a, b] of random.shuffle(pairs)) {
    const target = clone(one.target);
    setAt(target, a.path, b.value);
    setAt(target, b.path, a.value);
    if (unordered(target) !== unordered(one.target)) return withTarget(one, target);
  }
  return undefined;
}
/** A payload with its lists in an order of their own. */
export function unordered(node) {
  if (Array.isArray(node))
    return `[${node
      .map(unordered)
      .toSorted((a, b) => a.localeCompare(b))
      .join(',')}]`;
  if (typeof node === 'object' && node !== null)
    return `{${Object.keys(node)
      .sort()
      .map((key) => `${key}:${unordered(node[key])}`)
      .join(',')}}`;
  return JSON.stringify(node);
}
/** What a person or a thing may be said to be, and is not where the target has it of none. */
const UNTOLD = {
  'famille.descendants.enfants.*': [
    ['est_decede', true],
    ['est_d_une_precedente_union', true],
    ['est_handicape', true],
    ['est_mineur', true],
    ['option_successorale', 'RENONCE'],
    ['filiation', 'RECONNU'],
  ],
  'famille.collateraux.freres_soeurs.*': [
    ['est_decede', true],
    ['est_handicape', true],
    ['lien', 'UTERIN'],
  ],
  'famille.unions_anterieures.*': [['fin', 'DECES']],
  'liberalites.donations.*': [
    ['imputation', 'HORS_PART'],
    ['forme_notariee', true],
  ],
  'patrimoine.actifs.*': [
    ['usage', 'LOCATIF'],
    ['acquisition.origine', 'SUCCESSION'],
    ['propriete.nature', 'COMMUN'],
    ['propriete.nature', 'PROPRE_DEFUNT'],
    ['demembrement.droits_du_defunt', 'USUFRUIT'],
  ],
  'patrimoine.passifs.*': [['contestee', true]],
};
/** Leaves that nothing else in a target makes understood. */
const DROPPED =
  /regime_matrimonial\.type$|pacs_convention$|enfants\.\*\.(?:est_d_une_precedente_union|filiation|est_mineur|est_handicape)$|donations\.\*\.(?:type|imputation|forme_notariee)$|legs\.\*\.type$|clause_type$|acquisition\.origine$|propriete\.nature$|droits_du_defunt$|contestee$|dutreil$/;

const sentencesOf = (text) => text.split(/(?<=[.!?])\s+/);
const spliceSentence = (one, random, added) => {
  const sentences = sentencesOf(one.text);
  sentences.splice(random.int(1, sentences.length), 0, added);
  return withText(one, sentences.join(' '));
};
const ENGLISH =
  'Hello, I am writing to you about the estate of my father, who died last year. He was married and he left two children. The house is worth a lot and there is no will. We do not know what to do with the bank account, and my sister does not want to sell. Could you please tell us what our rights are and how long it will take? Thank you very much for your help. ';
/** Sentences that each tell a fact without a figure. */
const INVENTED = toldList('invented');
/** The gate is not mended by these sentences: they say what it makes of others that nobody has thought of. */
export const HELD_BACK = ['fact of a list held back added', 'fact of a list held back joined to a given one'];
const INVENTED_HELD_BACK = toldList('invented-held-back');
const tellBesides = (sentences) => (one, random) => {
  const { fits, sentence } = random.pick(sentences);
  return fits.test(one.toon) ? undefined : spliceSentence(one, random, sentence);
};
/** The sentence begins small and stands behind an "et" of one that is there. */
const tellBeside = (sentences) => (one, random) => {
  const { fits, sentence } = random.pick(sentences);
  const ends = [...one.text.matchAll(/(?<=\p{L}{3}|\d)\.(?=\s)/gu)];
  if (fits.test(one.toon) || ends.length === 0) return undefined;
  const { index } = random.pick(ends);
  const joined = sentence[0].toLowerCase() + sentence.slice(1).replace(/\.$/, '');
  return withText(one, `${one.text.slice(0, index)}, et ${joined}${one.text.slice(index)}`);
};
const SOLUTIONS = [
  'Chaque enfant recevra donc un tiers de la succession.',
  'Le conjoint a droit à un quart en pleine propriété.',
  'Les droits à payer sont de 12 000 €.',
  'Vous devrez donc payer 20 % de droits de succession.',
  'La réserve héréditaire est donc de deux tiers.',
];
const PROMPTS = [
  'Rédige un texte à la première personne, de longueur moyenne, avec quelques fautes. ',
  'Voici le texte demandé, au format mail brouillon : ',
  'Faits à dire : le décès, la famille, le patrimoine. ',
  'Consigne : écrire un récit libre de 60 mots. ',
];
const first = (text) => text[0].toLowerCase() + text.slice(1);

/** Whether a maker changed anything of a pair. */
export const isChanged = (bad, one) => bad !== undefined && (bad.text !== one.text || bad.target !== one.target || bad.stratum !== one.stratum);

/** What a text tells twice ("PACS : pacsée avec …", "donation … valeur du bien donné"), or by no word, is still told when a word of it is gone. */
const isToldAgain = (rest, said) => {
  const stems = said.match(/[\p{L}\p{N}]{3,}/gu)?.map((word) => word.slice(0, 3).toLowerCase()) ?? [];
  return stems.length === 0 || /^euros?$/.test(said) || (!/\d/.test(said) && stems.every((stem) => new RegExp(`(?<![\\p{L}])${stem}`, 'iu').test(rest)));
};

const DOUBTS = ['On ne sait pas si', 'Il est faux que', 'Personne ne sait si', "J'ignore si", 'On craint que'];
const PLURALS = { fils: 'fils', neveu: 'neveux' };
const FAMILY = ['enfant', 'conjoint', 'beau_enfant', 'fratrie', 'partenaire_pacs', 'concubin', 'petit_enfant'];
const OFFICES = ['notaire', 'avocat', 'associe', 'tiers', 'narrateur_neutre'];

/** kind → [problem codes that are the right reason, maker] */
export const knownBad = {
  'names only': [/fact-missing|too-short/, (one) => ({ ...one, text: `Bonjour, je vous écris au sujet de ${namesOf(one).join(', puis de ') || 'ce dossier'}. Merci.` })],
  placeholder: [
    /fact-missing/,
    (one, random) => ({
      ...one,
      text: random.pick([
        'Dossier de succession à traiter, les éléments sont dans la fiche. '.repeat(4),
        'Texte à compléter avec les faits du dossier, voir les pièces jointes pour le détail de la situation. '.repeat(3),
      ]),
    }),
  ],
  'field dump': [
    /schema-leak|fact-missing/,
    (one) => ({
      ...one,
      text: leavesOf(one.target)
        .map(({ path, value }) => `${path.split('.').at(-1).replaceAll('_', ' ')} ${value === true ? 'oui' : value === false ? 'non' : spoken(value)}`)
        .join(', '),
    }),
  ],
  'toon as text': [/schema-leak/, (one) => ({ ...one, text: encodeToon(one.target) })],
  'json as text': [/schema-leak/, (one) => ({ ...one, text: JSON.stringify(one.target) })],
  'toon behind the text': [/schema-leak/, (one) => withText(one, `${one.text}\n\n${encodeToon(one.target)}`)],
  'letter as Markdown list': [
    /markdown|list-form|schema-leak/,
    (one) =>
      ['mail_brouillon', 'recit_libre', 'oral_retranscrit', 'message_conflictuel'].includes(one.stratum.format) && sentencesOf(one.text).length > 3
        ? {
            ...one,
            text: `## Situation\n\n${sentencesOf(one.text)
              .map((sentence) => `- **${sentence.split(' ')[0]}** ${sentence.split(' ').slice(1).join(' ')}`)
              .join('\n')}`,
          }
        : undefined,
  ],
  'amount changed': [
    /fact-missing|figure-not/,
    (one, random, _all, pack) => {
      const leaf = pickLeaf(one, random, ({ pattern }) => kindOf(pack, pattern) === 'amount');
      return leaf && changeLeaf(one, leaf.path, leaf.value + random.pick([1000, 5000, -500, 10_000]));
    },
  ],
  'date changed': [
    /fact-missing|figure-not/,
    (one, random, _all, pack) => {
      const leaf = pickLeaf(one, random, ({ pattern }) => kindOf(pack, pattern) === 'date');
      if (!leaf) return undefined;
      const [year, ...rest] = leaf.value.split('-');
      return changeLeaf(one, leaf.path, [String(Number(year) - random.pick([1, 2, 3])), ...rest].join('-'));
    },
  ],
  'two names exchanged': [/./, (one, random) => exchangeable(one, random, ({ pattern }) => /\.nom$/.test(pattern) || /_nom$/.test(pattern))],
  'parent and child exchanged': [
    /./,
    (one, random) => {
      const leaves = leavesOf(one.target).filter(({ pattern }) =>
        /^famille\.(defunt|partenaire|descendants\.enfants\.\*|collateraux\.freres_soeurs\.\*|ascendants\.parents\.\*|collateraux\.neveux_nieces\.\*)\.nom$/.test(pattern),
      );
      const pairs = leaves.flatMap((a, i) => leaves.slice(i + 1).flatMap((b) => (a.pattern !== b.pattern && a.value !== b.value ? [[a, b]] : [])));
      if (pairs.length === 0) return undefined;
      const [a, b] = random.pick(pairs);
      const target = clone(one.target);
      setAt(target, a.path, b.value);
      setAt(target, b.path, a.value);
      return withTarget(one, target);
    },
  ],
  'two values exchanged': [
    /./,
    (one, random, _all, pack) =>
      exchangeable(
        one,
        random,
        ({ pattern, value }) =>
          !/nom$/.test(pattern) && (['amount', 'date', 'ratio', 'age', 'code', 'years', 'duration'].includes(kindOf(pack, pattern)) || typeof value === 'boolean'),
      ),
  ],
  'value moved to another item': [
    /./,
    (one, random) => {
      // A leaf of one item that its sister lacks, given to the sister.
      const leaves = leavesOf(one.target).filter(({ pattern, value }) => pattern.includes('*') && !/nom$|type$|noms$|unite$/.test(pattern) && typeof value !== 'object');
      for (const leaf of random.shuffle(leaves)) {
        const list = /^(.*)\.(\d+)\.([^*]*)$/.exec(leaf.path);
        if (!list || /\d/.test(list[3])) continue;
        const items = valueAt(one.target, list[1]);
        const other = items.findIndex((_, i) => i !== Number(list[2]) && valueAt(one.target, `${list[1]}.${i}.${list[3]}`) === undefined && typeof items[i] === 'object');
        if (other < 0) continue;
        const target = removeLeaf(clone(one.target), leaf.path);
        if (valueAt(target, list[1])?.length !== items.length) continue;
        setAt(target, `${list[1]}.${other}.${list[3]}`, leaf.value);
        if (unordered(target) !== unordered(one.target)) return withTarget(one, target);
      }
      return undefined;
    },
  ],
  'giver and receiver exchanged': [
    /./,
    (one) => {
      for (const [from, to] of [
        ['donateur_nom', 'beneficiaire_nom'],
        ['debiteur_nom', 'creancier_nom'],
        ['souscripteur_nom', 'assure_nom'],
      ]) {
        const giver = leavesOf(one.target).find(({ path }) => path.endsWith(`.${from}`));
        const other = giver && giver.path.replace(new RegExp(`${from}$`), to);
        const receiver = other && valueAt(one.target, other);
        if (receiver === undefined || receiver === giver.value) continue;
        const target = clone(one.target);
        setAt(target, giver.path, receiver);
        setAt(target, other, giver.value);
        return withTarget(one, target);
      }
      return undefined;
    },
  ],
  'person renamed': [
    /name-not|fact-missing/,
    (one, random) => {
      const leaf = pickLeaf(one, random, ({ pattern }) => /\.nom$/.test(pattern));
      return leaf && changeLeaf(one, leaf.path, random.pick(['Barnabé', 'Ginette', 'Ulysse Carpentier', 'Fatoumata Sow']));
    },
  ],
  'person renamed in the text': [
    /name-not|fact-missing/,
    (one, random) => {
      const names = namesOf(one)
        .map((name) => name.split(' ')[0])
        .filter((name) => one.text.includes(name));
      return names.length > 0 ? withText(one, one.text.replaceAll(random.pick(names), random.pick(['Barnabé', 'Ginette', 'Ulysse', 'Raoul']))) : undefined;
    },
  ],
  'relation changed': [
    /./,
    (one, random) => {
      const lists = ['famille.descendants.enfants', 'famille.collateraux.freres_soeurs', 'famille.collateraux.neveux_nieces', 'famille.collateraux.cousins'];
      const from = lists.filter((list) => valueAt(one.target, `${list}.0.nom`) !== undefined);
      if (from.length === 0) return undefined;
      const list = random.pick(from);
      const target = clone(one.target);
      const item = valueAt(target, list)[0];
      const to = random.pick(lists.filter((other) => other !== list));
      removeLeaf(target, `${list}.0.nom`);
      setAt(target, `${to}.${valueAt(target, to)?.length ?? 0}.nom`, item.nom ?? valueAt(one.target, `${list}.0.nom`));
      return withTarget(one, target);
    },
  ],
  'fact dropped from the text': [
    /fact-missing|hint/,
    (one, random) => {
      // A sentence goes that held the evidence of some leaf.
      const spans = Object.values(one.verdict.evidence);
      if (spans.length < 4) return undefined;
      const counts = new Map();
      for (const [from, to] of spans) counts.set(`${from}-${to}`, (counts.get(`${from}-${to}`) ?? 0) + 1);
      const [from, to] = random.pick(spans);
      const said = one.text.slice(from, to);
      if (
        counts.get(`${from}-${to}`) > 1 ||
        said.length < 3 ||
        isToldAgain(one.text.replaceAll(said, ' '), said) ||
        /(?:PACS|Concubinage) : +avec/.test(one.text.replaceAll(said, ''))
      )
        return undefined;
      return withText(one, one.text.replaceAll(said, ''));
    },
  ],
  'fact added to the target': [
    /fact-missing/,
    (one, random, all) => {
      const known = new Set(leavesOf(one.target).map(({ pattern }) => pattern));
      const other = random.pick(all);
      // A couple's status and bond tell one another: neither is a fact that the text lacks.
      const leaf = pickLeaf(
        other,
        random,
        ({ pattern }) => !known.has(pattern) && !pattern.includes('*') && !/existe$|statut_matrimonial$|lien\.type$|nombre_|sexe$/.test(pattern),
      );
      return leaf && changeLeaf(one, leaf.path, leaf.value);
    },
  ],
  'fact dropped from the target': [
    /not-in-target|density/,
    (one, random, _all, pack) => {
      const leaf = pickLeaf(one, random, ({ pattern }) => ['amount', 'date', 'age'].includes(kindOf(pack, pattern)) || (/\.nom$/.test(pattern) && pattern.includes('*')));
      if (!leaf || leavesOf(one.target).filter(({ value }) => spoken(value).startsWith(spoken(leaf.value))).length > 1) return undefined;
      return withTarget(one, removeLeaf(clone(one.target), leaf.path));
    },
  ],
  'code or flag added to an item': [
    /fact-missing|ambiguous-owner|incoherent/,
    (one, random) => {
      const options = leavesOf(one.target).flatMap(({ path }) => {
        const item = /^(.*\.\d+)\./.exec(path)?.[1];
        return item === undefined ? [] : (UNTOLD[item.replaceAll(/\.\d+/g, '.*')] ?? []).map(([key, value]) => [`${item}.${key}`, value]);
      });
      const lacking = options.filter(([path]) => valueAt(one.target, path) === undefined);
      if (lacking.length === 0) return undefined;
      const [path, value] = random.pick(lacking);
      return changeLeaf(one, path, value);
    },
  ],
  'code or flag dropped from the target': [
    /not-in-target|other-code|fact-missing/,
    (one, random) => {
      const leaf = pickLeaf(one, random, ({ pattern }) => DROPPED.test(pattern));
      return leaf && withTarget(one, removeLeaf(clone(one.target), leaf.path));
    },
  ],
  'denial turned over': [
    /./,
    (one, random) => {
      const leaf = pickLeaf(one, random, ({ value, pattern }) => typeof value === 'boolean' && !pattern.endsWith('est_mineur'));
      return leaf && changeLeaf(one, leaf.path, !leaf.value);
    },
  ],
  'code changed': [
    /./,
    (one, random, _all, pack) => {
      const leaf = pickLeaf(one, random, ({ pattern }) => kindOf(pack, pattern) === 'code');
      if (!leaf) return undefined;
      const codes = (pack.master.leaves.get(leaf.pattern).codes ?? []).filter((code) => code !== leaf.value);
      return codes.length > 0 ? changeLeaf(one, leaf.path, random.pick(codes)) : undefined;
    },
  ],
  'planned, not done': [
    /./,
    (one) => {
      const text = one.text
        .replace(/(?<!\p{L})(a|avait|ont|avaient) (fait|donné|légué|souscrit|renoncé|accepté|vendu|acheté|consenti|rédigé)(?!\p{L})/u, 'voulait $2')
        .replace('voulait fait', 'voulait faire')
        .replace('voulait donné', 'voulait donner')
        .replace('voulait légué', 'voulait léguer')
        .replace('voulait souscrit', 'voulait souscrire')
        .replace('voulait renoncé', 'voulait renoncer')
        .replace('voulait accepté', 'voulait accepter')
        .replace('voulait vendu', 'voulait vendre')
        .replace('voulait acheté', 'voulait acheter')
        .replace('voulait consenti', 'voulait consentir')
        .replace('voulait rédigé', 'voulait rédiger');
      return withText(one, text);
    },
  ],
  // Of a fact that is told in this sentence only; a sentence that asks has it elsewhere.
  'fact put in doubt': [
    /fact-missing|relation|contradiction/,
    (one, random) => {
      const told = Object.entries(one.verdict?.evidence ?? {}).filter(([path]) => /existe$|prevue$|option|est_|nature$|origine$|filiation$/.test(path));
      if (told.length === 0) return undefined;
      const [, [from]] = random.pick(told);
      const sentence = sentencesOf(one.text).find((part) => one.text.indexOf(part) <= from && from < one.text.indexOf(part) + part.length);
      if (!sentence || /\?\s*$/.test(sentence) || sentence.length < 20 || /\n/.test(sentence)) return undefined;
      return withText(one, one.text.replace(sentence, `${random.pick(DOUBTS)} ${sentence[0].toLowerCase()}${sentence.slice(1)}`));
    },
  ],
  'number of relatives raised': [
    /figure-not|fact-missing|item-missing|relation/,
    (one) =>
      withText(
        one,
        one.text.replace(
          /(?<!\p{L})(un|une|deux|trois) (fils|fille|frère|sœur|enfant|neveu|nièce)s?(?!\p{L})/u,
          (_, number, noun) => `${{ un: 'deux', une: 'deux', deux: 'trois', trois: 'quatre' }[number]} ${PLURALS[noun] ?? `${noun}s`}`,
        ),
      ),
  ],
  'other unit': [/figure-not|fact-missing/, (one) => withText(one, one.text.replace(/(\d) ?€/, '$1 %').replace(/(\d) euros/, '$1 ans'))],
  'other period': [/figure-not|fact-missing/, (one) => withText(one, one.text.replace(/par mois/, 'par an').replace(/mensuel(le)?s?/, 'annuel$1'))],
  'holder and right exchanged': [
    /./,
    (one) =>
      /usufruit/.test(one.text) && /nue[- ]propriété/.test(one.text)
        ? withText(
            one,
            one.text
              .replaceAll(/l'usufruit/g, '\u0001')
              .replaceAll(/la nue[- ]propriété/g, "l'usufruit")
              .replaceAll('\u0001', 'la nue-propriété'),
          )
        : undefined,
  ],
  'fact without figure or name added': [/not-in-target/, tellBesides(INVENTED)],
  [HELD_BACK[0]]: [/not-in-target/, tellBesides(INVENTED_HELD_BACK)],
  'held value told of another': [
    /not-in-target|ambiguous|contradiction|other-code|relation|roles/,
    (one, random) => {
      const sentences = borrowed(one, random);
      return sentences.length === 0 ? undefined : spliceSentence(one, random, random.pick(sentences));
    },
  ],
  'text of another case': [
    /fact-missing/,
    (one, random, all) => {
      const other = random.pick(all);
      return other === one ? undefined : { ...one, text: other.text };
    },
  ],
  'legal solution added': [/solution|figure-not|not-in-target/, (one, random) => spliceSentence(one, random, random.pick(SOLUTIONS))],
  English: [/not-french|fact-missing/, (one) => ({ ...one, text: ENGLISH.repeat(Math.max(1, Math.round(one.text.length / ENGLISH.length))) })],
  'one English sentence': [/not-french/, (one, random) => spliceSentence(one, random, 'He also had a small boat near the coast.')],
  'half English': [/not-french/, (one) => withText(one, `${one.text}\n\n${ENGLISH}`)],
  'boolean runs': [/schema-leak|fact-missing/, (one, random) => withText(one, `${one.text} true,false,Française,${random.int(20, 90)},19${random.int(20, 80)}-04-09`)],
  'code words': [
    /schema-leak/,
    (one, random, _all, pack) => {
      const leaf = pickLeaf(one, random, ({ pattern, value }) => kindOf(pack, pattern) === 'code' && String(value).includes('_'));
      return leaf && withText(one, `${one.text} ${random.pick([`Statut : ${leaf.value}.`, `C'est ${String(leaf.value).replaceAll('_', ' ')}.`])}`);
    },
  ],
  'prompt echoed': [/meta|schema-leak/, (one, random) => withText(one, random.pick(PROMPTS) + first(one.text))],
  'meta sentence': [
    /meta/,
    (one, random) =>
      spliceSentence(
        one,
        random,
        random.pick([
          'La matière principale est le droit des successions.',
          'Le dossier comprend un décès, la situation familiale et le patrimoine.',
          'Ce texte évoque le thème du testament et des legs.',
          'Ce cas est fictif.',
          'Toutes les données sont fictives.',
          'Le texte respecte la longueur demandée.',
          'Note : ce texte a été généré.',
          "En tant qu'assistant, je peux vous aider.",
          'Persona : enfant.',
          'Bien à vous, [signature]',
          'Monsieur X et Madame Y attendent.',
          'Écrivez-moi à contact@exemple.fr.',
        ]),
      ),
  ],
  'wrong voice': [
    /voice|persona/,
    (one) => {
      if (one.stratum.voice === 'premiere_personne')
        return withText(
          { ...one, stratum: { ...one.stratum, voice: 'note_dossier', persona: 'notaire', format: 'note_professionnelle' } },
          `Je vous écris car je suis perdu, mon notaire ne me répond pas. ${one.text}`,
        );
      // An office that says "nous", and one who writes for others ("je vous écris pour des voisins"), speak in either voice.
      if (/(?<!\p{L})(?:nous|notre|nos|je vous écris|je me permets? de vous écrire|m'indiquer)(?!\p{L})/iu.test(one.text)) return undefined;
      return one.stratum.voice === 'note_dossier' || one.stratum.voice === 'troisieme_personne'
        ? { ...one, stratum: { ...one.stratum, voice: 'premiere_personne', persona: one.stratum.persona } }
        : undefined;
    },
  ],
  'wrong persona': [
    /persona|voice|relation/,
    (one, random) => {
      const { persona, voice } = one.stratum;
      if (voice !== 'premiere_personne') return undefined;
      // A stepchild may be the deceased's own; those who write for others write alike.
      const others = [...FAMILY, ...OFFICES].filter(
        (other) => other !== persona && !(OFFICES.includes(persona) && OFFICES.includes(other)) && !(/enfant$/.test(persona) && /enfant$/.test(other)),
      );
      return { ...one, stratum: { ...one.stratum, persona: random.pick(others) } };
    },
  ],
  'wrong noise: faults in a clean text': [
    /noise/,
    (one) => (one.stratum.noise === 'propre' ? withText(one, one.text.replaceAll(/é/g, 'e').replaceAll(/mm/g, 'm').replaceAll(/nn/g, 'n').replaceAll("l'", 'l')) : undefined),
  ],
  'wrong noise: a clean text for a scribble': [/noise/, (one) => (one.stratum.noise === 'propre' ? { ...one, stratum: { ...one.stratum, noise: 'tres_brouillon' } } : undefined)],
  'cut in the middle': [/fact-missing|cut|too-short/, (one) => withText(one, one.text.slice(0, Math.floor(one.text.length / 2)))],
  'hidden Unicode': [
    /schema-leak|hidden/,
    (one, random) => {
      const at = random.int(5, one.text.length - 5);
      return withText(one, one.text.slice(0, at) + random.pick(['\u202e', '\u200b', '\u2066', '\ufeff', '\u00ad', '\u2060', '\u061c']) + one.text.slice(at));
    },
  ],
  homoglyphs: [/hidden|fact-missing/, (one) => withText(one, one.text.replaceAll('a', 'а').replaceAll('o', 'о'))],
  'fact joined to a given one': [/not-in-target/, tellBeside(INVENTED)],
  [HELD_BACK[1]]: [/not-in-target/, tellBeside(INVENTED_HELD_BACK)],
};
