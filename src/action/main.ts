import { basename } from 'node:path';
import { print } from './print.ts';
import { runMain } from './run-main.ts';
import { readState } from './state.ts';

/** The step, or the end of the job, where the runner brings back the state that the step saved. */
async function run(): Promise<void> {
  // A step before this one may have set such a variable for all that follow: the script alone tells what this is.
  const isEnd = basename(process.argv[1] ?? '') === 'post.js';
  const state = isEnd ? readState(process.env) : undefined;
  if (state === undefined) return runMain(process.env);
  const { runPost } = await import('./run-post.ts');
  return runPost(process.env, state);
}

run().catch((error: unknown) => {
  print.failed(
    `This is a defect of carbon-action, please report it: ${error instanceof Error ? error.stack : error}`,
  );
});
