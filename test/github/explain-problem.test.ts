import { expect, test } from 'vitest';
import { findJob } from '../../src/github/collect-github-job.ts';

test('names a port of the API that Node refuses, with the cure', async () => {
  const found = await findJob({
    apiUrl: 'http://127.0.0.1:9',
    token: 'ghs_secret',
    repository: 'acme/app',
    runId: '1',
    attempt: '1',
    checkRunId: '2',
    jobKey: 'build',
    matrix: undefined,
    runnerName: undefined,
    retries: 0,
    signal: new AbortController().signal,
  });
  expect(found).toEqual({
    problem: expect.objectContaining({
      location: 'github-token',
      rule: expect.stringMatching(/^GitHub could not be asked: .* to port 9, .*Give it another port/),
    }),
  });
});
