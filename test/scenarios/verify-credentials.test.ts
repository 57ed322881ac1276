import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type BulkUpdateOptions, bulkUpdate } from '../../src/index.ts';
import { startReceiver } from '../../src/receiver/index.ts';
import { type ApiServer, startApiServer } from '../github/api-server.ts';
import { runCli } from '../support/cli.ts';
import type { ActionRun } from '../support/runner.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { AT, runStep, type StepRun } from './act.ts';

const SECRET = 's3cret: of graphite';
const USER = 'reader';

/** One kind of credentials, in the inputs of each face. */
interface Way {
  /** The expected header. */
  readonly authorization: string;
  readonly inputs: (secret: string) => Readonly<Record<string, string>>;
  readonly cli: (secret: string) => { readonly args: string[]; readonly env: Record<string, string> };
  readonly options: (secret: string) => Partial<BulkUpdateOptions>;
}

const WAYS: Readonly<Record<string, Way>> = {
  'a user and a password': {
    authorization: `Basic ${btoa(`${USER}:${SECRET}`)}`,
    inputs: (secret) => ({ 'graphite-user': USER, 'graphite-password': secret }),
    cli: (secret) => ({ args: ['--graphite-user', USER], env: { GRAPHITE_PASSWORD: secret } }),
    options: (secret) => ({ graphiteUser: USER, graphitePassword: secret }),
  },
  'a token': {
    authorization: `Bearer ${SECRET}`,
    inputs: (secret) => ({ 'graphite-token': secret }),
    cli: (secret) => ({ args: [], env: { GRAPHITE_TOKEN: secret } }),
    options: (secret) => ({ graphiteToken: secret }),
  },
};

/** A Graphite that answers 401 without exactly this header, and with it the one point of a series. */
function startGuardedGraphite(authorization: string, target: string): Promise<ApiServer> {
  const start = Number(AT) - (Number(AT) % 60);
  const datapoints = [-60, 0, 60].map((offset) => [offset === 0 ? 42 : null, start + offset]);
  return startApiServer(({ headers }) => {
    return headers.authorization === authorization
      ? { body: [{ target, datapoints }] }
      : { status: 401, headers: { 'www-authenticate': 'Basic realm="graphite"' }, body: 'no' };
  });
}

/** Checks that no form of the secret is in the text from which it could be recovered. */
function expectNoSecret(text: string, authorization: string): void {
  const [, credentials = ''] = authorization.split(' ');
  for (const form of [SECRET, 's3cret', credentials.slice(0, 16), encodeURIComponent(SECRET), btoa(SECRET)])
    expect(text).not.toContain(form);
}

/** Everything that a step produces, except the masks, which are commands to the runner. */
function listTexts(run: ActionRun): string {
  const stdout = run.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const { stderr, outputs, summary, state, env } = run;
  return [...stdout, stderr, summary, JSON.stringify([outputs, state, env])].join('\n');
}

describe.each(Object.entries(WAYS))('reading back with %s', (_, { authorization, inputs, cli, options }) => {
  async function step(secret: string): Promise<StepRun & { readonly asked: ApiServer['asked'] }> {
    await using receiver = await startReceiver();
    await using graphite = await startGuardedGraphite(authorization, 'ci.octo-org.octo-repo.a');
    const run = await runStep({
      server: `127.0.0.1:${receiver.port}`,
      metric: 'a',
      value: '42',
      verify: 'true',
      'verify-timeout': '5',
      'graphite-url': graphite.url,
      ...inputs(secret),
    });
    return { ...run, asked: graphite.asked };
  }

  it('the action gets access, and masks the secret', async () => {
    const { run, asked } = await step(SECRET);
    expect([run.exitCode, run.masks, run.annotations.errors]).toEqual([0, [SECRET], []]);
    expect(run.outputs).toMatchObject({ delivery: 'confirmed', verified: '1', missing: '0' });
    expect(asked.map(({ headers }) => headers.authorization)).toContain(authorization);
    expectNoSecret(listTexts(run), authorization);
  });

  it('the action with a wrong secret fails, and prints neither', async () => {
    const { run } = await step(`${SECRET} of old`);
    expect([run.exitCode, run.masks]).toEqual([1, [`${SECRET} of old`]]);
    expect(run.annotations.errors).toEqual([expect.stringContaining(' 401')]);
    expect(run.outputs).toMatchObject({ delivery: 'failed', verified: '0', missing: '1' });
    expectNoSecret(listTexts(run), authorization);
  });

  it.each([
    ['--json', SECRET, 0],
    ['--debug', SECRET, 0],
    ['--json', `${SECRET} of old`, 1],
    ['--debug', `${SECRET} of old`, 1],
  ])(
    'the command line with %s reads "%s" from the environment and ends with %d',
    async (flag, secret, code) => {
      await using receiver = await startReceiver();
      await using graphite = await startGuardedGraphite(authorization, 'systems.x.a');
      const where = ['-c', `127.0.0.1:${receiver.port}`, '-s', 'x', '-m', 'a', '-v', '42', '-t', AT];
      const { args, env } = cli(secret);
      const how = ['--verify', '--verify-timeout', '5', '--graphite-url', graphite.url, ...args, flag];
      const run = await runCli([...where, ...how], { env });
      expect([run.exitCode, receiver.lines.map(({ text }) => text)]).toEqual([
        code,
        [`systems.x.a 42 ${AT}`],
      ]);
      if (code === 1) expect(run.stderr).toContain(' 401');
      else if (flag === '--json') expect(JSON.parse(run.stdout)).toMatchObject({ verified: 1, missing: 0 });
      else expect(run.stderr).toContain('systems.x.a');
      expectNoSecret(run.stdout + run.stderr, authorization);
    },
  );

  it('the library gets access, and its error contains no secret', async () => {
    await using receiver = await startReceiver();
    await using graphite = await startGuardedGraphite(authorization, 'g.s.a');
    await using spool = await createTempDir();
    const run = (secret: string): ReturnType<typeof bulkUpdate> =>
      bulkUpdate({
        server: `127.0.0.1:${receiver.port}`,
        group: 'g',
        source: 's',
        data: { a: 42 },
        timestamp: AT,
        spool: spool.path,
        verify: true,
        verifyTimeout: 5,
        graphiteUrl: graphite.url,
        ...options(secret),
      });
    const result = await run(SECRET);
    expect(result).toMatchObject({ delivery: 'confirmed', verified: 1, missing: 0 });
    expectNoSecret(inspect(result, { depth: 9, showHidden: true }), authorization);
    const error: unknown = await run(`${SECRET} of old`).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'SendError', message: expect.stringContaining(' 401') });
    expectNoSecret(inspect(error, { depth: 9, showHidden: true }), authorization);
  });
});
