import {
  batchSchema,
  healthSchema,
  leaseRequestSchema,
  nextRequestSchema,
  nextResponseSchema,
  pairMatrixSchema,
  problemDocumentSchema,
  reviewRequestSchema,
  statisticsSchema,
  submissionSchema,
  submitResponseSchema,
  validateRequestSchema,
  validationSchema,
} from '@case-swarm/schema';
import type { Hono } from 'hono';
import { z } from 'zod';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'input'): unknown => z.toJSONSchema(schema, { io, unrepresentable: 'any' });
const json = (schema: unknown): object => ({ content: { 'application/json': { schema } } });
const body = (schema: z.ZodType): object => ({ requestBody: { required: true, ...json(schemaOf(schema)) } });
const answer = (description: string, schema: unknown): object => ({ description, ...json(schema) });
const problem = { description: 'A problem (RFC 9457)', content: { 'application/problem+json': { schema: schemaOf(problemDocumentSchema, 'output') } } };
const operation = (summary: string, success: object, more: object = {}): object => ({ summary, ...more, responses: { 200: success, default: problem } });

/** The OpenAPI document, generated from `contract.ts`. */
function openapiDocument(): object {
  const next = answer('Instructions, or `wait`, or `done`', schemaOf(nextResponseSchema, 'output'));
  const stored = answer('Stored', schemaOf(submitResponseSchema, 'output'));
  const anything = answer('See docs/http.md', {});
  return {
    openapi: '3.1.0',
    info: { title: 'case-server', version: '1', description: 'Hands out targets, judges texts, keeps the good ones.' },
    paths: {
      '/health': { get: operation('State of the campaign', answer('Counts', schemaOf(healthSchema, 'output'))) },
      '/next-instruction': { get: operation('Draw work', next), post: operation('Draw work', next, body(nextRequestSchema)) },
      '/submit-case': { post: operation('Hand in a text, or several', stored, body(z.union([submissionSchema, batchSchema]))) },
      '/validate-case': {
        post: operation(
          'A verdict without storing',
          answer('Verdict', { type: 'object', properties: { validation: schemaOf(validationSchema, 'output') } }),
          body(validateRequestSchema),
        ),
      },
      '/renew-lease': { post: operation('Keep a lease', anything, body(leaseRequestSchema)) },
      '/release-instruction': { post: operation('Give a lease back', anything, body(leaseRequestSchema)) },
      '/instructions/{id}': { get: operation('One instruction with its attempts', anything) },
      '/cases': { get: operation('Accepted cases, filtered by axis and agent', anything) },
      '/cases/{id}/review': { post: operation('Keep or reject an accepted case', anything, body(reviewRequestSchema)) },
      '/events': { get: operation('Server-sent events', anything) },
      '/exports/{file}': { get: operation('A file of the state folder', anything) },
      '/statistics': { get: operation('How the campaign goes', answer('Figures', schemaOf(statisticsSchema, 'output'))) },
      '/statistics/pairs': { get: operation('Two axes against each other', answer('Plan and accepted', schemaOf(pairMatrixSchema, 'output'))) },
      '/dashboard': { get: operation('The campaign, as a page or as JSON', anything) },
      '/metrics': { get: operation('Prometheus metrics', anything) },
      '/ready': { get: operation('Whether requests are taken', anything) },
    },
  };
}

export function openapiRoutes(app: Hono): void {
  const document = openapiDocument();
  app.get('/openapi.json', (context) => context.json(document));
  app.get('/docs', (context) => context.html(page(document as { paths: Record<string, Record<string, { summary: string }>> })));
}

/** A plain page to read the document; no script, no outside host. */
function page(document: { paths: Record<string, Record<string, { summary: string }>> }): string {
  const rows = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary }]) => `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${path}</code></td><td>${summary}</td></tr>`),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>case-server HTTP</title><h1>case-server HTTP</h1><p>Machine-readable: <a href="/openapi.json">/openapi.json</a></p><table>${rows.join('')}</table></html>`;
}
