import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One line of a `*.cases.json` table: the rule that it shows, and the data that its test reads. */
export interface RuleCase {
  readonly rule: string;
  /** Separates a case from others of its rule. */
  readonly name?: string;
}

/** A rule of `rules.json`. */
export interface Rule {
  readonly says: string;
  /** A test file, or a folder of them, that shows the rule instead of a case. */
  readonly coveredBy?: string;
}

const ROOT = join(import.meta.dirname, '../..');

/** The cases next to a test, with `{repeat, times}` and `{join}` expanded to texts. */
export function readCases<Case extends RuleCase>(table: URL): Case[] {
  return expand(JSON.parse(readFileSync(table, 'utf8'))) as Case[];
}

/** All rules by id. */
export function readRules(): Map<string, Rule> {
  const text = readFileSync(join(import.meta.dirname, 'rules.json'), 'utf8');
  return new Map(Object.entries(JSON.parse(text) as Record<string, Rule>));
}

/** All tables below `test`, each with its cases and whether the test that reads it is next to it. */
export function listTables(): Array<{ path: string; cases: RuleCase[]; read: boolean }> {
  return globSync('test/**/*.cases.json', { cwd: ROOT }).map((path) => {
    const test = join(ROOT, path.replace(/\.cases\.json$/, '.test.ts'));
    const read =
      existsSync(test) && readFileSync(test, 'utf8').includes(path.slice(dirname(path).length + 1));
    return { path, cases: JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as RuleCase[], read };
  });
}

/** The texts of the test files that `place` names: one file, or all of a folder. */
export function readTests(place: string): string[] {
  const files = place.endsWith('.test.ts') ? [place] : globSync(`${place}/**/*.test.ts`, { cwd: ROOT });
  return files.map((file) => readFileSync(join(ROOT, file), 'utf8'));
}

/** The name of a case in a report. */
export function nameCase(ruleCase: RuleCase): string {
  const { rule, name, ...rest } = ruleCase;
  return `${rule}: ${name ?? JSON.stringify(rest).slice(0, 120)}`;
}

function expand(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(expand);
  if (typeof node !== 'object' || node === null) return node;
  const map = node as Record<string, unknown>;
  if (typeof map['repeat'] === 'string') return map['repeat'].repeat(Number(map['times']));
  if (Array.isArray(map['join'])) return map['join'].map(expand).join('');
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, expand(value)]));
}
