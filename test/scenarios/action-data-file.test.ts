import { describe, expect, it } from 'vitest';
import { act, makeOutputs } from './act.ts';

const cut = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace('ci.octo-org.octo-repo.', ''));
const at = ' 1700000000';

describe.concurrent('data-file', () => {
  it('reads YAML and JSON as data and other files as plain lines', async () => {
    const { run, lines, printed, connections } = await act(
      { 'data-file': 'a.yml\nb.yaml\n  c.JSON\n\nd.txt\ne\n' },
      {
        files: {
          'a.yml': 'a: {b: 1}',
          'b.yaml': '\ufeff- {metric: l, value: 2, timestamp: 1600000000}\n',
          'c.JSON': '{"c": 3}',
          'd.txt': 'd.x 4\r\n\n  d.y\t5  1600000000\nd.z 6',
          e: 'e 7 2023-11-14T22:13:20Z\n',
        },
      },
    );
    expect({ exitCode: run.exitCode, printed, connections, lines: cut(lines) }).toEqual({
      exitCode: 0,
      printed: [],
      connections: 1,
      lines: [
        `a.b 1${at}`,
        'l 2 1600000000',
        `c 3${at}`,
        `d.x 4${at}`,
        'd.y 5 1600000000',
        `d.z 6${at}`,
        `e 7${at}`,
      ],
    });
  });

  it('reads each file of a glob once, sorted, without those that ! excludes', async () => {
    const { lines, printed } = await act(
      { 'data-file': '**/*.txt\n!**/skip/**\n!b.txt\nsub/c.txt' },
      {
        files: {
          'b.txt': 'b 1',
          'a.txt': 'a 1',
          'sub/c.txt': 'c 1',
          'sub/.hidden/d.txt': 'd 1',
          'sub/skip/e.txt': 'e 1',
          'sub/f.log': 'f 1',
        },
      },
    );
    expect([printed, cut(lines)]).toEqual([[], [`a 1${at}`, `d 1${at}`, `c 1${at}`]]);
  });

  it('reads - as the name of a file and # as a comment', async () => {
    const files = { '-': 'a 1', '#b': 'b 1' };
    const { lines, printed } = await act({ 'data-file': '-\n#b' }, { files });
    expect([printed, cut(lines)]).toEqual([[], [`a 1${at}`]]);
  });

  it('reads an existing file whose name looks like a glob', async () => {
    const { lines } = await act(
      { 'data-file': 'r[1].txt' },
      { files: { 'r[1].txt': 'a 1', 'r1.txt': 'b 2' } },
    );
    expect(cut(lines)).toEqual([`a 1${at}`]);
  });

  it('uses the format of data-format', async () => {
    const files = { 'numbers.txt': 'a: 1', 'lines.yml': 'b 2' };
    const data = await act({ 'data-file': 'numbers.txt', 'data-format': 'data' }, { files });
    const lines = await act({ 'data-file': 'lines.yml', 'data-format': 'lines' }, { files });
    expect([...cut(data.lines), ...cut(lines.lines)]).toEqual([`a 1${at}`, `b 2${at}`]);
    expect([...data.printed, ...lines.printed]).toEqual([]);
  });

  it('names the file and the line of every fault', async () => {
    const { run, printed, connections } = await act(
      { 'data-file': '*' },
      {
        files: {
          'a.txt': 'ok 1\nalone\na b c d\nx 1,5\ny 1 2023-11-14T22:13:20\n',
          'b.json': '{"a": 1,}',
          'c.txt': new Uint8Array([0x61, 0x20, 0x31, 0xff, 0x0a]),
          'd.yml': new Uint8Array([0xff, 0xfe, 0x61]),
        },
      },
    );
    expect([run.exitCode, connections, printed.length]).toEqual([1, 0, 1]);
    const faults = printed[0]?.split('\n').map((line) => line.replace(/(rule|: ).*/, ''));
    expect(printed[0]).toContain(
      '- data-file a.txt, line 2: a line is "path value" or "path value timestamp", got "alone".',
    );
    expect(printed[0]).toContain(
      '- data-file a.txt, line 3: a line is "path value" or "path value timestamp", got "a b c d".',
    );
    expect(printed[0]).toContain(
      '- data-file a.txt, line 4, "x": a value is exactly one finite decimal number',
    );
    expect(printed[0]).toContain('- data-file a.txt, line 5, "y": a timestamp is epoch seconds');
    expect(printed[0]).toContain('Add the zone, such as Z or +02:00.');
    expect(printed[0]).toContain('- data-file c.txt, line 1: the file is not UTF-8.');
    expect(printed[0]).toContain('- data-file d.yml: the file is not UTF-8.');
    expect(faults?.length).toBeGreaterThanOrEqual(7);
  });

  it('reports what cannot be read', async () => {
    const { run, printed } = await act({ 'data-file': 'dir\nmissing.txt\n-' }, { files: { 'dir/x': '' } });
    expect([run.exitCode, printed.length]).toEqual([1, 1]);
    expect(printed[0]?.split('\n').slice(1).sort()).toEqual([
      '- data-file: it is a folder, not a file, got "dir". Name the files in it, such as reports/**/*.xml.',
      '- data-file: no file matches, got "-". Paths are relative to the workspace.',
      '- data-file: no file matches, got "missing.txt". Paths are relative to the workspace.',
    ]);
  });
});

describe.concurrent('if-no-files-found', () => {
  const files = { 'a.txt': 'a 1' };
  const missing = 'no file matches, got "b*.txt". Paths are relative to the workspace.';

  it('fails by default, although another file exists', async () => {
    const { run, printed, connections } = await act({ 'data-file': 'a.txt\nb*.txt' }, { files });
    expect([run.exitCode, connections, ...printed]).toEqual([
      1,
      0,
      `error data-file: ${missing} Nothing was sent.`,
    ]);
  });

  it('warns and sends the rest', async () => {
    const inputs = { 'data-file': 'a.txt\nb*.txt', replay: 'b*.txt', 'if-no-files-found': 'warn' };
    const { run, printed, lines } = await act(inputs, { files });
    expect([run.exitCode, run.outputs['delivery'], cut(lines)]).toEqual([0, 'confirmed', [`a 1${at}`]]);
    expect(printed).toEqual([`warning data-file: ${missing}\nreplay: ${missing}`]);
  });

  it('ignores and sends the rest', async () => {
    const inputs = { 'data-file': 'a.txt\nb*.txt', 'if-no-files-found': 'ignore' };
    const { run, printed, lines } = await act(inputs, { files });
    expect([run.exitCode, printed, cut(lines)]).toEqual([0, [], [`a 1${at}`]]);
  });

  it.each(['warn', 'ignore'])('%s: sends nothing and succeeds without any file', async (policy) => {
    const inputs = { 'data-file': 'b*.txt', 'if-no-files-found': policy };
    const { run, printed, connections, server } = await act(inputs, { files });
    expect([run.exitCode, connections]).toEqual([0, 0]);
    expect(printed).toEqual(policy === 'warn' ? [`warning data-file: ${missing}`] : []);
    expect(run.outputs).toEqual(makeOutputs({ delivery: 'skipped', server }));
    expect(run.stdout).toContain('Skipped: there was nothing to send.\n');
  });
});
