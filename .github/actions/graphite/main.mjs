// Starts the servers in a process that outlives the step.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { EOL } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const folder = mkdtempSync(join(process.env['RUNNER_TEMP'] ?? '', 'graphite-'));
const ready = join(folder, 'ready.json');
const log = openSync(join(folder, 'log.txt'), 'a');
const args = [join(import.meta.dirname, 'serve.mjs'), folder, process.env['INPUT_HISTORY'] ?? ''];
const server = spawn(process.execPath, args, {
  detached: true,
  stdio: ['ignore', log, log],
  windowsHide: true,
});
server.unref();
appendFileSync(process.env['GITHUB_STATE'] ?? '', `folder=${folder}${EOL}pid=${server.pid}${EOL}`);

for (const endMs = Date.now() + 30_000; !existsSync(ready); await sleep(50))
  if (Date.now() > endMs)
    throw new Error(`No server after 30 s: ${readFileSync(join(folder, 'log.txt'), 'utf8')}`);
const { carbonPort, graphitePort } = JSON.parse(readFileSync(ready, 'utf8'));
const outputs = { server: `127.0.0.1:${carbonPort}`, 'graphite-url': `http://127.0.0.1:${graphitePort}` };
for (const [name, value] of Object.entries(outputs)) {
  appendFileSync(process.env['GITHUB_OUTPUT'] ?? '', `${name}=${value}${EOL}`);
  console.log(`${name}: ${value}`);
}
