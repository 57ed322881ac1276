import { print } from './print.ts';
import { runMain } from './run-main.ts';
import { readState } from './state.ts';

/** The step, or the end of the job, where the runner brings back the state that the step saved. */
async function run(): Promise<void> {
  const state = readState(process.env);
  if (state === undefined) return runMain(process.env);
  const { runPost } = await import('./run-post.ts');
  return runPost(process.env, state);
}

run().catch((error: unknown) => {
  print.failed(
    `This is a defect of carbon-action, please report it: ${error instanceof Error ? error.stack : error}`,
  );
});
