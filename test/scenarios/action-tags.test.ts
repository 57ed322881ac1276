import { describe, expect, it } from 'vitest';
import { act } from './act.ts';

const path = 'ci.octo-org.octo-repo.a';
const metric = { metric: 'a', value: '1' };

describe.concurrent('tags', () => {
  it.each([
    ['os: linux\nnode: 24.10\nBranch: feature/x', ';Branch=feature/x;node=24.10;os=linux'],
    ['{"b": "2", "a": true}', ';a=true;b=2'],
    ['', ''],
    ['# none', ''],
    ['{}', ''],
    [`${'n'.repeat(200)}: ${'v'.repeat(200)}`, `;${'n'.repeat(200)}=${'v'.repeat(200)}`],
    ['__proto__: x', ';__proto__=x'],
    ['a: b=c^~!', ';a=b=c^~!'],
  ])('%j are sorted after the path', async (tags, suffix) => {
    const { run, lines, printed } = await act({ ...metric, tags });
    expect({ exitCode: run.exitCode, lines, printed }).toEqual({
      exitCode: 0,
      lines: [`${path}${suffix} 1 1700000000`],
      printed: [],
    });
  });

  it('are refused and not changed when they break a rule', async () => {
    const tags = {
      'a;b': 'x',
      'c d': 'x',
      'e=f': 'x',
      'g!': 'x',
      'h^': 'x',
      name: 'x',
      ä: 'x',
      ['n'.repeat(201)]: 'x',
    };
    const values = { i: '', j: 'a;b', k: '~x', l: 'a b', m: 'ü', n: 'v'.repeat(201), o: 'a\nb' };
    const { run, printed, connections } = await act({
      ...metric,
      tags: JSON.stringify({ ...tags, ...values }),
    });
    expect([run.exitCode, connections, printed.length]).toEqual([1, 0, 1]);
    const [head, ...faults] = printed[0]?.split('\n') ?? [];
    expect(head).toBe('error The input has 15 faults. Nothing was sent.');
    expect(faults.filter((fault) => /^- tags, tag ".*: a tag/.test(fault))).toHaveLength(15);
  });

  it.each([
    ['just text', 'tags: tags are a map of names to texts.'],
    ['a: {b: c}', 'tags: tags are a map of names to texts.'],
    ['a: [1', 'tags: this is not a YAML map: '],
    ['a: 1\na: 2', 'tags, "a": the same key is given twice.'],
  ])('%j are an error', async (tags, message) => {
    const { run, printed, connections } = await act({ ...metric, tags });
    expect([run.exitCode, connections, printed]).toEqual([
      1,
      0,
      [expect.stringContaining(`error ${message}`)],
    ]);
  });
});
