import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  bulkUpdate,
  CarbonClient,
  CarbonError,
  check,
  type EventOptions,
  measureRunner,
  report,
  sendEvent,
  update,
} from '../../src/index.ts';
import { listOptions, nameFor } from '../../src/options/options.ts';

const ODD: readonly unknown[] = [
  ...[null, Number.NaN, 1n, -1, {}, [], [null], new Date(Number.NaN), Symbol('odd'), () => 'odd', '\u0000'],
  Object.create(null),
  {
    toString: () => {
      throw new Error('no text');
    },
  },
];

const endless: unknown[] = [];
endless.push(endless);

/** The same within lists, maps and other objects. */
const ODD_INSIDE: readonly unknown[] = [
  ...[endless, { a: endless }, { a: Symbol('odd') }, { a: { b: null } }, { a: () => 1 }],
  ...[
    [[Symbol('odd'), 1]],
    [['a', 1, 2]],
    [{ metric: Symbol('odd'), value: 1 }],
    [{ metric: 'a', value: {} }],
  ],
  ...[[{ metric: 'a', value: 1, tags: { a: Symbol('odd') } }], [{ metric: 'a', value: 1, timestamp: {} }]],
  ...[new Map([[Symbol('odd'), 1]]), new Map([['a', Symbol('odd')]]), new Set([{}]), new Uint8Array(3), /x/],
  ...[Promise.resolve(1), new Error('odd'), JSON.parse('{"__proto__":{"a":1}}'), '\ud800', '../\u0000', '{'],
];

async function settle(run: () => Promise<unknown>): Promise<unknown> {
  return run().then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('only a CarbonError rejects', () => {
  const names = listOptions('library').map((row) => nameFor(row, 'library'));

  it.each(names)('whatever %s is', async (name) => {
    for (const odd of [...ODD, ...ODD_INSIDE]) {
      const options = { metric: 'a', value: 1, source: 's', scope: '', [name]: odd };
      const graphite = { graphiteUrl: 'http://127.0.0.1:1', ...options };
      for (const run of [
        () => report({ dryRun: true, ...options }),
        () => update({ dryRun: true, ...options }),
        () => check(graphite),
      ]) {
        const error = await settle(run);
        if (error !== undefined) expect(error).toBeInstanceOf(CarbonError);
      }
    }
  });

  it.each(['text', 'tags', 'source', 'data', 'timestamp', 'graphiteUrl', 'graphiteToken', 'signal'])(
    'whatever %s of an event is',
    async (name) => {
      for (const odd of [...ODD, ...ODD_INSIDE]) {
        const options = { text: 'x', graphiteUrl: 'http://127.0.0.1:1', source: 's', [name]: odd };
        expect(await settle(() => sendEvent(options as EventOptions))).toBeInstanceOf(CarbonError);
      }
    },
  );

  it('whatever the options are', async () => {
    for (const odd of [...ODD, ...ODD_INSIDE, undefined, 'text', true]) {
      const options = odd as never;
      const errors = [
        await settle(() => update(options)),
        await settle(() => bulkUpdate(options)),
        await settle(() => report(options)),
        await settle(() => check(options)),
        await settle(() => sendEvent(options)),
        await settle(() => new CarbonClient({ dryRun: true }).update(options, options, options)),
        await settle(() => new CarbonClient(options).bulkUpdate(options)),
        odd === undefined ? undefined : await settle(() => measureRunner(options).then(({ end }) => end())),
      ];
      for (const error of errors) if (error !== undefined) expect(error).toBeInstanceOf(CarbonError);
    }
  });
});

describe('messages name the options in camel case', () => {
  const place = { server: 'carbon', metric: 'a', value: 1 };

  it.each([
    [{ tlsCert: 'x', tls: true }, 'tlsKey: it is needed with tlsCert. Give both or neither.'],
    [
      { verify: true, graphiteUrl: 'http://me:secret@graphite' },
      'graphiteUrl: it holds no password. Use graphiteUser and graphitePassword.',
    ],
    [{ batchSize: 0 }, 'batchSize: must be a whole number from 1 to 100000, got "0". The default is 500.'],
    [{ dataFile: 'none.yml' }, 'dataFile: no file matches, got "none.yml".'],
  ])('%j', async (options, message) => {
    await expect(report({ ...place, ...options })).rejects.toThrow(message);
  });

  it('in warnings', async () => {
    const { warnings } = await report({ ...place, dryRun: true, dataFile: 'none', ifNoFilesFound: 'warn' });
    expect(warnings).toEqual([expect.stringMatching(/^dataFile: no file matches, got "none"\./)]);
  });
});

describe('code is stable for causes that the package finds itself', () => {
  it('of a wrong input', async () => {
    const error = await settle(() => update({ metric: 'a', value: 1 }));
    expect(error).toMatchObject({ name: 'InputError', code: 'INVALID_INPUT' });
  });

  it.each([
    ['ANSWERED', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['CLOSED_EARLY', ''],
  ])('of a server that ends the connection first: %s', async (code, answer) => {
    await using server = createServer((socket) => {
      socket.once('data', () => socket.end(answer)).on('error', () => {});
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const place = { server: '127.0.0.1', port, retries: 0 };
    const error = await settle(() => update({ ...place, metric: 'a', value: 1 }));
    expect(error).toMatchObject({ name: 'SendError', code });
  });
});
