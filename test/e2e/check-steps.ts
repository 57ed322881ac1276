import { runStep, type Step, type StepInputs, type StepRun } from '../scenarios/act.ts';
import { runPost } from '../support/runner.ts';

export type { StepInputs };

/** Runs a step, and on request the end of its job, with the servers that its inputs name. */
export async function actAgainst(
  inputs: StepInputs,
  { post, ...step }: Step & { readonly post?: boolean },
): Promise<StepRun & { readonly post?: StepRun }> {
  const main = await runStep(inputs, step);
  if (post !== true) return main;
  const run = await runPost(main.run);
  return { ...main, post: { run, printed: run.commands.map(({ name, data }) => `${name} ${data}`) } };
}
