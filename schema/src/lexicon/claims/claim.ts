import type { Claim, Form } from '../types.ts';

/** A claim that one of these supports, prefixes or keys of patterns; `…=CODE` asks for that code. */
export const claim = (forms: readonly Form[], ...supports: string[]): Claim => ({ forms, supports });
/** The code of an asset, as a support. */
export const type = (code: string): string => `patrimoine.actifs.*.type=${code}`;
/** A claim of which a target may also hold that there is none. */
export const claimOrNone = (deniedBy: string, forms: readonly Form[], ...supports: string[]): Claim => ({ forms, supports, deniedBy });
/** A claim but for the longer phrases in which its forms claim nothing. */
export const claimBut = (notForms: readonly Form[], forms: readonly Form[], ...supports: string[]): Claim => ({ forms, notForms, supports });
