import type { TlsOptions } from 'node:tls';
import { startCarbonCache } from '../../support/carbon-cache.ts';
import { startServer } from '../../support/faulty-server.ts';
import { makeCertificate } from '../certificates.ts';
import { startNginxTls, startStunnel } from '../proxies.ts';
import type { Observation, Section } from '../row.ts';
import { startTls } from '../servers.ts';
import { runStep } from '../step.ts';
import { readStored } from '../stored.ts';
import { TCP, waitForState } from '../wait.ts';

async function runTls(options: TlsOptions, inputs: Readonly<Record<string, string>>): Promise<Observation> {
  await using server = await startTls(options);
  const step = await runStep({ server: server.address, inputs: { tls: 'true', retries: '1', ...inputs } });
  return step.observe(server.lines());
}

const OPENSSL = ['/usr/bin/openssl'];

/** TLS that is wrong on one of the two sides. */
export const tls: Section = {
  title: 'TLS',
  rows: [
    {
      fault: 'wrong certificate: another name',
      programs: OPENSSL,
      expected: { delivery: 'failed', says: /shows a certificate of another name/ },
      remark: 'A certificate does not get better: never tried again.',
      run: async () => {
        const { ca, cert, key } = await makeCertificate({ name: 'DNS:other.example' });
        return runTls({ cert, key }, { 'tls-ca': ca });
      },
    },
    {
      fault: 'wrong certificate: an unknown authority',
      programs: OPENSSL,
      expected: { delivery: 'failed', says: /authority that is not known/ },
      remark: 'The same.',
      run: async () => {
        const { cert, key } = await makeCertificate();
        return runTls({ cert, key }, {});
      },
    },
    {
      fault: 'expired certificate',
      programs: OPENSSL,
      expected: { delivery: 'failed', says: /shows a certificate that has expired\. \(CERT_HAS_EXPIRED\)/ },
      remark: 'The same.',
      run: async () => {
        const { ca, cert, key } = await makeCertificate({ days: -1 });
        return runTls({ cert, key }, { 'tls-ca': ca });
      },
    },
    {
      fault: 'the server wants a certificate of ours',
      programs: OPENSSL,
      expected: { delivery: 'failed', says: /ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED/ },
      remark: 'None was given (`tls-cert`, `tls-key`).',
      run: async () => {
        const { ca, cert, key } = await makeCertificate();
        return runTls({ ca, cert, key, requestCert: true, rejectUnauthorized: true }, { 'tls-ca': ca });
      },
    },
    {
      fault: 'TLS to a plain port',
      programs: ['/usr/bin/carbon-cache'],
      expected: {
        delivery: 'failed',
        says: /closed the connection|did not accept a connection|reset the connection/,
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
      programs: ['/usr/bin/stunnel4', ...OPENSSL],
      expected: { delivery: 'failed', says: /reset the connection before everything was confirmed/ },
      remark: 'stunnel sees that this is not TLS, and drops the connection.',
      run: async () => {
        await using backend = await startServer({ kind: 'closeAfterFin' });
        await using proxy = await startStunnel(await makeCertificate())(backend.port);
        return (await runStep({ server: `127.0.0.1:${proxy.ports[0]}` })).observe(backend.lines());
      },
    },
    {
      fault: 'plain lines to a TLS port of nginx that is busy for a moment',
      programs: ['/usr/sbin/nginx', '/usr/lib/nginx/modules/ngx_stream_module.so', ...OPENSSL],
      expected: { delivery: 'confirmed', says: /^$/ },
      remark:
        'It reads everything, finds that it is not TLS, and closes without a word; so does HAProxy. Without such a moment, in 6 runs each by hand, nginx did it once and HAProxy never; the others failed.',
      run: async () => {
        await using backend = await startServer({ kind: 'closeAfterFin' });
        await using proxy = await startNginxTls(await makeCertificate())(backend.port);
        const [port = 0] = proxy.ports;
        process.kill(proxy.pid, 'SIGSTOP');
        const step = runStep({ server: `127.0.0.1:${port}` });
        await waitForState({ localPort: port }, TCP.CLOSE_WAIT);
        process.kill(proxy.pid, 'SIGCONT');
        return (await step).observe(backend.lines());
      },
    },
  ],
};
