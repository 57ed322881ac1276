import { expect, test } from 'vitest';
import { warnOfPorts } from '../../src/options/parse-server.ts';
import { publishWritten } from '../support/publish-written.ts';

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
