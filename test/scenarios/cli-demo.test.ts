import { readFile } from 'node:fs/promises';
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
  expect(summary).toContain('The embedded Carbon received 27 lines.');
  const page = /^It is in (.+)$/m.exec(summary)?.[1] ?? '';
  const { document, shapes } = readPage(await readFile(page, 'utf8'));
  expect(document.querySelector('b')?.textContent).toBe(
    '1 of 8 tests failed · 1.61 s · coverage 86.7 % · bundle 1.07 MiB',
  );
  expect([...shapes].filter((shape) => shape.startsWith('script'))).toEqual([]);
});
