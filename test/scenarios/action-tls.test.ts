import { describe, expect, it } from 'vitest';
import { createAuthority } from '../support/authority.ts';
import { startServer } from '../support/faulty-server.ts';
import { startTlsServer } from '../support/tls-server.ts';
import { createWorkspace, makeOutputs, readKept, runStep, type StepRun } from './act.ts';

const metric = { metric: 'a', value: '1' };
const line = 'ci.octo-org.octo-repo.a 1 1700000000\n';
const authority = await createAuthority();
const [good, named, expired, client] = await Promise.all([
  authority.certify(),
  authority.certify({ names: 'DNS:carbon.test' }),
  authority.certify({ days: -1 }),
  authority.certify({ names: 'DNS:client.test' }),
]);
const tls = { ...metric, tls: 'true', 'tls-ca': authority.ca };
const asking = { ...good, ca: authority.ca, requestCert: true, rejectUnauthorized: true };

/** The secret lines of a key. */
function secretsOf(key: string): string[] {
  return key.split('\n').filter((text) => text !== '' && !text.startsWith('-----'));
}

/** Everything of a step that people can read. A mask is a command and is not shown. */
function readable({ run }: StepRun): string {
  const shown = run.stdout.split('\n').filter((text) => !text.startsWith('::add-mask::'));
  return [...shown, run.stderr, run.summary, JSON.stringify(run.outputs)].join('\n');
}

describe.concurrent('tls', () => {
  it.each([
    ['text', authority.ca],
    ['a path', authority.file],
  ])('works with an authority given as %s', async (_, ca) => {
    await using receiver = await startTlsServer(good);
    const server = `127.0.0.1:${receiver.port}`;
    const { run, printed } = await runStep({ ...tls, server, 'tls-ca': ca });
    expect([run.exitCode, printed, receiver.text()]).toEqual([0, [], line]);
    // The kernel's evidence depends on which side ended the connection below TLS first.
    expect(['kernel', 'close']).toContain(run.outputs['evidence']);
    const { evidence = '' } = run.outputs;
    const amount = { batches: '1', lines: '1', bytes: '37' };
    expect(run.outputs).toEqual(makeOutputs({ ...amount, delivery: 'confirmed', server, evidence }));
  });

  it('trusts what Node trusts, if no authority is given', async () => {
    await using receiver = await startTlsServer(good);
    const inputs = { ...metric, tls: 'true', server: `127.0.0.1:${receiver.port}`, retries: '0' };
    const unknown = await runStep(inputs);
    expect([unknown.run.exitCode, receiver.text()]).toEqual([1, '']);
    const { run, printed } = await runStep(inputs, { env: { NODE_EXTRA_CA_CERTS: authority.file } });
    expect([run.exitCode, printed, receiver.text()]).toEqual([0, [], line]);
  });

  it('reads paths relative to the workspace', async () => {
    await using receiver = await startTlsServer(asking);
    const cwd = await createWorkspace({ 'ca.pem': authority.ca, 'c.pem': client.cert, 'c.key': client.key });
    const files = { 'tls-ca': 'ca.pem', 'tls-cert': 'c.pem', 'tls-key': 'c.key' };
    const { run, printed } = await runStep(
      { ...tls, ...files, server: `127.0.0.1:${receiver.port}` },
      { cwd },
    );
    expect([run.exitCode, printed, receiver.text()]).toEqual([0, [], line]);
  });

  it('checks the certificate for tls-server-name', async () => {
    await using receiver = await startTlsServer(named);
    const server = `127.0.0.1:${receiver.port}`;
    const { run, printed } = await runStep({ ...tls, server, 'tls-server-name': 'carbon.test' });
    expect([run.exitCode, printed, receiver.text()]).toEqual([0, [], line]);
  });

  it('presents tls-cert, and masks every line of tls-key', async () => {
    await using receiver = await startTlsServer(asking);
    const server = `127.0.0.1:${receiver.port}`;
    const step = await runStep({ ...tls, server, 'tls-cert': client.cert, 'tls-key': client.key });
    expect([step.run.exitCode, receiver.text()]).toEqual([0, line]);
    expect(step.run.masks).toEqual(secretsOf(client.key));
    expect(step.printed.filter((text) => !text.startsWith('add-mask '))).toEqual([]);
    for (const secret of secretsOf(client.key)) expect(readable(step)).not.toContain(secret);
  });

  it.each<[string, string]>([
    ['the key of another certificate', good.key],
    ['a key without its first and last line', secretsOf(client.key).join('\n')],
  ])('prints %s nowhere', async (_, key) => {
    const step = await runStep({ ...tls, server: '127.0.0.1:1', 'tls-cert': client.cert, 'tls-key': key });
    expect(step.run.exitCode).toBe(1);
    expect(step.printed.at(-1)).toMatch(/^error tls-key: .+ Nothing was sent\.$/);
    for (const secret of secretsOf(key === good.key ? key : client.key))
      expect(readable(step)).not.toContain(secret.slice(0, 40));
  });

  it('masks no path', async () => {
    const files = { 'tls-cert': client.files.cert, 'tls-key': client.files.key };
    await using receiver = await startTlsServer(asking);
    const { run } = await runStep({ ...tls, ...files, server: `127.0.0.1:${receiver.port}` });
    expect([run.exitCode, run.masks]).toEqual([0, []]);
  });
});

