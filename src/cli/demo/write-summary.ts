import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoJob } from './make-job.ts';
import { runStep } from './run-step.ts';

/** Runs the action's bundle as a runner does, and writes its summary as a page that is kept. */
export async function writeSummary(
  bundle: string,
  { job, server, signal }: { job: DemoJob; server: string; signal: AbortSignal },
): Promise<string | undefined> {
  const [name = '', glob = ''] = job.bundle.split('=');
  const inputs = {
    server,
    source: 'acme/shop',
    junit: job.junit,
    coverage: job.coverage,
    sizes: `${name}: ${JSON.stringify(glob)}`,
  };
  const summary = await runStep(bundle, { inputs, signal });
  if (summary === undefined) return undefined;
  const page = join(tmpdir(), 'carbon-demo-summary.html');
  // Do not follow a link that another user of this machine may have put there.
  await rm(page, { force: true });
  await writeFile(page, formatPage(summary), { flag: 'wx' });
  return page;
}

/** A job summary as a page: GitHub's Markdown as far as a summary without diagrams uses it. It has no script. */
function formatPage(summary: string): string {
  const blocks = summary.split('\n\n').map((block) => block.replace(/^#### (.*)$/, '<h4>$1</h4>'));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Job summary</title>
<style>
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; }
  h3 { border-bottom: 1px solid #8884; padding-bottom: .3em; }
  table { border-collapse: collapse; margin-bottom: 1rem; }
  th, td { border: 1px solid #8886; padding: .3em .8em; }
  code { font-size: 13px; padding: .1em .3em; border-radius: 4px; background: #8882; }
</style>
${blocks.join('\n')}
</html>
`;
}
