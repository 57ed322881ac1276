import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { createAuthority } from '../support/authority.ts';
import { startCarbonCache } from '../support/carbon-cache.ts';
import { startGraphiteWeb } from '../support/graphite-web.ts';
import { needs } from '../support/needs.ts';
import { startTlsServer } from '../support/tls-server.ts';
import { listBlocks } from './documents.ts';
import { type JobPlace, type JobRun, runJob, type Step, TRIGGERS } from './workflow-steps.ts';

/** Runs the steps below a heading, as a push to the default branch. */
function runBelow(heading: string, place: JobPlace): Promise<JobRun> {
  const block = listBlocks('yaml').find((one) => one.heading === heading);
  const steps = parse(block?.text ?? '') as readonly Step[];
  return runJob({ name: 'test', steps }, TRIGGERS.push, place);
}

it('the example of TLS sends to a TLS server with its own authority', async () => {
  const authority = await createAuthority();
  const { cert, key } = await authority.certify({ names: 'IP:127.0.0.1' });
  await using server = await startTlsServer({ cert, key });
  const { log } = await runBelow('TLS', {
    vars: { CARBON: `127.0.0.1:${server.port}` },
    files: { 'carbon-ca.pem': authority.ca },
  });
  expect(server.text()).toMatch(/^ci\.acme\.app\.test_count 412 \d+\n$/);
  expect(log).toContain('Confirmed');
});

it(
  'a real Graphite answers the examples of verify and check',
  needs('carbon-cache', 'graphite-manage'),
  async () => {
    await using carbon = await startCarbonCache({ onDisk: true, retentions: '60s:7d,1h:5y' });
    await using graphite = await startGraphiteWeb({ carbon });
    const vars = { CARBON: `127.0.0.1:${carbon.linePort}`, GRAPHITE: graphite.url.href };
    const { log } = await runBelow('Read back', { vars });
    expect(log).toContain('Graphite shows the point.');
    const files = { 'reports/junit.xml': '<testsuite><testcase name="a" time="1"/></testsuite>' };
    const notices = [/^10 metrics were not judged: Graphite has too few earlier runs\./];
    const checked = await runBelow("Is today's value normal?", { vars, files, notices });
    expect(checked.log).toContain('Confirmed: 10 metrics');
  },
);
