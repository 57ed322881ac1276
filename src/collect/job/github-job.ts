/** What GitHub's REST API tells of a job, as far as it told it in the form that it documents. */
export interface GithubJob {
  readonly name: string;
  /** `in_progress` while it runs; absent where the answer did not say. */
  readonly status?: string;
  /** Digits: such a number may have more of them than JavaScript counts exactly. */
  readonly runId?: string;
  /** Absent too while no runner has taken the job. */
  readonly runnerName?: string;
  readonly createdAtMs?: number;
  readonly startedAtMs?: number;
  readonly steps: readonly GithubStep[];
}

/** One step of a {@link GithubJob}. */
export interface GithubStep {
  readonly name: string;
  /** `completed` once it is over, or was skipped. */
  readonly status?: string;
  readonly conclusion?: string;
  readonly startedAtMs?: number;
  readonly completedAtMs?: number;
}
