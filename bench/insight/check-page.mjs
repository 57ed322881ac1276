import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '../../docs/insight.md');

/** Compares tables with those between their markers in docs/insight.md; writes them where `isWritten`. */
export function checkPage(tables, isWritten) {
  const before = readFileSync(PAGE, 'utf8');
  const after = Object.entries(tables).reduce((page, [name, table]) => {
    const begin = `<!-- begin ${name}: written by npm run bench:insight -- --write -->`;
    const end = `<!-- end ${name} -->`;
    const [head, rest] = page.split(begin);
    return `${head}${begin}\n\n${table}\n\n${end}${rest.split(end)[1]}`;
  }, before);
  if (isWritten) writeFileSync(PAGE, after);
  else if (before !== after) {
    console.log('The tables of docs/insight.md are not those of this run: npm run bench:insight -- --write');
    process.exitCode = 1;
  }
}
