// Checks the package as users get it: packed, unpacked next to only its declared dependencies, and imported. `node
// scripts/package-check.mjs [v22]` imports it with the current Node and fails if that is not the given version.
import { execFileSync, execSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const PROBE_TIMEOUT_MS = 30_000;

/** The exports that each entry needs. Each is a function or a class. */
const EXPORTS = {
  'carbon-action': [
    'update',
    'bulkUpdate',
    'report',
    'measureRunner',
    'CarbonClient',
    'CarbonError',
    'InputError',
    'SendError',
  ],
  'carbon-action/receiver': ['startReceiver'],
};
const REQUIRED_FILES = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'lib/index.js',
  'lib/index.d.ts',
  'dist/cli/index.js',
];
const ALLOWED_FILES = /^(?:(?:lib|dist)\/.+|LICENSE|README\.md|CHANGELOG\.md|package\.json)$/;

function check(condition, message) {
  if (!condition) throw new Error(message);
}

/** Packs the checkout into `directory` and returns the tarball's name. */
function pack(directory) {
  // npm is found on every system only through a shell. The name of the directory contains no user input.
  const command = `npm pack --json --ignore-scripts --loglevel=error --pack-destination "${directory}"`;
  const [packed] = JSON.parse(execSync(command, { cwd: root, encoding: 'utf8' }));
  const files = packed.files.map((file) => file.path);
  const missing = REQUIRED_FILES.filter((path) => !files.includes(path));
  check(missing.length === 0, `the package lacks ${missing.join(', ')}`);
  const extra = files.filter((path) => !ALLOWED_FILES.test(path));
  check(extra.length === 0, `the package has files that no user needs: ${extra.join(', ')}`);
  console.log(`packed ${files.length} files, ${packed.size} bytes`);
  return packed.filename;
}

/** Runs two linters of published packages. Every entry must exist, with types that are right for every resolver. */
function lint(tarball) {
  const run = (script, ...args) =>
    execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
  run('publint/src/cli.js', 'run', tarball, '--strict');
  run('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--no-emoji', '--no-color');
}

/** Each package that lib/ imports is a dependency, and each dependency is imported. */
function checkDependencies() {
  const files = readdirSync(join(root, 'lib'), { recursive: true }).filter((file) =>
    /\.(?:js|d\.ts)$/.test(file),
  );
  const specifiers = files.flatMap((file) => {
    const code = readFileSync(join(root, 'lib', file), 'utf8');
    return [...code.matchAll(/\b(?:from|import)\s*\(?\s*'([^'.][^']*)'/g)].map(([, name]) => name);
  });
  const packages = specifiers.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
  const imported = [...new Set(packages)].toSorted().join(', ');
  const declared = Object.keys(manifest.dependencies).toSorted().join(', ');
  check(imported === declared, `lib/ imports ${imported}, package.json declares ${declared}`);
}

/** Lays the package out as an install does. A dependency that package.json does not declare is missing. */
function install(directory, filename) {
  execFileSync('tar', ['-xzf', filename], { cwd: directory });
  const modules = join(directory, 'node_modules');
  mkdirSync(modules);
  renameSync(join(directory, 'package'), join(modules, manifest.name));
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  copyFileSync(join(root, 'scripts/package-probe.mjs'), join(directory, 'probe.mjs'));
}

/** Runs a script of the installed package in its own process and returns what it printed. */
function run(directory, ...args) {
  const options = { cwd: directory, encoding: 'utf8', timeout: PROBE_TIMEOUT_MS };
  const result = spawnSync(process.execPath, args, options);
  check(result.error === undefined, `${args.join(' ')} did not end: ${result.error?.message}`);
  check(result.status === 0 && result.stderr === '', `${args.join(' ')} failed:\n${result.stderr}`);
  return result.stdout.trimEnd();
}

function checkEntry(directory, entry) {
  const printed = run(directory, 'probe.mjs', entry);
  check(!printed.includes('\n'), `importing ${entry} printed:\n${printed}`);
  const seen = JSON.parse(printed);
  check(seen.version === process.version, `${entry} ran on ${seen.version}, not on ${process.version}`);
  check(seen.sideEffects.length === 0, `importing ${entry} has side effects: ${seen.sideEffects.join('; ')}`);
  const missing = EXPORTS[entry].filter((name) => seen.exports[name] !== 'function');
  check(missing.length === 0, `${entry} does not export ${missing.join(', ')}`);
  console.log(`${entry} on Node ${seen.version}: ${Object.keys(seen.exports).sort().join(', ')}`);
}

function checkCommand(directory) {
  const [[name, path]] = Object.entries(manifest.bin);
  const printed = run(directory, join('node_modules', manifest.name, path), '--version');
  check(printed.includes(manifest.version), `${name} --version printed ${printed}, not ${manifest.version}`);
  console.log(`${name} on Node ${process.version}: ${printed}`);
}

const [expected] = process.argv.slice(2);
const matches = expected === undefined || `${process.version}.`.startsWith(`${expected}.`);
check(matches, `this is Node ${process.version}, not ${expected}`);

const directory = mkdtempSync(join(tmpdir(), 'carbon-action-package-'));
try {
  checkDependencies();
  const filename = pack(directory);
  lint(join(directory, filename));
  install(directory, filename);
  for (const entry of Object.keys(EXPORTS)) checkEntry(directory, entry);
  checkCommand(directory);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
