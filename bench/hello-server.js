// The yardstick: Hono on @hono/node-server with one route and nothing behind it.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/', (context) => context.text('hello'));
app.get('/ready', (context) => context.text('ready'));
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.argv[process.argv.indexOf('--port') + 1]) });
process.once('SIGTERM', () => process.exit(0));
