import { describe, expect, it } from 'vitest';
import { act, findHiddenCommands, stripSummary } from './act.ts';

const long = 'x'.repeat(1_000_000);
const odd = 'é 💥'.repeat(250_000);

describe.concurrent('very long text', () => {
  it.each<[string, string, string]>([
    ['a name', 'm.json', JSON.stringify({ [long]: 1 })],
    ['a name that changes', 'm.json', JSON.stringify({ [odd]: 1 })],
    ['a path of many nodes', 'm.json', JSON.stringify({ ['a b.'.repeat(250_000)]: 1 })],
    ['a value', 'm.json', JSON.stringify({ a: long })],
    ['a tag', 'm.json', JSON.stringify([{ metric: 'a', value: 1, tags: { [long]: long } }])],
    ['a timestamp', 'm.json', JSON.stringify([{ metric: 'a', value: 1, timestamp: odd }])],
    ['a key of an item', 'm.json', JSON.stringify([{ metric: 'a', value: 1, [odd]: 1 }])],
    ['a line', 'm.txt', `${long} 1\n`],
    ['a line that changes', 'm.txt', `${'é'.repeat(60_000)} 1\n`],
    ['a line of many fields', 'm.txt', '1 '.repeat(30_000)],
    ['a YAML tag', 'm.yml', `a: !${long} 1`],
    ['a YAML alias', 'm.yml', `a: *${long}`],
    ['a YAML directive', 'm.yml', `%${long}\n---\na: 1`],
    ['a YAML text', 'm.yml', `a: "\\${long}`],
    ['a YAML text without a key', 'm.yml', odd],
    ['a YAML key given twice', 'm.json', `{${JSON.stringify(long)}: 1, ${JSON.stringify(long)}: 2}`],
  ])('is cut in the message: %s', async (_, name, text) => {
    const story = await act({ 'data-file': name }, { files: { [name]: text } });
    expect([story.run.exitCode, story.connections]).toEqual([1, 0]);
    expect(story.printed.filter((one) => one.startsWith('error '))).toHaveLength(1);
    expect(story.run.stdout.length).toBeLessThan(10_000);
    expect(story.run.summary.length).toBeLessThan(20_000);
    expect(findHiddenCommands(story)).toEqual([]);
    expect(stripSummary(story.run.summary)).not.toMatch(/[<>]/);
  });

  it.each<[string, string, RegExp]>([
    [
      'aliases in maps',
      `a: &a {x: 1}\n${[...'bcdefghi'].map((key, index) => `${key}: &${key} {${Array.from({ length: 9 }, (_, at) => `k${at}: *${'abcdefgh'[index]}`)}}`).join('\n')}`,
      /not followed/,
    ],
    [
      'aliases in lists',
      `a: &a [x,x,x]\n${[...'bcdefghi'].map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]`).join('\n')}`,
      /a list inside a map is not a number/,
    ],
    ['merge keys', 'a: &a {x: 1}\nb: {<<: *a}', /not followed/],
    ['maps', `${'{a: '.repeat(500)}1${'}'.repeat(500)}`, /deep/],
    ['far too many maps', `${'{a: '.repeat(5000)}1${'}'.repeat(5000)}`, /deep/],
    ['far too many lists', '['.repeat(20_000), /deep/],
  ])('is refused in one error: %s', async (_, text, message) => {
    const story = await act({ 'data-file': 'm.yml' }, { files: { 'm.yml': text } });
    expect([story.run.exitCode, story.connections, story.printed.length]).toEqual([1, 0, 1]);
    expect(story.printed[0]).toMatch(message);
    expect(story.printed[0]?.length).toBeLessThan(10_000);
    expect(findHiddenCommands(story)).toEqual([]);
    expect(stripSummary(story.run.summary)).not.toMatch(/[<>]/);
  });
});
