import { setTimeout as delay } from 'node:timers/promises';
import { type Certificate, createCertificate } from '../../support/authority.ts';
import { startRelay } from '../../support/carbon-c-relay.ts';
import { startCarbonCache } from '../../support/carbon-cache.ts';
import type { Program } from '../../support/needs.ts';
import { reservePorts } from '../../support/ports.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { onPackets } from '../network.ts';
import {
  type StartProxy,
  startHaproxy,
  startHaproxyWith,
  startNginx,
  startNginxTls,
  startStunnel,
} from '../proxies.ts';
import type { Observation, Row, Section } from '../row.ts';
import { startLazyProxy } from '../servers.ts';
import { startServing } from '../serving.ts';
import { runStep, type Step } from '../step.ts';
import { readOnDisk } from '../stored.ts';
import { TCP, waitForState } from '../wait.ts';

interface Kind {
  readonly name: string;
  readonly programs: readonly Program[];
  readonly start: (certificate: Certificate) => StartProxy;
  readonly tls?: boolean;
  /** Whether it closes after its backend does. */
  readonly waits?: boolean;
}

const HAPROXY: Kind = { name: 'HAProxy', programs: ['haproxy'], start: () => startHaproxy };
const NGINX: Kind = {
  name: 'nginx',
  programs: ['nginx', 'ngx_stream_module.so'],
  start: () => startNginx,
  waits: false,
};
const STUNNEL: Kind = { name: 'stunnel', programs: ['stunnel4'], start: startStunnel, tls: true };

const NGINX_TLS: Kind = { ...NGINX, name: 'nginx with TLS', start: startNginxTls, tls: true };
/** Its own default. */
const RETRIES: Kind = { ...HAPROXY, start: () => startHaproxyWith({ retries: 3 }) };
const TLS_RETRIES: Kind = {
  ...HAPROXY,
  start: (certificate) => startHaproxyWith({ retries: 3, certificate }),
  tls: true,
};
const SHORT_RETRIES: Kind = { ...HAPROXY, start: () => startHaproxyWith({ retries: 3, connect: '200ms' }) };

/** Runs a row with a proxy in front of a port that has no listener yet. */
async function withProxy(
  { start, tls = false }: Kind,
  run: (place: { proxy: ServerProcess; port: number; step: Step }) => Promise<Observation>,
): Promise<Observation> {
  const certificate = await createCertificate();
  await using reserved = await reservePorts(1);
  const [port = 0] = reserved.ports;
  await using proxy = await start(certificate)(port);
  const inputs = tls ? { tls: 'true', 'tls-ca': certificate.ca } : {};
  return await run({ proxy, port, step: { server: `127.0.0.1:${proxy.ports[0]}`, inputs } });
}

/** More than the kernels and a proxy take. */
const WIDE = { lines: 6000, wide: true } as const;

const dead = ({ step }: { step: Step }): Promise<Observation> =>
  runStep({ ...step, ...WIDE }).then((end) => end.observe([]));

/** The same with few metrics and the default number of retries, as in most runs. */
const deadWithRetries = ({ step }: { step: Step }): Promise<Observation> =>
  runStep({ ...step, inputs: { ...step.inputs, retries: '3' } }).then((end) => end.observe([]));

const dead500 = (step: Step): Promise<Observation> => runStep(step).then((end) => end.observe([]));

const deadWithoutRetries = ({ step }: { step: Step }): Promise<Observation> => dead500(step);

/** How long a backend or a proxy does nothing: a part of the fault, far longer than a close takes. */
const MOMENT_MS = 600;

/** Our bytes and our FIN arrive before the proxy reads. */
async function deadWhileBusy({ proxy, step }: { proxy: ServerProcess; step: Step }): Promise<Observation> {
  process.kill(proxy.pid, 'SIGSTOP');
  const running = runStep(step);
  await waitForState({ localPort: proxy.ports[0] ?? 0 }, TCP.CLOSE_WAIT);
  await delay(MOMENT_MS);
  process.kill(proxy.pid, 'SIGCONT');
  return (await running).observe([]);
}

