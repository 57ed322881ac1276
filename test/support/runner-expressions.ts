import type { Contexts } from './runner-contexts.ts';

/** Replaces each expression in a default of action.yml. Throws on an unknown one. */
export function evaluateTemplate(template: string, contexts: Contexts): string {
  return template.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression.trim(), contexts),
  );
}

// Only a path into a context and toJSON of one. Add others here when action.yml needs them.
function evaluate(expression: string, contexts: Contexts): string {
  const json = /^toJSON\(\s*(.*?)\s*\)$/i.exec(expression)?.[1];
  const value = lookUp(json ?? expression, contexts);
  if (json !== undefined) return JSON.stringify(value ?? null, null, 2);
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return Array.isArray(value) ? 'Array' : 'Object';
  return String(value);
}

function lookUp(path: string, contexts: Contexts): unknown {
  if (!/^(github|matrix|strategy|job|runner)(\.[a-z_][\w-]*)*$/i.test(path)) {
    throw new Error(`the harness does not know the expression ${path}`);
  }
  let value: unknown = contexts;
  for (const name of path.split('.')) {
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    value = entries.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  }
  return value;
}
