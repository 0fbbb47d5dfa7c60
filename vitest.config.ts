import { defineConfig } from 'vitest/config';

/** The runs of tests; `deep` is that of `npm run test:deep`. Every `*.test.ts` below `test/` belongs to exactly one. */
export const PROJECTS = [
  {
    name: 'unit',
    include: ['test/**/*.test.ts'],
    exclude: ['test/site/**', 'test/builds/**', 'test/browser/**', 'test/deep/**'],
    // No file changes what another one reads: each module is loaded once for all.
    isolate: false,
    testTimeout: 60_000,
  },
  {
    name: 'site',
    include: ['test/site/**/*.test.ts'],
    exclude: [],
    // All read the same pages: once is enough.
    fileParallelism: false,
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
  {
    name: 'builds',
    include: ['test/builds/**/*.test.ts'],
    exclude: [],
    // Builds of the same kind share Astro's working folder: one at a time.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
  {
    name: 'browser',
    include: ['test/browser/**/*.test.ts'],
    exclude: [],
    // Two workers, each with one Chromium for all its files.
    maxWorkers: 2,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // What a page shows in the end counts, however busy the machine is.
    expect: { poll: { timeout: 20_000 } },
  },
  {
    name: 'deep',
    include: ['test/deep/**/*.test.ts'],
    exclude: [],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
];

export default defineConfig({ test: { projects: PROJECTS.map((test) => ({ test })) } });
