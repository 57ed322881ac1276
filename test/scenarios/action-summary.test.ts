import { describe, expect, it } from 'vitest';
import { reservePorts } from '../support/ports.ts';
import { act, makeJson, runStep } from './act.ts';

describe.concurrent('the job summary', () => {
  it('has the verdict and a table of what was sent', async () => {
    const { run, server } = await act({ data: 'a b: 1.50\nc: 2' });
    const row = (path: string, value: string): string =>
      `<tr><td><code>ci.octo-org.octo-repo.${path}</code></td><td align="right"><code>${value}</code></td><td></td></tr>`;
    expect(run.summary).toBe(
      [
        '<h3>ci / build</h3>',
        '#### Metrics',
        `<table><tr><th>Path</th><th>Value</th><th>Unit</th></tr>\n${row('a&#95;b', '1.5')}\n${row('c', '2')}\n</table>`,
        '<p>Time: 2023-11-14T22:13:20Z</p>',
        '<p><sub>A name was changed to what every receiver keeps: &#34;a b&#34; → a&#95;b.</sub></p>',
        `<p><sub>Confirmed: 2 metrics in 1 batch &#40;78 bytes&#41;; ${server} closed after reading everything.</sub></p>`,
        '',
      ].join('\n\n'),
    );
  });

  it('names first what failed in the job', async () => {
    const hostile = '&lt;img src=x&gt; ::error::x';
    const junit = `<testsuite name="unit"><testcase name="good" time="0.5"/><testcase name="bad ${hostile}"><failure>
      expected 3 &lt; 2\nat a.js:1</failure></testcase></testsuite>`;
    const { run, lines } = await act({ junit: '*.xml' }, { files: { 'a.xml': junit } });
    expect(lines.length).toBe(7);
    expect(run.summary.split('\n\n').slice(0, 4)).toEqual([
      '<h3>ci / build</h3>',
      '<p>❌ <b>1 of 2 tests failed · 0.5 s</b></p>',
      '#### Failed tests',
      '<ul>\n<li><b>bad &lt;img src=x&gt; ::error::x</b> <sub>unit</sub><br><code>expected 3 &lt; 2</code></li>\n</ul>'
        .replaceAll('&lt;', '&#60;')
        .replaceAll('&gt;', '&#62;'),
    ]);
  });

  it('has a heading that distinguishes the steps of one job', async () => {
    const headingOf = async (action: string, inputs = {}): Promise<string | undefined> => {
      const { run } = await act({ metric: 'a', value: '1', ...inputs }, { github: { action } });
      return run.summary.split('\n', 1)[0];
    };
    expect(await headingOf('unit-tests')).toBe('<h3>unit-tests &#40;ci / build&#41;</h3>');
    expect(await headingOf('__octo-org_carbon_2')).toBe('<h3>ci / build, step 2</h3>');
    expect(await headingOf('0')).toBe('<h3>ci / build, step 1</h3>');
    expect(await headingOf('__self', { scope: 'nightly.e2e' })).toBe('<h3>nightly / e2e</h3>');
  });

  it('links to the graph in Graphite', async () => {
    const inputs = { metric: 'a', value: '1', 'graphite-url': 'https://graphite.example.com' };
    const { run } = await act(inputs);
    expect(run.summary).toContain(
      '<a href="https://graphite.example.com/render?target=ci.octo-org.octo-repo.a&#38;',
    );
  });

  it('shows the first two hundred of many', async () => {
    const { run } = await act({ 'data-file': 'm.json' }, { files: { 'm.json': makeJson(1234) } });
    expect(run.summary.match(/<tr><td>/g)).toHaveLength(200);
    expect(run.summary).toContain('<p>… and 1,034 more.</p>');
  });

  it('names what failed, with a warning', async () => {
    await using reserved = await reservePorts(1);
    const { run } = await runStep({
      server: `127.0.0.1:${reserved.ports[0]}`,
      metric: 'a',
      value: '1',
      'data-file': 'no*',
      'if-no-files-found': 'warn',
    });
    expect(run.summary).toContain('<h4>❌ Failed: ');
    expect(run.summary).toContain('refused the connection: nothing listens there.');
    expect(run.summary).toContain('<p>data-file: no file matches, got &#34;no&#42;&#34;.');
    const bad = await act({ metric: 'a', value: 'x' });
    expect(bad.run.summary).toContain('<p>metric, &#34;a&#34;: a value is exactly one finite decimal number');
    expect(bad.run.summary).toContain('Nothing was sent.');
  });

  it('reports the delivery when the step fails for another reason', async () => {
    const { run } = await act({ metric: 'a', value: '1', junit: 'no*.xml' });
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain('<p>❌ junit: no file matches');
    expect(run.summary).toContain('<p><sub>Confirmed: 1 metric');
  });

  it('is not written when there was nothing to do', async () => {
    const { run } = await act({ replay: 'no*.txt', 'if-no-files-found': 'ignore' });
    expect([run.exitCode, run.outputs['delivery'], run.summary]).toEqual([0, 'skipped', '']);
  });

  it.each(['false', 'FALSE'])('is not written with summary %j', async (summary) => {
    const good = await act({ metric: 'a', value: '1', summary });
    const bad = await act({ metric: 'a', value: '', summary });
    expect([good.run.exitCode, bad.run.exitCode, good.run.summary, bad.run.summary]).toEqual([0, 1, '', '']);
    expect([good.run.outputs['delivery'], bad.run.outputs['delivery']]).toEqual(['confirmed', 'failed']);
  });

  it("stays below the runner's limit with any content", async () => {
    const node = '_'.repeat(250);
    const names = Array.from(
      { length: 250 },
      (_, index) => `${Array.from({ length: 30 }, () => node).join('.')}.${index}`,
    );
    const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])));
    const { run, printed, lines } = await act({ 'data-file': 'm.json' }, { files: { 'm.json': text } });
    expect([run.exitCode, printed, lines.length]).toEqual([0, [], 250]);
    expect(run.summary).toContain('<p><sub>Confirmed: ');
    expect(run.summary).toMatch(/<p>… and \d+ more\.<\/p>/);
  });

  it('stays below that limit when the paths of the faults are long', async () => {
    const node = '_'.repeat(240);
    const long = Array.from({ length: 30 }, () => node).join('.');
    const names = Array.from({ length: 150 }, (_, index) => `${long}${' '.repeat(index + 1)}`);
    const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])));
    const { run, printed } = await act({ 'data-file': 'm.json' }, { files: { 'm.json': text } });
    expect([run.exitCode, printed.length]).toEqual([1, 2]);
    expect(run.summary).toContain('<h4>❌ Failed: ');
  });
});
