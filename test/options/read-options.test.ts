import { describe, expect, test } from 'vitest';
import { Faults } from '../../src/model/faults.ts';
import type { Options } from '../../src/options/options.ts';
import { readOptions } from '../../src/options/read-options.ts';

function read(key: keyof Options, written: unknown) {
  const faults = new Faults();
  const options = readOptions({ [key]: written }, { face: 'library', faults });
  return {
    value: options[key],
    faults: faults.toError().faults.map((one) => `${one.location}: ${one.rule}`),
  };
}

describe('a whole number', () => {
  test.each([
    [1, 1],
    ['65535', 65_535],
    [' 80 ', 80],
    ['0080', 80],
    [undefined, 2003],
    [null, 2003],
    ['', 2003],
    [' ', 2003],
  ])('%j is %j', (written, value) => {
    expect(read('port', written)).toEqual({ value, faults: [] });
  });

  test.each([
    ...[
      0,
      65_536,
      -1,
      1.5,
      Number.NaN,
      '12abc',
      '1e3',
      '0x10',
      '1_0',
      '+1',
      '1.0',
      'x',
      '9'.repeat(400),
      '٣',
    ],
    {},
    Symbol('port'),
  ])('%j is a fault, and the default is used', (written) => {
    expect(read('port', written)).toEqual({
      value: 2003,
      faults: ['port: must be a whole number from 1 to 65535'],
    });
  });
});

describe('a number of seconds', () => {
  test.each([
    [5, 5],
    ['0.25', 0.25],
    ['86400', 86_400],
    ['', 30],
  ])('%j is %j', (written, value) => {
    expect(read('timeout', written)).toEqual({ value, faults: [] });
  });

  test.each([0, '0', '0.0', -1, '86400.1', '5s', '1e1', 'inf', '.5', '5.', Number.POSITIVE_INFINITY])(
    '%j is a fault',
    (written) => {
      const faults = ['timeout: must be a number of seconds, more than 0 and at most 86400'];
      expect(read('timeout', written)).toEqual({ value: 30, faults });
    },
  );
});

describe('a boolean', () => {
  test.each([
    [true, true],
    [false, false],
    ['true', true],
    ['True', true],
    ['FALSE', false],
    [' true ', true],
    ['', false],
    [undefined, false],
  ])('%j is %j', (written, value) => {
    expect(read('dryRun', written)).toEqual({ value, faults: [] });
  });

  test.each(['yes', '1', 0, 'on', 'tRue', 'truefalse', 'true\nx'])('%j is a fault', (written) => {
    expect(read('dryRun', written)).toEqual({ value: false, faults: ['dry-run: must be true or false'] });
  });
});

describe('a choice', () => {
  test.each([
    ['warn', 'warn'],
    [' warn ', 'warn'],
    ['', 'error'],
    [undefined, 'error'],
  ])('%j is %j', (written, value) => {
    expect(read('ifNoFilesFound', written)).toEqual({ value, faults: [] });
  });

  test.each(['Warn', 'fail', 'constructor'])('%j is a fault', (written) => {
    const faults = ['if-no-files-found: must be `error`, `warn` or `ignore`'];
    expect(read('ifNoFilesFound', written)).toEqual({ value: 'error', faults });
  });

  test('an invalid option without a default is undefined', () => {
    expect(read('dataFormat', 'xml')).toEqual({
      value: undefined,
      faults: ['data-format: must be `data` or `lines`'],
    });
  });
});

test.each<[keyof Options, unknown, string]>([
  ['server', Symbol('x'), 'server: must be a text'],
  ['group', {}, 'group: must be a text'],
  ['tlsCa', [], 'tls-ca: must be a text'],
  ['junit', 5, 'junit: must be a text, or a list of texts'],
  ['file', ['a', 5], 'file: must be a text, or a list of texts'],
  ['graphiteUrl', 'graphite', 'graphite-url: must be an http or https URL'],
  ['graphiteUrl', 'ftp://graphite', 'graphite-url: must be an http or https URL'],
  ['graphiteUrl', 'https://me:secret@graphite', 'graphite-url: it holds no password'],
  ['matrix', '{', 'matrix: must be a JSON object, or null'],
  ['matrix', '[1]', 'matrix: must be a JSON object, or null'],
  ['signal', {}, 'signal: must be an AbortSignal'],
  ['onProgress', 'x', 'on-progress: must be a function'],
])('%s that is %o is a fault', (key, written, fault) => {
  expect(read(key, written).faults).toEqual([fault]);
});
