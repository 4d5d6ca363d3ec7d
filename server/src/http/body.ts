import type { Context } from 'hono';
import type { z } from 'zod';
import { RequestProblem } from './problem.ts';

const MOST_BYTES = 256 * 1024;

/** Reads a body of at most 256 KiB as UTF-8 JSON of a shape. @throws RequestProblem 400, 413 or 415 */
export async function readBody<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const type = context.req.header('content-type') ?? '';
  if (type !== '' && !/^application\/(?:[\w.+-]+\+)?json\b|^text\/plain\b|^application\/x-www-form-urlencoded\b/i.test(type))
    throw new RequestProblem('unsupported-media-type', `send JSON (content-type application/json), not ${type.slice(0, 60)}`);
  const bytes = await readBytes(context);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RequestProblem('bad-json', 'the body is not valid UTF-8');
  }
  let value: unknown;
  try {
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch (error) {
    throw new RequestProblem('bad-json', error instanceof RangeError ? 'the body is nested too deeply' : `the body is not JSON: ${(error as Error).message.slice(0, 120)}`);
  }
  return parse(schema, value);
}

export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  throw new RequestProblem('bad-request', `${where}${issue.message}`.slice(0, 300));
}

/** A body that tells its length is read at once; any other is counted as it comes, so that it cannot fill the memory. */
async function readBytes(context: Context): Promise<Uint8Array> {
  const announced = context.req.header('content-length');
  if (announced !== undefined) {
    if (Number(announced) > MOST_BYTES) throw new RequestProblem('too-large', `the body has ${announced} bytes; at most ${MOST_BYTES} are read`);
    return new Uint8Array(await context.req.arrayBuffer());
  }
  const stream = context.req.raw.body;
  if (!stream) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new RequestProblem('too-large', `the body has more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
