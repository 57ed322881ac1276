import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { createAuthority } from '../support/authority.ts';
import { startCarbonCache } from '../support/carbon-cache.ts';
import type { ChildResult } from '../support/child.ts';
import { runCli } from '../support/cli.ts';
import { startServer } from '../support/faulty-server.ts';
import { startGraphiteWeb } from '../support/graphite-web.ts';
import { GRAPHITES } from '../support/graphites.ts';
import { startGunicorn } from '../support/gunicorn.ts';
import { needs } from '../support/needs.ts';
import { reservePorts } from '../support/ports.ts';
import { startTlsServer } from '../support/tls-server.ts';

interface Visit {
  readonly exitCode: ChildResult['exitCode'];
  readonly stderr: string;
  /** The lines, without what differs between runs. */
  readonly lines: string[];
}

async function visit(...args: string[]): Promise<Visit> {
  const { exitCode, stdout, stderr } = await runCli(['doctor', '-g', 'g', ...args]);
  return { exitCode, stderr, lines: stdout.trimEnd().split('\n') };
}

/** An HTTP server that gives this answer to each request. It ends with the test. */
async function startWeb(
  headers: Record<string, string>,
  body = '[]',
): Promise<AsyncDisposable & { readonly url: string; readonly port: number }> {
  const server = createServer({ joinDuplicateHeaders: true }, (_, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const graphite = needs('graphite-manage', 'carbon-cache');

describe('the doctor finds nothing wrong', () => {
  for (const { name, needed, start } of GRAPHITES)
    it(`with ${name} that keep a history`, needs(...needed), async () => {
      await using place = await start({ retentions: '10s:6h,1m:30d' });
      const { carbon, url } = place;
      const { exitCode, lines, stderr } = await visit(
        '-c',
        `localhost:${carbon.linePort}`,
        '--graphite-url',
        url.href,
      );
      expect(stderr).toBe('');
      expect(lines).toEqual([
        expect.stringMatching(/^✔ Name: localhost has the address \S+.* \(\d+ ms\)$/),
        expect.stringMatching(/^✔ Connection: localhost:\d+ accepted one in \d+ ms$/),
        '✔ Line receiver: it answers nothing and closes after this side',
        '✔ Graphite: its render API answers',
        "✔ Clock: within 30 s of Graphite's",
        '✔ Delivery: g.carbon_action.probe was confirmed',
        expect.stringMatching(/^✔ Read back: Graphite shows the point after \d+\.\d s$/),
        '✔ Retention: for an hour a point per 10 seconds, for 30 days a point per minute',
        '? New series: Graphite has no carbon.agents.*.droppedCreates, which shows whether Carbon limits them',
      ]);
      expect(exitCode).toBe(0);
    });

  it('with TLS, and names each certificate', async () => {
    const authority = await createAuthority({ days: 100 });
    const { cert, key } = await authority.certify({ names: 'IP:127.0.0.1', days: 90 });
    await using server = await startTlsServer({ cert, key });
    const { exitCode, lines } = await visit(
      '-c',
      `127.0.0.1:${server.port}`,
      '--tls',
      '--tls-ca',
      authority.file,
    );
    expect(lines).toContainEqual(expect.stringMatching(/^✔ TLS: TLSv1\.3; .* expires in \d+ days?$/));
    expect(lines.filter((line) => line.startsWith('✘'))).toEqual([]);
    expect(lines).toContain('? Read back: not checked, because --graphite-url is not given');
    expect(exitCode).toBe(0);
  });
});

describe('the doctor names what is wrong, with its cure', () => {
  async function expectBad(args: readonly string[], line: RegExp): Promise<void> {
    const { exitCode, lines } = await visit(...args);
    expect(lines.filter((one) => one.startsWith('✘'))).toEqual([expect.stringMatching(line)]);
    expect(exitCode).toBe(1);
  }

  it('a name that has no address', () =>
    expectBad(['-c', 'carbon.invalid'], /^✘ Name: carbon\.invalid .+ Check .*DNS|name server/));

  it('a port without a listener', async () => {
    await using reserved = await reservePorts(1);
    await expectBad(
      ['-c', `127.0.0.1:${reserved.ports[0]}`],
      /^✘ Connection: .* nothing listens there\. Check host and port/,
    );
  });

  it('a web server', async () => {
    await using web = await startWeb({});
    await expectBad(
      ['-c', `127.0.0.1:${web.port}`],
      /^✘ Line receiver: .* It is a web server\. Check the port/,
    );
  });

  it('gunicorn, the web server of Graphite', needs('gunicorn'), async () => {
    await using web = await startGunicorn();
    await expectBad(
      ['-c', `127.0.0.1:${web.ports[0]}`],
      /^✘ Line receiver: .* It is a web server\. Check the port/,
    );
  });

  it('a server that takes no line after it was checked', async () => {
    // The connection, the line of HTTP, and the probe.
    await using server = await startServer([
      { kind: 'closeAfterFin' },
      { kind: 'closeAfterFin' },
      { kind: 'resetAfter', bytes: 1 },
    ]);
    await expectBad(
      ['-c', `127.0.0.1:${server.port}`],
      /^✘ Delivery: 127\.0\.0\.1:\d+ reset the connection before this side did: /,
    );
  });

  it('a port that closes early', async () => {
    await using server = await startServer({ kind: 'readHalfThenClose', bytes: 1 });
    await expectBad(['-c', `127.0.0.1:${server.port}`], /^✘ Line receiver: .* pickles or cache queries/);
  });

  it('a server that never closes', async () => {
    await using server = await startServer({ kind: 'readThenHold' });
    const args = ['-c', `127.0.0.1:${server.port}`, '--confirm-timeout', '0.2'];
    await expectBad(args, /^✘ Line receiver: it did not close within 0\.2 s/);
  });

  it('a certificate that has expired, of another authority, or that expires soon', async () => {
    const authority = await createAuthority({ days: 100 });
    const expired = await authority.certify({ names: 'IP:127.0.0.1', days: -3 });
    await using old = await startTlsServer(expired);
    await expectBad(
      ['-c', `127.0.0.1:${old.port}`, '--tls', '--tls-ca', authority.file],
      /^✘ TLS: .* has expired\. Renew it/,
    );
    const soon = await authority.certify({ names: 'IP:127.0.0.1', days: 5 });
    await using next = await startTlsServer(soon);
    await expectBad(['-c', `127.0.0.1:${next.port}`, '--tls'], /^✘ TLS: .* authority .* --tls-ca/);
    await expectBad(
      ['-c', `127.0.0.1:${next.port}`, '--tls', '--tls-ca', authority.file],
      /^✘ TLS: .* expires in [45] days\. Renew it now\.$/,
    );
  });

  it('a port without TLS', async () => {
    await using receiver = await startReceiver();
    await expectBad(
      ['-c', `127.0.0.1:${receiver.port}`, '--tls', '--connect-timeout', '1'],
      /^✘ TLS: .* turn --tls off/,
    );
  });

  it('a server that is not Graphite', async () => {
    await using receiver = await startReceiver();
    await using web = await startWeb({}, '<html>');
    const args = ['-c', `127.0.0.1:${receiver.port}`, '--graphite-url', web.url];
    await expectBad(args, /^✘ Graphite: .* a web page/);
  });

  it('a clock that is wrong', async () => {
    await using receiver = await startReceiver();
    const hourAgo = new Date(Date.now() - 3_600_000).toUTCString();
    const probe = { target: 'g.carbon_action.probe', datapoints: [] };
    await using web = await startWeb({ date: hourAgo }, JSON.stringify([probe]));
    const { exitCode, lines } = await visit(
      ...['-c', `127.0.0.1:${receiver.port}`, '--graphite-url', web.url, '--verify-timeout', '1'],
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^✘ Clock: this machine is 3\d{3} s ahead of Graphite's clock: .* NTP\.$/),
    );
    expect(exitCode).toBe(1);
  });

  it('a store that keeps less than a week', graphite, async () => {
    await using carbon = await startCarbonCache({ onDisk: true, retentions: '10s:6h' });
    await using web = await startGraphiteWeb({ carbon });
    const args = ['-c', `127.0.0.1:${carbon.linePort}`, '--graphite-url', web.url.href];
    await expectBad(args, /^✘ Retention: for an hour a point per 10 seconds, .* storage-schemas\.conf/);
  });

  it('new series that Carbon does not create', graphite, async () => {
    const config = { MAX_CREATES_PER_MINUTE: '0' };
    await using carbon = await startCarbonCache({ onDisk: true, config });
    await using web = await startGraphiteWeb({ carbon });
    const args = [
      '-c',
      `127.0.0.1:${carbon.linePort}`,
      '--graphite-url',
      web.url.href,
      '--verify-timeout',
      '2',
    ];
    await expectBad(args, /^✘ Read back: .*MAX_CREATES_PER_MINUTE/);
  });

  it('new series that Carbon dropped, according to its own metrics', async () => {
    await using receiver = await startReceiver();
    const answer = [
      {
        target: 'carbon.agents.a.droppedCreates',
        datapoints: [
          [3, 60],
          [null, 120],
        ],
      },
    ];
    await using web = await startWeb({}, JSON.stringify(answer));
    const { lines } = await visit(
      ...['-c', `127.0.0.1:${receiver.port}`, '--graphite-url', web.url, '--verify-timeout', '1'],
    );
    expect(lines.at(-1)).toBe(
      '✘ New series: Carbon dropped 3 of them in the last hour. Raise MAX_CREATES_PER_MINUTE in carbon.conf.',
    );
  });
});

describe('the doctor', () => {
  it('checks nothing when an option is wrong', async () => {
    const { exitCode, stderr, lines } = await visit('-c', 'http://carbon', '--graphite-url', 'x');
    expect([exitCode, lines]).toEqual([2, ['']]);
    expect(stderr).toContain('Nothing was checked.');
  });

  it("prints no workflow command and no extra line of a server's answer", async () => {
    await using receiver = await startReceiver();
    await using web = await startWeb({ location: 'http://x/::error::' }, '\n::error::forged');
    const { lines } = await visit('-c', `127.0.0.1:${receiver.port}`, '--graphite-url', web.url);
    expect(lines.every((line) => /^[✔✘?] [A-Z]/u.test(line))).toBe(true);
  });
});
