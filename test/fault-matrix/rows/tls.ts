import { setTimeout as delay } from 'node:timers/promises';
import type { TlsOptions } from 'node:tls';
import { createCertificate } from '../../support/authority.ts';
import { startCarbonCache } from '../../support/carbon-cache.ts';
import { startServer } from '../../support/faulty-server.ts';
import { startTlsServer, type TlsServer } from '../../support/tls-server.ts';
import { type Forwarding, startForwarder } from '../forwarder.ts';
import { startNginxTls, startStunnel } from '../proxies.ts';
import type { Observation, Section } from '../row.ts';
import { startUnreadGoodbye } from '../servers.ts';
import { runStep } from '../step.ts';
import { readStored } from '../stored.ts';
import { TCP, waitForState } from '../wait.ts';

async function runTls(options: TlsOptions, inputs: Readonly<Record<string, string>>): Promise<Observation> {
  await using server = await startTlsServer(options);
  const place = { server: `${server.host}:${server.port}` };
  const step = await runStep({ ...place, inputs: { tls: 'true', retries: '1', ...inputs } });
  return step.observe(server.text().split('\n'));
}

/** Our bytes wait in front of the server until all of them are there. */
async function runThrough(
  { port, text }: TlsServer,
  { inputs = {}, ...how }: Forwarding & { readonly inputs?: Readonly<Record<string, string>> },
): Promise<Observation> {
  await using forwarder = await startForwarder(port, how);
  return (await runStep({ server: forwarder.address, inputs })).observe(text().split('\n'));
}

const ASKING = { requestCert: true, rejectUnauthorized: true } as const;

/** TLS that is wrong on one of the two sides. */
export const tls: Section = {
  title: 'TLS',
  rows: [
    {
      fault: 'wrong certificate: another name',
      expected: { delivery: 'failed', message: /shows a certificate of another name/ },
      remark: 'A certificate stays wrong: never retried.',
      run: async () => {
        const { ca, cert, key } = await createCertificate({ names: 'DNS:other.example' });
        return runTls({ cert, key }, { 'tls-ca': ca });
      },
    },
    {
      fault: 'wrong certificate: an unknown authority',
      expected: { delivery: 'failed', message: /authority that is not known/ },
      remark: 'The same.',
      run: async () => {
        const { cert, key } = await createCertificate();
        return runTls({ cert, key }, {});
      },
    },
    {
      fault: 'expired certificate',
      expected: {
        delivery: 'failed',
        message: /shows a certificate that has expired\. Renew it; .*\(CERT_HAS_EXPIRED\)/,
      },
      remark: 'The same.',
      run: async () => {
        const { ca, cert, key } = await createCertificate({ days: -1 });
        return runTls({ cert, key }, { 'tls-ca': ca });
      },
    },
    {
      fault: 'the server requires a client certificate',
      expected: { delivery: 'failed', message: /requires a client certificate\. Give it as tls-cert/ },
      remark: 'None was given (`tls-cert`, `tls-key`). Never retried.',
      run: async () => {
        const good = await createCertificate();
        return runTls({ ...good, ...ASKING }, { 'tls-ca': good.ca });
      },
    },
    {
      fault: 'the server requires a client certificate, TLS 1.2',
      expected: { delivery: 'failed', message: /ended the TLS handshake\..+give tls-cert and tls-key/ },
      remark: 'The same, but the alert of the server has no specific name.',
      run: async () => {
        const good = await createCertificate();
        return runTls({ ...good, ...ASKING, maxVersion: 'TLSv1.2' }, { 'tls-ca': good.ca });
      },
    },
    {
      fault: 'the server rejects our certificate without an alert',
      expected: { delivery: 'failed', message: /closed the connection late, and then an idle one/ },
      remark:
        "Node's own TLS server. In TLS 1.3 it reads our certificate together with our lines, drops both and closes without an alert. Here it does so after our FIN, and late. It closes an idle connection, too.",
      run: async () => {
        const [good, strange] = [await createCertificate(), await createCertificate()];
        await using server = await startTlsServer({ ...good, ...ASKING });
        const given = { 'tls-ca': good.ca, 'tls-cert': strange.cert, 'tls-key': strange.key };
        const inputs = { tls: 'true', ...given };
        return await runThrough(server, { inputs, waitFrom: 'second', atEnd: 'fin' });
      },
    },
    {
      fault: 'close_notify, then RST without having read',
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        "The server sends its `close_notify` after ours, has read no line, and the connection is reset. In TLS this exchange happens one layer above the kernel's table, so that table proves nothing: `evidence` is always `close`.",
      run: async () => {
        const good = await createCertificate();
        await using server = await startUnreadGoodbye(good, (port) =>
          waitForState({ localPort: port }, TCP.CLOSE_WAIT),
        );
        await using forwarder = await startForwarder(server.port, { waitFrom: 'never', atEnd: 'reset' });
        const inputs = { tls: 'true', 'tls-ca': good.ca };
        return (await runStep({ server: forwarder.address, inputs })).observe(server.lines());
      },
    },
    {
      fault: 'TLS to a plain port',
      programs: ['carbon-cache'],
      expected: {
        delivery: 'failed',
        message:
          /(?:closed|reset) the connection during the TLS handshake.*Turn tls off|did not accept a connection.*turn tls off/,
      },
      remark: 'carbon-cache waits for the end of a line that never comes, or drops the connection.',
      run: async () => {
        await using cache = await startCarbonCache();
        const inputs = { tls: 'true' };
        const step = await runStep({ server: `127.0.0.1:${cache.linePort}`, inputs });
        return step.observe(await readStored(cache, step.expected));
      },
    },
    {
      fault: 'plain lines to a TLS port',
      programs: ['stunnel4'],
      expected: {
        delivery: 'failed',
        message: /(?:closed|reset) the connection before this side did.*TLS port \(turn tls on\)/,
      },
      remark: 'stunnel detects that this is not TLS, and drops the connection.',
      run: async () => {
        await using backend = await startServer({ kind: 'closeAfterFin' });
        await using proxy = await startStunnel(await createCertificate())(backend.port);
        return (await runStep({ server: `127.0.0.1:${proxy.ports[0]}` })).observe(backend.lines());
      },
    },
    {
      fault: 'plain lines to a TLS port of a briefly busy nginx',
      programs: ['nginx', 'ngx_stream_module.so'],
      expected: { delivery: 'failed', message: /closed the connection late, and then an idle one/ },
      remark:
        'It reads everything, finds that it is not TLS, and closes without an answer; so does HAProxy. Its close is late, and it closes an idle connection after five blanks, which are no TLS.',
      run: async () => {
        await using backend = await startServer({ kind: 'closeAfterFin' });
        await using proxy = await startNginxTls(await createCertificate())(backend.port);
        const [port = 0] = proxy.ports;
        process.kill(proxy.pid, 'SIGSTOP');
        const step = runStep({ server: `127.0.0.1:${port}` });
        await waitForState({ localPort: port }, TCP.CLOSE_WAIT);
        await delay(600);
        process.kill(proxy.pid, 'SIGCONT');
        return (await step).observe(backend.lines());
      },
    },
    {
      fault: 'plain lines to a TLS port of a briefly busy Node server',
      expected: { delivery: 'failed', message: /closed the connection late, and then an idle one/ },
      remark: 'The same.',
      run: async () => {
        await using server = await startTlsServer(await createCertificate());
        return await runThrough(server, { waitFrom: 'first', atEnd: 'fin' });
      },
    },
  ],
};
