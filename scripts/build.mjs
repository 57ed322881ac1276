// Builds lib/ (the library, with the compiler only) and dist/ (the action, the command line and the sampler, with ncc).
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { minify } from 'terser';
import { bundleFile, listModules } from './bundle-file.mjs';
import { compile } from './compile.mjs';
import { compileAtOnce } from './compile-at-once.mjs';
import { joinStartModules } from './join-start-modules.mjs';
import { formatLicenses } from './licenses.mjs';
import { writeSlimToolkit } from './slim-toolkit.mjs';

/** A usual step, which sends one metric to `port` of this machine. */
const listInputs = (port) => ({
  INPUT_SERVER: '127.0.0.1',
  INPUT_PORT: port,
  INPUT_SOURCE: 'organization/repository',
  INPUT_METRIC: 'name',
  INPUT_VALUE: '1',
  INPUT_TIMESTAMP: '1800000000',
  INPUT_MATRIX: 'null',
});
/** A usual step with `check`, which compares a duration with its history in the Graphite at `graphiteUrl`. */
const listCheckInputs = (port, graphiteUrl) => ({
  ...listInputs(port),
  INPUT_METRIC: 'build.duration_seconds',
  INPUT_CHECK: 'true',
  'INPUT_GRAPHITE-URL': graphiteUrl,
});
/** A usual command, which sends one metric too. */
const listFlags = (port) =>
  `-c 127.0.0.1 -p ${port} -g group -s source -m name -v 1 -t 1800000000`.split(' ');

for (const folder of ['lib', 'build', 'dist']) rmSync(folder, { recursive: true, force: true });
compile('tsconfig.build.json', 'lib');
compile('tsconfig.dist.json', 'build');
mkdirSync('dist');
writePackage(false);
writeSlimToolkit('build/node_modules/@actions/core');
await bundle('cli', 'build/cli/main.js');
await bundle('sampler', 'build/sampler/main.js');
await writeShortList();
const { start, sideEffects } = joinStartModules('build', 'action/main.js');
writePackage(sideEffects);
await bundle('main', join('build', start));
await compileUsualRuns();
shareFiles({ from: 'main', to: 'cli' });
chmodSync('dist/cli/index.js', 0o755);
// Most steps leave no work for the end of the job. The runner then loads this file and not a whole bundle.
writeFileSync(
  'dist/main/post.js',
  "if (process.env['STATE_started-at-ms'] !== undefined) require('./index.js');\n",
);

/** Prepares the start files for the usual runs. */
async function compileUsualRuns() {
  const { startReceiver } = await import('../lib/receiver/index.js');
  const { port, close } = await startReceiver();
  const graphite = await startGraphite();
  const graphiteUrl = `http://127.0.0.1:${graphite.address().port}`;
  await compileAtOnce('dist/main/index.js', { env: listInputs(port) });
  await compileAtOnce('dist/main/index.js', { env: listCheckInputs(port, graphiteUrl), others: true });
  await compileAtOnce('dist/cli/index.js', { args: listFlags(port) });
  graphite.close();
  await close();
}

/** Answers every question with the last hundred days of one series. */
async function startGraphite() {
  const target = 'systems.organization.repository.build.duration_seconds';
  const server = createServer((_, response) => {
    const today = Math.floor(Date.now() / 1000);
    const datapoints = Array.from({ length: 100 }, (_, day) => [
      1 + (day % 7) / 50,
      today - (100 - day) * 86_400,
    ]);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify([{ target, datapoints }]));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

/**
 * Writes the loaded list of options without help texts and other faces, so that a step parses less. That saves it about 4
 * million instructions (2 %), and the package 5 kB.
 */
async function writeShortList() {
  const { NAMED_ROWS } = await import('../lib/options/named-rows.js');
  const rows = NAMED_ROWS.map(({ help, cli, library, default: fallback, ...row }) => {
    const own = typeof fallback === 'object' ? fallback.action : fallback;
    return own === undefined ? row : { ...row, default: own };
  });
  const text = JSON.stringify(rows);
  if (!isDeepStrictEqual(JSON.parse(text), rows))
    throw new Error('The table of options has a value that JSON cannot express.');
  writeFileSync(
    'build/options/named-rows.js',
    `export const NAMED_ROWS = JSON.parse(${JSON.stringify(text)});\n`,
  );
}

/** Writes one program. index.js holds what every run needs; the other files hold what only some runs load. */
async function bundle(name, entry) {
  const { code, assets, stats } = await bundleFile(entry, { minify: false });
  const modules = listModules(stats.toJson());
  const folder = join('dist', name);
  const files = {
    'index.js': await shorten(code),
    'package.json': '{ "type": "commonjs" }\n',
    'licenses.txt': formatLicenses(Object.values(modules).flat()),
  };
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  for (const [file, { source }] of Object.entries(assets)) {
    const path = join(folder, file);
    writeFileSync(path, source);
    // ncc minifies only entry files, so bundle each further file as an entry.
    writeFileSync(path, (await bundleFile(path)).code);
  }
  // Tests read here which file holds which modules.
  writeFileSync(join('build', `${name}.json`), JSON.stringify(modules, null, 2));
}

/**
 * ncc only renames and removes spaces. Every run reads the start file, so it is also rewritten to a shorter text. That
 * saves a step about 2 million instructions (1 %), and the package 2 kB.
 */
async function shorten(code) {
  const names = { keep_classnames: true, keep_fnames: true };
  const { code: text } = await minify(code, { ecma: 2022, compress: { ecma: 2022 }, mangle: names });
  return text;
}

/** Names the modules with side effects to the bundler. ncc writes CommonJS, which starts sooner, without a "type". */
function writePackage(sideEffects) {
  writeFileSync('build/package.json', `${JSON.stringify({ sideEffects })}\n`);
}

/** Replaces the files of one program that another program has too. The action must be complete, so it gives. */
function shareFiles({ from, to }) {
  for (const file of readdirSync(join('dist', to))) {
    const [source, copy] = [from, to].map((name) => join('dist', name, file));
    if (!file.endsWith('.index.js') || !existsSync(source)) continue;
    if (readFileSync(source).equals(readFileSync(copy)))
      writeFileSync(copy, `module.exports=require("../${from}/${file}");\n`);
  }
}
