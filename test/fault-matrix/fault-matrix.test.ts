import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDocument, judge } from './document.ts';
import { findObstacle, runInNamespace } from './namespace.ts';
import type { Observation, Row } from './row.ts';
import { SECTIONS } from './rows/index.ts';

const PAGE = join(import.meta.dirname, '../../docs/delivery.md');

const rows = SECTIONS.flatMap((section) => section.rows);
// Where every fault is required, what the machine does not allow fails.
const isRequired = process.env['REQUIRE_ALL_FAULTS'] === '1';
const obstacles = new Map(rows.map((row) => [row, isRequired ? undefined : findObstacle(row)]));
const observed = new Map<string, Observation>();

for (const [{ fault }, obstacle] of obstacles)
  if (obstacle !== undefined) process.stdout.write(`not caused here, ${obstacle}: ${fault}\n`);

const exitCodeOf = ({ expected, fault }: Row): number | null => {
  if (expected.delivery === '') return null;
  return expected.delivery === 'failed' || fault.includes('require-confirmation') ? 1 : 0;
};

async function cause(row: Row): Promise<void> {
  const result = row.namespace ? await runInNamespace(row) : await row.run();
  const { delivery, says } = row.expected;
  expect(result).toMatchObject({ delivery, exitCode: exitCodeOf(row), said: expect.stringMatching(says) });
  expect(result.evidence === '').toBe(delivery !== 'confirmed');
  expect(judge(row, result)).not.toBe('');
  observed.set(row.fault, result);
}

for (const row of rows.filter((one) => obstacles.get(one) === undefined))
  it.concurrent(row.fault, { timeout: 100_000 }, () => cause(row));

describe('docs/delivery.md', () => {
  it('says what was observed', () => {
    const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
    const page = formatDocument(observed, before);
    expect(page).not.toContain('was never observed');
    if (process.env['UPDATE_DELIVERY_DOC'] === '1') writeFileSync(PAGE, page);
    else expect(page, 'run it again with UPDATE_DELIVERY_DOC=1, and look at the difference').toBe(before);
  });

  it('has at least 25 faults, each under a name of its own', () => {
    expect(rows.length).toBeGreaterThanOrEqual(25);
    expect(new Set(rows.map(({ fault }) => fault)).size).toBe(rows.length);
  });
});
