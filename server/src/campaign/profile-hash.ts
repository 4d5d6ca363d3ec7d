import { createHash } from 'node:crypto';
import type { Pack } from '@case-swarm/schema';

/** What a campaign's profile is known by: a state folder goes on only with the profile it was made with. */
export const profileHashOf = (pack: Pack): string => createHash('sha256').update(JSON.stringify(pack.profile)).digest('hex').slice(0, 16);
