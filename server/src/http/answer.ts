import type { Context } from 'hono';

/** JSON of a body with the campaign's coverage, which is kept as text, at its end. */
export function withCoverage(body: object, coverage: string): string {
  const text = JSON.stringify(body);
  return `${text.slice(0, -1)}${text === '{}' ? '' : ','}"coverage":${coverage}}`;
}

/** Answers JSON that is text already. */
export function answerJson(context: Context, json: string): Response {
  context.header('content-type', 'application/json');
  return context.body(json);
}
