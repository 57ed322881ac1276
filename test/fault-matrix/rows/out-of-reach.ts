import { startServer } from '../../support/faulty-server.ts';
import { reservePorts } from '../../support/ports.ts';
import { ip, onPackets } from '../network.ts';
import type { Section } from '../row.ts';
import { runStep } from '../step.ts';

/** Nobody can be reached. The addresses are those that RFC 5737 keeps for documents. */
export const outOfReach: Section = {
  title: 'The receiver cannot be reached',
  rows: [
    {
      fault: 'refused',
      expected: { delivery: 'failed', says: /refused the connection.*\(ECONNREFUSED\)/ },
      remark: 'Nothing listens on the port. Tried again once here (`retries: 1`).',
      run: async () => {
        await using reserved = await reservePorts(1);
        const step = await runStep({ server: `127.0.0.1:${reserved.ports[0]}`, inputs: { retries: '1' } });
        return step.observe([]);
      },
    },
    {
      fault: 'refused by the first of two servers',
      expected: { delivery: 'confirmed', says: /^$/ },
      remark: 'The second server of the list takes everything, and that is no retry (`retries: 0`).',
      run: async () => {
        await using reserved = await reservePorts(1);
        await using good = await startServer({ kind: 'closeAfterFin' });
        const server = `127.0.0.1:${reserved.ports[0]}, 127.0.0.1:${good.port}`;
        return (await runStep({ server })).observe(good.lines());
      },
    },
    {
      fault: 'DNS failure',
      expected: { delivery: 'failed', says: /ENOTFOUND|EAI_AGAIN|did not accept a connection/ },
      remark:
        'A name under `.invalid`; a name server that does not answer looks the same. Tried again once (`retries: 1`).',
      run: async () => {
        const step = await runStep({ server: 'carbon.invalid:2003', inputs: { retries: '1' } });
        return step.observe([]);
      },
    },
    {
      fault: 'unreachable',
      namespace: true,
      expected: { delivery: 'failed', says: /cannot be reached.*\(EHOSTUNREACH\)/ },
      remark: 'The route says so (`ip route add unreachable`).',
      run: async () => {
        await ip('route', 'add', 'unreachable', '192.0.2.0/24');
        return (await runStep({ server: '192.0.2.1:2003', inputs: { retries: '1' } })).observe([]);
      },
    },
    {
      fault: 'no network',
      namespace: true,
      expected: { delivery: 'failed', says: /no network to it\. \(ENETUNREACH\)/ },
      remark: 'The machine has no route at all.',
      run: async () => (await runStep({ server: '192.0.2.1:2003' })).observe([]),
    },
    {
      fault: 'forbidden by policy',
      namespace: true,
      expected: { delivery: 'failed', says: /firewall or policy forbids it\. \(EACCES\)/ },
      remark: 'A route of the kind `prohibit`.',
      run: async () => {
        await ip('route', 'add', 'prohibit', '192.0.2.0/24');
        return (await runStep({ server: '192.0.2.1:2003' })).observe([]);
      },
    },
    {
      fault: 'black hole',
      namespace: true,
      expected: { delivery: 'failed', says: /did not accept a connection within 5 s\./ },
      remark: 'A firewall drops every packet: nothing ever answers. Tried again once (`retries: 1`).',
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
      expected: { delivery: 'failed', says: /refused the connection.*\(ECONNREFUSED\)/ },
      remark: 'The firewall answers with a reset: the same as a port where nothing listens.',
      run: async () => {
        await using server = await startServer({ kind: 'closeAfterFin' });
        await onPackets(`tcp dport ${server.port} reject with tcp reset`);
        return (await runStep({ server: `127.0.0.1:${server.port}` })).observe(server.lines());
      },
    },
  ],
};
