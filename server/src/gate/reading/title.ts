/** A title such as "S73 - Marié | legs au conjoint" or "# Scénario 8 – Indivision bloquée" names a matter; its number is the file's. */
const TITLE = /^\s*(?:\p{Lu}{1,4}[ -]?\d{1,4}\s*[-–—:|]|#+ )/u;

/** Where the body of a text begins, behind such a title; 0 where there is none. */
export function titleEnd(text: string): number {
  if (!TITLE.test(text)) return 0;
  const body = text.trimStart();
  return (/\n/.exec(body)?.index ?? 0) + (text.length - body.length);
}
