import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinLeg } from '../../src/ci/join-leg.ts';
import { createPathRules } from '../../src/format/path.ts';

test.each<[string[], string]>([
  [[], ''],
  [['20'], '20'],
  [['x86_64-unknown-linux-gnu'], 'x86_64-unknown-linux-gnu'],
  [['20', 'ubuntu-24.04'], '20-ubuntu-24.04'],
  [['ubuntu-24.04', '20'], 'ubuntu-24.04-20'],
  [['ubuntu-latest', '3.12', 'postgres-15'], 'ubuntu-latest-3.12-postgres-15'],
  [['20', 'windows-2022', 'true'], '20-windows-2022-true'],
  [['node-20', 'macos-14-large'], 'node-20-macos-14-large'],
  [['x86_64-unknown-linux-gnu', 'ubuntu-24.04-arm'], 'x86_64-unknown-linux-gnu-ubuntu-24.04-arm'],
  [['stable', 'x86_64-unknown-linux-gnu'], 'stable-x86_64-unknown-linux-gnu'],
  [['self-hosted', 'linux', 'x64'], 'self-hosted-linux-x64'],
  [['ubuntu', '24.04'], 'ubuntu-24.04'],
  [['ubuntu', 'latest', 'x'], 'ubuntu-latest-x'],
  [['a', ''], 'a-'],
  [['x', 'y-z'], 'x-y-z'],
])('%j is %s, without digits', (values, name) => {
  expect(joinLeg(values)).toBe(name);
});

test.each<[string[]]>([
  [['x-y', 'z']],
  [['x86_64-unknown-linux-gnu', 'stable']],
  [['a', 'b-ubuntu-latest']],
  [['ubuntu', 'latest-x']],
  [['x-y', 'z+', '~w']],
])('%j gets digits, because another leg could have that name', (values) => {
  const name = joinLeg(values);
  expect(name).toBe(values.map((value) => value.replace(/[~+]/g, '~$&')).join('+'));
  expect(createPathRules().formatName(name)).toMatch(/^[\w-]+_[0-9a-f]{6}$/);
});

test('legs with so many values never meet', () => {
  const value = fc
    .array(
      fc.constantFrom(
        'a',
        'b',
        'ubuntu',
        'latest',
        'self',
        'hosted',
        '22.04',
        'arm',
        '+',
        '~',
        '',
        'ubuntu-latest',
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((parts) => parts.join('-'))
    .filter((text) => text !== '');
  const legs = fc.integer({ min: 1, max: 4 }).chain((count) => {
    const leg = fc.array(value, { minLength: count, maxLength: count });
    return fc.tuple(leg, leg, fc.nat());
  });
  fc.assert(
    fc.property(legs, ([one, other, seed]) => {
      // A leg that is cut at other places is likelier to meet the first one than a random leg.
      const parts = one.join('-').split('-');
      const at = 1 + (seed % Math.max(1, parts.length - 1));
      const moved = [parts.slice(0, at).join('-'), parts.slice(at).join('-')].filter((text) => text !== '');
      for (const two of [other, ...(moved.length === one.length ? [moved] : [])])
        expect(joinLeg(one) === joinLeg(two)).toBe(JSON.stringify(one) === JSON.stringify(two));
    }),
    { numRuns: 5000 },
  );
});