/** The backend never reads. It is killed a moment after the proxy forwarded everything. */
async function killed({ port, step }: { port: number; step: Step }): Promise<Observation> {
  await using backend = await startServing({ kind: 'neverRead' }, port);
  const running = runStep(step);
  await waitForState({ localPort: port }, TCP.CLOSE_WAIT);
  await delay(MOMENT_MS);
  backend.child.kill('SIGKILL');
  return (await running).observe([]);
}

const WAITING = {
  expected: { delivery: 'failed', message: /closed the connection late, and then an idle one/ },
  remark:
    'The proxy had read everything, and closed late. It closes an idle connection as well, because its backend refuses now.',
} as const;
const LATE = /closed the connection late, and then an idle one.* A proxy whose backend refuses does not/;

const NOT_WAITING = {
  failsIfLate: LATE,
  expected: { delivery: 'confirmed', message: /^$/ },
  remark:
    'The proxy had passed on everything, and closed at once after our FIN. It does not wait for the close of its backend.',
} as const;

function makeRows(kind: Kind): Row[] {
  const { name } = kind;
  return [
    {
      fault: `${name}, its backend is dead`,
      programs: kind.programs,
      expected: { delivery: 'failed', message: /closed the connection|reset the connection/ },
      remark:
        'The proxy accepts, its backend refuses, and it closes the connection in the middle of our bytes.',
      run: () => withProxy(kind, dead),
    },
    {
      fault: `${name}, its backend is killed before it has read`,
      programs: kind.programs,
      ...(kind.waits === false ? NOT_WAITING : WAITING),
      run: () => withProxy(kind, killed),
    },
  ];
}

const REFUSED: readonly Row[] = [HAPROXY, NGINX, STUNNEL, NGINX_TLS].map((kind) => ({
  fault: `${kind.name}, its backend refuses, default retries`,
  programs: [...kind.programs, 'openssl'],
  expected: {
    delivery: 'failed',
    message: kind.tls
      ? /(?:closed|reset) the connection after the TLS handshake.*A TLS terminator does so when its backend refuses/
      : /(?:closed|reset) the connection before this side did.*a proxy whose backend refuses/,
  },
  remark:
    'It closes before our FIN, because the FIN is delayed: after the handshake, or after the first bytes. So do all four attempts.',
  run: () => withProxy(kind, deadWithRetries),
}));

const GIVING_UP: readonly Row[] = [
  {
    fault: 'HAProxy that retries its dead backend',
    programs: [...HAPROXY.programs, 'openssl'],
    expected: { delivery: 'failed', message: LATE },
    remark:
      'Its default (`retries 3`): it reads everything, gives up after 3 s, and closes as a slow receiver does. But it closes an idle connection, too.',
    run: () => withProxy(RETRIES, deadWithoutRetries),
  },
  {
    fault: 'HAProxy with TLS that retries its dead backend',
    programs: [...HAPROXY.programs, 'openssl'],
    expected: { delivery: 'failed', message: LATE },
    remark: 'The same.',
    run: () => withProxy(TLS_RETRIES, deadWithoutRetries),
  },
  {
    fault: 'HAProxy that retries its dead backend, and no time is left',
    programs: [...HAPROXY.programs, 'openssl'],
    expected: {
      delivery: 'sent',
      message: /closed too late to check that it is no proxy whose backend refuses/,
    },
    remark: 'It closes after 3 s of a `timeout` of 4 s: too late to try an idle connection.',
    run: () =>
      withProxy(RETRIES, ({ step }) => dead500({ ...step, inputs: { ...step.inputs, timeout: '4' } })),
  },
  {
    fault: 'HAProxy that retries its dead backend, default retries',
    programs: [...HAPROXY.programs, 'openssl'],
    expected: { delivery: 'failed', message: /closed the connection before this side did/ },
    remark:
      'With `timeout connect 200ms`, which it waits between two tries. After the first attempt the FIN is delayed for longer than the proxy keeps a connection.',
    run: () => withProxy(SHORT_RETRIES, deadWithRetries),
  },
  {
    fault: 'a proxy that connects to its dead backend after the first bytes, and gives up late',
    expected: { delivery: 'failed', message: LATE },
    remark: 'It closes a connection after the first bytes, which are five blanks on the idle one.',
    run: async () => {
      await using proxy = await startLazyProxy();
      return (await runStep({ server: proxy.address })).observe([]);
    },
  },
  {
    fault: 'HAProxy, its backend is a black hole',
    namespace: true,
    programs: [...HAPROXY.programs, 'openssl'],
    expected: { delivery: 'failed', message: LATE },
    remark:
      'A firewall drops packets to the backend. The proxy waits (`timeout connect`, here 1 s), gives up, and closes an idle connection too.',
    run: () =>
      withProxy(HAPROXY, async ({ port, step }) => {
        await onPackets(`tcp dport ${port} drop`);
        return deadWithoutRetries({ step });
      }),
  },
];

