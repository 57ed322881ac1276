import fc from 'fast-check';

/**
 * What the proxy does at a position of a connection. `at` is a share of the bytes of a whole window, in thousandths.
 */
export type Step =
  /** Forwards nothing for this time. */
  | { readonly kind: 'delay'; readonly at: number; readonly ms: number }
  /** Forwards exactly this much, then resets the sender. The receiver sees a reset or an end. */
  | { readonly kind: 'reset'; readonly at: number; readonly receiverSees: 'reset' | 'end' }
  /** Forwards exactly this much and discards the rest, then keeps the connection open and resets it in the end. */
  | { readonly kind: 'swallow'; readonly at: number; readonly ms: number }
  /** Ends its side to the sender, and continues to forward everything. */
  | { readonly kind: 'halfClose'; readonly at: number }
  /**
   * Forwards exactly this much, then ends its side to the sender before the sender ends its own. Discards the rest and
   * closes normally. If the sender was faster, it cannot detect a loss, so then there is none.
   */
  | { readonly kind: 'endFirst'; readonly at: number }
  /** Closes at once. What was read is forwarded. */
  | { readonly kind: 'close'; readonly at: number }
  /** Sends an answer, which no line receiver does. */
  | { readonly kind: 'answer'; readonly at: number };

/** How the proxy forwards the receiver's close, after all data. */
export type Ending =
  | { readonly kind: 'pass' }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'reset' }
  /** Never forwards it, and resets the connection in the end. */
  | { readonly kind: 'hold'; readonly ms: number };

/** The events of one connection. */
export interface ConnectionPlan {
  readonly steps: readonly Step[];
  readonly ending: Ending;
}

/** One run of the library and all its events. */
export interface Schedule {
  readonly batches: number;
  readonly batchSize: number;
  readonly isLastBatchFull: boolean;
  /** The approximate bytes of a line. */
  readonly lineBytes: number;
  readonly from: 'array' | 'iterable' | 'async iterable';
  readonly retries: number;
  readonly timeoutMs: number;
  readonly connectMs: number;
  readonly writeMs: number;
  readonly confirmMs: number;
  /** When the user stops the run, if at all. */
  readonly abortMs: number | undefined;
  /** The plans of the connections in their order. Later connections have no fault. */
  readonly connections: readonly ConnectionPlan[];
}

const at = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 1000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1000) },
);
// Some end before the sender's limits, some do not.
const ms = fc.integer({ min: 1, max: 400 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('delay'), at, ms }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('reset'),
      at,
      receiverSees: fc.constantFrom('reset', 'end'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('swallow'), at, ms }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('halfClose'), at }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('endFirst'), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close'), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('answer'), at }) },
);

const ending: fc.Arbitrary<Ending> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pass') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('late'), ms }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reset') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hold'), ms }) },
);

const connection: fc.Arbitrary<ConnectionPlan> = fc.record({
  steps: fc.array(step, { maxLength: 3 }).map((steps) => steps.toSorted((one, other) => one.at - other.at)),
  ending,
});

/** Ends before everything was read, so that the sender must retry. */
const lost: fc.Arbitrary<ConnectionPlan> = fc.record({
  steps: fc.tuple(
    fc.record({ kind: fc.constant('reset'), at, receiverSees: fc.constantFrom('reset', 'end') }),
  ),
  ending: fc.constant({ kind: 'pass' }),
});

/** Ended early by the other side while there is more to send. */
const endedFirst: fc.Arbitrary<ConnectionPlan> = fc.record({
  steps: fc.tuple(fc.record({ kind: fc.constant('endFirst'), at: fc.integer({ min: 0, max: 200 }) })),
  ending: fc.constant({ kind: 'pass' }),
});

const goesWell: fc.Arbitrary<ConnectionPlan> = fc.constant({ steps: [], ending: { kind: 'pass' } });
const allLost = fc.array(lost, { minLength: 10, maxLength: 10 });

const limits = {
  retries: fc.integer({ min: 0, max: 3 }),
  timeoutMs: fc.integer({ min: 1000, max: 2000 }),
  connectMs: fc.integer({ min: 100, max: 300 }),
  writeMs: fc.integer({ min: 100, max: 300 }),
  confirmMs: fc.integer({ min: 100, max: 300 }),
  abortMs: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 20 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 500 }) },
  ),
};
const from = fc.constantFrom('array', 'iterable', 'async iterable');

/** Schedules for many parallel runs. */
export const ordinary: fc.Arbitrary<Schedule> = fc.record({
  ...limits,
  batches: fc.oneof(
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 10 }) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 200 }) },
  ),
  batchSize: fc.integer({ min: 1, max: 20 }),
  isLastBatchFull: fc.boolean(),
  lineBytes: fc.constant(40),
  from,
  connections: fc.oneof(
    { weight: 5, arbitrary: fc.array(connection, { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.tuple(goesWell, allLost).map(([first, others]) => [first, ...others]) },
  ),
});

/** Schedules with so many retries that only the timeout ends them. */
export const hopeless: fc.Arbitrary<Schedule> = fc.record({
  ...limits,
  retries: fc.integer({ min: 15, max: 50 }),
  abortMs: fc.constant(undefined),
  batches: fc.integer({ min: 1, max: 10 }),
  batchSize: fc.integer({ min: 1, max: 20 }),
  isLastBatchFull: fc.boolean(),
  lineBytes: fc.constant(40),
  from,
  connections: allLost,
});

/** Schedules whose windows are larger than the buffers of both kernels. */
export const heavy: fc.Arbitrary<Schedule> = fc.record({
  ...limits,
  batches: fc.integer({ min: 55, max: 70 }),
  batchSize: fc.constant(20),
  isLastBatchFull: fc.boolean(),
  lineBytes: fc.constant(6000),
  from,
  connections: fc.array(fc.oneof(endedFirst, connection), { minLength: 1, maxLength: 3 }),
});
