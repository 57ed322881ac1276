import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPage } from '../report/markdown-page.ts';
import { runCli } from '../support/cli.ts';
import { createTempDir } from '../support/temp-dir.ts';

it('the demo plays a job whose Carbon is down, restarts and is back', async () => {
  const { path } = await createTempDir('demo-');
  const env = { TMPDIR: path, TEMP: path, TMP: path };
  const { exitCode, stdout, stderr } = await runCli(['demo'], { env });
  expect([exitCode, stderr]).toEqual([0, '']);
  const [, down = '', restart = '', back = '', summary = ''] = stdout.split(/^== \d\. .* ==$/m);
  expect(down).toContain('nothing listens there');
  expect(down).toContain('is kept for replay in');
  expect(restart).toMatch(/^Delivered with \d connections, after: /m);
  expect(restart).toContain(
    'failed refuses a negative amount (basket): expected 400 Bad Request, got 200 OK',
  );
  expect(restart).toMatch(/^Confirmed: 13 metrics in 1 batch/m);
  expect(back).toMatch(/^Confirmed: 1 metric in 1 batch .* Path: ci\.acme\.shop\.job\.success$/m);
  expect(summary).toContain(
    'The embedded Carbon received 27 lines. That is 13 in part 2, 1 in part 3, 13 in part 4.',
  );
  const page = /^It is in (.+)$/m.exec(summary)?.[1] ?? '';
  const { document, shapes } = readPage(await readFile(page, 'utf8'));
  expect(document.querySelector('b')?.textContent).toBe(
    '1 of 8 tests failed · 1.61 s · coverage 86.7 % · bundle 1.07 MiB',
  );
  // The terminal's table and the summary are about one job.
  const paths = [...restart.matchAll(/^ci\.acme\.shop\.\S+/gm)].map(([found]) => found);
  const codes = [...document.querySelectorAll('code')].map(({ textContent }) => textContent);
  expect(paths).toHaveLength(13);
  expect(codes.filter((text) => text?.startsWith('ci.acme.shop.'))).toEqual(paths);
  const amount = /\((\d+) bytes\)/.exec(restart)?.[0];
  expect(document.body.textContent).toContain(amount);
  expect([...shapes].filter((shape) => shape.startsWith('script'))).toEqual([]);
});

it('the demo reports a temporary folder that it cannot use', async () => {
  const { path } = await createTempDir('demo-');
  const none = join(path, 'none');
  const { exitCode, stdout, stderr } = await runCli(['demo'], {
    env: { TMPDIR: none, TEMP: none, TMP: none },
  });
  const output = `${stdout}${stderr}`;
  expect([exitCode, output]).toEqual([
    1,
    expect.stringMatching(/^carbonclient: the demo cannot run: ENOENT: .*none.*\n$/),
  ]);
});
