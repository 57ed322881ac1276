import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { homedir, networkInterfaces } from 'node:os';
import { delimiter, join, posix } from 'node:path';
import GO_PROGRAMS from './go-programs.json' with { type: 'json' };
import PACKAGES from './packages.json' with { type: 'json' };

/** A program that some tests run, and that does not come with Node or Git. */
export type Program = keyof typeof PACKAGES | keyof typeof GO_PROGRAMS;

/** What some tests need on the machine. */
export type Need = Program | Feature;

type Feature =
  | 'Linux'
  | 'a POSIX system'
  | 'IPv6 on the loopback interface'
  | 'root with namespaces'
  | 'mount namespaces'
  | 'a Node that becomes an executable';

declare module 'vitest' {
  interface TaskMeta {
    /** What this machine lacks, so that tests are skipped. */
    missing?: readonly Need[];
  }
}

/** Needs that are not programs, and how to check them. */
const FEATURES: Readonly<Record<Feature, () => boolean>> = {
  Linux: () => process.platform === 'linux',
  'a POSIX system': () => process.platform !== 'win32',
  'IPv6 on the loopback interface': () =>
    Object.values(networkInterfaces()).some((addresses) =>
      addresses?.some(({ address }) => address === '::1'),
    ),
  'root with namespaces': () => spawnSync('unshare', ['--net', '--mount', 'true']).status === 0,
  'mount namespaces': () => findMountNamespace() !== undefined,
  // Debian's Node is a small program with a shared library. `scripts/executable.mjs` needs both in one file.
  'a Node that becomes an executable': () =>
    process.platform === 'linux' &&
    process.execve !== undefined &&
    readFileSync(process.execPath).includes('NODE_SEA_FUSE_'),
};

/** The folder of the programs that scripts/go-programs.mjs builds. */
const GO_FOLDER = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'carbon-action-test-bin');

const FOLDERS = [
  GO_FOLDER,
  ...(process.env['PATH'] ?? '').split(delimiter),
  ...['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin', '/opt/homebrew/bin'],
  ...['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules'],
].filter((folder) => folder !== '');
const SUFFIXES = process.platform === 'win32' ? ['.exe', ''] : [''];
const known = new Map<Need, boolean>();

/**
 * Options of a test or group that needs something of the machine. If it is missing, the test is skipped, and the run
 * ends with a list of what is missing.
 */
export function needs(...names: readonly Need[]): {
  readonly skip: boolean;
  readonly meta: { readonly missing: readonly Need[] };
} {
  const missing = names.filter((name) => !isThere(name));
  return { skip: missing.length > 0, meta: { missing } };
}

/** The absolute path of a program, on PATH or in the usual folders. */
export function findProgram(name: string): string | undefined {
  const paths = FOLDERS.flatMap((folder) => SUFFIXES.map((suffix) => join(folder, `${name}${suffix}`)));
  return paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

/** The absolute path of a program. @throws if it is missing, which `needs` prevents. */
export function getProgram(name: Program): string {
  const path = findProgram(name);
  if (path === undefined) throw new Error(`${name} is missing: give needs('${name}') to the test`);
  return path;
}

/** The interpreter of a script, which has the packages that the script imports. Another one on PATH may lack them. */
export function getInterpreter(name: Program): string {
  const [, path] = /^#! *(\S+)/.exec(readFileSync(getProgram(name), 'utf8')) ?? [];
  if (path === undefined) throw new Error(`${name} does not name its interpreter`);
  return path.endsWith('/env') ? (findProgram('python3') ?? path) : path;
}

/** The Debian package of what is missing, or `undefined`. */
export function packageOf(name: string): string | undefined {
  return (PACKAGES as Readonly<Record<string, string>>)[name];
}

/** The command that builds what is missing, or `undefined`. */
export function goInstallOf(name: string): string | undefined {
  const program = (GO_PROGRAMS as Readonly<Record<string, GoProgram>>)[name];
  if (program === undefined) return undefined;
  return `go install ${posix.join(program.module, program.package)}@${program.version}`;
}

interface GoProgram {
  readonly module: string;
  readonly version: string;
  /** The folder of its main package. */
  readonly package: string;
}

/** The options with which `unshare` makes a mount namespace here, or `undefined` if it cannot. */
export function findMountNamespace(): readonly string[] | undefined {
  return [['-m'], ['-rm']].find(
    (options) => spawnSync('unshare', [...options, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0,
  );
}

function isThere(name: Need): boolean {
  const found =
    known.get(name) ?? (name in FEATURES ? FEATURES[name as Feature]() : findProgram(name) !== undefined);
  known.set(name, found);
  return found;
}
