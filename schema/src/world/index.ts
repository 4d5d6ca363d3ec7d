import type { Stratum } from '../dimensions.ts';
import { createRandom } from '../random.ts';
import { tellConversion, tellProcedures, tellSpouseRights } from './aftermath.ts';
import { WorldBuilder } from './builder.ts';
import { tellAssets, tellCommunityDebt, tellPartnerAsset, tellQuasiUsufruct } from './assets.ts';
import { tellAscendantsAndCollaterals } from './collaterals.ts';
import { tellDebts, tellTotals } from './debts.ts';
import { tellDescendants } from './descendants.ts';
import { tellDeath, tellEarlierUnions, tellUnions } from './unions.ts';
import { tellInsurance } from './insurance.ts';
import { tellAdvanceWaiver, tellGifts, tellLegalReturn, tellSpouseGift, tellWill } from './liberalities.ts';
import type { World } from './types.ts';

/** Makes the case world of a seed and a stratum: each step reads only what earlier ones made. Pure. */
export function makeSuccessionWorld(seed: readonly (string | number)[], stratum: Stratum): World {
  const w = new WorldBuilder(createRandom(...seed, 'world'), stratum, seed);
  tellDeath(w);
  tellUnions(w);
  w.divorcePending = w.link === 'CONJOINT' && w.random.chance(w.has('international_procedure') ? 0.5 : 0.02);
  tellDescendants(w);
  tellAscendantsAndCollaterals(w);
  tellEarlierUnions(w);
  const assets = tellAssets(w);
  tellQuasiUsufruct(w, assets);
  tellCommunityDebt(w);
  tellPartnerAsset(w);
  tellDebts(w);
  tellTotals(w);
  tellGifts(w);
  tellWill(w, assets);
  tellSpouseGift(w);
  tellAdvanceWaiver(w);
  tellInsurance(w);
  tellLegalReturn(w, assets);
  tellSpouseRights(w);
  tellConversion(w);
  tellProcedures(w, assets);
  return { facts: w.facts, must: w.must };
}
