import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Faults } from '../../src/model/faults.ts';
import type { OptionRow } from '../../src/options/rows.ts';

/** Everything that is written by hand for an option, besides its use and the test of that. */
const ROW: OptionRow = {
  kind: 'integer',
  min: 1,
  max: 9,
  default: '3',
  help: 'How many new things are made.',
  cli: { argument: '<count>', help: 'how many new things' },
};

beforeEach(() => {
  vi.resetModules();
  vi.doMock(import('../../src/options/table.ts'), async (load) => {
    const { TABLE, ...rest } = await load();
    return { ...rest, TABLE: { ...TABLE, 'new-option': ROW } };
  });
});

afterEach(() => {
  vi.doUnmock('../../src/options/table.ts');
});

/** The properties of an option after it was read. */
const read = (options: object): unknown => Reflect.get(options, 'newOption');

test('a row is enough for an input of the action', async () => {
  const { readInputs } = await import('../../src/action/inputs.ts');
  expect(read(readInputs({ env: {}, stage: 'main' }).options)).toBe(3);
  expect(read(readInputs({ env: { 'INPUT_NEW-OPTION': ' 7 ' }, stage: 'main' }).options)).toBe(7);
  const { faults } = readInputs({ env: { 'INPUT_NEW-OPTION': '70' }, stage: 'main' }).run;
  expect(faults.list).toEqual([
    {
      location: 'new-option',
      rule: 'must be a whole number from 1 to 9',
      value: '70',
      cure: 'The default is 3.',
    },
  ]);
});

test('a row is enough for a flag of the command line', async () => {
  const { createProgram } = await import('../../src/cli/program.ts');
  const { toOptions } = await import('../../src/cli/to-options.ts');
  const { createConsole } = await import('../../src/cli/console.ts');
  const found: unknown[] = [];
  const commands = {
    publish: async (flags: Readonly<Record<string, string>>) => {
      const console = createConsole({});
      found.push(read(toOptions(flags, { console, env: {}, faults: new Faults() })));
    },
    ...{ run: async () => {}, listen: async () => {}, demo: async () => {} },
  };
  await createProgram(commands as never).parseAsync(['--new-option', '7'], { from: 'user' });
  await createProgram(commands as never).parseAsync([], { from: 'user' });
  expect(found).toEqual([7, 3]);
  const help = createProgram(commands as never).helpInformation();
  expect(help).toMatch(/^ +--new-option <count> +how many new things \(default: 3\)$/m);
});

test('a row is enough for an option of the library', async () => {
  const { update } = await import('../../src/library/update.ts');
  const options = { dryRun: true, metric: 'a', value: 1 };
  await expect(update({ ...options, newOption: 7 } as never)).resolves.toMatchObject({ delivery: 'dry-run' });
  await expect(update({ ...options, newOption: 70 } as never)).rejects.toThrow(/^newOption: .*"70"/);
  await expect(update({ ...options, otherOption: 7 } as never)).rejects.toThrow(
    /^otherOption: there is no such/,
  );
});
