import fc from 'fast-check';

/** What the proxy does at a place of a connection; `at` is a share of what a whole window weighs, in thousandths. */
export type Step =
  /** Passes nothing on for so long. */
  | { readonly kind: 'delay'; readonly at: number; readonly ms: number }
  /** Passes exactly so much on, then resets the sender; the receiver sees a reset or an end. */
  | { readonly kind: 'reset'; readonly at: number; readonly receiverSees: 'reset' | 'end' }
  /** Passes exactly so much on and reads the rest away, then holds the connection and resets it in the end. */
  | { readonly kind: 'swallow'; readonly at: number; readonly ms: number }
  /** Ends its side towards the sender, and goes on passing everything on. */
  | { readonly kind: 'halfClose'; readonly at: number }
  /**
   * Passes exactly so much on, then ends its side towards the sender before the sender has ended its own; reads the rest
   * away and closes in good order. Where the sender was faster it cannot know of a loss, so then there is none.
   */
  | { readonly kind: 'endFirst'; readonly at: number }
  /** Closes at once; what had been read was passed on. */
  | { readonly kind: 'close'; readonly at: number }
  /** Says something, which no line receiver does. */
  | { readonly kind: 'answer'; readonly at: number };

/** What the proxy makes of the receiver's close, once everything was passed on. */
export type Ending =
  | { readonly kind: 'pass' }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'reset' }
  /** Never passes it on, and resets the connection in the end. */
  | { readonly kind: 'hold'; readonly ms: number };

/** What happens to one connection. */
export interface ConnectionPlan {
  readonly steps: readonly Step[];
  readonly ending: Ending;
}

/** One run of the library and everything that happens to it. */
export interface Schedule {
  readonly batches: number;
  readonly batchSize: number;
  readonly isLastBatchFull: boolean;
  /** Bytes of a line, about. */
  readonly lineBytes: number;
  readonly from: 'array' | 'iterable' | 'async iterable';
  readonly retries: number;
  readonly timeoutMs: number;
  readonly connectMs: number;
  readonly writeMs: number;
  readonly confirmMs: number;
  /** When the user stops the run, if at all. */
  readonly abortMs: number | undefined;
  /** For the connections in the order in which they come; those after the last go well. */
  readonly connections: readonly ConnectionPlan[];
}

const at = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 1000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1000) },
);
// Some are over before the sender's limits, some are not.
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

/** Ends before everything was read, so that the sender has to try again. */
const lost: fc.Arbitrary<ConnectionPlan> = fc.record({
  steps: fc.tuple(
    fc.record({ kind: fc.constant('reset'), at, receiverSees: fc.constantFrom('reset', 'end') }),
  ),
  ending: fc.constant({ kind: 'pass' }),
});

/** Ended by the other side early, as long as there is more to send. */
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

/** Schedules for many runs at the same time. */
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

/** Schedules that so many retries never end: only the timeout does. */
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

/** Schedules whose windows weigh more than the kernels of both sides take. */
export const heavy: fc.Arbitrary<Schedule> = fc.record({
  ...limits,
  batches: fc.integer({ min: 55, max: 70 }),
  batchSize: fc.constant(20),
  isLastBatchFull: fc.boolean(),
  lineBytes: fc.constant(6000),
  from,
  connections: fc.array(fc.oneof(endedFirst, connection), { minLength: 1, maxLength: 3 }),
});
