import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './test/support/count-reporter.ts';

/** GitHub's parser comes without the files that its source maps name: fifty warnings hide what a test prints. */
const WITHOUT_SOURCE_MAPS = {
  name: 'without-source-maps',
  enforce: 'pre',
  load: (id: string) =>
    /@actions\/(?:workflow-parser|expressions)\/.*\.js$/.test(id)
      ? readFileSync(id, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')
      : undefined,
} as const;

/** Tests that wait for other programs more than they compute. */
const E2E = ['chaos', 'e2e', 'fault-matrix'].map((folder) => `test/${folder}/**/*.test.ts`);
/** Tests of the source: a file needs no process of its own, and no build. */
const UNIT = [
  ...[
    'ci',
    'cli',
    'collect',
    'format',
    'github',
    'insight',
    'options',
    'publish',
    'read',
    'receiver',
    'report',
    'rules',
  ],
  ...['sampler', 'send', 'verify'],
].map((folder) => `test/${folder}/**/*.test.ts`);
/** What runs lib/ and dist/. */
const BUILT = { globalSetup: ['test/support/fresh-build.ts'] };

export default defineConfig({
  plugins: [WITHOUT_SOURCE_MAPS],
  test: {
    // No test is to fail because the machine is busy: this ends only what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    // Most tests wait for a process: more of them than cores keep the cores at work.
    maxWorkers: 2 * availableParallelism(),
    globalSetup: ['test/support/temp-dir.ts'],
    setupFiles: ['test/support/leave-no-trace.ts', 'test/support/outside-ci.ts'],
    // GitHub's parser imports JSON without saying so, which plain Node refuses.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
    reporters: ['default', new CountReporter()],
    // They run in the order of their names: the longest waits first.
    projects: [
      { extends: true, test: { ...BUILT, name: 'e2e', include: E2E } },
      {
        extends: true,
        test: { ...BUILT, name: 'process', include: ['test/**/*.test.ts'], exclude: [...E2E, ...UNIT] },
      },
      { extends: true, test: { name: 'unit', include: UNIT, isolate: false } },
    ],
  },
});
