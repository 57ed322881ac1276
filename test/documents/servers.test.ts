import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { createAuthority } from '../support/authority.ts';
import { startCarbonCache } from '../support/carbon-cache.ts';
import { startGraphiteWeb } from '../support/graphite-web.ts';
import { needs } from '../support/needs.ts';
import { startTlsServer } from '../support/tls-server.ts';
import { listBlocks } from './documents.ts';
import { type JobPlace, type JobRun, runJob, type Step, TRIGGERS } from './workflow-steps.ts';

/** Runs the steps below a heading, as a push to the default branch. `graphite` takes the place of the example's address. */
function runBelow(
  heading: string,
  { graphite = 'https://graphite.example.com', ...place }: JobPlace & { readonly graphite?: string },
): Promise<JobRun> {
  const block = listBlocks('yaml').find((one) => one.heading === heading);
  const text = block?.text.replaceAll('https://graphite.example.com', graphite) ?? '';
  const steps = parse(text) as readonly Step[];
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

it(
  'a real Graphite stores the events of the examples, and answers the recipes',
  needs('carbon-cache', 'graphite-manage'),
  async () => {
    await using carbon = await startCarbonCache({ onDisk: true, retentions: '60s:7d,1h:5y' });
    await using web = await startGraphiteWeb({ carbon });
    const graphite = web.url.href;
    const server = `127.0.0.1:${carbon.linePort}`;
    const { log } = await runBelow('Events', { graphite });
    expect(log).toContain('Event: "deployed main", tags deploy, acme_app.');
    const vars = { CARBON: server };
    const notices = [/^\d+ metrics were not judged: Graphite has too few earlier runs\./];
    const files = {
      'dist/a.js': 'let a;\n',
      'reports/junit.xml': '<testsuite><testcase name="a" time="1"/></testsuite>',
    };
    for (const heading of ['Recipe: a guard for a bundle', 'Recipe: a watch on test durations']) {
      const { log } = await runBelow(heading, { graphite, vars, files, notices });
      expect(log).toContain('Confirmed: ');
    }
  },
);
