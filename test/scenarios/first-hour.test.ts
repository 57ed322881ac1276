import { readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startReceiver } from '../../src/receiver/index.ts';
import { createAuthority } from '../support/authority.ts';
import { startCarbonCache } from '../support/carbon-cache.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';
import { runCli } from '../support/cli.ts';
import { getProgram, needs } from '../support/needs.ts';
import { reservePorts } from '../support/ports.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { startTlsServer } from '../support/tls-server.ts';
import { act, runStep, type StepInputs } from './act.ts';

const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));

/** Typical mistakes of the first hour, and the required message. One step each: nothing is sent. */
const SLIPS: ReadonlyArray<readonly [title: string, inputs: StepInputs, text: RegExp]> = [
  ['a list of one-key maps', { metrics: '- a: 1\n- b: 2' }, /^metrics: .*Leave the dashes \("- "\) out/],
  [
    'the sign ">" in place of "|"',
    { metrics: 'a: 1 b: 2\n' },
    /^metrics: this is not a YAML map.*write "\|"/,
  ],
  ['a placeholder', { metrics: '<test_count: 412>' }, /^metrics: .*Leave "<" and ">" out/],
  [
    'JSON lines of metrics',
    { metrics: '{"metric":"a","value":1}\n{"metric":"b","value":2}' },
    /^metrics: .*JSON lines: write one list/,
  ],
  ['JSON lines of numbers', { metrics: '{"a":1}\n{"b":2}' }, /^metrics: .*JSON lines: write one map/],
  ['a tab', { metrics: 'a:\n\tb: 1' }, /^metrics: .*Indent with blanks/],
  [
    'a wrong indentation',
    { metrics: 'a: 1\n  b: 2' },
    /^metrics: this is not a YAML map: [^\n]* at line 1, column 4\. Fix the YAML\./,
  ],
  ['no blank behind a colon', { metrics: 'a:1' }, /^metrics: .*with a blank behind the colon/],
  [
    'a misspelt key of a list',
    { metrics: '- {metrc: a, value: 1}' },
    /^metrics, item 1: .*Did you mean metric\?/,
  ],
  ['minutes and seconds', { metrics: 'a: 1m23s' }, /^metrics, "a": .*Give seconds: 83\./],
  ['a clock time', { metric: 'a', value: '00:01:23' }, /Give seconds: 83\./],
  ['an ISO duration', { metric: 'a', value: 'PT1H1.5S' }, /Give seconds: 3601\.5\./],
  ['the colours of a terminal', { metric: 'a', value: '\u001b[32m412\u001b[39m' }, /colours of a terminal/],
  ['a placeholder for a number', { metric: 'a', value: '<73>' }, /Leave "<" and ">" out/],
  [
    'a placeholder for the server',
    { metric: 'a', value: '1', server: '<host>' },
    /^server: .*Leave "<" and ">" out/,
  ],
  [
    'commas between globs',
    { junit: 'a/*.xml, b/*.xml' },
    /^junit: no file matches.*Write one a line, without commas/,
  ],
  ['globs in one line', { 'data-file': 'a/*.json b/*.json' }, /^data-file: .*Write one a line, behind "\|"/],
  ['a glob in quotes', { junit: '"a/*.xml"' }, /^junit: .*Leave the quotes out/],
  ['a glob of a list', { junit: '- a/*.xml' }, /^junit: .*Leave the dash/],
  [
    'sizes without names',
    { sizes: 'dist/**' },
    /^sizes: it is a map of names to globs, got "dist\/\*\*"\. Write "name: /,
  ],
  ['a glob without a file', { junit: 'a/*.xml' }, /^junit: .*Paths are relative to the workspace\./],
  ['a text in place of a file', { 'data-file': '{"a": 1}' }, /^data-file: .*give a text as metrics/],
  [
    'the home folder in a certificate',
    { metric: 'a', value: '1', tls: 'true', 'tls-ca': '~/ca.pem' },
    /^tls-ca: .*"~" is the home folder for a shell only/,
  ],
  [
    'the home folder in a glob',
    { junit: '~/reports/*.xml' },
    /^junit: .*"~" is the home folder for a shell only/,
  ],
  [
    'the home folder as spool',
    { metric: 'a', value: '1', spool: '~/kept' },
    /^spool: .*Write the whole path/,
  ],
  [
    'a choice that is none',
    { metric: 'a', value: '1', when: 'later' },
    /^when: must be `now` or `post`, got "later"\./,
  ],
  ['an empty server', { metric: 'a', value: '1', server: '' }, /^server: is required but empty\./],
];

