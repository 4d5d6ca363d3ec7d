import { UserError } from '@case-swarm/schema';
import { createClient } from '../client.ts';
import { readToken } from './token.ts';

export interface DashboardOptions {
  readonly server: string;
  readonly tokenFile?: string;
}

/** The campaign in a terminal, until its reader quits. */
export async function dashboardCommand(options: DashboardOptions): Promise<number> {
  if (!process.stdout.isTTY || !process.stdin.isTTY)
    throw new UserError('no-terminal', 'the dashboard needs a terminal; for programs there is GET /statistics, for a browser GET /dashboard', 2);
  // Read by the colour library when it loads, so before Ink is.
  if (process.env['NO_COLOR']) process.env['FORCE_COLOR'] = '0';
  // Ink draws nothing but the last frame where CI is set; somebody looks at this terminal.
  process.env['CI'] = '0';
  process.env['CONTINUOUS_INTEGRATION'] = '0';
  const { render } = await import('ink');
  const { Dashboard } = await import('../tui/components/dashboard.tsx');
  const client = createClient({ server: options.server, retries: 0, ...(options.tokenFile === undefined ? {} : { token: readToken(options.tokenFile) }) });
  const enter = '\u001b[?1049h\u001b[H';
  const leave = '\u001b[?1049l';
  process.stdout.write(enter);
  try {
    await render(<Dashboard client={client} server={options.server} />).waitUntilExit();
  } finally {
    process.stdout.write(leave);
  }
  return 0;
}
