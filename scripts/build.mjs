// Builds lib/ (the library, by the compiler alone) and dist/ (the action, the command line and the sampler, by ncc).
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Script } from 'node:vm';
import { bundleFile, listModules, useAscii } from './bundle-file.mjs';
import { compile } from './compile.mjs';
import { formatLicenses } from './licenses.mjs';
import { writeSlimToolkit } from './slim-toolkit.mjs';

/** Folder below dist/ → the module that it starts from, below build/. */
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
// Most steps leave nothing for the end of the job. The runner then loads this file, not a whole bundle.
writeFileSync(
  'dist/main/post.js',
  "if (process.env['STATE_started-at-ms'] !== undefined) require('./index.js');\n",
);

/** Writes the table of options without the help and the words of other faces, which every step would parse in vain. */
async function writeShortTable() {
  const { TABLE } = await import('../lib/options/table.js');
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(TABLE)), TABLE))
    throw new Error('The table of options has a value that JSON has not.');
  const rows = Object.entries(TABLE).map(([name, { help, cli, library, ...row }]) => [name, row]);
  const text = JSON.stringify(Object.fromEntries(rows));
  writeFileSync('build/options/table.js', `export const TABLE = ${text};\n`);
}

/** Writes one program: what every run needs in index.js, what only some runs need in files that they load. */
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
    // ncc minifies the file of an entry only, so each further file is bundled as an entry.
    writeFileSync(path, useAscii((await bundleFile(path)).code));
  }
  // The tests read from it which file holds which modules.
  writeFileSync(join('build', `${name}.json`), JSON.stringify(modules, null, 2));
}

/**
 * The start file with parentheses around its modules, and around the functions by which they export. Most run in every
 * start: with them V8 compiles such a function when it reads it, and does not parse it twice.
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
  // Throws where that is no program any more.
  new Script(text.replace(/^#!.*/, ''));
  return text;
}
