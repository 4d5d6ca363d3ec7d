import { decodeToon, type Hints, type Pack } from '@case-swarm/schema';
import { realize } from './realizer/index.ts';
import { WriterUnfit, type Writer } from './writer.ts';

/** The embedded, offline writer: the realizer on a pack. Each repair draws another wording. */
export function embeddedWriter(pack: Pack, seed: string): Writer {
  const attempts = new Map<string, number>();
  return {
    name: 'realizer',
    write(instruction) {
      if (instruction.pack.schema_hash !== pack.master.hash) {
        throw new WriterUnfit(
          `the server's schema (${instruction.pack.name}, ${instruction.pack.schema_hash}) is not this writer's (${pack.name}, ${pack.master.hash}); give --pack or --master-schema-file as the server has them, or use another --writer`,
        );
      }
      const attempt = attempts.get(instruction.instruction_id) ?? 0;
      attempts.set(instruction.instruction_id, attempt + 1);
      return Promise.resolve(
        realize(pack, {
          target: decodeToon(instruction.target_toon),
          stratum: instruction.dimensions,
          hints: instruction.hints as Hints,
          seed: `${seed}|${instruction.instruction_id}|${attempt}`,
        }),
      );
    },
  };
}
