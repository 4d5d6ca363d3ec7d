import { decode } from '@toon-format/toon';
import { isDeepStrictEqual } from 'node:util';
import { encode } from 'toon-classic';
import { UserError } from './errors.ts';
import { isObject, type Payload } from './payload.ts';

/**
 * Encodes a payload in the form that every reader of TOON 2 and 4 understands (docs/decisions/0003) and proves that it reads back as the same value. The library has lost data silently before
 * (quoted text that looks like an array header), and a target that reads back otherwise would poison a training pair.
 * @throws UserError `toon-unfaithful` where the round trip fails.
 */
export function encodeToon(payload: Payload): string {
  const text = encode(payload);
  if (!isDeepStrictEqual(decode(text), payload)) {
    throw new UserError('toon-unfaithful', 'this payload does not survive TOON encoding; change the text value that looks like TOON syntax');
  }
  return text;
}

/** @throws UserError `toon-invalid` with the reader's own words (they name the line). */
export function decodeToon(text: string): Payload {
  let value: unknown;
  try {
    value = decode(text);
  } catch (error) {
    throw new UserError('toon-invalid', `not valid TOON: ${(error as Error).message}`);
  }
  if (!isObject(value)) throw new UserError('toon-invalid', 'a target is a TOON object, with roots such as "famille:"');
  return value;
}
