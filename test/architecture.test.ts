import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** One import of a file: static or not, of a value or of a type. */
interface Import {
  /** The importing file, below `src`. */
  readonly from: string;
  /** A file below `src`, a package, or a `node:` module. */
  readonly to: string;
}

const files = globSync('**/*.{ts,js}', { cwd: SRC })
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted();
const texts = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));
const imports = files.flatMap(listImports);

function listImports(from: string): Import[] {
  const code = codeOf(from);
  const found = code.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, to = '']) => ({
    from,
    to: to.startsWith('.') ? posix.normalize(posix.join(dirname(from), to)) : to,
  }));
}

/** A file without its comments. */
function codeOf(file: string): string {
  return (texts.get(file) ?? '').replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '');
}

/** The folder of a file, or its name if it is in the root. */
const partOf = (file: string): string => file.split('/')[0] ?? '';
const isIn =
  (...parts: string[]) =>
  (file: string) =>
    parts.includes(partOf(file));

/** The imports that break a rule, one a line. */
function broken(isBroken: (one: Import) => boolean): string[] {
  return imports.filter(isBroken).map(({ from, to }) => `${from} imports ${to}`);
}

/** The files outside of `parts` whose code matches. */
function filesWith(pattern: RegExp, parts: readonly string[]): string[] {
  return files.filter((file) => !parts.includes(partOf(file)) && pattern.test(codeOf(file)));
}

test('finds the imports', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(imports).toContainEqual({ from: 'publish/prepare.ts', to: 'options/resolve.ts' });
  expect(imports).toContainEqual({ from: 'collect/data/parse-yaml.ts', to: 'yaml' });
  expect(imports).toContainEqual({ from: 'action/write-result.ts', to: 'report/summary.ts' });
  const missing = imports.filter(({ to }) => /\.[tj]s$/.test(to) && !texts.has(to));
  expect(missing).toEqual([]);
});

/** The folders that each folder may import, besides itself. No import points up, so folders form no circle. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  ci: [],
  util: ['model'],
  format: ['util', 'model'],
  collect: ['format', 'util', 'model'],
  options: ['collect', 'format', 'util', 'model'],
  read: ['options', 'collect', 'format', 'util', 'model'],
  send: ['options', 'format', 'util', 'model'],
  spool: ['format', 'util', 'model'],
  verify: ['options', 'format', 'util', 'model'],
  insight: ['verify', 'options', 'format', 'util', 'model'],
  publish: ['read', 'send', 'spool', 'insight', 'verify', 'options', 'collect', 'format', 'util', 'model'],
  github: ['verify', 'collect', 'util', 'model'],
  sampler: ['collect', 'util', 'model'],
  report: ['model'],
  receiver: [],
  library: [
    'ci',
    'format',
    'publish',
    'verify',
    'insight',
    'github',
    'sampler',
    'options',
    'collect',
    'util',
    'model',
  ],
  doctor: ['publish', 'verify', 'send', 'options', 'util', 'model'],
  'index.ts': ['library', 'insight', 'sampler', 'options', 'collect', 'model'],
  // Faces read options and print. Only `library` wires what is published, collected, measured and requested.
  action: ['ci', 'doctor', 'library', 'report', 'options', 'util', 'model'],
  cli: ['library', 'doctor', 'receiver', 'report', 'format', 'options', 'util', 'model'],
};

/** Every folder that a folder may reach, directly or through others. */
function listBelow(room: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const pending = [...(ROOMS[room] ?? [])];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!reached.has(next)) pending.push(...(ROOMS[next] ?? []));
    reached.add(next);
  }
  return reached;
}

describe('each folder imports only what it may', () => {
  test.each(Object.entries(ROOMS))('%s: %j', (room, below) => {
    const allowed = isIn(room, ...below);
    expect(broken(({ from, to }) => isIn(room)(from) && texts.has(to) && !allowed(to))).toEqual([]);
  });

  test('every folder has a row, and no circle of folders is allowed', () => {
    expect([...new Set(files.map(partOf))].toSorted()).toEqual(Object.keys(ROOMS).toSorted());
    expect(Object.keys(ROOMS).filter((room) => listBelow(room).has(room))).toEqual([]);
  });

  test('only index.ts is in the root', () => {
    expect(files.filter((file) => !file.includes('/'))).toEqual(['index.ts']);
  });

  test('model, format and report import no package and no node: module', () => {
    const isPure = isIn('model', 'format', 'report');
    expect(broken(({ from, to }) => isPure(from) && !texts.has(to))).toEqual([]);
  });

  test('the receiver imports no package', () => {
    expect(broken(({ from, to }) => isIn('receiver')(from) && !/^receiver\/|^node:/.test(to))).toEqual([]);
  });
});

