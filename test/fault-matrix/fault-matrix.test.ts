import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needs } from '../support/needs.ts';
import { formatDocument, judge } from './document.ts';
import { listNeeds, runInNamespace } from './namespace.ts';
import type { Observation, Row } from './row.ts';
import { SECTIONS } from './rows/index.ts';

const PAGE = join(import.meta.dirname, '../../docs/delivery.md');

const rows = SECTIONS.flatMap((section) => section.rows);
const observed = new Map<string, Observation>();

const exitCodeOf = ({ expected, fault }: Row): number | null => {
  if (expected.delivery === '') return null;
  return expected.delivery === 'failed' || fault.includes('require-confirmation') ? 1 : 0;
};

async function cause(row: Row): Promise<void> {
  const result = row.namespace ? await runInNamespace(row) : await row.run();
  const { delivery, message } = row.expected;
  if (result.delivery === 'failed' && row.failsIfLate?.test(result.printed)) return;
  expect(result).toMatchObject({
    delivery,
    exitCode: exitCodeOf(row),
    printed: expect.stringMatching(message),
  });
  expect(result.evidence === '').toBe(delivery !== 'confirmed');
  expect(judge(row, result)).not.toBe('');
  observed.set(row.fault, result);
}

for (const row of rows) it.concurrent(row.fault, needs(...listNeeds(row)), () => cause(row));

describe('docs/delivery.md', () => {
  it('says what was observed', () => {
    const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
    const page = formatDocument(observed, before);
    expect(page).not.toContain('was never observed');
    if (process.env['UPDATE_DELIVERY_DOC'] === '1') writeFileSync(PAGE, page);
    else expect(page, 'run it again with UPDATE_DELIVERY_DOC=1, and check the difference').toBe(before);
  });

  it('has at least 25 faults with different names', () => {
    expect(rows.length).toBeGreaterThanOrEqual(25);
    expect(new Set(rows.map(({ fault }) => fault)).size).toBe(rows.length);
  });
});
