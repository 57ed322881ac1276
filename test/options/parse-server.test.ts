import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatServer,
  parseServer,
  parseServerName,
  parseServers,
  warnOfPorts,
} from '../../src/options/parse-server.ts';
import { anyCharacter } from '../rules/arbitraries.ts';
import { publishWritten } from '../support/publish-written.ts';

test.each([
  ['carbon', 'carbon', 2003],
  [' carbon.example.com ', 'carbon.example.com', 2003],
  ['carbon.example.com.', 'carbon.example.com.', 2003],
  ['carbon:1', 'carbon', 1],
  ['carbon:65535', 'carbon', 65_535],
  ['carbon_cache:2103', 'carbon_cache', 2103],
  ['c', 'c', 2003],
  ['10.0.0.1', '10.0.0.1', 2003],
  ['10.0.0.1:2103', '10.0.0.1', 2103],
  ['::1', '::1', 2003],
  ['[::1]', '::1', 2003],
  ['[::1]:2103', '::1', 2103],
  ['fe80::1%eth0', 'fe80::1%eth0', 2003],
  ['[fe80::1%eth0]:2103', 'fe80::1%eth0', 2103],
  ['::ffff:10.0.0.1', '::ffff:10.0.0.1', 2003],
])('%j is a server', (text, host, port) => {
  expect(parseServer(text, 2003)).toEqual({ ok: { host, port } });
});

test.each(['http://carbon', 'tcp://carbon:2003', 'HTTPS://x'])('%j is a URL', (text) => {
  expect(parseServer(text, 2003)).toMatchObject({ rule: 'a server is a host, not a URL' });
});

test.each([
  ...[
    '',
    ' ',
    ':',
    ':2003',
    'carbon:',
    'carbon:x',
    'carbon:-1',
    'a b',
    'a,b',
    'a/b',
    '-a',
    'a-',
    '[::1',
    '::1]',
    '[]',
  ],
  ...['c:2003:2004', 'dead:beef:1', '[1.2.3.4]:2003', '[c:1:2]', '1:2:3:4:5:6:7:8:9', ':::'],
  ...['[::1]:', '[::1]2003', '[carbon]:1', 'user@host', 'a\nb', 'a\u0000', 'é', '::error::x', '*'],
])('%j is not a server', (text) => {
  expect(parseServer(text, 2003)).toMatchObject({ rule: 'a server is a host name or an address' });
});

const CURE = 'Write host, host:port or [v6]:port';

test.each([
  ['https://carbon.example.com', `${CURE}, here carbon.example.com.`],
  ['tcp://carbon:2103/x?y', `${CURE}, here carbon:2103.`],
  ['https://user:secret@carbon:2003/', `${CURE}, here carbon:2003.`],
  ['tcp://[::1]:2003', `${CURE}, here [::1]:2003.`],
  ['b\u00fccher.de', `${CURE}, here xn--bcher-kva.de.`],
  ['b\u00fccher.de:2103', `${CURE}, here xn--bcher-kva.de:2103.`],
  ['carbon\u200b', `${CURE}, here carbon.`],
  ['http://', `${CURE}.`],
  ['a b', `${CURE}.`],
  ['a\nb', `${CURE}.`],
])('the cure of %j is %j', (text, cure) => {
  expect(parseServer(text, 2003)).toMatchObject({ cure });
});

test.each([
  ['carbon.example.com', 'carbon.example.com'],
  [' carbon.example.com. ', 'carbon.example.com.'],
  ['carbon_cache', 'carbon_cache'],
  ['10.0.0.1', '10.0.0.1'],
  ['::1', '::1'],
  ['[::1]', '::1'],
])('%j is the name of a certificate', (text, ok) => {
  expect(parseServerName(text)).toEqual({ ok });
});

test.each([
  ['https://carbon.example.com', 'Write carbon.example.com, or leave it out.'],
  ['https://carbon.example.com:2003/x', 'Write carbon.example.com, or leave it out.'],
  ['carbon.example.com:2003', 'Leave the port out: carbon.example.com.'],
  ['carbon:0', 'Leave the port out: carbon.'],
  ['[::1]:2003', 'Leave the port out: ::1.'],
  ['carbon.example.com/x', 'Write a name such as carbon.example.com, or leave it out.'],
  ['*.example.com', 'Write a name that the pattern covers, or leave it out.'],
  ['b\u00fccher.de', 'Write xn--bcher-kva.de, or leave it out.'],
  ['CN=carbon', 'Write a name such as carbon.example.com, or leave it out.'],
  ['a b', 'Write a name such as carbon.example.com, or leave it out.'],
  ['a,b', 'Write a name such as carbon.example.com, or leave it out.'],
])('%j is no name of a certificate', (text, cure) => {
  const rule = 'the name of a certificate is a host name or an address';
  expect(parseServerName(text)).toEqual({ rule, cure });
});

test.each(['carbon:0', 'carbon:65536', '[::1]:0', '10.0.0.1:99999999999999999999'])(
  '%j has a bad port',
  (text) => {
    expect(parseServer(text, 2003)).toMatchObject({ rule: 'a port is a whole number from 1 to 65535' });
  },
);