describe.concurrent('the first hour of a workflow', () => {
  it.each(SLIPS)('%s: the message has the cure', async (_, inputs, text) => {
    const { run } = await runStep({ server: '127.0.0.1:9', ...inputs });
    expect([run.exitCode, run.annotations.errors.length]).toEqual([1, 1]);
    expect(run.annotations.errors[0]).toMatch(text);
    expect(run.annotations.errors[0]).toContain('Nothing was sent.');
  });

  it.runIf(process.platform !== 'win32')('a backslash in a glob: the message asks for "/"', async () => {
    const { run } = await runStep({ server: '127.0.0.1:9', junit: 'packages\\api\\*.xml' });
    expect(run.annotations.errors[0]).toMatch(/^junit: .*Write "\/" between folders/);
  });

  it.each([
    ['metrcs', '"metrcs" is not an input, so it has no effect. Did you mean metrics?'],
    ['data_file', '"data_file" is not an input, so it has no effect. Did you mean data-file?'],
    ['password', '"password" is not an input, so it has no effect. Did you mean graphite-password?'],
    [
      'colour',
      '"colour" is not an input, so it has no effect. Remove it, or see docs/inputs.md for the names.',
    ],
  ])('the unknown input %s next to a good one is a warning', async (name, warning) => {
    const env = { [`INPUT_${name.toUpperCase()}`]: 'a: 1' };
    const { run, lines } = await act({ metric: 'a', value: '1' }, { env });
    expect([run.exitCode, lines.length, run.annotations.warnings]).toEqual([0, 1, [warning]]);
  });

  it('a slash in the name of a metric: the notice names the separator', async () => {
    const { printed } = await act({ metrics: '"packages/api": 1' });
    expect(printed.join()).toMatch(
      /"packages\/api" → packages_api\. In the name of a metric, "\/" does not separate nodes: write "\."/,
    );
  });

  it('a leading zero: a notice says that the number is decimal', async () => {
    const { lines, printed } = await act({ metrics: 'a: 010', source: '' });
    expect(lines).toEqual(['ci.a 10 1700000000']);
    expect(printed).toEqual([
      'notice metrics, "a": a number with a leading zero is decimal here, not octal: "010" is 10. Leave the zero out.',
    ]);
  });

  it.each([
    ['1000000000', 'the time 2001-09-09T01:46:40Z is more than a year back'],
    ['2101-01-01T00:00:00Z', 'the time 2101-01-01T00:00:00Z is more than a day ahead'],
  ])('the time %s is one warning', async (timestamp, text) => {
    const { run, lines } = await act({ metrics: 'a: 1\nb: 2', timestamp });
    expect([run.exitCode, lines.length]).toEqual([0, 2]);
    expect(run.annotations.warnings).toEqual([expect.stringContaining(`timestamp: ${text}`)]);
  });

  it('values with units, signs and groups: one error with a fault and a cure for each', async () => {
    const values = ['12ms', '87%', '"1,234"', '1 234', '0x10', '""'];
    const metrics = values.map((value, index) => `m${index}: ${value}`).join('\n');
    const { run } = await runStep({ server: '127.0.0.1:9', metrics, metric: 'a', value: '412 passed' });
    expect([run.exitCode, run.annotations.errors.length]).toEqual([1, 1]);
    const faults = run.annotations.errors[0]?.split('\n').slice(1) ?? [];
    expect(faults).toEqual([
      expect.stringMatching(/^- metric, "a": .*got "412 passed"\. Write it without its unit/),
      ...values.map((_, index) => expect.stringMatching(`^- metrics, "m${index}": .*\\. [A-Z]`)),
    ]);
  });

  it('a misspelt input alone: the warning has its name, and the error says what to set', async () => {
    const env = { INPUT_METRCS: 'a: 1' };
    const { run } = await runStep({ server: '127.0.0.1:9' }, { env });
    expect(run.exitCode).toBe(1);
    expect(run.annotations.warnings.join()).toContain('Did you mean metrics?');
    expect(run.annotations.errors[0]).toMatch(/^metrics: there is nothing to send\./);
  });

  it('a path of Windows as source is reported', async () => {
    const { printed } = await act({ metric: 'a', value: '1', source: 'C:\\actions\\_work\\app' });
    expect(printed.join()).toContain('"C:\\actions\\_work\\app" → ');
  });
});

