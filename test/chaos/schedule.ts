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

/** Every schedule that the property is asked for. */
export const schedules: fc.Arbitrary<Schedule> = fc.record({
  batches: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 200 })),
  batchSize: fc.integer({ min: 1, max: 20 }),
  isLastBatchFull: fc.boolean(),
  // Of the long ones a window weighs more than the kernels of both sides take.
  lineBytes: fc.oneof(
    { weight: 14, arbitrary: fc.constant(40) },
    { weight: 1, arbitrary: fc.constant(6000) },
  ),
  from: fc.constantFrom('array', 'iterable', 'async iterable'),
  retries: fc.integer({ min: 0, max: 3 }),
  timeoutMs: fc.integer({ min: 1000, max: 2000 }),
  connectMs: fc.integer({ min: 100, max: 300 }),
  writeMs: fc.integer({ min: 100, max: 300 }),
  confirmMs: fc.integer({ min: 100, max: 300 }),
  abortMs: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined, freq: 10 }),
  connections: fc.array(connection, { maxLength: 6 }),
});
