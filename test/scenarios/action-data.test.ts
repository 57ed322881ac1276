import { describe, expect, it } from 'vitest';
import { act } from './act.ts';

const cut = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace('ci.octo-org.octo-repo.', ''));

describe.concurrent('data', () => {
  it('reports faults of metrics under that name', async () => {
    const { run, printed } = await act({ metrics: 'a: [' });
    expect([run.exitCode, printed]).toEqual([1, [expect.stringMatching(/^error metrics: /)]]);
  });

  it('reads a map of names to numbers by their source text', async () => {
    const { run, lines, printed } = await act({
      data: 'test_count: 412\n3.10: 3.10\nquoted: "7"\nok: true\n1e2: -1e2\nyes: 5\n2026-01-31: 6\n__proto__: 8\n',
    });
    expect({ exitCode: run.exitCode, printed, lines: cut(lines) }).toEqual({
      exitCode: 0,
      printed: [],
      lines: [
        'test_count 412 1700000000',
        '3.10 3.1 1700000000',
        'quoted 7 1700000000',
        'ok 1 1700000000',
        '1e2 -100 1700000000',
        'yes 5 1700000000',
        '2026-01-31 6 1700000000',
        '__proto__ 8 1700000000',
      ],
    });
  });

  it('joins nested maps by dots', async () => {
    const { lines, printed } = await act({ data: 'a:\n  b:\n    c: 1\n  d.e: 2\nf: {g: 3, h: {i: 4}}\n' });
    expect(printed).toEqual([]);
    expect(cut(lines)).toEqual([
      'a.b.c 1 1700000000',
      'a.d.e 2 1700000000',
      'f.g 3 1700000000',
      'f.h.i 4 1700000000',
    ]);
  });

  it('reads a list with its own timestamps and tags', async () => {
    const { run, lines, printed } = await act({
      tags: 'os: linux\nbranch: main',
      data: [
        '- {metric: a, value: 1}',
        '- {metric: a, value: 2, timestamp: 1600000000}',
        '- {metric: b, value: 3, timestamp: "2023-11-14T23:13:20.9+01:00", tags: {os: mac, arch: 3.10}}',
        '- metric: c d',
        '  value: 4',
      ].join('\n'),
    });
    expect(run.exitCode).toBe(0);
    expect(cut(lines)).toEqual([
      'a;branch=main;os=linux 1 1700000000',
      'a;branch=main;os=linux 2 1600000000',
      'b;arch=3.10;branch=main;os=mac 3 1700000000',
      'c_d;branch=main;os=linux 4 1700000000',
    ]);
    expect(printed).toEqual(['notice A name was changed to what every receiver keeps: "c d" → c_d.']);
  });

  it('reads JSON', async () => {
    const { lines, printed } = await act({ data: '{"a": 1, "b": {"c": 2.5e0, "d": "3"}, "e": false}' });
    expect(printed).toEqual([]);
    expect(cut(lines)).toEqual([
      'a 1 1700000000',
      'b.c 2.5 1700000000',
      'b.d 3 1700000000',
      'e 0 1700000000',
    ]);
  });

  it('is also called metrics', async () => {
    const { run, lines, printed } = await act({ metrics: 'test_count: 412\n' });
    expect([run.exitCode, printed, cut(lines)]).toEqual([0, [], ['test_count 412 1700000000']]);
  });

  it('is an error together with metrics', async () => {
    const { run, printed, connections } = await act({ data: 'a: 1', metrics: 'b: 2' });
    expect([run.exitCode, connections, ...printed]).toEqual([
      1,
      0,
      'error metrics: it is another name for data, and both are given. Keep one of them. Nothing was sent.',
    ]);
  });

  it.each([
    ['a: 1\na: 2', 'data, "a": the same key is given twice.'],
    ['a: [1, 2]', 'data, "a": a list inside a map is not a number.'],
    ['just text', 'data: metrics are a map of names to numbers, or a list'],
    ['a: 1\n---\nb: 2', 'data: this is more than one YAML document.'],
    ['a: {b: 1', 'data: this is not a YAML map: '],
    ['? {a: 1}\n: 2', 'data: this YAML is not understood: a key is not a plain name.'],
    ['- {metric: a}', 'data, item 1: an item needs the key value.'],
    ['- {value: 1}', 'data, item 1: an item needs the key metric.'],
    [
      '- {metric: a, valeu: 1}',
      'data, item 1: an item has the keys metric, value, timestamp, tags and no other, got "valeu".',
    ],
    ['- 5', 'data, item 1: metrics are a map of names to numbers, or a list'],
    [
      '- {metric: a, value: 1}\n- {metric: a, value: 2}',
      'data, item 2, "a": the same path and timestamp are given twice',
    ],
    ['- {metric: a, value: 1, timestamp: 1700000000000}', 'It looks like milliseconds: divide by 1000.'],
    ['- {metric: a, value: 1, tags: {name: x}}', 'a tag cannot be called "name"'],
    ['- {metric: a, value: 1, tags: [x]}', 'data, item 1, tags: tags are a map of names to texts.'],
  ])('reports %j as one error and sends nothing', async (data, message) => {
    const { run, printed, connections } = await act({ data });
    expect([run.exitCode, connections, run.outputs['delivery']]).toEqual([1, 0, 'failed']);
    expect(printed).toEqual([expect.stringMatching(/^error (?:.|\n)+ Nothing was sent\.$/)]);
    expect(printed[0]).toContain(message);
  });
});
