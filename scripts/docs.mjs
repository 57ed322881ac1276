// Writes what must not be written twice by hand: action.yml's inputs and outputs, and the README's tables, from the
// table of options. `--check` writes nothing and fails where something would change.
import { readFileSync, writeFileSync } from 'node:fs';
import { OPTIONS, OUTPUTS } from '../src/options/table.ts';

const quote = (text) => `'${text.replaceAll("'", "''")}'`;
const cell = (text) => text.replaceAll('|', '\\|');

function actionInputs() {
  const inputs = OPTIONS.filter(({ faces }) => faces.includes('action')).map(({ name, help, defaults }) => {
    const value = defaults?.action;
    const fallback = value === undefined ? [] : [`    default: ${quote(value)}`];
    return [`  ${name}:`, `    description: ${quote(help)}`, '    required: false', ...fallback].join('\n');
  });
  const outputs = OUTPUTS.map(({ name, help }) => `  ${name}:\n    description: ${quote(help)}`);
  return `inputs:\n${inputs.join('\n')}\noutputs:\n${outputs.join('\n')}`;
}

function inputTable() {
  const rows = OPTIONS.filter(({ faces }) => faces.includes('action')).map(({ name, help, defaults }) => {
    const value = defaults?.action;
    return `| \`${name}\` | ${value === undefined ? '' : `\`${value}\``} | ${cell(help)} |`;
  });
  return ['| Input | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputTable() {
  const rows = OUTPUTS.map(({ name, help }) => `| \`${name}\` | ${cell(help)} |`);
  return ['| Output | Meaning |', '| --- | --- |', ...rows].join('\n');
}

function commandTable(isForRun) {
  const options = OPTIONS.filter(
    ({ faces, cli }) => faces.includes('cli') && (cli?.isForRun === true) === isForRun,
  );
  const rows = options.map(({ name, defaults, cli, help }) => {
    const short = cli?.short === undefined ? '' : `-${cli.short}, `;
    const flag = `${short}--${cli?.option ?? name}${cli?.argument === undefined ? '' : ` ${cli.argument}`}`;
    const value = defaults?.cli;
    return `| \`${flag}\` | ${value === undefined ? '' : `\`${value}\``} | ${cell(cli?.help ?? help)} |`;
  });
  return ['| Option | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Marked part → file, its comment signs, and what belongs between the marks. */
const PARTS = [
  { file: 'action.yml', name: 'options', open: '#', close: '', text: actionInputs() },
  { file: 'README.md', name: 'inputs', open: '<!--', close: ' -->', text: inputTable() },
  { file: 'README.md', name: 'outputs', open: '<!--', close: ' -->', text: outputTable() },
  { file: 'README.md', name: 'command', open: '<!--', close: ' -->', text: commandTable(false) },
  { file: 'README.md', name: 'run', open: '<!--', close: ' -->', text: commandTable(true) },
];

const check = process.argv.includes('--check');
for (const { file, name, open, close, text } of PARTS) {
  const begin = `${open} begin ${name}: written by scripts/docs.mjs${close}`;
  const end = `${open} end ${name}${close}`;
  const before = readFileSync(file, 'utf8');
  const [start, stop] = [before.indexOf(begin), before.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`${file} lacks the marks "${begin}" and "${end}"`);
  const gap = file.endsWith('.md') ? '\n\n' : '\n';
  const after = `${before.slice(0, start + begin.length)}${gap}${text}${gap}${before.slice(stop)}`;
  if (after === before) continue;
  if (check) {
    process.exitCode = 1;
    console.error(`${file}: the part "${name}" is not what the table of options says; run npm run docs`);
  } else {
    writeFileSync(file, after);
  }
}
