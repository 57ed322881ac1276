// Builds lib/ (the library, with the compiler only) and dist/ (the action, the command line and the sampler, with ncc).
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Script } from 'node:vm';
import { bundleFile, listModules, useAscii } from './bundle-file.mjs';
import { compile } from './compile.mjs';
import { formatLicenses } from './licenses.mjs';
import { writeSlimToolkit } from './slim-toolkit.mjs';

/** Folder below dist/ → its entry module below build/. */
const PROGRAMS = { cli: 'cli/main.js', sampler: 'sampler/main.js', main: 'action/main.js' };

for (const folder of ['lib', 'build', 'dist']) rmSync(folder, { recursive: true, force: true });
compile('tsconfig.build.json', 'lib');
compile('tsconfig.dist.json', 'build');
mkdirSync('dist');
// ncc writes CommonJS, which starts sooner, where no package.json says "module".
writeFileSync('build/package.json', '{ "sideEffects": false }\n');
writeSlimToolkit('build/node_modules/@actions/core');
for (const [name, entry] of Object.entries(PROGRAMS)) {
  if (name === 'main') await writeShortTable();
  await bundle(name, join('build', entry));
}
chmodSync('dist/cli/index.js', 0o755);
// Most steps leave no work for the end of the job. The runner then loads this file and not a whole bundle.
writeFileSync(
  'dist/main/post.js',
  "if (process.env['STATE_started-at-ms'] !== undefined) require('./index.js');\n",
);

/**
 * Writes the table of options without help texts and other faces, so that a step does not parse what it does not use.
 */
async function writeShortTable() {
  const { TABLE } = await import('../lib/options/table.js');
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(TABLE)), TABLE))
    throw new Error('The table of options has a value that JSON cannot express.');
  const rows = Object.entries(TABLE).map(([name, { help, cli, library, ...row }]) => [name, row]);
  const text = JSON.stringify(Object.fromEntries(rows));
  writeFileSync('build/options/table.js', `export const TABLE = ${text};\n`);
}

/** Writes one program. index.js holds what every run needs; the other files hold what only some runs load. */
async function bundle(name, entry) {
  const { code, assets, stats } = await bundleFile(entry);
  const modules = listModules(stats.toJson());
  const folder = join('dist', name);
  const files = {
    'index.js': useAscii(compileAtOnce(code)),
    'package.json': '{ "type": "commonjs" }\n',
    'licenses.txt': formatLicenses(Object.values(modules).flat()),
  };
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  for (const [file, { source }] of Object.entries(assets)) {
    const path = join(folder, file);
    writeFileSync(path, source);
    // ncc minifies only entry files, so bundle each further file as an entry.
    writeFileSync(path, useAscii((await bundleFile(path)).code));
  }
  // Tests read here which file holds which modules.
  writeFileSync(join('build', `${name}.json`), JSON.stringify(modules, null, 2));
}

/**
 * Puts parentheses around the modules of the start file and around their export functions. Most of them run in every
 * start. V8 compiles a function in parentheses when it first reads it, and does not parse it twice.
 */
function compileAtOnce(code) {
  const end = code.indexOf('};var t={};function __nccwpck_require__(');
  const starts = [...code.slice(0, end).matchAll(/(?<=[{,]\d+:)(?:\w+|\(\w+(?:,\w+)*\))=>\{/g)];
  if (end < 0 || starts.length === 0) return code;
  const modules = starts.map(({ index }, at) => {
    const next = starts[at + 1]?.index;
    const part = code.slice(index, next ?? end);
    return next === undefined ? `(${part})` : part.replace(/^([\s\S]*)(,\d+:)$/, '($1)$2');
  });
  const exporting = /(?<=[{,]\w+:)\(\)=>\w+(?=[,}])/g;
  const text =
    code.slice(0, starts[0].index) + modules.join('').replaceAll(exporting, '($&)') + code.slice(end);
  // Throws if the result is not a valid program.
  new Script(text.replace(/^#!.*/, ''));
  return text;
}
