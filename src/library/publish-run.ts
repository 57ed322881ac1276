import type { SamplingTimes } from '../collect/runner/slot.ts';
import { type Collected, joinCollected } from '../model/collected.ts';
import type { InputError } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Result } from '../model/result.ts';
import type { Options } from '../options/options.ts';
import type { RunContext } from '../options/run-context.ts';
import type { Matrix } from '../options/scope.ts';
import { prepare } from '../publish/prepare.ts';
import { publish } from '../publish/publish.ts';

/** What a face knows about a run, besides the options. */
export interface FaceRun extends Omit<RunContext, 'collect'> {
  readonly env: NodeJS.ProcessEnv;
  /** Asks GitHub about this job; undefined if the face does not ask. */
  readonly githubToken?: string | undefined;
  /** The leg of the matrix, which is part of the job's name at GitHub. */
  readonly matrix?: Matrix | undefined;
  /** What the face collected itself; an empty list if it looked and found nothing, which is not an error. */
  readonly collected?: readonly Collected[] | undefined;
}

/**
 * The run of every face: publishes what the options name, together with what the face collected and what GitHub knows
 * of the job. Errors as {@link publish}.
 */
export function publishRun(options: Options, run: FaceRun): Promise<Result> {
  const { env, githubToken: token, matrix, collected, ...context } = run;
  if (token === undefined && collected === undefined) return publish(options, context);
  const collect = async (isValid: boolean): Promise<Collected> => {
    const found = isValid && token !== undefined ? [await askGithub(options, { ...run, token })] : [];
    // The measurements of the runner are many, so what is known about the job comes before them.
    return joinCollected([...found, ...(collected ?? [])]);
  };
  return publish(options, { ...context, collect });
}

async function askGithub(
  { checkRunId, signal = new AbortController().signal }: Options,
  { token, matrix, env, face }: FaceRun & { readonly token: string },
): Promise<Collected> {
  const { collectGithubJob } = await import('../github/collect-github-job.ts');
  const { warnings, ...found } = await collectGithubJob({ token, checkRunId, matrix, env, signal });
  if (warnings === undefined) return found;
  // In the action a missing permission may be intended, and most workflows pass the token for other purposes too.
  if (face === 'action') return { ...found, notices: warnings };
  // The command line has no option of that name: its token comes from the environment.
  const name = face === 'cli' ? '--github-times' : 'github-token';
  return { ...found, warnings: warnings.map((warning) => warning.replace(/^github-token(?=:)/, name)) };
}

/** The options of a later run after their check. */
export interface CheckedOptions {
  /** Every fault as one error; undefined if there is none. */
  readonly problem: InputError | undefined;
  /** How often the runner is measured. */
  readonly sampling: SamplingTimes;
}

/** Checks the options of a later run. It reads no file of metrics. */
export async function checkOptions(options: Options, context: RunContext): Promise<CheckedOptions> {
  const faults = context.faults ?? new Faults();
  const { sampling } = await prepare(options, context, faults);
  return { problem: faults.count === 0 ? undefined : faults.toError(), sampling };
}