describe('only some folders import', () => {
  test.each([
    ['@actions/core', ['action']],
    ['commander', ['cli']],
    ['cross-spawn', ['cli']],
    ['yaml', ['collect']],
    ['saxes', ['collect']],
    ['@octokit/core', ['github']],
    ['tinyglobby', ['read']],
  ])('%s: %j', (name, parts) => {
    expect(broken(({ from, to }) => to === name && !isIn(...parts)(from))).toEqual([]);
    expect(imports.some(({ to }) => to === name)).toBe(true);
  });

  test('no other package is imported', () => {
    const known = new Set([
      '@actions/core',
      '@octokit/core',
      '@octokit/plugin-paginate-rest',
      '@octokit/plugin-retry',
      'commander',
      'cross-spawn',
      'saxes',
      'tinyglobby',
      'yaml',
    ]);
    expect(broken(({ to }) => !/^node:|\.[tj]s$/.test(to) && !known.has(to))).toEqual([]);
  });

  test('only some folders do I/O: ci, read, send, receiver, spool, verify, doctor, github, sampler, cli and action', () => {
    const io = /^node:(?:fs|net|child_process|http|https|tls|dgram|dns|readline|worker_threads)(?:\/|$)/;
    const may = isIn(
      'ci',
      'read',
      'send',
      'receiver',
      'spool',
      'verify',
      'doctor',
      'github',
      'sampler',
      'cli',
      'action',
    );
    // Several of them open files as this one does.
    const opener = 'util/regular-file.ts';
    expect(broken(({ from, to }) => io.test(to) && !may(from) && from !== opener)).toEqual([]);
  });

  test('only send and receiver open sockets', () => {
    expect(broken(({ from, to }) => to === 'node:net' && !isIn('send', 'receiver')(from))).toEqual([]);
  });
});

test('the action and the command line do not import each other', () => {
  expect(broken(({ from, to }) => isIn('action')(from) && isIn('cli')(to))).toEqual([]);
  expect(broken(({ from, to }) => isIn('cli')(from) && isIn('action')(to))).toEqual([]);
});

test('only an entry point imports the two faces, and nothing imports an entry point', () => {
  const entries = ['index.ts', 'action/main.ts', 'cli/main.ts', 'sampler/main.ts'];
  expect(broken(({ to }) => entries.includes(to))).toEqual([]);
  expect(broken(({ from, to }) => isIn('action', 'cli')(to) && !isIn('action', 'cli')(from))).toEqual([]);
});

test('there are no circles', () => {
  // Each file is entered once: it is on the path from the start, or everything below it is known to be free of circles.
  const known = new Map<string, 'on the path' | 'free'>();
  const findCircles = (file: string, path: readonly string[]): string[] => {
    if (known.get(file) === 'free') return [];
    if (known.get(file) === 'on the path') return [[...path.slice(path.indexOf(file)), file].join(' → ')];
    known.set(file, 'on the path');
    const below = imports.filter(({ from, to }) => from === file && texts.has(to));
    const circles = below.flatMap(({ to }) => findCircles(to, [...path, file]));
    known.set(file, 'free');
    return circles;
  };
  expect(files.flatMap((file) => findCircles(file, []))).toEqual([]);
});

describe('the source code', () => {
  test('uses arguments, streams and the exit code only in action, cli and the sampler', () => {
    const pattern =
      /\bprocess\s*\.\s*(?:argv|stdout|stderr|stdin|exit\w*)\b|\bconsole\s*\.\s*(?:log|info|warn|error|debug)\b/;
    // What they hand to another program is text.
    expect(filesWith(pattern, ['action', 'cli', 'sampler'])).toEqual([
      'send/look-up.ts',
      'util/end-despite-look-up.ts',
    ]);
  });

  // `process.exit` waits for V8's compile threads without serving them. One that waits for a garbage collection then
  // waits for ever, and no signal ends the process: https://github.com/nodejs/node/issues/64274.
  test('ends the process only after a received signal and for a hanging look-up, and never by `process.exit`', () => {
    expect(filesWith(/\bprocess\s*\.\s*(?:exit|reallyExit|abort)\s*\(/, [])).toEqual([]);
    expect(filesWith(/\bprocess\s*\.\s*kill\s*\(/, [])).toEqual(['util/stop-on-signal.ts']);
    expect(filesWith(/\bexecve\b/, [])).toEqual(['util/end-despite-look-up.ts']);
    const callers = imports.filter(({ to }) => to === 'util/end-despite-look-up.ts').map(({ from }) => from);
    expect(callers).toEqual(['action/main.ts', 'cli/main.ts', 'send/look-up.ts']);
  });

  test('reads the environment only in the entry points', () => {
    expect(
      filesWith(/\bprocess\s*\.\s*env\b|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/, ['action', 'cli', 'library']),
    ).toEqual([]);
  });

  test('has no clock, chance, process or timer in the pure parts', () => {
    const pattern =
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\b|\bMath\.random\b|\bcrypto\b|\bset(?:Timeout|Interval|Immediate)\b|\bprocess\b|\bfetch\(/;
    const others = files
      .map(partOf)
      .filter((part) => !['format', 'collect', 'options', 'report', 'model', 'insight'].includes(part));
    expect(filesWith(pattern, others)).toEqual([]);
    expect(pattern.test(codeOf('library/update.ts'))).toBe(true);
  });

  test('imports a module for its effect only in an entry point', () => {
    const effect = /^(?:await\b|[\w.]+\(|process\.|for\b|if\b|try\b|while\b)/m;
    expect(filesWith(effect, []).filter((file) => !/^(?:action|cli|sampler)\/main\.ts$/.test(file))).toEqual(
      [],
    );
  });
});
