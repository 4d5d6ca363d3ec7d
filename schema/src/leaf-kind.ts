/**
 * What sort of value a leaf holds. It decides how the value is written in French and how it is looked for in a text.
 * Derived from the schema alone, so that an owner's schema works without a lexicon.
 */
export type LeafKind = 'name' | 'date' | 'amount' | 'monthly-amount' | 'ratio' | 'age' | 'years' | 'duration' | 'count' | 'number' | 'code' | 'boolean' | 'text';

interface Described {
  readonly pattern: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly codes: readonly string[] | undefined;
}

export function kindOf({ pattern, description, type, codes }: Described): LeafKind {
  const key = pattern.slice(pattern.lastIndexOf('.') + 1);
  if (codes) return 'code';
  if (type === 'boolean') return 'boolean';
  if (type === 'string') {
    if (/(^|_)noms?$/.test(key)) return 'name';
    if (/^date(_|$)|_date$|^annee/.test(key)) return 'date';
    return 'text';
  }
  if (/(^|_)age(_|$)/.test(key)) return 'age';
  if (/anciennete.*\.valeur$/.test(pattern) || /^duree_.*_mois$/.test(key)) return 'duration';
  if (/en euros par mois/.test(description) || /_mensuel(le)?s?$/.test(key)) return 'monthly-amount';
  if (/euros/.test(description)) return 'amount';
  if (/entre 0 et 1/.test(description) || /^(quote_part|taux|part)(_|$)/.test(key)) return 'ratio';
  if (/en années/.test(description) || /^duree(_|$)|^esperance/.test(key)) return 'years';
  if (/^nombre(_|$)|^degre$/.test(key)) return 'count';
  if (/^(valeur|montant|prix|capital|cout|solde|droits_payes|soulte|passif|actif)(_|$)/.test(key)) return 'amount';
  return 'number';
}

/** Kinds that a reader counts as amounts of money when judging how many figures a text has. */
export const isMoney = (kind: LeafKind): boolean => kind === 'amount' || kind === 'monthly-amount';
