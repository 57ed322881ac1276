import { basename } from 'node:path';
import { endDespiteLookUp } from '../util/end-despite-look-up.ts';
import { print } from './print.ts';
import { runMain } from './run-main.ts';

/** The step, or the end of the job: which of them, only the script tells that the runner starts. */
async function run(): Promise<void> {
  // A step before this one may have set such variables for all that follow: the state alone tells nothing.
  if (basename(process.argv[1] ?? '') !== 'post.js') return runMain(process.env);
  return (await import('./run-post.ts')).runPost(process.env);
}

// A log that nobody reads any more is no reason to stop: outputs and metrics have other ways.
process.stdout.on('error', () => {});
run()
  .catch((error: unknown) => {
    print.failed(
      `This is a defect of carbon-action, please report it: ${error instanceof Error ? error.stack : error}`,
    );
  })
  .finally(() => endDespiteLookUp(Number(process.exitCode ?? 0)));
