import { getEventListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createClient } from './client.ts';

test('a signal that is given to many calls keeps nothing of them, and still stops the one under way', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/release-instruction') response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = createClient({ server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, agentId: 'me' });
  const stop = new AbortController();
  for (let i = 0; i < 50; i++) await client.release(`INS-${i}`, stop.signal);
  expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
  const hanging = client.renew('INS-1', stop.signal);
  stop.abort(new Error('stopped'));
  await expect(hanging).rejects.toThrow('stopped');
  server.closeAllConnections();
  server.close();
});
