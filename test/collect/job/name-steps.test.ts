import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameSteps } from '../../../src/collect/job/compute-github-job.ts';
import { anyCharacter } from '../../rules/arbitraries.ts';

test.each([
  ['Run actions/checkout@v4', 'actions/checkout'],
  ['Run github/codeql-action/init@v3', 'github/codeql-action/init'],
  ['Run owner/name@feature/x y', 'owner/name'],
  ['Post Run actions/checkout@v4', 'Post actions/checkout'],
  ['Pre Run actions/cache@8f4e', 'Pre actions/cache'],
  ['Run ./.github/actions/mine', './.github/actions/mine'],
  ['Run docker://alpine:3.8', 'docker://alpine:3.8'],
  ['Run npm test', 'npm test'],
  ['Run npx @scope/tool@2 go', 'npx @scope/tool@2 go'],
  ['Run mail me@example.com', 'mail me@example.com'],
  ['Running', 'Running'],
  ['Run ', 'Run'],
  ['Set up job', 'Set up job'],
  ['  spaces  ', 'spaces'],
  ['Test v1.2', 'Test v1.2'],
  ['', 'unnamed'],
  [' \n', 'unnamed'],
  ['a'.repeat(61), `${'a'.repeat(60)}_35d5fc`],
  [`Run ${'a'.repeat(60)}`, 'a'.repeat(60)],
  ['😀'.repeat(61), `${'😀'.repeat(60)}_def338`],
  [`${'a'.repeat(59)}😀`, `${'a'.repeat(59)}😀`],
  [`${'a'.repeat(60)}😀`, `${'a'.repeat(60)}_67e03c`],
])('%j is named %j', (name, node) => {
  expect(nameSteps([name])).toEqual([node]);
});

test.each([
  [
    ['x', 'x', 'x'],
    ['x', 'x_2', 'x_3'],
  ],
  [
    ['x', 'x_2', 'x'],
    ['x', 'x_2', 'x_3'],
  ],
  [
    ['x', 'x', 'x_2'],
    ['x', 'x_2', 'x_2_2'],
  ],
  [
    ['Run a/b@v1', 'Run a/b@v2'],
    ['a/b', 'a/b_2'],
  ],
  [
    [`${'a'.repeat(60)}b`, `${'a'.repeat(60)}c`],
    [`${'a'.repeat(60)}_6f929a`, `${'a'.repeat(60)}_6a21ba`],
  ],
])('%j get different names', (names, nodes) => {
  expect(nameSteps(names)).toEqual(nodes);
});

test('any names: as many unique nodes, none empty or long, no new half characters', () => {
  const anyName = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 150 }),
    fc.constantFrom('x', 'x_2', 'x_3', 'Run x', 'x_2_2'),
  );
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 40 }), (names) => {
      const nodes = nameSteps(names);
      expect(nodes).toHaveLength(names.length);
      expect(new Set(nodes).size).toBe(names.length);
      nodes.forEach((node, index) => {
        expect(node).not.toBe('');
        expect([...node].length).toBeLessThanOrEqual(60 + '_35d5fc_40_2'.length);
        if (names[index]?.isWellFormed()) expect(node.isWellFormed()).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});

test('ten thousand equal names, and long ones, take little time', () => {
  const many = nameSteps([
    ...Array<string>(10_000).fill('x'),
    'Run '.repeat(1_000_000),
    'a/'.repeat(1_000_000),
  ]);
  expect(many[9_999]).toBe('x_10000');
});
