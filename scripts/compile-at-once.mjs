// V8 parses most functions twice: first to skip them, and again when they are called. It compiles a function at once
// if a parenthesis precedes it. So the functions that every run calls get one, in the file that every run reads.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const DECLARATION = /^(?:async )?function\*? ?([\w$]+)\(/;
const EXPRESSION = /^(?:async ?)?(?:function\b|\(|[\w$]+=>)/;
/** A function up to the start of its body. */
const HEAD =
  /^(?:(?:async )?function\*? ?[\w$]*\([^{}]*\)|(?:async ?)?(?:\([^{}()]*\)|[\w$]+)=>)\{(?:"use strict";)?/;

/**
 * Rewrites the start file of a program, by the functions that it calls with `env` and `args`. What this run prints must
 * not depend on time or machine. Throws if the rewritten file prints something else.
 */
export function compileAtOnce(file, { env = {}, args = [] }) {
  const code = readFileSync(file, 'utf8');
  const { functions, printed } = run(file, { env, args });
  writeFileSync(file, render(nest(functions), code));
  if (run(file, { env, args }).printed !== printed) throw new Error(`${file} prints something else now.`);
}

/** Runs the program. Returns its functions and what it printed. */
function run(file, { env, args }) {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  try {
    const [outputs, summary] = ['outputs', 'summary'].map((name) => join(folder, name));
    for (const path of [outputs, summary]) writeFileSync(path, '');
    const files = { GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: summary, NODE_V8_COVERAGE: folder };
    const child = spawnSync(process.execPath, [file, ...args], {
      env: { ...env, ...files },
      encoding: 'utf8',
    });
    if (child.status !== 0) throw new Error(`${file} failed: ${child.stdout}${child.stderr.slice(-1000)}`);
    const report = readdirSync(folder).find((name) => name.endsWith('.json'));
    const scripts = JSON.parse(readFileSync(join(folder, report), 'utf8')).result;
    const { functions } = scripts.find(({ url }) => url === pathToFileURL(realpathSync(file)).href);
    const printed = [
      child.stdout,
      child.stderr,
      readFileSync(outputs, 'utf8'),
      readFileSync(summary, 'utf8'),
    ];
    // The token around exact lines is random.
    return { functions, printed: printed.join('').replaceAll(/[\da-f-]{36}/g, '') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The functions as a tree. */
function nest(functions) {
  const nodes = functions
    .map(({ ranges: [{ startOffset, endOffset, count }] }) => ({ startOffset, endOffset, count, inner: [] }))
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
    if (one.count === 0) body += text;
    // A declaration is valid in the whole function around it, so the expression moves to its start.
    else if (isDeclaration && head !== '') declared += `const ${name}=(${text});`;
    else if (!isDeclaration && EXPRESSION.test(text)) body += `(${text})`;
    // A method cannot have one.
    else body += text;
  }
  return code.slice(startOffset, bodyOffset) + declared + body + code.slice(position, endOffset);
}
