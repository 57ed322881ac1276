import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli, startCli } from './cli.ts';
import { createTempDir } from './temp-dir.ts';

it('runs a script with a clean environment and the given input', async () => {
  await using dir = await createTempDir();
  const script = join(dir.path, 'echo.mjs');
  await writeFile(
    script,
    `let text = '';
     for await (const chunk of process.stdin) text += chunk;
     console.log(JSON.stringify([process.argv.slice(2), text, process.env.A, process.env.VITEST ?? null]));
     console.error('done');
     process.exitCode = 2;`,
  );
  const result = await runCli(['-v', '-5'], { script, stdin: 'abc', env: { A: 'b' } });
  expect(result).toEqual({
    exitCode: 2,
    signal: null,
    stdout: '[["-v","-5"],"abc","b",null]\n',
    stderr: 'done\n',
  });
});

it('starts a script that keeps running, and kills it', async () => {
  await using dir = await createTempDir();
  const script = join(dir.path, 'stay.mjs');
  await writeFile(script, "setInterval(() => {}, 1000); console.error('listening on port 1234');");
  const cli = await startCli([], { script, until: /port (\d+)/ });
  expect(cli.ready[1]).toBe('1234');
  await cli[Symbol.asyncDispose]();
  expect(await cli.exited).toEqual({ exitCode: null, signal: 'SIGKILL' });
  expect(() => process.kill(cli.pid, 0)).toThrow('ESRCH');
});

it('reports what a script printed that ended too early', async () => {
  await using dir = await createTempDir();
  const script = join(dir.path, 'end.mjs');
  await writeFile(script, "console.log('no such option');");
  await expect(startCli([], { script, until: /ready/ })).rejects.toThrow('no such option');
});
