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
        '### Metrics to Carbon: confirmed',
        `<p>Confirmed: 2 metrics in 1 batch &#40;78 bytes&#41;; ${server} closed after reading everything.</p>`,
        '<p>A name was changed to what every receiver keeps: &#34;a b&#34; → a&#95;b.</p>',
        '#### Metrics',
        `<table><tr><th>Path</th><th>Value</th><th>Unit</th></tr>\n${row('a&#95;b', '1.5')}\n${row('c', '2')}\n</table>`,
        '<p>Time: 2023-11-14T22:13:20Z</p>',
        '',
      ].join('\n\n'),
    );
  });

  it('shows the first two hundred of many', async () => {
    const { run } = await act({ 'data-file': 'm.json' }, { files: { 'm.json': makeJson(1234) } });
    expect(run.summary.match(/<tr><td>/g)).toHaveLength(200);
    expect(run.summary).toContain('<p>… and 1,034 more.</p>');
  });

  it('says what failed, with a warning beside it', async () => {
    await using reserved = await reservePorts(1);
    const { run } = await runStep({
      server: `127.0.0.1:${reserved.ports[0]}`,
      metric: 'a',
      value: '1',
      'data-file': 'no*',
      'if-no-files-found': 'warn',
    });
    expect(run.summary).toContain('### Metrics to Carbon: failed\n');
    expect(run.summary).toContain('refused the connection: nothing listens there.');
    expect(run.summary).toContain('<p>data-file: no file matches, got &#34;no&#42;&#34;.');
    const bad = await act({ metric: 'a', value: 'x' });
    expect(bad.run.summary).toContain('<p>metric, &#34;a&#34;: a value is exactly one finite decimal number');
    expect(bad.run.summary).toContain('Nothing was sent.');
  });

  it('says so where the metrics were delivered and the step fails all the same', async () => {
    const { run } = await act({ metric: 'a', value: '1', junit: 'no*.xml' });
    expect(run.exitCode).toBe(1);
    expect(run.summary).toMatch(/^### Metrics to Carbon: confirmed, with errors\n/);
  });

  it('is not written where there was nothing to do', async () => {
    const { run } = await act({ replay: 'no*.txt', 'if-no-files-found': 'ignore' });
    expect([run.exitCode, run.outputs['delivery'], run.summary]).toEqual([0, 'skipped', '']);
  });

  it.each(['false', 'FALSE'])('is not written with summary %j', async (summary) => {
    const good = await act({ metric: 'a', value: '1', summary });
    const bad = await act({ metric: 'a', value: '', summary });
    expect([good.run.exitCode, bad.run.exitCode, good.run.summary, bad.run.summary]).toEqual([0, 1, '', '']);
    expect([good.run.outputs['delivery'], bad.run.outputs['delivery']]).toEqual(['confirmed', 'failed']);
  });

  it('stays below what the runner takes, whatever is in it', async () => {
    const node = '_'.repeat(250);
    const names = Array.from(
      { length: 250 },
      (_, index) => `${Array.from({ length: 30 }, () => node).join('.')}.${index}`,
    );
    const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])));
    const { run, told, lines } = await act({ 'data-file': 'm.json' }, { files: { 'm.json': text } });
    expect([run.exitCode, told, lines.length]).toEqual([0, [], 250]);
    expect(run.summary).toContain('### Metrics to Carbon: confirmed\n');
    expect(run.summary).toMatch(/<p>… and \d+ more\.<\/p>/);
  });

  it('stays below it where the paths of the faults are long', async () => {
    const node = '_'.repeat(240);
    const long = Array.from({ length: 30 }, () => node).join('.');
    const names = Array.from({ length: 150 }, (_, index) => `${long}${' '.repeat(index + 1)}`);
    const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])));
    const { run, told } = await act({ 'data-file': 'm.json' }, { files: { 'm.json': text } });
    expect([run.exitCode, told.length]).toEqual([1, 2]);
    expect(run.summary).toContain('### Metrics to Carbon: failed\n');
  });
});
