import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { eld } from 'eld';

type Detector = Pick<typeof eld, 'detect'>;
interface EldModule {
  readonly createEld: () => { readonly instance: Detector; readonly loadData: (data: unknown) => string };
}
let loaded: Detector | undefined;

/**
 * eld with the languages that a text could be in instead of French, read when the first text needs it: most need none.
 * eld's own entries bring the tables of sixty languages; the detector behind them takes any.
 */
export function languageDetector(): Detector {
  if (!loaded) {
    const module = fileURLToPath(new URL('../languageDetector.js', import.meta.resolve('eld')));
    const { createEld } = createRequire(import.meta.url)(module) as EldModule;
    const { instance, loadData } = createEld();
    loadData(JSON.parse(readFileSync(new URL('../../data/languages.json', import.meta.url), 'utf8')));
    loaded = instance;
  }
  return loaded;
}