describe.concurrent('an untrusted certificate', () => {
  it.each<[string, { cert: string; key: string }, Record<string, string>, RegExp]>([
    ['of an unknown authority', good, { 'tls-ca': '' }, /not known.+\(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)/],
    ['that has expired', expired, {}, /has expired\. Renew it; .*\(CERT_HAS_EXPIRED\)/],
    ['of another name', named, {}, /another name\..+ \(ERR_TLS_CERT_ALTNAME_INVALID\)/],
  ])('%s: sends nothing, tries once and keeps everything', async (_, certificate, inputs, why) => {
    await using receiver = await startTlsServer(certificate);
    const server = `127.0.0.1:${receiver.port}`;
    const { run, printed } = await runStep({ ...tls, ...inputs, server });
    expect([run.exitCode, printed]).toEqual([1, [expect.stringMatching(why)]]);
    expect([receiver.text(), receiver.connections(), run.outputs['attempts']]).toEqual(['', 1, '1']);
    expect(await readKept(run)).toBe(line);
  });
});

describe.concurrent('tls options', () => {
  it('require tls', async () => {
    const names = ['tls-ca', 'tls-cert', 'tls-key', 'tls-server-name'];
    const steps = await Promise.all(
      names.map((name) => runStep({ ...metric, server: 'carbon', [name]: 'some.pem' })),
    );
    const isShown = (text: string): boolean => !text.startsWith('add-mask ');
    expect(steps.map(({ run, printed }) => [run.exitCode, ...printed.filter(isShown)])).toEqual(
      names.map((name) => [1, `error ${name}: it needs tls. Turn tls on. Nothing was sent.`]),
    );
  });

  it('give one error that names all wrong ones, and nothing is sent', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const garbage = '-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----';
    for (const [inputs, message] of [
      [{ 'tls-ca': 'none.pem' }, /^error tls-ca: there is no such file, got "none\.pem"\. Give PEM text/],
      [{ 'tls-ca': garbage }, /^error tls-ca: .+ Give PEM text, or the path of a PEM file\. Nothing/],
      [{ 'tls-cert': client.cert }, /^error tls-key: it is needed with tls-cert\. Give both or neither\. /],
      [{ tls: 'on' }, /^error (?:.|\n)*tls: must be true or false, got "on"\./],
    ] as const) {
      const place = { server: `127.0.0.1:${server.port}` };
      const { run, printed } = await runStep({ ...tls, ...place, ...inputs });
      expect([run.exitCode, printed]).toEqual([1, [expect.stringMatching(message)]]);
    }
    expect(server.connections()).toBe(0);
  });
});