const UNKNOWABLE: readonly Row[] = [
  {
    fault: 'nginx with TLS, its backend is a black hole',
    namespace: true,
    programs: [...NGINX_TLS.programs, 'openssl'],
    expected: { delivery: 'sent', message: /did not close|not confirmed/ },
    remark:
      'It waits for its backend (`proxy_connect_timeout`, 60 s by default) longer than this side waits for it.',
    run: () =>
      withProxy(NGINX_TLS, async ({ port, step }) => {
        await onPackets(`tcp dport ${port} drop`);
        return deadWithoutRetries({ step });
      }),
  },
];

const BUSY: readonly Row[] = [
  {
    fault: 'HAProxy is busy for a moment, its backend is dead',
    programs: HAPROXY.programs,
    expected: { delivery: 'failed', message: /closed the connection late, and then an idle one/ },
    remark:
      'It was stopped until our FIN was there. It reads everything before it finds that its backend refuses, and then closes: late, and an idle connection, too.',
    run: () => withProxy(HAPROXY, deadWhileBusy),
  },
  {
    fault: 'nginx is busy for a moment, its backend is dead',
    programs: NGINX.programs,
    expected: { delivery: 'failed', message: /closed the connection|reset the connection/ },
    remark: 'It reads nothing before its backend accepts.',
    run: () => withProxy(NGINX, deadWhileBusy),
  },
];

const NOTE = `A line receiver never closes before our FIN. So the FIN is delayed: 8 ms after the first bytes, 40 ms with TLS, and
250 ms after a failed attempt. The delay is longer if connecting took time, and on a busy machine. A close before our FIN
is a failure. A close that comes late after our FIN is tested: a second, idle connection must stay open for longer.`;

/** Another program accepts the connection, not the receiver. */
export const between: Section = {
  title: 'A proxy or relay is in between',
  note: NOTE,
  rows: [
    ...[HAPROXY, NGINX, STUNNEL].flatMap(makeRows),
    ...REFUSED,
    ...BUSY,
    ...GIVING_UP,
    ...UNKNOWABLE,
    {
      fault: 'carbon-c-relay, its backend is dead',
      programs: ['carbon-c-relay'],
      expected: { delivery: 'confirmed', message: /^$/ },
      remark: 'The relay read everything into a queue. The queue is lost when the relay ends.',
      run: async () => {
        await using dead = await reservePorts(1);
        const destinations = [{ host: '127.0.0.1', port: dead.ports[0] ?? 0 }];
        await using relay = await startRelay({ destinations });
        const step = await runStep({ server: `127.0.0.1:${relay.linePort}` });
        return step.observe([]);
      },
    },
    {
      fault: 'carbon-c-relay, its backend is stopped and then killed',
      programs: ['carbon-c-relay', 'carbon-cache'],
      expected: { delivery: 'confirmed', message: /^$/ },
      remark: 'As before: a confirmation reaches the first hop only.',
      run: async () => {
        await using cache = await startCarbonCache();
        const destinations = [{ host: '127.0.0.1', port: cache.linePort }];
        await using relay = await startRelay({ destinations });
        process.kill(cache.pid, 'SIGSTOP');
        const step = await runStep({ server: `127.0.0.1:${relay.linePort}` });
        process.kill(cache.pid, 'SIGKILL');
        return step.observe(readOnDisk(cache, step.expected));
      },
    },
  ],
};
