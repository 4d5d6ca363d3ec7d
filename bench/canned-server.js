// Answers an agent's two calls at once, with what the real server once answered: what is left of the time is the agent's own.
// node bench/canned-server.js --port N --answers FILE
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const option = (name) => process.argv[process.argv.indexOf(name) + 1];
const { next, submitted } = JSON.parse(readFileSync(option('--answers'), 'utf8'));
const app = new Hono();
let drawn = 0;
app.get('/ready', (context) => context.text('ready'));
app.post('/next-instruction', (context) => context.json({ ...next, instructions: [{ ...next.instructions[0], instruction_id: `INS-${String(++drawn).padStart(4, '0')}` }] }));
app.post('/validate-case', (context) => context.json({ validation: { accepted: true, problems: [] } }));
app.post('/submit-case', async (context) => context.json({ ...submitted, instruction_id: (await context.req.json()).instruction_id }));
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(option('--port')) });
process.once('SIGTERM', () => process.exit(0));
