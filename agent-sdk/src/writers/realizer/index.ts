import { createRandom, lengthBands, type Pack, type WritingTask } from '@case-swarm/schema';
import { writeForm } from './forms.ts';
import { addNoise, countWords } from './noise.ts';
import { drawHabits } from './surface.ts';

const MOST_DRAFTS = 12;

/**
 * The embedded writer: French for a target, from the pack's phrases. Offline; the same task and seed give the same
 * text. Drafts are drawn until one has the stratum's length, telegraphic ones where the full ones are too long.
 */
export function realize(pack: Pack, task: WritingTask): string {
  const { stratum } = task;
  const form = stratum['format'] ?? 'recit_libre';
  const noise = stratum['noise'] ?? 'propre';
  const length = lengthBands[stratum['length_band'] ?? ''] ?? [8, 700];
  let best = '';
  let distance = Infinity;
  for (let draft = 0; draft < MOST_DRAFTS; draft++) {
    const random = createRandom(task.seed, 'realizer', draft);
    const script = pack.script(task, random);
    // A long text says everything in full; a court one is telegraphic and bare before it is too long.
    const terse = (draft >= 3 && !(draft % 2 === 1 && length[0] >= 100)) || stratum['voice'] === 'note_dossier' || (form === 'question_directe' && random.chance(0.6));
    const clean = writeForm(form, {
      script,
      habits: drawHabits(random, form, noise !== 'propre'),
      random,
      voice: stratum['voice'] ?? '',
      length,
      terse,
      bare: draft >= 6 && length[1] <= 140,
    });
    const text = addNoise(clean, noise, random);
    const words = countWords(text);
    const off = words < length[0] ? length[0] - words : words > length[1] ? words - length[1] : 0;
    if (off === 0) return text;
    if (off < distance) {
      distance = off;
      best = text;
    }
  }
  return best;
}
