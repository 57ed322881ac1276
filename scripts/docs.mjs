// Generates from the table of options: action.yml's inputs and outputs, the tables of the README and of docs/, and the
// library's types. `--check` writes nothing and fails if a file would change.
import { readFileSync, writeFileSync } from 'node:fs';
import { defaultOf, listOptions, nameFor, OPTIONS } from '../src/options/options.ts';
import { OUTPUTS } from '../src/options/outputs.ts';

const quote = (text) => `'${text.replaceAll("'", "''")}'`;
const cell = (text) => text.replaceAll('|', '\\|');

function actionInputs() {
  const inputs = listOptions('action').map((row) => {
    const value = defaultOf(row, 'action');
    const fallback = value === undefined ? [] : [`    default: ${quote(value)}`];
    return [`  ${row.name}:`, `    description: ${quote(row.help)}`, '    required: false', ...fallback].join(
      '\n',
    );
  });
  const outputs = OUTPUTS.map(({ name, help }) => `  ${name}:\n    description: ${quote(help)}`);
  return `inputs:\n${inputs.join('\n')}\noutputs:\n${outputs.join('\n')}`;
}

/** Types in the form of https://github.com/typesafegithub/github-actions-typing, from which typed workflows are generated. */
function actionTypes() {
  const list = (rows) => rows.map((row) => [`  ${row.name}:`, ...typeLines(row)].join('\n')).join('\n');
  return `inputs:\n${list(listOptions('action'))}\noutputs:\n${list(OUTPUTS)}`;
}

function typeLines({ name, kind, choices }) {
  if (choices !== undefined)
    return ['    type: enum', '    allowed-values:', ...choices.map((one) => `      - ${one}`)];
  if (kind === 'files' || name === 'branches')
    return ['    type: list', '    separator: "\\n"', '    list-item:', '      type: string'];
  return [`    type: ${{ boolean: 'boolean', integer: 'integer', seconds: 'float' }[kind] ?? 'string'}`];
}

/** The inputs and outputs that most workflows use. The README's tables show them. */
const USUAL_INPUTS = [
  ...['server', 'group', 'metrics', 'data-file', 'junit', 'coverage', 'sizes'],
  ...['job-metrics', 'runner-metrics', 'github-token', 'when', 'fail-on-error'],
];
const USUAL_OUTPUTS = ['batches', 'delivery', 'undelivered-file'];

const isUsual = (names) => (row) => names.includes(row.name);

function inputTable(options) {
  const helps = new Map(OPTIONS.map(({ name, help }) => [name, help]));
  const rows = options.map((row) => {
    const value = defaultOf(row, 'action');
    const help =
      row.name === 'metrics'
        ? `${helps.get('data')} Also called \`data\`; giving both is an error.`
        : row.help;
    return `| \`${row.name}\` | ${value === undefined ? '' : `\`${value}\``} | ${cell(help)} |`;
  });
  return ['| Input | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputTable(outputs) {
  const rows = outputs.map(({ name, help }) => `| \`${name}\` | ${cell(help)} |`);
  return ['| Output | Meaning |', '| --- | --- |', ...rows].join('\n');
}