test('a list has servers in their order, each with its own port', () => {
  expect(parseServers('carbon-a:2103, carbon-b ,[::1]:2203,::1\n', 2003)).toEqual({
    ok: [
      { host: 'carbon-a', port: 2103 },
      { host: 'carbon-b', port: 2003 },
      { host: '::1', port: 2203 },
      { host: '::1', port: 2003 },
    ],
  });
  expect(parseServers('carbon', 9)).toEqual({ ok: [{ host: 'carbon', port: 9 }] });
});

test.each(['', ' ', ',', 'a,', ',a', 'a,,b', 'a, ,b', 'a\n,\n'])('%j has an empty entry', (text) => {
  expect(parseServers(text, 2003)).toEqual({
    rule: 'a list of servers has no empty entry',
    cure: 'Remove the comma.',
  });
});

test.each([
  ['a,http://b', 'a server is a host, not a URL'],
  ['a;b', 'a server is a host name or an address'],
  ['a b', 'a server is a host name or an address'],
  ['a,b:0', 'a port is a whole number from 1 to 65535'],
])('%j is not a list of servers', (text, rule) => {
  expect(parseServers(text, 2003)).toMatchObject({ rule });
});

test('a formatted server is parsed to the same one', () => {
  const host = fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain());
  fc.assert(
    fc.property(host, fc.integer({ min: 1, max: 65_535 }), (name, port) => {
      expect(parseServer(formatServer({ host: name, port }), 9)).toEqual({ ok: { host: name, port } });
    }),
    { numRuns: 300 },
  );
});

test('any text is a server or a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 40 }), (text) => {
      const parsed = parseServer(text, 2003);
      if ('ok' in parsed) expect(parsed.ok.host).toMatch(/^[\w.:%-]+$/);
      else expect(parsed.rule).not.toBe('');
    }),
    { numRuns: 500 },
  );
});

test('a list may have one entry a line', () => {
  const expected = [
    { host: 'a', port: 1 },
    { host: 'b', port: 2003 },
    { host: '::1', port: 3 },
  ];
  for (const text of [
    'a:1,b,[::1]:3',
    'a:1\nb\n[::1]:3\n',
    'a:1,\r\n  b,\r\n\r\n[::1]:3',
    'a:1, b\n[::1]:3,\n',
  ])
    expect(parseServers(text, 2003)).toEqual({ ok: expected });
  expect(parseServers('a,,b\nc', 2003)).toMatchObject({ rule: expect.stringContaining('empty entry') });
});

const context = { face: 'library', nowMs: Date.now() } as const;

test.each([
  [2004, 'pickle receiver', 2003],
  [2014, 'pickle receiver', 2013],
  [2024, 'pickle receiver', 2023],
  [2104, 'pickle receiver', 2103],
  [7002, 'cache query service', 2003],
  [7102, 'cache query service', 2103],
  [7202, 'cache query service', 2203],
])('port %d is that of the %s', (port, what, linePort) => {
  expect(warnOfPorts([{ host: 'carbon', port }], false)).toEqual([
    `server: ${port} is by default the port of Carbon's ${what}, which stores no lines and does not say so. Lines go to ${linePort}.`,
  ]);
});

test.each([1, 2003, 2005, 2013, 2023, 2103, 2203, 4242, 65_535])('port %d has no warning', (port) => {
  expect(warnOfPorts([{ host: 'carbon', port }], false)).toEqual([]);
});

test.each([80, 443, 3000, 8000, 8080, 9090])('port %d is that of a web server', (port) => {
  expect(warnOfPorts([{ host: 'carbon', port }], false)).toEqual([
    `server: ${port} is by default the port of a web server, which stores no lines and does not say so. Lines go to 2003.`,
  ]);
});

test('with TLS, 443 may belong to a TLS proxy', () => {
  const at = (port: number): readonly string[] => warnOfPorts([{ host: 'carbon', port }], true);
  expect([at(443).length, at(8080).length]).toEqual([0, 1]);
});

test('prints a warning once for each such port of several servers', () => {
  const servers = [2004, 2003, 7002, 2004].map((port) => ({ host: 'carbon', port }));
  expect(warnOfPorts(servers, false).map((warning) => warning.slice(0, 12))).toEqual([
    'server: 2004',
    'server: 7002',
  ]);
});

test('is a warning of the run, delivered or not', async () => {
  const options = { server: 'carbon:2004', port: 7002, metric: 'a', value: 1 };
  const dry = await publishWritten({ ...options, dryRun: true }, context);
  expect(dry).toMatchObject({ delivery: 'dry-run', warnings: [expect.stringMatching(/^server: 2004 is/)] });
  const stopped = publishWritten({ ...options, signal: AbortSignal.abort() }, context);
  await expect(stopped).rejects.toMatchObject({
    name: 'SendError',
    result: { warnings: [expect.stringMatching(/^server: 2004 is/)] },
  });
});
