import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SendOptions, update } from '../../src/index.ts';
import { createAuthority } from '../support/authority.ts';
import { runCli } from '../support/cli.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { startTlsServer } from '../support/tls-server.ts';
import { runStep, type StepInputs, type StepRun } from './act.ts';

const authority = await createAuthority();
const [good, client] = await Promise.all([
  authority.certify(),
  authority.certify({ names: 'DNS:client.test' }),
]);
const asking = { ...good, ca: authority.ca, requestCert: true, rejectUnauthorized: true };
const body = client.key.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
const toBase64 = (text: string): string => Buffer.from(text).toString('base64');

/** How CI systems and people write a key with several lines. */
const UNDERSTOOD: Readonly<Record<string, string>> = {
  base64: toBase64(client.key),
  'base64 in lines': toBase64(client.key).replace(/.{76}/g, '$&\n'),
  'base64 for URLs': Buffer.from(client.key).toString('base64url'),
  'one line with "\\n"': client.key.replaceAll('\n', '\\n'),
  'one line with "\\r\\n"': client.key.replaceAll('\n', '\\r\\n'),
  'one line with blanks': client.key.replaceAll('\n', ' '),
  'one line with nothing between': client.key.replaceAll('\n', ''),
  'base64 of one line with "\\n"': toBase64(client.key.replaceAll('\n', '\\n')),
  'in quotes': JSON.stringify(client.key),
  'ends of lines as Windows has them': client.key.replaceAll('\n', '\r\n'),
};
/** The same with a part missing. */
const NOT_UNDERSTOOD: Readonly<Record<string, string>> = {
  'without its first and last line': body.join('\n'),
  'without them, in one line': body.join(''),
  'without its last line': client.key.slice(0, -30),
  'base64 that was cut off': toBase64(client.key).slice(20),
  'base64 twice': toBase64(toBase64(client.key)),
  hexadecimal: Buffer.from(client.key).toString('hex'),
  'a word': 'S3CRETword',
};

/** Everything of a step that people can read. A mask is a command. */
async function readAll({ run }: StepRun): Promise<string> {
  const log = run.stdout.split('\n').filter((text) => !text.startsWith('::add-mask::'));
  const files = await readFiles(join(run.tempDir, 'carbon-undelivered'));
  return [...log, run.stderr, run.summary, JSON.stringify(run.outputs), ...files].join('\n');
}

async function readFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

/** Parts of a secret that must not appear. */
function partsOf(secret: string): string[] {
  const text = secret.replace(/-----[A-Z ]+-----/g, '').trim();
  const parts = [text.slice(0, 10), text.slice(40, 60), text.slice(-10)].map((part) => part.trim());
  return [...body.map((line) => line.slice(0, 20)), ...parts].filter((part) => part.length >= 8);
}

describe.concurrent('a key as tls-key', () => {
  it.each(Object.entries(UNDERSTOOD))(
    'in the form "%s" is understood, masked and printed nowhere',
    async (_, key) => {
      await using receiver = await startTlsServer(asking);
      const step = await runStep({
        server: `127.0.0.1:${receiver.port}`,
        metric: 'a',
        value: '1',
        tls: 'true',
        'tls-ca': toBase64(authority.ca),
        'tls-cert': client.cert.replaceAll('\n', '\\n'),
        'tls-key': key,
      });
      expect([step.run.exitCode, step.run.annotations.errors]).toEqual([0, []]);
      expect(step.run.masks).toEqual(expect.arrayContaining(body));
      const shown = await readAll(step);
      for (const part of partsOf(key)) expect(shown).not.toContain(part);
    },
  );

  it.each(Object.entries(NOT_UNDERSTOOD))(
    '"%s" is a fault that does not print it, and is masked',
    async (_, key) => {
      for (const name of ['tls-key', 'tls-cert', 'tls-ca']) {
        if (key.length < 20 && name !== 'tls-key') continue;
        const pair = name === 'tls-key' ? { 'tls-cert': client.cert } : { 'tls-key': client.files.key };
        const step = await runStep({
          server: '127.0.0.1:1',
          metric: 'a',
          value: '1',
          tls: 'true',
          ...(name === 'tls-ca' ? {} : pair),
          [name]: key,
        });
        expect(step.run.annotations.errors).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
        const lines = key.split('\n').filter((line) => !line.startsWith('-----'));
        expect(step.run.masks).toEqual(expect.arrayContaining(lines));
        const shown = await readAll(step);
        for (const part of partsOf(key)) expect(shown).not.toContain(part);
      }
    },
  );

  it.each(Object.entries(NOT_UNDERSTOOD))(
    '"%s" is printed neither by the command line nor in an error',
    async (_, key) => {
      const options = { server: '127.0.0.1:1', metric: 'a', value: 1, tls: true, tlsCert: client.cert };
      const error: unknown = await update({ ...options, tlsKey: key }).catch((reason: unknown) => reason);
      const shown = [inspect(error)];
      const flags = ['-c', '127.0.0.1:1', '-m', 'a', '-v', '1', '--tls', '--tls-cert', client.files.cert];
      for (const more of [[], ['--json'], ['--debug']]) {
        const { exitCode, stdout, stderr } = await runCli([...flags, `--tls-key=${key}`, ...more]);
        expect(exitCode).toBe(2);
        shown.push(stdout, stderr);
      }
      const run = await runCli([
        'run',
        ...flags.slice(0, 2),
        ...flags.slice(6),
        `--tls-key=${key}`,
        '--',
        'true',
      ]);
      shown.push(run.stdout, run.stderr);
      for (const part of partsOf(key)) expect(shown.join('\n')).not.toContain(part);
    },
  );

  it('is not a secret when it names a file', async () => {
    const step = await runStep({
      server: '127.0.0.1:1',
      metric: 'a',
      value: '1',
      tls: 'true',
      'tls-cert': client.cert,
      'tls-key': good.files.key,
    });
    expect([step.run.masks, step.run.annotations.errors]).toEqual([
      [],
      [expect.stringContaining(good.files.key)],
    ]);
  });

  it('that names no file is a fault with the reason', async () => {
    const step = await runStep({
      server: 'none',
      metric: 'a',
      value: '1',
      tls: 'true',
      'tls-cert': 'none.pem',
      'tls-key': 'none.key',
    });
    expect(step.run.annotations.errors).toEqual([
      expect.stringMatching(
        /tls-cert: there is no such file, got "none\.pem"\..*tls-key: it is neither PEM text nor the path of a file that can be read\. Give PEM text/s,
      ),
    ]);
  });
});

