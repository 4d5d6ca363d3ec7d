import { after, any, BE, HAVE, only, on, type SlipRule } from './look.ts';

const SUBJECTS = new Set('il elle on qui y en n ne l je j t'.split(' '));
const TONIC = new Set('elle lui eux moi nous personne'.split(' '));
/** Whole phrases in which "a" has lost its accent. */
const AFTER_A = new Set('titre date suite banque bq charge rentrée mairie fois base disposition partir part propos cause'.split(' '));

export const homophoneRules: readonly SlipRule[] = [
  // "il avait donné 21 000 € a son filleul": what was given, behind its verb.
  on(
    ['a'],
    (look) =>
      /^\d/.test(look.near(-1)?.text ?? '') &&
      ['son', 'sa', 'mon', 'ma', 'notre', 'leur'].includes(look.lower(1)) &&
      [-3, -4, -5, -6, -7, -8, -9].some((by) => any(look.tags(by), /^K/)),
  ),
  // "il à vendu", "à été".
  on(['à'], (look) => (look.lower(1) === 'été' || only(look.tags(1), /^[KA]ms$/)) && any([...look.tags(1), look.lower(1)], /^K|^été$/) && !look.isCapital(1)),
  // "maison a vendre": before an infinitive.
  on(['a'], (look) => only(look.tags(1), /^W$/) && !SUBJECTS.has(look.lower(-1))),
  // "elle peut venir a la succession".
  on(['a'], (look) => only(look.tags(-1), /^W$/) && ['la', 'le', 'l', 'un', 'une', 'cette', 'ce', 'ma', 'mon', 'sa', 'son'].includes(look.lower(1))),
  // "le contrat échappe a la succession".
  on(['a'], (look) => only(look.tags(-1), /^V/) && ['la', 'l', 'une'].includes(look.lower(1)) && any(look.tags(2), /^N/) && !SUBJECTS.has(look.lower(-1))),
  // "sa maison a elle", "un prêt a lui".
  on(['a'], (look) => TONIC.has(look.lower(1)) && look.lower(2) !== 'même' && !SUBJECTS.has(look.lower(-1)) && look.near(-1) !== undefined),
  // "s'élève a 3 700", "estimé a 67 000".
  on(['a'], (look) => /^\d/.test(look.lower(1)) && any(look.tags(-1), /^[VK]/) && !any(look.tags(-1), /^N/) && !SUBJECTS.has(look.lower(-1))),
  // "un appartement a Lyon", "le fils a Christian".
  on(['a'], (look) => /^\p{Lu}\p{Ll}/u.test(look.near(1)?.text ?? '') && any(look.tags(-1), /^[NA]/) && !/^\p{Lu}/u.test(look.near(-1)!.text)),
  // "il comprend rien a ses droits", "legs particulier a son fils".
  on(['a'], (look) => ['son', 'sa', 'ses', 'leur', 'leurs', 'mon', 'ma'].includes(look.lower(1)) && (GIVEN.has(look.lower(-1)) || only(look.tags(-1), /^A/))),
  // "une assurance-vie Spirica a son nom".
  on(['a'], (look) => ['son', 'mon'].includes(look.lower(1)) && ['nom', 'bénéfice', 'profit', 'égard', 'insu'].includes(look.lower(2))),
  // "a l'un et a l'autre", "a qui s'adresser".
  on(['a'], (look) => look.lower(1) === 'l' && ['un', 'autre'].includes(look.lower(2)) && !SUBJECTS.has(look.lower(-1))),
  on(['a'], (look) => ['qui', 'quoi'].includes(look.lower(1)) && !SUBJECTS.has(look.lower(-1))),
  // "bcp de gens en parle".
  after(['gens'], (look) => ['en', 'y', 'le', 'la'].includes(look.lower(0)) && any(look.tags(1), /^V/) && !/nt$/.test(look.lower(1))),
  // "on l'estime a 12 000", "a quel âge".
  on(['a'], (look) => /^\d/.test(look.lower(1)) && look.lower(-1) === 'estime' && ['on', 'il', 'elle', 'l'].includes(look.lower(-2))),
  on(['a'], (look) => ['quel', 'quelle', 'quels', 'quelles'].includes(look.lower(1)) && !SUBJECTS.has(look.lower(-1))),
  // "par rapport a ce qui reste".
  on(['a'], (look) => ['rapport', 'grâce', 'quant', 'jusqu', 'droit'].includes(look.lower(-1)) && !any(look.tags(1), /^K/)),
  // "un terrain a 130 000 €", "ya pas".
  on(
    ['a', 'ya'],
    (look) =>
      (look.lower(0) === 'a' &&
        ['un', 'une'].includes(look.lower(-2)) &&
        any(look.tags(-1), /^N/) &&
        /^\s\d[\d\s.]* ?(?:€|k€|euros)(?! d)/.test(look.text.slice(look.word.end, look.word.end + 24))) ||
      look.lower(0) === 'ya',
  ),
  // "a la date du décès", "a part ça".
  on(['a'], (look) => (AFTER_A.has(look.lower(1)) || (look.lower(1) === 'la' && AFTER_A.has(look.lower(2)))) && !SUBJECTS.has(look.lower(-1))),
  // "il et décédé", "elle et veuve".
  on(['et'], (look) => ['il', 'elle', 'on', 'c'].includes(look.lower(-1)) && any(look.tags(1), /^K/)),
  // "ils son mariés", "ils on vendu".
  on(
    ['son', 'on'],
    (look) =>
      (look.lower(0) === 'son' && ['ils', 'elles', 'qui'].includes(look.lower(-1)) && any(look.tags(1), /^K/)) ||
      (look.lower(0) === 'on' && ['ils', 'elles'].includes(look.lower(-1))),
  ),
  // "ont a", "ont veut".
  on(['ont'], (look) => ['a', 'est', 'veut', 'peut', 'sait', 'doit', 'va'].includes(look.lower(1))),
  // "sa fait", "sa va", "sa me regarde", "vous trouvez sa normal".
  on(['sa'], (look) => ['fait', 'va', 'commence', 'devient', 'se', 'ne', 'me', 'nous', 'vous', 'lui', 'leur', 'm'].includes(look.lower(1))),
  on(['sa'], (look) => any(look.tags(-1), /^V/) && only(look.tags(1), /^Ams$/)),
  // "ils ne ce parlent plus", "il ce le dit", "on c'est pas".
  on(['c', 'ce'], (look) => {
    if (look.lower(0) === 'c') return ['on', 'je', 'il', 'elle', 'qui'].includes(look.lower(-1)) && look.text[look.word.end] === "'";
    if (look.lower(0) !== 'ce') return false;
    // "Comment calcule-t-on ce qui revient" is as it should be.
    if (['il', 'elle', 'ils', 'elles', 'on', 'ne'].includes(look.lower(-1))) return !look.near(-1)!.hyphened;
    const tags = look.tags(1);
    return any(tags, /^V/) && !any(tags, /^[NAK](?:m|\?)[s?]/) && !BE.has(look.lower(1)) && !COPULAR.has(look.lower(1));
  }),
  // "Comment se calcul sa part".
  after(['se'], (look) => only(look.tags(), /^N/) && !look.isCapital(0) && look.dictionary.has(`${look.lower(0)}e`)),
  // "se qui", "se que".
  on(['se'], (look) => ['qui', 'que', 'qu'].includes(look.lower(1))),
  // "on ma dit", "elle la vendu", "on ta promis".
  on(
    ['ma', 'ta', 'la'],
    (look) =>
      ['on', 'il', 'elle', 'qui', 'notaire', 'banque'].includes(look.lower(-1)) &&
      any(look.tags(1), /^Kms$/) &&
      !any(look.tags(1), /^.f/) &&
      (look.lower(0) !== 'la' || !any(look.tags(1), /^V/)),
  ),
  // "elle n'as", "qui as".
  on(['as'], (look) => !['tu', 't'].some((you) => [look.lower(-1), look.lower(-2), look.lower(-3)].includes(you))),
  // "avait était".
  on(['était', 'etait'], (look) => HAVE.has(look.lower(-1))),
  // "quand à", "je m'appel".
  on(['quand', 'appel'], (look) => (look.lower(0) === 'quand' && look.lower(1) === 'à') || (look.lower(0) === 'appel' && ['m', 't', 's'].includes(look.lower(-1)))),
  // "c decede", "moi c Luc": "c'est" as it is typed on a phone.
  on(['c'], (look) => look.word.text === 'c' && look.openBehind),
];
const GIVEN = new Set('rien legs particulier universel don donation'.split(' '));
const COPULAR = new Set('doit peut pourrait devrait fut dut serait sera semble'.split(' '));
