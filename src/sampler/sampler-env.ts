/** What a Node needs to start, and the runner's mark: by it the runner finds what a job left behind, and ends it. */
const NAMES = ['PATH', 'RUNNER_TRACKING_ID', 'SystemRoot', 'windir', 'TEMP', 'TMP', 'TMPDIR'];

/** The environment of the sampler: none of the job's inputs, tokens and secrets. */
export function pickSamplerEnv(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