describe.concurrent('a password in an address', () => {
  const S = 'S3CRETword';
  const graphite = { verify: 'true', server: 'none' };
  it.each<[StepInputs, string]>([
    [{ ...graphite, 'graphite-url': `reader:${S}@graphite.test` }, '…@graphite.test'],
    [{ ...graphite, 'graphite-url': `reader:p@${S}@graphite.test:8080/x` }, '…@graphite.test:8080/x'],
    [{ ...graphite, 'graphite-url': `//reader:${S}@graphite.test` }, '…@graphite.test'],
    [{ ...graphite, 'graphite-url': `ftp://reader:${S}@graphite.test` }, '…@graphite.test'],
    [{ ...graphite, 'graphite-url': `graphite.test/?key=${S}` }, 'graphite.test/?…'],
    [{ ...graphite, 'graphite-url': `http://reader:${S}@bad host` }, '…@bad host'],
    [{ server: `user:${S}@carbon.test` }, '…@carbon.test'],
    [{ server: `http://user:${S}@carbon.test:2003` }, '…@carbon.test:2003'],
    [{ server: `a,user:${S}@b,c:${S}@d:99999` }, '…@d:99999'],
    [{ server: `${S}@carbon.test` }, '…@carbon.test'],
  ])('%j is a fault that prints %j', async (inputs, shown) => {
    const step = await runStep({ metric: 'a', value: '1', ...inputs });
    expect(step.run.annotations.errors).toEqual([expect.stringContaining(`got "${shown}"`)]);
    expect(await readAll(step)).not.toContain(S);
    expect(step.run.stdout).not.toContain(S);
    const { server = '', 'graphite-url': url } = inputs;
    const flags = [
      '-c',
      server,
      '-m',
      'a',
      '-v',
      '1',
      ...(url === undefined ? [] : ['--verify', '--graphite-url', url]),
    ];
    for (const more of [[], ['--json'], ['--debug']]) {
      const { exitCode, stdout, stderr } = await runCli([...flags, ...more]);
      expect([exitCode, `${stdout}${stderr}`.includes(S)]).toEqual([2, false]);
    }
    const options: SendOptions = { server, ...(url === undefined ? {} : { verify: true, graphiteUrl: url }) };
    const error: unknown = await update({ metric: 'a', value: 1, ...options }).catch(
      (reason: unknown) => reason,
    );
    expect(inspect(error)).not.toContain(S);
  });
});

describe.concurrent('a secret with a character that no header allows', () => {
  const S = 'S3CRETword';
  it.each<[StepInputs]>([
    [{ 'graphite-token': `${S}\nx` }],
    [{ 'graphite-token': `${S}\u{2028}` }],
    [{ 'graphite-user': 'a', 'graphite-password': `${S}\u0000`.replace('\u0000', '\u0001') }],
  ])('%j is printed nowhere', async (secrets) => {
    const inputs = {
      server: 'none',
      metric: 'a',
      value: '1',
      verify: 'true',
      'graphite-url': 'http://127.0.0.1:1',
    };
    const step = await runStep({ ...inputs, ...secrets, timeout: '1', retries: '0' });
    expect(step.run.exitCode).toBe(1);
    expect(await readAll(step)).not.toContain(S);
  });
});

/** All texts of an error, its causes included. */
function inspect(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error);
  const own = Object.getOwnPropertyNames(error).map((name) => JSON.stringify(Reflect.get(error, name)));
  return [
    error.name,
    String(error.stack),
    ...own,
    error.cause === undefined ? '' : inspect(error.cause),
  ].join('\n');
}

it('a secret given as the spool folder by mistake is cut', async () => {
  const { path } = await createTempDir();
  const { stderr } = await runCli(
    ['-c', '127.0.0.1:1', '-m', 'a', '-v', '1', '--retries', '0', '--spool', 'x'.repeat(300)],
    { cwd: path },
  );
  expect(stderr).not.toContain('x'.repeat(120));
});
