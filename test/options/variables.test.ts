import { describe, expect, it } from 'vitest';
import { formatFault } from '../../src/model/errors.ts';
import { Faults } from '../../src/model/faults.ts';
import { defaultOf, listOptions, type OptionSpec, type WrittenOptions } from '../../src/options/options.ts';
import { readOptions } from '../../src/options/read-options.ts';
import { readWithVariables, variableOf } from '../../src/options/variables.ts';

function read(env: NodeJS.ProcessEnv, written: WrittenOptions = {}, face: 'cli' | 'library' = 'cli') {
  const faults = new Faults();
  const { options } = readWithVariables(written, { face, env, faults });
  return { options, faults: faults.list.map(formatFault) };
}

/** A text for each kind, which no option of the kind has as its default. */
const TEXTS: Readonly<Record<string, string>> = {
  boolean: 'true',
  integer: '7',
  seconds: '7.5',
  url: 'https://graphite.example.com',
  matrix: '{"os":"linux"}',
  time: '1700000000',
  span: '12w',
};

/** A text that the option accepts and that differs from its default. */
function textOf(row: OptionSpec, face: 'cli' | 'library'): string {
  if (row.kind !== 'choice') return TEXTS[row.kind] ?? 'x';
  return row.choices.find((choice) => choice !== defaultOf(row, face)) ?? '';
}

describe.each(['cli', 'library'] as const)('%s', (face) => {
  const rows = listOptions(face).filter(({ kind }) => kind !== 'signal' && kind !== 'function');

  it.each(rows)('$name is read from the environment', (row) => {
    const text = textOf(row, face);
    const { options, faults } = read({ [variableOf(row)]: text }, {}, face);
    const wanted = readOptions({ [row.key]: text }, { face, faults: new Faults() });
    expect({ options, faults }).toEqual({ options: wanted, faults: [] });
    expect(options).not.toEqual(read({}, {}, face).options);
  });

  it.each(rows)('$name is absent when its variable is empty', (row) => {
    for (const text of ['', ' \n'])
      expect(read({ [variableOf(row)]: text }, {}, face)).toEqual(read({}, {}, face));
  });
});

it('a given option overrides the environment, also when it is empty', () => {
  const env = { CARBON_GROUP: 'env', CARBON_RETRIES: '9', CARBON_TLS: 'true' };
  const { options } = read(env, { group: '', retries: 1 });
  expect(options).toMatchObject({ group: '', retries: 1, tls: true });
});

it('a fault names the variable, and the default is used', () => {
  const { options, faults } = read({ CARBON_RETRIES: 'many', CARBON_CONNECT_TIMEOUT: '0' });
  expect(faults).toEqual([
    expect.stringMatching(/^CARBON_CONNECT_TIMEOUT: must be a number of seconds/),
    expect.stringMatching(/^CARBON_RETRIES: must be a whole number from 0 to 100, got "many"/),
  ]);
  expect(options).toMatchObject({ retries: 3, connectTimeout: 5 });
});

it('a later fault names the variable, too', () => {
  const faults = new Faults();
  readWithVariables({ tags: 'a' }, { face: 'cli', env: { CARBON_LIMITS: 'a', CARBON_TAGS: 'b' }, faults });
  for (const location of ['limits', 'limits, "a"', 'limits-x', 'tags', 'file limits'])
    faults.add({ location, rule: 'it is wrong' });
  expect(faults.list.map(({ location }) => location)).toEqual([
    'CARBON_LIMITS',
    'CARBON_LIMITS, "a"',
    'limits-x',
    'tags',
    'file limits',
  ]);
  expect([faults.has('limits'), faults.has('tags'), faults.has('junit')]).toEqual([true, true, false]);
});

it('a fault of a given option does not name its variable', () => {
  expect(read({ CARBON_RETRIES: 'many' }, { retries: 'x' }).faults).toEqual([
    expect.stringMatching(/^retries: .*"x"/),
  ]);
});

it('the secrets of Graphite have two names on the command line, and the longer one is read first', () => {
  const env = { GRAPHITE_TOKEN: 'short' };
  expect(read(env).options.graphiteToken).toBe('short');
  expect(read({ ...env, CARBON_GRAPHITE_TOKEN: 'long' }).options.graphiteToken).toBe('long');
  expect(read(env, {}, 'library').options.graphiteToken).toBeUndefined();
});
