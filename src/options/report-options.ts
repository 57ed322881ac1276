import type { CollectedRunner } from '../collect/runner/collect-runner.ts';
import type { PublishOptions } from './types.ts';

/**
 * What a CI job left behind, and where to send it: `junit`, `coverage` and `sizes` name files below the current
 * directory, `jobStatus` and `jobStartedAt` say how the job went; whatever else a run can be given may stand beside.
 */
export interface ReportOptions extends PublishOptions {
  /** What `measureRunner` found. */
  readonly runnerMetrics?: CollectedRunner | undefined;
  /**
   * In a job of GitHub Actions, whose environment says which: a token with `actions: read`, for the time that the job was
   * queued and set up, and the time and success of each finished step. What GitHub does not tell is a warning.
   */
  readonly githubToken?: string | undefined;
  /** `job.check_run_id`; without it the job is looked for by its name, attempt and runner. */
  readonly checkRunId?: string | undefined;
}
