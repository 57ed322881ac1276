import { describe, expect, it } from 'vitest';
import { computeSizes, parseSizes } from '../../src/collect/sizes.ts';
import { formatFault } from '../../src/model/errors.ts';
import { Faults } from '../../src/model/faults.ts';

async function parse(sizes: unknown) {
  const faults = new Faults();
  const requests = await parseSizes(sizes, faults);
  return { requests, printed: faults.count === 0 ? [] : faults.toError().faults.map(formatFault) };
}

describe('parseSizes', () => {
  it.each([
    ['a glob', 'app: dist/**'],
    ['JSON', '{"app": "dist/**"}'],
    ['a list', 'app:\n  - dist/**'],
    ['a text', 'app: |\n  dist/**\n'],
    ['an object', { app: 'dist/**' }],
    ['an object with a list', { app: ['dist/**'] }],
    ['a Map', new Map([['app', ' dist/** ']])],
  ])('accepts %s', async (_, sizes) => {
    expect(await parse(sizes)).toEqual({ requests: [{ name: 'app', patterns: ['dist/**'] }], printed: [] });
  });

  it.each([undefined, '', '   \n', '# nothing', {}])('finds nothing in %j', async (sizes) => {
    expect(await parse(sizes)).toEqual({ requests: [], printed: [] });
  });

  it('accepts several names, with exclusions', async () => {
    const text = 'js: |\n  dist/**/*.js\n\n  !dist/vendor\n3.10:\n  - "*.css"\n  - "!a.css"\n';
    expect(await parse(text)).toEqual({
      requests: [
        { name: 'js', patterns: ['dist/**/*.js', '!dist/vendor'] },
        { name: '3.10', patterns: ['*.css', '!a.css'] },
      ],
      printed: [],
    });
  });

  it.each([
    ['dist/**', 'it is a map of names to globs, got "dist/**". Write "name: dist/**", one name a line.'],
    ['- dist/**', 'it is a map of names to globs, got "a list". Write "name: dist/**", one name a line.'],
    [[1], 'it is a map of names to globs, got "a list". Write "name: dist/**", one name a line.'],
    [null, 'it is a map of names to globs, got "null". Write "name: dist/**", one name a line.'],
    [{ ' ': 'x' }, 'a size needs a name. Write "name: dist/**", one name a line.'],
  ])('reports the fault of %j', async (sizes, printed) => {
    expect(await parse(sizes)).toEqual({ requests: [], printed: [`sizes: ${printed}`] });
  });

  it.each([
    [{ a: 1 }, 'a size is of globs, got "1".'],
    [{ a: undefined }, 'a size is of globs, got "undefined".'],
    [{ a: ['x', null] }, 'a size is of globs, got "null".'],
    [{ a: { b: 'x' } }, 'a size is of globs, got "a map".'],
    [new Map([['a', new Map([['b', 'x']])]]), 'a size is of globs, got "a map".'],
    ['a:\n  b: x', 'a size is of globs, got "a map".'],
    ['a:', 'nothing is included, got "".'],
    ['a: []', 'nothing is included, got "".'],
    [{ a: '!x\n#y' }, 'nothing is included, got "!x #y".'],
  ])('reports what is wrong with the name in %j', async (sizes, printed) => {
    const { requests, printed: all } = await parse(sizes);
    expect([requests, all.length]).toEqual([[], 1]);
    expect(all[0]).toMatch(/^sizes, "a": /);
    expect(all[0]).toContain(printed);
  });

  it.each(['js: **/*.js', 'js: !dist', 'js:\n  - !dist/a b', 'js: *', '* : a', 'a: ['])(
    'explains how to write globs in YAML: %j',
    async (text) => {
      const { requests, printed } = await parse(text);
      expect(requests).toEqual([]);
      expect(printed.join()).toContain('put a glob that begins with * or ! in quotes.');
    },
  );

  it('reports a duplicate name', async () => {
    expect(await parse('a: x\na: y')).toEqual({
      requests: [],
      printed: ['sizes, "a": the same key is given twice. Keep one of them.'],
    });
  });

  it('keeps the good entries, and survives hostile names', async () => {
    const text = '{"__proto__": "a", "constructor": "b", "x.y/z ": "c", "bad": {}}';
    const { requests, printed } = await parse(text);
    expect(requests.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'x.y/z']);
    expect(printed).toHaveLength(1);
  });
});

describe('computeSizes', () => {
  it('has three metrics per name, and none without a file', () => {
    const app = { name: 'my.app', bytes: 10, gzipBytes: 30, files: 2 };
    const empty = { name: 'empty file', bytes: 0, gzipBytes: 20, files: 1 };
    const nothing = { name: 'nothing', bytes: 0, gzipBytes: 0, files: 0 };
    expect(computeSizes([app, nothing, empty])).toEqual({
      metrics: [
        { nodes: ['size', 'my.app', 'bytes'], value: 10, writtenNode: 1 },
        { nodes: ['size', 'my.app', 'gzip_bytes'], value: 30, writtenNode: 1 },
        { nodes: ['size', 'my.app', 'files'], value: 2, writtenNode: 1 },
        { nodes: ['size', 'empty file', 'bytes'], value: 0, writtenNode: 1 },
        { nodes: ['size', 'empty file', 'gzip_bytes'], value: 20, writtenNode: 1 },
        { nodes: ['size', 'empty file', 'files'], value: 1, writtenNode: 1 },
      ],
      figures: [app, empty],
    });
  });
});
