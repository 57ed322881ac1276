import { describe, expect, it } from 'vitest';
import { startServer } from '../support/faulty-server.ts';
import { act, makeOutputs, runStep } from './act.ts';

describe.concurrent('replay', () => {
  it('sends full lines byte for byte, without its own group, source, tags or time', async () => {
    const first = 'systems.old.a 1.50 1600000000\nx;a=1;b=2~ -0 1\n';
    const second = 'y#$% +1E+3 4294967295\nsystems.old.a 1.50 1600000000\n';
    await using server = await startServer({ kind: 'closeAfterFin' });
    const inputs = { server: `127.0.0.1:${server.port}`, replay: 'spool/*.txt', tags: 'os: linux' };
    const { run, printed } = await runStep(inputs, {
      files: { 'spool/1.txt': first, 'spool/2.txt': second },
    });
    expect([run.exitCode, printed, server.text()]).toEqual([0, [], first + second]);
    expect(run.outputs).toMatchObject({ lines: '4', bytes: String(first.length + second.length) });
  });

  it.each([
    ['a 1 1600000000\nb  2 1600000000\n', 2, '"b  2 1600000000"'],
    ['a 1 1600000000\r\n', 1, '"a 1 1600000000\\r"'],
    ['a 1\n', 1, '"a 1"'],
    ['a nan 1600000000\n', 1, '"a nan 1600000000"'],
    ['a 1 -1\n', 1, '"a 1 -1"'],
    ['a 1 4294967296\n', 1, '"a 1 4294967296"'],
    ['a 1e999 1600000000\n', 1, '"a 1e999 1600000000"'],
    ['a..b 1 1600000000\n', 1, '"a..b 1 1600000000"'],
    ['ä 1 1600000000\n', 1, '"ä 1 1600000000"'],
    ['../x 1 1600000000\n', 1, '"../x 1 1600000000"'],
    ['a\0 1 1600000000\n', 1, '"a\\u{0} 1 1600000000"'],
    ['a;name=x 1 1600000000\n', 1, '"a;name=x 1 1600000000"'],
    ['a;c=1;b=2 1 1600000000\n', 1, '"a;c=1;b=2 1 1600000000"'],
    ['a;b=1;b=2 1 1600000000\n', 1, '"a;b=1;b=2 1 1600000000"'],
    [`${'n'.repeat(251)} 1 1600000000\n`, 1, `"${'n'.repeat(100)}" …`],
    ['\n', 1, '""'],
  ])('%j has a bad line and is not sent', async (text, line, value) => {
    const { run, printed, connections } = await act({ replay: 'r.txt' }, { files: { 'r.txt': text } });
    expect([run.exitCode, connections, printed.length]).toEqual([1, 0, 1]);
    expect(printed[0]).toMatch(
      new RegExp(`^error replay r\\.txt, line ${line}: (?:.|\n)+ Nothing was sent\\.$`),
    );
    expect(printed[0]).toContain(`, got ${value}`);
  });

  it('accepts a last line without LF from a truncated file', async () => {
    const files = { 'r.txt': 'a 1 1600000000\nb 2 1600000000' };
    const { run, printed, connections } = await act({ replay: 'r.txt' }, { files });
    expect([run.exitCode, connections, ...printed]).toEqual([
      1,
      0,
      'error replay r.txt, line 2: a line to replay is "path value timestamp", and ends with a line feed, ' +
        'got "b 2 1600000000". Was the file cut off? Nothing was sent.',
    ]);
  });

  it('reports every bad line of a file', async () => {
    const files = { 'r.txt': 'one\na 1 1600000000\ntwo\n' };
    const { printed } = await act({ replay: 'r.txt' }, { files });
    expect(printed).toEqual([
      expect.stringMatching(
        /^error The input has 2 faults\. .+\n- replay r\.txt, line 1: .+\n- replay r\.txt, line 3: .+$/,
      ),
    ]);
  });

  it('reports what was sent before a bad line of a later file', async () => {
    const files = { '1.txt': 'a 1 1600000000\nb 2 1600000000\n', '2.txt': 'bad\n' };
    const { run, printed, lines, bytes, server } = await act({ replay: '*.txt', data: 'c: 3' }, { files });
    expect(lines).toHaveLength(3);
    expect(run.exitCode).toBe(1);
    expect(printed).toEqual([
      expect.stringMatching(
        /^error replay 2\.txt, line 1: .+, got "bad"\. .+ Before this window, lines had been sent: 3\.$/,
      ),
    ]);
    expect(run.outputs).toEqual(
      makeOutputs({
        batches: '2',
        lines: '3',
        bytes: String(bytes),
        delivery: 'failed',
        server,
        attempts: '2',
      }),
    );
  });

  it('follows if-no-files-found', async () => {
    const { run, printed } = await act({ replay: 'none*.txt' });
    expect([run.exitCode, ...printed]).toEqual([
      1,
      'error replay: no file matches, got "none*.txt". Paths are relative to the workspace. Nothing was sent.',
    ]);
  });
});
