// An agent of your own in fifteen lines: node --import tsx examples/my-agent.ts http://127.0.0.1:8765 10
import { createClient, embeddedWriter, runAgent, type Writer } from '@case-swarm/agent-sdk';
import { loadPack } from '@case-swarm/schema';

const [server = 'http://127.0.0.1:8765', count = '10'] = process.argv.slice(2);
const embedded = embeddedWriter(await loadPack(), 'my-agent');
// Put your own writer here: instruction.prompt says what to write, problems what was wrong with the last text.
const writer: Writer = { name: 'mine', write: (instruction, problems, signal) => embedded.write(instruction, problems, signal) };
const stop = new AbortController();
process.once('SIGINT', () => stop.abort(new Error('stopped')));
const client = createClient({ server, agentId: 'my-agent', writer: 'mine' });
const { accepted, refused } = await runAgent({ client, writer, concurrency: 2, count: Number(count), signal: stop.signal });
console.log(`${accepted} accepted, ${refused} refused`);
