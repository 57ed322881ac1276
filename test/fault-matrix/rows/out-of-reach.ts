import { startServer } from '../../support/faulty-server.ts';
import { reservePorts } from '../../support/ports.ts';
import { ip, mountText, onPackets } from '../network.ts';
import type { Observation, Section } from '../row.ts';
import { runStep } from '../step.ts';

/** A name with six addresses. A firewall silences the first five; a good receiver has the last one. */
async function runBehindSilence(inputs: Readonly<Record<string, string>>): Promise<Observation> {
  await using server = await startServer({ kind: 'closeAfterFin' }, { host: '127.0.9.1' });
  const silent = [2, 3, 4, 5, 6].map((last) => `127.0.0.${last}`);
  const names = [...silent, '127.0.9.1'].map((address) => `${address} carbon.test\n`).join('');
  await mountText('/etc/hosts', names);
  await mountText('/etc/nsswitch.conf', 'hosts: files\n');
  await onPackets(`ip daddr { ${silent.join(', ')} } tcp dport ${server.port} drop`);
  return (await runStep({ server: `carbon.test:${server.port}`, inputs })).observe(server.lines());
}

/** No server is reachable. The addresses are those that RFC 5737 reserves for documents. */
export const outOfReach: Section = {
  title: 'The receiver cannot be reached',
  rows: [
    {
      fault: 'refused',
      expected: { delivery: 'failed', message: /refused the connection.*\(ECONNREFUSED\)/ },
      remark: 'Nothing listens on the port. Retried once here (`retries: 1`).',
      run: async () => {
        await using reserved = await reservePorts(1);
        const step = await runStep({ server: `127.0.0.1:${reserved.ports[0]}`, inputs: { retries: '1' } });
        return step.observe([]);
      },
    },
    {
      fault: 'refused by the first of two servers',
      expected: { delivery: 'confirmed', message: /^$/ },
      remark: 'The second server of the list takes everything, without a retry (`retries: 0`).',
      run: async () => {
        await using reserved = await reservePorts(1);
        await using good = await startServer({ kind: 'closeAfterFin' });
        const server = `127.0.0.1:${reserved.ports[0]}, 127.0.0.1:${good.port}`;
        return (await runStep({ server })).observe(good.lines());
      },
    },
    {
      fault: 'DNS failure',
      expected: { delivery: 'failed', message: /ENOTFOUND|EAI_AGAIN|did not accept a connection/ },
      remark: 'A name under `.invalid`. Retried once (`retries: 1`).',
      run: async () => {
        const step = await runStep({ server: 'carbon.invalid:2003', inputs: { retries: '1' } });
        return step.observe([]);
      },
    },
    {
      fault: 'a name server that does not answer',
      namespace: true,
      expected: {
        delivery: 'failed',
        message: /could not be looked up within 1 s: the name server does not answer/,
      },
      remark:
        'The lookup ends after `connect-timeout` (here 1 s). The step ends although the system still waits.',
      run: async () => {
        await mountText('/etc/resolv.conf', 'nameserver 127.0.0.53\n');
        await mountText('/etc/nsswitch.conf', 'hosts: files dns\n');
        await onPackets('udp dport 53 drop');
        const inputs = { 'connect-timeout': '1' };
        return (await runStep({ server: 'carbon.example.com:2003', inputs })).observe([]);
      },
    },
    {
      fault: 'a name with five silent addresses before the live one',
      namespace: true,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark:
        'A firewall drops packets to the five. All addresses share `connect-timeout` (here 3 s); each has 250 ms or more.',
      run: () => runBehindSilence({ 'connect-timeout': '3' }),
    },
    {
      fault: 'a name with more silent addresses than one attempt can try',
      namespace: true,
      expected: { delivery: 'confirmed', message: /^$/ },
      remark: 'The retry begins with the untried addresses (`connect-timeout: 1`, `retries: 1`).',
      run: () => runBehindSilence({ 'connect-timeout': '1', retries: '1' }),
    },
    {
      fault: 'unreachable',
      namespace: true,
      expected: { delivery: 'failed', message: /cannot be reached.*\(EHOSTUNREACH\)/ },
      remark: 'The route is `unreachable` (`ip route add unreachable`).',
      run: async () => {
        await ip('route', 'add', 'unreachable', '192.0.2.0/24');
        return (await runStep({ server: '192.0.2.1:2003', inputs: { retries: '1' } })).observe([]);
      },
    },
    {
      fault: 'no network',
      namespace: true,
      expected: { delivery: 'failed', message: /no network to it\. \(ENETUNREACH\)/ },
      remark: 'The machine has no route.',
      run: async () => (await runStep({ server: '192.0.2.1:2003' })).observe([]),
    },
    {
      fault: 'forbidden by policy',
      namespace: true,
      expected: { delivery: 'failed', message: /firewall or policy forbids it\. \(EACCES\)/ },
      remark: 'A route of the kind `prohibit`.',
      run: async () => {
        await ip('route', 'add', 'prohibit', '192.0.2.0/24');
        return (await runStep({ server: '192.0.2.1:2003' })).observe([]);
      },
    },
    {
      fault: 'black hole',
      namespace: true,
      expected: { delivery: 'failed', message: /did not accept a connection within 5 s\./ },
      remark: 'A firewall drops every packet: nothing ever answers. Retried once (`retries: 1`).',
      run: async () => {
        await using server = await startServer({ kind: 'closeAfterFin' });
        await onPackets(`tcp dport ${server.port} drop`);
        const step = await runStep({ server: `127.0.0.1:${server.port}`, inputs: { retries: '1' } });
        return step.observe(server.lines());
      },
    },
    {
      fault: 'rejected by a firewall',
      namespace: true,
      expected: { delivery: 'failed', message: /refused the connection.*\(ECONNREFUSED\)/ },
      remark: 'The firewall answers with a reset, like a port without a listener.',
      run: async () => {
        await using server = await startServer({ kind: 'closeAfterFin' });
        await onPackets(`tcp dport ${server.port} reject with tcp reset`);
        return (await runStep({ server: `127.0.0.1:${server.port}` })).observe(server.lines());
      },
    },
  ],
};
