import { basename } from 'node:path';
import { endDespiteLookUp } from '../util/end-despite-look-up.ts';
import { print } from './print.ts';
import { runMain } from './run-main.ts';

/** Runs the step or the end of the job, depending on the script that the runner starts. */
async function run(): Promise<void> {
  // An earlier step may have set the state's variables for all later steps, so the state alone does not decide.
  if (basename(process.argv[1] ?? '') !== 'post.js') return runMain(process.env);
  return (await import('./run-post.ts')).runPost(process.env);
}

// A closed log must not stop the run: outputs and metrics do not depend on it.
process.stdout.on('error', () => {});
run()
  .catch((error: unknown) => {
    print.failed(
      `This is a defect of carbon-action, please report it: ${error instanceof Error ? error.stack : error}`,
    );
  })
  .finally(() => endDespiteLookUp(Number(process.exitCode ?? 0)));
