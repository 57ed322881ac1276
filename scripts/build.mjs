// Builds lib/ (the library: JavaScript and types) and dist/ (the action and the command line, each one bundle).
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { formatLicenses } from './licenses.mjs';
import { slimToolkit } from './slim-toolkit.mjs';

/** Bundle directory in dist/ → the module that it starts from. */
const ENTRIES = { main: 'src/action/main.ts', cli: 'src/cli/main.ts', sampler: 'src/sampler/main.ts' };

buildLibrary();
rmSync('dist', { recursive: true, force: true });
for (const [name, entry] of Object.entries(ENTRIES)) await buildBundle(join('dist', name), entry);
chmodSync('dist/cli/index.js', 0o755);
// Most steps leave nothing to do for the end of the job; then a runner should not wait for a whole bundle to say so.
writeFileSync(
  'dist/main/post.js',
  "if (process.env['STATE_started-at-ms'] !== undefined) require('./index.js');\n",
);

function buildLibrary() {
  rmSync('lib', { recursive: true, force: true });
  const compiler = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  execFileSync(process.execPath, [join(compiler, 'bin/tsc'), '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
  // The compiler leaves alone what is JavaScript with types of its own.
  for (const file of readdirSync('src', { recursive: true }))
    if (/\.(?:js|d\.ts)$/.test(file)) cpSync(join('src', file), join('lib', file));
}

/** Writes one bundle: what every run needs in index.js, what only some need in files that are loaded then. */
async function buildBundle(folder, entry) {
  const build = await rolldown({
    input: { index: entry },
    platform: 'node',
    transform: { target: 'node20.19' },
    // What the toolkit exports beside what is used would bring an HTTP client along.
    treeshake: { moduleSideEffects: [{ test: /[\\/]@actions[\\/]/, sideEffects: false }] },
    plugins: [slimToolkit(), asciiOnly()],
    onLog: (level, log) => {
      throw new Error(`${level}: ${log.message}`);
    },
  });
  const { output } = await build.write({
    dir: folder,
    // CommonJS starts a tenth sooner, and a bundle of few words sooner still; the names stay, for people to read it.
    format: 'cjs',
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
    comments: false,
    esModule: false,
    externalLiveBindings: false,
    entryFileNames: '[name].js',
    chunkFileNames: nameChunk,
    // One file to read at the start: the bundler's own helpers with what is always needed.
    codeSplitting: { groups: [{ name: 'index', test: new RegExp(`rolldown.runtime|${entry}$`) }] },
  });
  await build.close();
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  const licenses = formatLicenses(output.flatMap(({ moduleIds = [] }) => moduleIds));
  if (licenses !== '') writeFileSync(join(folder, 'licenses.txt'), licenses);
}

/** A package by its name, a module of ours by its file's. */
function nameChunk({ facadeModuleId, name }) {
  const [, inPackage] = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(facadeModuleId ?? '') ?? [];
  return `${(inPackage ?? name).replaceAll(/[^\w-]+/g, '-')}.js`;
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
