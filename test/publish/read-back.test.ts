import { expect, test } from 'vitest';
import { explainMissing } from '../../src/publish/read-back.ts';
import type { Verification } from '../../src/verify/verification.ts';

const causes =
  'Carbon may limit new series (MAX_CREATES_PER_MINUTE), the times may lie outside the retention, or this Graphite reads another Carbon.';

function makePoints(count: number): Verification['missing'] {
  return Array.from({ length: count }, (_, index) => ({ series: `m${index}`, value: 1, timestamp: 1 }));
}

function explain(verification: Verification, lines: number): string {
  const error = explainMissing(verification, { lines, servers: 'carbon:2003' });
  expect(error).toMatchObject({ name: 'SendError', code: 'MISSING', retryable: false });
  return error.message;
}

test('names what Graphite does not show, with the possible cause', () => {
  expect(explain({ verified: 0, missing: makePoints(1) }, 1)).toBe(
    `Sent 1 metric to carbon:2003, but Graphite does not show it: "m0". ${causes}`,
  );
  expect(explain({ verified: 3, missing: makePoints(2) }, 5)).toBe(
    `Sent 5 metrics to carbon:2003, but Graphite does not show 2 of them: "m0", "m1". ${causes}`,
  );
});

const otherCauses =
  'A storage slot holds one value: that of another sender of this path, of a later point, or of a relay or archive that aggregates. Give each sender its own source or scope.';

test('names another value in the slot of a point, and what that means', () => {
  const [first] = makePoints(1) as [Verification['missing'][number]];
  const other = { ...first, found: 7.5 };
  expect(explain({ verified: 0, missing: [other] }, 1)).toBe(
    `Sent 1 metric to carbon:2003, but Graphite shows another value of it: "m0" is 7.5, not 1. ${otherCauses}`,
  );
  const zero = { series: 'n', value: 3, timestamp: 1, found: 0 };
  expect(explain({ verified: 1, missing: [other, first, zero] }, 4)).toBe(
    `Sent 4 metrics to carbon:2003, but Graphite does not show 1 of them: "m0". ${causes} It shows another value of 2 of them: "m0" is 7.5, not 1, "n" is 0, not 3. ${otherCauses}`,
  );
});

test('names a failed resend of the other points only', () => {
  const [first] = makePoints(1) as [Verification['missing'][number]];
  const verification = { verified: 0, missing: [{ ...first, found: 2 }], resendProblem: 'No route.' };
  expect(explain(verification, 1)).not.toContain('No route.');
});

test('names the first hundred', () => {
  const message = explain({ verified: 0, missing: makePoints(250) }, 250);
  expect(message).toContain('does not show 250 of them: "m0", "m1", ');
  expect(message).toContain(`, "m99" … and 150 more. ${causes}`);
  expect(message).not.toContain('"m100"');
});

test('names a failed resend as the cause', () => {
  const verification = { verified: 0, missing: makePoints(1), resendProblem: 'No route.' };
  expect(explain(verification, 1)).toBe(
    'Sent 1 metric to carbon:2003, but Graphite does not show it: "m0". Sending again failed: No route.',
  );
});

test('does not claim missing points when Graphite cannot be asked', () => {
  const problem = 'Graphite at http://g refused the connection.';
  expect(explain({ verified: 0, missing: makePoints(9), problem }, 9)).toBe(
    `Sent, but not read back: ${problem}`,
  );
  expect(explain({ verified: 7, missing: makePoints(2), problem }, 9)).toBe(
    `Sent, but 2 of 9 points not read back: ${problem}`,
  );
});

test('lets no name begin a line', () => {
  const missing = [{ series: 'a\n::error::b', value: 1, timestamp: 1 }];
  expect(explain({ verified: 0, missing }, 1)).toContain('"a\\n::error::b"');
});
