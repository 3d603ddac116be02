import { defineConfig } from 'vitest/config';

// Pure rooms share one context (fast); whatever opens a database, a server, a browser or a process gets its own.
const isolated = ['tests/store/**', 'tests/server/**', 'tests/web/**', 'tests/cli/**', 'tests/acquire/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['tests/**/*.test.ts'],
          exclude: isolated,
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'outside',
          include: isolated.map((folder) => `${folder}/*.test.ts`),
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
