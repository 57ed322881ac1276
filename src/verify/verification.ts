/** One point as it was sent. */
export interface SentPoint {
  /** `path;tag=value`, as in the line. */
  readonly series: string;
  readonly value: number;
  /** Epoch seconds. */
  readonly timestamp: number;
}

/** A point that Graphite does not show. */
export type MissingPoint<Point extends SentPoint = SentPoint> = Point & {
  /** The other value in the point's slot, if there is one. */
  readonly found?: number;
};

/** When reading back ends although points are missing. */
export interface VerifyLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The result of reading back. */
export interface Verification<Point extends SentPoint = SentPoint> {
  /** The number of points that were seen. Of several points in one slot, the one that Graphite keeps counts for all. */
  readonly verified: number;
  /** All other points, in the order of sending. */
  readonly missing: ReadonlyArray<MissingPoint<Point>>;
  /** Why Graphite could not be asked for all points; the missing ones are then unknown. */
  readonly problem?: string;
  /** Why missing points could not be resent. */
  readonly resendProblem?: string;
}
