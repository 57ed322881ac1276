import { SendError } from '../model/errors.ts';
import { askGraphite } from './ask-graphite.ts';
import { matchAnswer } from './match-answer.ts';
import type { RenderedSeries } from './parse-answer.ts';
import { formatRequest, isWithin, type Look, planLooks } from './plan-looks.ts';
import type { GraphiteAccess } from './verification.ts';
import { noteAnswer, type WantedSeries } from './wanted-series.ts';

/** The result of asking for every point once. */
export interface Round {
  readonly answers: number;
  /** The last failure, or the one that ended the round. */
  readonly failure?: SendError;
}

const MAX_REQUESTS_AT_ONCE = 4;
const MAX_FAILURES_IN_A_ROW = 3;

/** Asks Graphite once for every point that was not seen yet, and records the answers. */
export async function lookOnce(
  series: readonly WantedSeries[],
  { access, signal }: { readonly access: GraphiteAccess; readonly signal: AbortSignal },
): Promise<Round> {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const looks = planLooks(series, nowSeconds).values();
  let answers = 0;
  let failuresInARow = 0;
  let failure: SendError | undefined;
  const goesOn = (): boolean =>
    !signal.aborted && failure?.retryable !== false && failuresInARow < MAX_FAILURES_IN_A_ROW;

  const worker = async (): Promise<void> => {
    for (const look of looks) {
      if (!goesOn()) return;
      forget(look);
      try {
        note(look, await askGraphite(formatRequest(look, nowSeconds), { access, signal }));
        answers += 1;
        failuresInARow = 0;
      } catch (error) {
        if (!(error instanceof SendError)) throw error;
        if (failure?.retryable !== false) failure = error;
        failuresInARow += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: MAX_REQUESTS_AT_ONCE }, worker));
  return failure === undefined ? { answers } : { answers, failure };
}

/** Resets the points that an earlier look reported as missing. */
function forget(look: Look): void {
  for (const { points } of look.series) {
    for (const one of points) if (one.state === 'missed' && isWithin(look, one.point)) one.state = 'unknown';
  }
}

function note(look: Look, answer: readonly RenderedSeries[]): void {
  const matched = matchAnswer(look.series, answer);
  for (const series of look.series) {
    noteAnswer(series, { answers: matched.get(series) ?? [], isAsked: (point) => isWithin(look, point) });
  }
}
