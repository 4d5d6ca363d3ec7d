import { createRandom, lengthBands, type Pack, type Script, type WritingTask } from '@case-swarm/schema';
import { writeForm } from './forms.ts';
import { addNoise, countWords } from './noise.ts';
import { inRegister } from './register.ts';
import { drawHabits } from './surface.ts';

const MOST_DRAFTS = 12;
const FIRST_PERSON = /(?<!\p{L})(?:[jm]'|(?:je|me|moi|mon|ma|mes|nous|notre|nos)(?!\p{L}))/iu;

const isImpersonal = (voice: string): boolean => voice === 'troisieme_personne' || voice === 'note_dossier';

/** Nobody says "je" in the third person, or in a file's note: what speaks of the writer is left out. */
function inVoice(script: Script, voice: string): Script {
  if (!isImpersonal(voice)) return script;
  const impersonal = (lines: readonly string[]): readonly string[] => lines.filter((line) => !FIRST_PERSON.test(line));
  const { formalAsides, laments, openings, closings, questions, introductions } = script;
  // A file's note sighs no more in a question than in a report.
  const asides = voice === 'note_dossier' ? formalAsides : script.asides;
  return {
    ...script,
    asides: impersonal(asides),
    laments: impersonal(laments),
    openings: impersonal(openings),
    closings: impersonal(closings),
    questions: impersonal(questions),
    introductions: impersonal(introductions),
  };
}

/** Word processors and phones write a curved apostrophe; one writer keeps to one. */
const printed = (text: string, { seed }: WritingTask, noise: string): string =>
  CAREFUL.has(noise) && createRandom(seed, 'apostrophe').chance(CURVED) ? text.replaceAll("'", '’') : text;
const CAREFUL = new Set(['propre', 'ambigu']);
const CURVED = 0.35;

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
    const script = inVoice(pack.script(task, random), stratum['voice'] ?? '');
    // A long text says everything in full; a court one is telegraphic and bare before it is too long.
    const terse = (draft >= 3 && !(draft % 2 === 1 && length[0] >= 100)) || stratum['voice'] === 'note_dossier' || (form === 'question_directe' && random.chance(0.25));
    const bare = draft >= 6 && length[1] <= 140;
    const clean = writeForm(form, {
      script,
      habits: drawHabits(random, form, noise !== 'propre'),
      random,
      voice: stratum['voice'] ?? '',
      length,
      terse,
      bare,
    });
    const said = inRegister(clean, pack, stratum, createRandom(task.seed, 'register', draft));
    const text = printed(addNoise(said, noise, random, { impersonal: isImpersonal(stratum['voice'] ?? ''), bare }), task, noise);
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
