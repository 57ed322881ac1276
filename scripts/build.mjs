// Builds lib/ (the library and its types) and dist/ (the action, the command line and the sampler), each as few files:
// every file that is read at the start costs its time.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { formatLicenses } from './licenses.mjs';
import { slimToolkit } from './slim-toolkit.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
/** Bundle in lib/ → the module that it starts from. */
const LIBRARY = { index: 'src/index.ts', 'receiver/index': 'src/receiver/index.ts' };
/** Bundle directory in dist/ → the module that it starts from. */
const PROGRAMS = { main: 'src/action/main.ts', cli: 'src/cli/main.ts', sampler: 'src/sampler/main.ts' };

for (const folder of ['lib', 'dist']) rmSync(folder, { recursive: true, force: true });
writeTypes();
await buildLibrary('lib');
for (const [name, entry] of Object.entries(PROGRAMS)) await buildProgram(join('dist', name), entry);
chmodSync('dist/cli/index.js', 0o755);
// Most steps leave nothing to do for the end of the job; then a runner should not wait for a whole bundle to say so.
writeFileSync(
  'dist/main/post.js',
  "if (process.env['STATE_started-at-ms'] !== undefined) require('./index.js');\n",
);

function writeTypes() {
  const compiler = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  execFileSync(process.execPath, [join(compiler, 'bin/tsc'), '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
  // The compiler leaves alone what is a declaration already.
  for (const file of readdirSync('src', { recursive: true }))
    if (file.endsWith('.d.ts')) cpSync(join('src', file), join('lib', file));
}

/** Writes the library, which finds its dependencies where it is installed and holds what it needs of other packages. */
async function buildLibrary(folder) {
  const output = await bundle(
    { input: LIBRARY, external: Object.keys(manifest.dependencies) },
    {
      dir: folder,
      format: 'esm',
      chunkFileNames: (chunk) => `parts/${nameChunk(chunk)}`,
      ...startWith(LIBRARY.index),
    },
  );
  writeLicenses(folder, output);
}

/** Writes one program: what every run needs in index.js, what only some need in files that are loaded then. */
async function buildProgram(folder, entry) {
  const output = await bundle(
    { input: { index: entry }, plugins: [slimToolkit(), withoutIdleHelpers(), asciiOnly()] },
    {
      dir: folder,
      // CommonJS starts a tenth sooner, and few words sooner still. The names stay, for people to read it.
      format: 'cjs',
      minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
      comments: false,
      esModule: false,
      externalLiveBindings: false,
      chunkFileNames: nameChunk,
      ...startWith(entry),
    },
  );
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  writeLicenses(folder, output);
}

function writeLicenses(folder, output) {
  const licenses = formatLicenses(output.flatMap(({ moduleIds = [] }) => moduleIds));
  if (licenses !== '') writeFileSync(join(folder, 'licenses.txt'), licenses);
}

/** One file to read at the start: what is always needed, the bundler's own helpers included. */
function startWith(entry) {
  const start = new RegExp(`rolldown.runtime|${entry.replaceAll('/', '[\\\\/]')}$`);
  return { codeSplitting: { groups: [{ name: 'index', test: start }] } };
}

async function bundle(input, output) {
  const build = await rolldown({
    platform: 'node',
    transform: { target: 'node20.19' },
    // What the toolkit exports beside what is used would bring an HTTP client along.
    treeshake: { moduleSideEffects: [{ test: /[\\/]@actions[\\/]/, sideEffects: false }] },
    onLog: (level, log) => {
      throw new Error(`${level}: ${log.message}`);
    },
    ...input,
  });
  const written = await build.write({ entryFileNames: '[name].js', ...output });
  await build.close();
  return written.output;
}

/** A package by its name, a module of ours by its file's. */
function nameChunk({ facadeModuleId, name }) {
  const [, inPackage] = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(facadeModuleId ?? '') ?? [];
  return `${(inPackage ?? name).replaceAll(/[^\w-]+/g, '-')}.js`;
}

/** What the bundler's helpers export is of use; that they are loaded where nothing of theirs is, is not. */
function withoutIdleHelpers() {
  return {
    name: 'without-idle-helpers',
    generateBundle(_, bundle) {
      const { 'index.js': start } = bundle;
      start.code = start.code.replace(/, require\("\.\/rolldown-runtime\.js"\);/, ';');
      if (start.code.includes('rolldown-runtime')) throw new Error('index.js loads a second file');
    },
  };
}

/** A file of ASCII alone is read and parsed sooner. The escapes mean the same in strings, patterns and comments. */
function asciiOnly() {
  const spellOut = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return {
    name: 'ascii-only',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll(/[\u0080-\uffff]/g, spellOut);
    },
  };
}
