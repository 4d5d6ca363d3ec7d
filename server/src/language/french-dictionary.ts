import { readFileSync } from 'node:fs';
import { Dictionary } from '../gate/reading/dictionary.ts';

let loaded: Dictionary | undefined;

/** The dictionary that ships with the server, read once a thread. */
export function frenchDictionary(): Dictionary {
  loaded ??= new Dictionary(readFileSync(new URL('../../data/french.dat', import.meta.url)));
  return loaded;
}
