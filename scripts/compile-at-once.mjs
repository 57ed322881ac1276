// V8 parses most functions twice: first to skip them, and again when they are called. It compiles a function at once
// if a parenthesis precedes it. So the functions that a usual run calls get one, in the files that it reads. A step
// without it executes 27 million instructions more (13 %), as `npm run bench:startup` shows.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const DECLARATION = /^(?:async )?function\*? ?([\w$]+)\(/;
const EXPRESSION = /^(?:async ?)?(?:function\b|\(|[\w$]+=>)/;
/** A function up to the start of its body. */
const HEAD =
  /^(?:(?:async )?function\*? ?[\w$]*\([^{}]*\)|(?:async ?)?(?:\([^{}()]*\)|[\w$]+)=>)\{(?:"use strict";)?/;

/**
 * Only Linux has the kernel's table of connections. Without it the same functions are called on every system, so that
 * every system builds the same file.
 */
const WITHOUT_TABLE = `--import=data:text/javascript,${encodeURIComponent("Object.defineProperty(process, 'platform', { value: 'other' });")}`;
const MIN_RUNS = 3;
const MAX_RUNS = 10;

/**
 * Rewrites the start file of a program, by the functions that it calls with `env` and `args`. With `others`, it rewrites
 * the other files of the program that this run loads, and not the start file. Throws if the rewritten program prints
 * something else.
 */
export async function compileAtOnce(file, { env = {}, args = [], others = false }) {
  const usual = await findUsualRun(() => run(file, { env, args }));
  for (const [name, functions] of usual.files) {
    if ((name === basename(file)) === others) continue;
    const path = join(dirname(file), name);
    writeFileSync(path, render(nest(functions), readFileSync(path, 'utf8')));
  }
  if ((await run(file, { env, args })).printed !== usual.printed)
    throw new Error(`${file} prints something else now.`);
}

/**
 * Two runs that do the same. On a busy machine a run may wait longer for the server than usual, and may then load one
 * more file to prove the delivery. So only the runs with the fewest files count.
 */
async function findUsualRun(play) {
  const runs = [];
  while (runs.length < MAX_RUNS) {
    runs.push(await play());
    const fewest = Math.min(...runs.map(({ files }) => files.length));
    const usual = runs.filter(({ files }) => files.length === fewest);
    const repeated = usual.find((one, index) =>
      usual.slice(index + 1).some((other) => isDeepStrictEqual(one, other)),
    );
    if (runs.length >= MIN_RUNS && repeated !== undefined) return repeated;
  }
  throw new Error(`No two of ${MAX_RUNS} runs call the same functions.`);
}

/** Runs the program. Returns the functions of each of its files, and what it printed. */
async function run(file, { env, args }) {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  try {
    const [outputs, summary] = ['outputs', 'summary'].map((name) => join(folder, name));
    for (const path of [outputs, summary]) writeFileSync(path, '');
    const written = { GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: summary, NODE_V8_COVERAGE: folder };
    const child = spawn(process.execPath, [WITHOUT_TABLE, file, ...args], {
      env: { ...env, ...written },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [[status], ...streams] = await Promise.all([
      once(child, 'close'),
      text(child.stdout),
      text(child.stderr),
    ]);
    if (status !== 0) throw new Error(`${file} failed: ${streams.join('').slice(-1000)}`);
    const report = readdirSync(folder).find((name) => name.endsWith('.json'));
    const scripts = JSON.parse(readFileSync(join(folder, report), 'utf8')).result;
    const own = pathToFileURL(join(realpathSync(dirname(file)), '/')).href;
    const files = scripts
      .filter(({ url }) => url.startsWith(own))
      .map(({ url, functions }) => [url.slice(own.length), functions.map(toCalled)]);
    const printed = [...streams, readFileSync(outputs, 'utf8'), readFileSync(summary, 'utf8')];
    return { files, printed: printed.join('') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where a function is, and whether it was called. */
function toCalled({ ranges: [{ startOffset, endOffset, count }] }) {
  return { startOffset, endOffset, isCalled: count > 0 };
}

/** The functions as a tree. */
function nest(functions) {
  const nodes = functions
    .map((one) => ({ ...one, inner: [] }))
    .toSorted((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  const around = [];
  for (const node of nodes) {
    while (around.length > 0 && around.at(-1).endOffset < node.endOffset) around.pop();
    around.at(-1)?.inner.push(node);
    around.push(node);
  }
  return nodes[0];
}

/** The text of a function, with a parenthesis before each function in it that was called. */
function render({ startOffset, endOffset, inner }, code) {
  const [head = ''] = HEAD.exec(code.slice(startOffset, endOffset)) ?? [];
  const bodyOffset = startOffset + head.length;
  let declared = '';
  let body = '';
  let position = bodyOffset;
  for (const one of inner) {
    // The default of a parameter is a function.
    if (one.startOffset < bodyOffset) return code.slice(startOffset, endOffset);
    const text = render(one, code);
    const [, name] = DECLARATION.exec(text) ?? [];
    const isDeclaration = name !== undefined && /[{};)]/.test(code[one.startOffset - 1]);
    body += code.slice(position, one.startOffset);
    position = one.endOffset;
    if (!one.isCalled) body += text;
    // A declaration is valid in the whole function around it, so the expression moves to its start.
    else if (isDeclaration && head !== '') declared += `const ${name}=(${text});`;
    else if (!isDeclaration && EXPRESSION.test(text)) body += `(${text})`;
    // A method cannot have one.
    else body += text;
  }
  return code.slice(startOffset, bodyOffset) + declared + body + code.slice(position, endOffset);
}
