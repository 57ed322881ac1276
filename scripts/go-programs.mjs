// Builds the missing programs in Go that some tests run, in the versions of test/support/go-programs.json.
// Usage: node scripts/go-programs.mjs [NAME…]. Without names it builds all but those that are built on request only.
// Prints the names of those that are missing in the end, one a line, and the reasons on standard error.
//
// `go install MODULE@VERSION` asks the proxy for the list of all versions, which some proxies refuse. Downloading the module
// and building in its folder asks only for this version, and checks the same checksums.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The limit for all programs together; those not built by then are skipped. */
const TIMEOUT_MS = 420_000;
const deadlineMs = Date.now() + TIMEOUT_MS;

const programs = JSON.parse(
  readFileSync(new URL('../test/support/go-programs.json', import.meta.url), 'utf8'),
);
// test/support/needs.ts looks there too.
const folder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'carbon-action-test-bin');
const wanted =
  process.argv.length > 2
    ? process.argv.slice(2)
    : Object.keys(programs).filter((name) => programs[name].onRequest !== true);

mkdirSync(folder, { recursive: true });
for (const name of wanted) {
  const program = programs[name];
  if (program === undefined) throw new Error(`${name} is not in test/support/go-programs.json`);
  if (isBuilt(name, program)) continue;
  try {
    build(name, program);
  } catch (error) {
    console.error(`${name} ${program.version} was not built: ${explain(error)}`);
    console.log(name);
  }
}

/** Whether the folder has the program in this version. */
function isBuilt(name, { version }) {
  try {
    return readFileSync(stampOf(name), 'utf8') === version;
  } catch {
    return false;
  }
}

function build(name, { module, version, package: path }) {
  const work = mkdtempSync(join(tmpdir(), 'carbon-go-'));
  try {
    writeFileSync(join(work, 'go.mod'), 'module none\n');
    const { Dir: source } = JSON.parse(go(work, 'mod', 'download', '-json', `${module}@${version}`));
    const output = join(folder, `${name}${process.platform === 'win32' ? '.exe' : ''}`);
    rmSync(stampOf(name), { force: true });
    go(source, 'build', '-mod=readonly', '-o', output, path);
    writeFileSync(stampOf(name), version);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function stampOf(name) {
  return join(folder, `${name}.version`);
}

function go(cwd, ...args) {
  // Otherwise Go would download another version of itself.
  const env = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '', CGO_ENABLED: '0' };
  const timeout = Math.max(1, deadlineMs - Date.now());
  return execFileSync('go', args, { cwd, env, encoding: 'utf8', stdio: 'pipe', timeout });
}

/** The last line that Go printed, or that Go is missing. */
function explain(error) {
  if (error.code === 'ENOENT') return 'Go is not installed';
  if (error.code === 'ETIMEDOUT') return `not within ${TIMEOUT_MS / 1000} s`;
  return (error.stderr?.trim() || error.stdout?.trim() || error.message).split('\n').at(-1);
}
