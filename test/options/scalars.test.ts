import { describe, expect, test } from 'vitest';
import { Faults } from '../../src/model/faults.ts';
import { ScalarReader } from '../../src/options/scalars.ts';

function read<T>(body: (scalars: ScalarReader) => T): { value: T; faults: readonly string[] } {
  const faults = new Faults();
  const value = body(new ScalarReader(faults));
  return { value, faults: faults.toError().faults.map(({ location, rule }) => `${location}: ${rule}`) };
}

describe('integer', () => {
  const integer = (text: unknown) =>
    read((scalars) => scalars.integer(text, { name: 'port', fallback: '2003', min: 1, max: 65_535 }));

  test.each([
    [1, 1],
    ['65535', 65_535],
    [' 80 ', 80],
    ['0080', 80],
    [undefined, 2003],
    [null, 2003],
    ['', 2003],
    [' ', 2003],
  ])('%j is %j', (text, value) => {
    expect(integer(text)).toEqual({ value, faults: [] });
  });

  test.each([
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
    {},
  ])('%j is a fault, and the default stands in', (text) => {
    expect(integer(text)).toEqual({ value: 2003, faults: ['port: it is a whole number from 1 to 65535'] });
  });
});

describe('milliseconds', () => {
  const milliseconds = (text: unknown) =>
    read((scalars) => scalars.milliseconds(text, { name: 'timeout', fallback: '30' }));

  test.each([
    [5, 5000],
    ['0.25', 250],
    ['86400', 86_400_000],
    ['', 30_000],
  ])('%j is %j', (text, value) => {
    expect(milliseconds(text)).toEqual({ value, faults: [] });
  });

  test.each([0, '0', '0.0', -1, '86400.1', '5s', '1e1', 'inf', '.5', '5.', Number.POSITIVE_INFINITY])(
    '%j is a fault',
    (text) => {
      const faults = ['timeout: it is a number of seconds, more than 0 and at most 86400'];
      expect(milliseconds(text)).toEqual({ value: 30_000, faults });
    },
  );
});

describe('boolean', () => {
  const boolean = (text: unknown) =>
    read((scalars) => scalars.boolean(text, { name: 'dry-run', fallback: false }));

  test.each([
    [true, true],
    [false, false],
    ['true', true],
    ['True', true],
    ['FALSE', false],
    [' true ', true],
    ['', false],
    [undefined, false],
  ])('%j is %j', (text, value) => {
    expect(boolean(text)).toEqual({ value, faults: [] });
  });

  test.each(['yes', '1', 0, 'on', 'tRue', 'truefalse', 'true\nx'])('%j is a fault', (text) => {
    expect(boolean(text)).toEqual({ value: false, faults: ['dry-run: it is true or false'] });
  });
});

describe('choice', () => {
  const choice = (text: unknown) =>
    read((scalars) => scalars.choice(text, { name: 'c', choices: ['error', 'warn'], fallback: 'error' }));

  test.each([
    ['warn', 'warn'],
    [' warn ', 'warn'],
    ['', 'error'],
    [undefined, 'error'],
  ])('%j is %j', (text, value) => {
    expect(choice(text)).toEqual({ value, faults: [] });
  });

  test.each(['Warn', 'ignore', 'constructor'])('%j is a fault', (text) => {
    expect(choice(text)).toEqual({ value: 'error', faults: ['c: it is one of error, warn'] });
  });
});
