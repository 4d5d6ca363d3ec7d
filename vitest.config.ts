import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@case-swarm/source'] },
  ssr: { resolve: { conditions: ['@case-swarm/source'] } },
  test: { include: ['*/src/**/*.test.ts', 'tests/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, pool: 'forks' },
});
