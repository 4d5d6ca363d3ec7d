/** A word without its accents and in lower case, as forms are written: "Décédée" is "decedee", "cœur" is "coeur". */
export const folded = (word: string): string => word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').toLowerCase();
