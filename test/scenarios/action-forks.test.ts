import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { act, runStep, type StepInputs } from './act.ts';

const pullRequest = {
  github: { event_name: 'pull_request', repository: 'acme/app' },
  event: { pull_request: { head: { repo: { full_name: 'else/app' } } } },
};
const push = { github: { event_name: 'push', repository: 'me/app' }, event: { repository: { fork: true } } };
const own = {
  github: { event_name: 'push', repository: 'acme/app' },
  event: { repository: { fork: false } },
};
const metric = { metric: 'a', value: '1', server: 'carbon.test' };
const verify = { ...metric, verify: 'true', 'graphite-url': 'http://127.0.0.1:1' };

/** A Graphite that answers every question with one status. */
async function startGraphite(status: number): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((_, response) => response.writeHead(status).end('[]'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const EMPTY: ReadonlyArray<readonly [string, StepInputs]> = [
  ['server', { ...metric, server: '' }],
  ['tls-key', { ...metric, tls: 'true', 'tls-cert': 'client.pem', 'tls-key': '' }],
  ['tls-cert', { ...metric, tls: 'true', 'tls-cert': '', 'tls-key': 'client.key' }],
  ['graphite-url', { ...verify, 'graphite-url': '' }],
  ['graphite-password', { ...verify, 'graphite-user': 'reader', 'graphite-password': '' }],
];

describe.concurrent.each([
  ['a pull request from a fork', pullRequest],
  ['a run in a fork', push],
])('%s', (cause, step) => {
  it.each(EMPTY)('is skipped with a notice when %s is empty', async (name, inputs) => {
    const { run, printed } = await runStep({ ...inputs, 'job-metrics': 'true' }, step);
    expect([run.exitCode, run.outputs['delivery'], run.state]).toEqual([0, 'skipped', {}]);
    const notices = printed.filter((text) => !text.startsWith('add-mask '));
    expect(notices).toEqual([`notice Nothing was sent: ${cause} has no secrets, and ${name} is empty.`]);
  });

  it.each([401, 403])(
    'is skipped when Graphite asks for a login with %d and none is given',
    async (status) => {
      await using graphite = await startGraphite(status);
      const { run, printed } = await runStep({ ...verify, 'graphite-url': graphite.url }, step);
      expect([run.exitCode, run.outputs['delivery']]).toEqual([0, 'skipped']);
      expect(printed).toEqual([
        `notice Nothing was sent: ${cause} has no secrets, and graphite-token is empty.`,
      ]);
    },
  );

  it('is sent when nothing is missing', async () => {
    const { run, lines } = await act({ metric: 'a', value: '1' }, step);
    expect([run.exitCode, lines.length]).toEqual([0, 1]);
  });
});

describe.concurrent('in the repository itself', () => {
  it.each(EMPTY)('an empty %s fails the step', async (_, inputs) => {
    const { run } = await runStep({ ...inputs, retries: '0', timeout: '1', 'verify-timeout': '1' }, own);
    expect([run.exitCode, run.outputs['delivery']]).toEqual([1, 'failed']);
  });
});