describe('the first hour at the wrong port', () => {
  const sendTo = async (
    port: number,
    inputs: StepInputs = {},
  ): Promise<{ delivery: string; message: string }> => {
    const given = { server: `127.0.0.1:${port}`, metric: 'a', value: '1', retries: '0', ...inputs };
    const { run } = await runStep(given);
    const { errors, warnings } = run.annotations;
    return { delivery: run.outputs['delivery'] ?? '', message: [...errors, ...warnings].join('\n') };
  };

  it('a closed one: the message has the cure, and says how long the lines are kept', async () => {
    await using reserved = await reservePorts(1);
    const { delivery, message } = await sendTo(reserved.ports[0] ?? 0);
    expect(delivery).toBe('failed');
    expect(message).toMatch(/ refused the connection: nothing listens there\. Check host and port/);
    expect(message).toMatch(
      / is kept for replay in .* The runner empties that folder when the job ends\. A cache /,
    );
  });

  it('a web server: the message says that it answered, and to check the port', async () => {
    const web = createServer((_, response) => response.end('hello'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    try {
      const { delivery, message } = await sendTo((web.address() as AddressInfo).port);
      expect(delivery).toBe('failed');
      expect(message).toMatch(/ answered.*web server.*Check the port/);
    } finally {
      web.closeAllConnections();
      web.close();
    }
  });

  it('Carbon down for three runs: the fourth sends all points, in order and with their own times', async () => {
    await using dir = await createTempDir();
    await using reserved = await reservePorts(1);
    const spool = join(dir.path, 'kept');
    for (const run of [1, 2, 3]) {
      const inputs = { value: String(run), timestamp: String(1_700_000_000 + run * 60), spool };
      await sendTo(reserved.ports[0] ?? 0, inputs);
    }
    const { lines } = await act({ replay: `${spool}/*.txt` });
    const path = 'ci.octo-org.octo-repo.a';
    expect(lines).toEqual([1, 2, 3].map((run) => `${path} ${run} ${1_700_000_000 + run * 60}`));
    expect(await readdir(spool)).toEqual([]);
  });

  it(
    "Carbon's ports for pickles and for queries: never confirmed, and the message names them",
    needs('carbon-cache'),
    async () => {
      await using carbon = await startCarbonCache();
      for (const port of [carbon.picklePort, carbon.queryPort]) {
        const { delivery, message } = await sendTo(port);
        expect(delivery).toBe('failed');
        expect(message).toContain('A port for pickles or cache queries does so always');
      }
    },
  );

  it('a TLS port without tls, and a port without TLS with it: the message says which', async () => {
    const authority = await createAuthority();
    await using secure = await startTlsServer(await authority.certify());
    const plain = await sendTo(secure.port);
    expect(plain.delivery).toBe('failed');
    expect(plain.message).toMatch(/TLS port \(turn tls on\)|uses TLS.*turn tls on/);
    await using receiver = await startReceiver();
    const tls = await sendTo(receiver.port, { tls: 'true', 'connect-timeout': '1' });
    expect(tls.delivery).toBe('failed');
    expect(tls.message).toMatch(/turn tls off/);
    expect(tls.message).not.toMatch(/in doubt/);
  });
});

describe.concurrent('the first hour of the command line', () => {
  it.each<readonly [args: readonly string[], exitCode: number, stdout: RegExp, stderr: RegExp]>([
    [['help'], 0, /^Usage: carbonclient /, /^$/],
    [['help', 'run'], 0, /^Usage: carbonclient run /, /^$/],
    [['help', 'trent'], 2, /^$/, /got "trent"\. Did you mean trend\?/],
    [['help', '-m', 'a'], 2, /^$/, /got "help"\. Write only: carbonclient help\./],
    [['version', 'x'], 2, /^$/, /got "version"\. Write only: carbonclient version\./],
    [['version'], 0, /^\d+\.\d+\.\d+\n$/, /^$/],
    [['a', '1'], 2, /^$/, /For one metric write: carbonclient -m <path> -v <number>\. Usage: /],
    [['lisen'], 2, /^$/, /got "lisen"\. Did you mean listen\?/],
    [['reports/b.xml'], 2, /^$/, /Did the shell expand a glob\? Put it in quotes\./],
    [['-m', 'a', '-v', '1', '-v', '2'], 2, /^$/, /--value is given twice\. Keep one of them\./],
    [['-m', 'a', '-m', 'b', '-v', '2'], 2, /^$/, /--metric is given twice\. Keep one of them\./],
    [['--data', '{"a":1}'], 2, /^$/, /--data: no file matches, got .*pipe a text to "--data -"\./],
    [
      ['--junit', 'a.xml,b.xml', '-c', 'x'],
      2,
      /^$/,
      /--junit: .*Write the option once for each, without commas\./,
    ],
  ])('%j', async (args, exitCode, stdout, stderr) => {
    const run = await runCli(args);
    expect(run.exitCode).toBe(exitCode);
    expect(run.stdout).toMatch(stdout);
    expect(run.stderr).toMatch(stderr);
  });

  it('names the default server when it cannot be reached', async () => {
    // A search list could find a host of this name, which would refuse the connection.
    const run = await runCli(['-m', 'a', '-v', '1', '--retries', '0', '--timeout', '3']);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(
      /^carbonclient: carbon:2003 .*\ncarbon is the default server: name yours with -c, --server\.\n/,
    );
  });

  // `script` (in Debian's and Ubuntu's essential packages) gives a program a terminal.
  it.each([
    ['are red on a terminal', {}, true],
    ['have no colour with NO_COLOR', { NO_COLOR: '1' }, false],
    ['have no colour with FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['have no colour on a terminal without colours', { TERM: 'dumb' }, false],
  ])('errors %s', needs('Linux', 'script'), async (_, env, isRed) => {
    const command = `'${process.execPath}' '${cli}' -m a -v x -c host`;
    const child = startChild({
      command: getProgram('script'),
      args: ['-qec', command, '/dev/null'],
      env: { ...bareEnv(), TERM: 'xterm', ...env },
    });
    const { exitCode, stdout } = await finishChild(child);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('carbonclient: --metric, "a": ');
    expect(stdout.includes('\u001b[31mcarbonclient: ')).toBe(isRed);
  });

  it.each([
    ['are yellow on a terminal', {}, true],
    ['have no colour with NO_COLOR', { NO_COLOR: '1' }, false],
  ])('warnings %s', needs('Linux', 'script'), async (_, env, isYellow) => {
    const command = `'${process.execPath}' '${cli}' -m a -v 1 -t 1000000000 -c host --dry-run`;
    const child = startChild({
      command: getProgram('script'),
      args: ['-qec', command, '/dev/null'],
      env: { ...bareEnv(), TERM: 'xterm', ...env },
    });
    const { exitCode, stdout } = await finishChild(child);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      `${isYellow ? '\u001b[33m' : ''}--timestamp: the time 2001-09-09T01:46:40Z is more than a year back`,
    );
    expect(stdout.includes('\u001b[33m')).toBe(isYellow);
  });

  it('a list of one-key maps in a file has the same cure', async () => {
    await using dir = await createTempDir();
    await writeFile(join(dir.path, 'a.yaml'), '- a: 1\n');
    const run = await runCli(['--data', 'a.yaml', '-c', 'x'], { cwd: dir.path });
    expect(run.stderr).toMatch(/^carbonclient: --data a\.yaml: .*Leave the dashes/);
  });
});