function commandTable(isForRun) {
  const flags = listOptions('cli').filter(({ cli }) => cli?.variable === undefined);
  const rows = flags
    .filter(({ cli }) => (cli?.isForRun === true) === isForRun)
    .map((row) => {
      const { kind, cli, help } = row;
      const short = cli?.short === undefined ? '' : `-${cli.short}, `;
      const argument = cli?.argument === undefined ? '' : ` ${cli.argument}`;
      const value = kind === 'boolean' ? undefined : defaultOf(row, 'cli');
      return `| \`${short}${nameFor(row, 'cli')}${argument}\` | ${value === undefined ? '' : `\`${value}\``} | ${cell(cli?.help ?? help)} |`;
    });
  return ['| Option | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The library's type of each kind of option. */
const TYPES = {
  boolean: 'boolean',
  integer: 'number',
  seconds: 'number',
  time: 'Timestamp',
  value: 'MetricValue',
  data: 'MetricData',
  tags: 'Tags | string',
  sizes: 'string | Readonly<Record<string, string | readonly string[]>>',
  limits: 'string | Readonly<Record<string, MetricLimit>>',
  files: 'string | readonly string[]',
  signal: 'AbortSignal',
};

function typeOf({ kind, choices, library }) {
  const type = library?.type ?? choices?.map(quote).join(' | ') ?? TYPES[kind] ?? 'string';
  return type.includes('=>') ? `(${type})` : type;
}

/** The texts of the documents, with every option under its name in the library. */
function libraryHelp(row) {
  const names = new Map(OPTIONS.map((one) => [one.name, nameFor(one, 'library')]));
  const help = (row.library?.help ?? row.help).replaceAll(/`([a-z]+(?:-[a-z]+)+)`/g, (all, name) =>
    names.has(name) ? `\`${names.get(name)}\`` : all,
  );
  // Where the library has a type of its own, the default of the other faces has none.
  const value = row.library?.type === undefined ? defaultOf(row, 'library') : undefined;
  const isText = !['boolean', 'integer', 'seconds'].includes(row.kind);
  return value === undefined ? help : `${help} Default: \`${isText ? quote(value) : value}\`.`;
}

/** A comment of one line if it fits, else of several lines. */
function docComment(text, indent) {
  const one = `${indent}/** ${text} */`;
  if (one.length <= 110) return one;
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`;
    if (`${indent} *${line}`.length > 110) lines.push(` ${word}`);
    else lines[lines.length - 1] = line;
  }
  return [`${indent}/**`, ...lines.map((line) => `${indent} *${line}`), `${indent} */`].join('\n');
}

function libraryTypes() {
  const interfaces = [
    { name: 'SendOptions', help: 'Where and how to send. Times are seconds.' },
    {
      name: 'ReportOptions',
      base: 'SendOptions',
      help: 'What a CI job produced and where to send it. Paths are relative to the current directory.',
    },
    { name: 'MeasureOptions', help: 'How often to measure.' },
  ].map(({ name, base, help }) => {
    const rows = listOptions('library').filter(({ library }) => (library?.of ?? 'SendOptions') === name);
    const fields = rows.map(
      (row) =>
        `${docComment(libraryHelp(row), '  ')}\n  readonly ${nameFor(row, 'library')}?: ${typeOf(row)} | undefined;`,
    );
    const head = `export interface ${name} ${base === undefined ? '' : `extends ${base} `}{`;
    return [docComment(help, ''), head, ...fields, '}'].join('\n');
  });
  return [
    "import type { CollectedRunner } from '../collect/runner/collect-runner.ts';",
    "import type { Tags } from '../model/metric.ts';",
    "import type { MetricData, MetricLimit, MetricValue, Progress, Timestamp } from './types.ts';",
    '',
    interfaces.join('\n\n'),
  ].join('\n');
}

function markdown(file, name, text) {
  return { file, name, open: '<!--', close: ' -->', text };
}

/** Marked part → its file, its comment signs, and the text between the marks. */
const PARTS = [
  { file: 'action.yml', name: 'options', open: '#', close: '', text: actionInputs() },
  { file: 'action-types.yml', name: 'types', open: '#', close: '', text: actionTypes() },
  markdown('README.md', 'inputs', inputTable(listOptions('action').filter(isUsual(USUAL_INPUTS)))),
  markdown('README.md', 'outputs', outputTable(OUTPUTS.filter(isUsual(USUAL_OUTPUTS)))),
  markdown('docs/inputs.md', 'all-inputs', inputTable(listOptions('action'))),
  markdown('docs/inputs.md', 'all-outputs', outputTable(OUTPUTS)),
  markdown('docs/command-line.md', 'command', commandTable(false)),
  markdown('docs/command-line.md', 'run', commandTable(true)),
  { file: 'src/options/library-options.ts', name: 'types', open: '//', close: '', text: libraryTypes() },
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
