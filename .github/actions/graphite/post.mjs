// The end of the job: the expected lines must have arrived.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const received = readFileSync(join(process.env['STATE_folder'] ?? '', 'lines.txt'), 'utf8');
const expected = (process.env['INPUT_EXPECT'] ?? '').split('\n').map((line) => line.trim());
const lines = received.split('\n');
const missing = expected.filter((text) => text !== '' && !lines.some((line) => line.startsWith(`${text} `)));

// With a prefix in front of each line, none of them is a command for the runner.
console.log(`The receiver got:\n${received.replaceAll(/^(?=.)/gm, '| ')}`);
for (const text of missing) console.log(`::error::The receiver did not get ${text}`);
if (missing.length > 0) process.exitCode = 1;
else console.log('Every expected line is there.');
try {
  process.kill(Number(process.env['STATE_pid']));
} catch (error) {
  console.log(`::error::The receiver is not there any more: ${error.message}`);
  process.exitCode = 1;
}
