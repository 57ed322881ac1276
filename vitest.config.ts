import { defineConfig } from 'vitest/config';
import { CountReporter } from './test/support/count-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['test/support/temp-dir.ts'],
    setupFiles: ['test/support/leave-no-trace.ts'],
    // GitHub's parser imports JSON without saying so, which plain Node refuses.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
    reporters: ['default', new CountReporter()],
  },
});
