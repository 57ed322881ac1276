/** A job from GitHub's REST API; fields in an undocumented form are absent. */
export interface GithubJob {
  readonly name: string;
  /** `in_progress` while it runs; absent if the response has none. */
  readonly status?: string;
  /** Digits: the number may be too large for a JavaScript number. */
  readonly runId?: string;
  /** Also absent until a runner has taken the job. */
  readonly runnerName?: string;
  readonly createdAtMs?: number;
  readonly startedAtMs?: number;
  readonly steps: readonly GithubStep[];
}

/** One step of a {@link GithubJob}. */
export interface GithubStep {
  readonly name: string;
  /** `completed` when it has ended or was skipped. */
  readonly status?: string;
  readonly conclusion?: string;
  readonly startedAtMs?: number;
  readonly completedAtMs?: number;
}
