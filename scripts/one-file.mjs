// Builds the command line as one file that needs only Node. `node scripts/one-file.mjs [FOLDER]` writes
// FOLDER/carbonclient.cjs (by default release/) and modules.json, the paths of the modules in it.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleFile, listModules } from './bundle-file.mjs';
import { compile } from './compile.mjs';
import { formatLicenses } from './licenses.mjs';

const { version, homepage, license } = JSON.parse(readFileSync('package.json', 'utf8'));
const [folder = 'release'] = process.argv.slice(2);

mkdirSync('build', { recursive: true });
// Below the root, because the bundler looks for packages in the folders above a module.
const compiled = mkdtempSync(join('build', 'one-file-'));
try {
  compile('tsconfig.dist.json', compiled);
  // ncc writes CommonJS, which starts sooner, where no package.json says "module".
  writeFileSync(join(compiled, 'package.json'), '{ "sideEffects": false }\n');
  makeEager(compiled);
  const { code, assets, stats } = await bundleFile(join(compiled, 'cli/main.js'));
  const others = Object.keys(assets);
  if (others.length > 0) throw new Error(`The bundle has further files: ${others.join(', ')}`);
  // ncc does not fail on a missing module; the run would.
  const [missing] = /eval\("require"\)\(.{1,80}/.exec(code) ?? [];
  if (missing !== undefined) throw new Error(`The bundle lacks a module: ${missing}`);
  const modules = Object.values(listModules(stats.toJson()))
    .flat()
    .map((path) => path.replace(`${relative('.', compiled).replaceAll('\\', '/')}/`, 'src/'));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'carbonclient.cjs');
  writeFileSync(file, addTexts(code, formatLicenses(modules)));
  chmodSync(file, 0o755);
  writeFileSync(join(folder, 'modules.json'), `${JSON.stringify(modules, null, 2)}\n`);
} finally {
  rmSync(compiled, { recursive: true, force: true });
}

/** Makes the bundler put the modules of an `import()` into the same file. */
function makeEager(target) {
  for (const name of readdirSync(target, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const path = join(target, name);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll(/\bimport\((?=')/g, 'import(/* webpackMode: "eager" */ '));
  }
}

/** People pass the file on alone, so it names itself and contains the licences of its modules. */
function addTexts(code, licenses) {
  const [start, ...rest] = code.split('\n');
  const name = `// carbonclient ${version} (${license}), ${homepage}`;
  const notice = `/*\n${licenses.replaceAll('*/', '* /')}*/\n`;
  return `${start}\n${name}\n// The licences of the packages in this file are at its end.\n${rest.join('\n').trimEnd()}\n${notice}`;
}
