// Builds lib/ (the library: JavaScript and types) and dist/ (the action and the command line, each one bundle).
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { copySlimToolkit } from './slim-toolkit.mjs';

const require = createRequire(import.meta.url);
const run = (name, script, ...args) =>
  execFileSync(process.execPath, [join(dirname(require.resolve(`${name}/package.json`)), script), ...args], {
    stdio: 'inherit',
  });

/** Bundle directory in dist/ → the module that it starts from. */
const ENTRIES = { main: 'action/main.js', cli: 'cli/main.js', sampler: 'sampler/main.js' };
/** Where the bundler reads: a copy of lib/ without `"type": "module"`, because a CommonJS bundle starts a tenth sooner. */
const INPUT = '.cache/bundle';

rmSync('lib', { recursive: true, force: true });
run('typescript', 'bin/tsc', '-p', 'tsconfig.build.json');
// The compiler leaves alone what is JavaScript with types of its own.
for (const file of readdirSync('src', { recursive: true }))
  if (/\.(?:js|d\.ts)$/.test(file)) cpSync(join('src', file), join('lib', file));

rmSync('dist', { recursive: true, force: true });
rmSync(INPUT, { recursive: true, force: true });
cpSync('lib', INPUT, { recursive: true });
writeFileSync(join(INPUT, 'package.json'), '{}\n');
copySlimToolkit(INPUT);
for (const [name, entry] of Object.entries(ENTRIES)) {
  const options = ['-o', `dist/${name}`, '--no-cache', '--quiet', '--license', 'licenses.txt'];
  run('@vercel/ncc', 'dist/ncc/cli.js', 'build', join(INPUT, entry), ...options);
  writeFileSync(`dist/${name}/package.json`, '{ "type": "commonjs" }\n');
}

// Most steps leave nothing to do for the end of the job; then a runner should not wait for a whole bundle to say so.
writeFileSync(
  'dist/main/post.js',
  "if (process.env['STATE_started-at-ms'] !== undefined) require('./index.js');\n",
);

// A file of ASCII alone is read and parsed sooner. The escapes mean the same in strings, patterns and comments.
writeAscii('dist/main/index.js');

// Packages bring their own line ends; the committed bytes must not depend on a checkout's settings.
for (const file of readdirSync('dist', { recursive: true, withFileTypes: true })) {
  if (!file.isFile()) continue;
  const path = join(file.parentPath, file.name);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
}

function writeAscii(file) {
  const spellOut = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, spellOut));
}
