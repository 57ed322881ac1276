/** One point as it was sent. */
export interface SentPoint {
  /** `path;tag=value`, as the line carried it. */
  readonly series: string;
  readonly value: number;
  /** Epoch seconds. */
  readonly timestamp: number;
}

/** A point that Graphite does not show. */
export type MissingPoint<Point extends SentPoint = SentPoint> = Point & {
  /** The other value that Graphite shows in the point's slot, where there is one. */
  readonly found?: number;
};

/** Where Graphite is asked, and as whom. */
export interface GraphiteAccess {
  /** The address of graphite-web; it may have a path in front of `/render`. */
  readonly url: URL;
  /** The whole header's value, `Bearer …` or `Basic …`. */
  readonly authorization?: string;
}

/** When looking ends though points are missing. */
export interface VerifyLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What reading back has shown. */
export interface Verification<Point extends SentPoint = SentPoint> {
  /** Points that were seen; of several in one slot the one that Graphite keeps stands for all. */
  readonly verified: number;
  /** All other points, in the order in which they were sent. */
  readonly missing: ReadonlyArray<MissingPoint<Point>>;
  /** Why Graphite could not be asked for all of them: then nobody knows whether it has them. */
  readonly problem?: string;
  /** Why those that Graphite does not have could not be sent again. */
  readonly resendProblem?: string;
}
