import { expect, test } from 'vitest';
import { listTables, readRules, readTests } from './case-tables.ts';

const rules = readRules();
const tables = listTables();
const cased = new Set(tables.flatMap(({ cases }) => cases.map(({ rule }) => rule)));

test.each([...rules])('%s has a case', (id, rule) => {
  if (rule.coveredBy !== undefined) {
    expect(readTests(rule.coveredBy).filter((text) => text.includes(id))).not.toEqual([]);
  } else {
    expect(cased.has(id)).toBe(true);
  }
});

test('every case names a rule', () => {
  expect([...cased].filter((id) => !rules.has(id))).toEqual([]);
});

test('every table has cases and is read by the test next to it', () => {
  expect(tables.filter(({ read, cases }) => !read || cases.length === 0).map(({ path }) => path)).toEqual([]);
  expect(tables.length).toBeGreaterThan(5);
});
