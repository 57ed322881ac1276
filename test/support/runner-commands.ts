/** A workflow command that the runner would carry out. */
export interface RunnerCommand {
  readonly grammar: 'v1' | 'v2';
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
  readonly stream: 'stdout' | 'stderr';
  /** Whether it is a command only if invisible characters are ignored. */
  readonly hidden: boolean;
}

/** All commands of one stream, and whether it ended while commands were stopped. */
export interface StreamCommands {
  readonly commands: readonly RunnerCommand[];
  readonly stopped: boolean;
}

type Parsed = Pick<RunnerCommand, 'grammar' | 'name' | 'properties' | 'data'>;

const registered: ReadonlySet<string> = new Set(
  [
    ...['stop-commands', 'set-env', 'set-output', 'save-state', 'add-mask', 'add-path', 'add-matcher'],
    ...['remove-matcher', 'debug', 'warning', 'error', 'notice', 'group', 'endgroup', 'echo'],
  ].map(foldCase),
);

// The runner compares by the rules of the machine's language, which ignore control and invisible characters.
const ignorable = /(?![\t\v\f\u0085])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const leadingBlanks = /^[\s\u0085]+/;

/**
 * Finds the commands in one stream as the runner does, and a little more. It reads both grammars, also without
 * invisible characters, and the old one at every position of a line.
 */
export function parseCommands(text: string, stream: 'stdout' | 'stderr'): StreamCommands {
  const commands: RunnerCommand[] = [];
  let stopToken: string | undefined;
  for (const line of splitLines(text)) {
    const known = stopToken === undefined ? registered : new Set([...registered, foldCase(stopToken)]);
    for (const { parsed, hidden } of parseLine(line, known)) {
      if (stopToken !== undefined) {
        if (foldCase(parsed.name) === foldCase(stopToken)) stopToken = undefined;
        continue;
      }
      commands.push({ ...parsed, name: foldCase(parsed.name).toLowerCase(), stream, hidden });
      // A hidden command may or may not work, so the lines after it still count.
      if (foldCase(parsed.name) === 'STOP-COMMANDS' && !hidden)
        stopToken = checkStopToken(parsed.data, known);
    }
  }
  return { commands, stopped: stopToken !== undefined };
}

/** Splits text as .NET's ReadLine does. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function checkStopToken(token: string, known: ReadonlySet<string>): string {
  if (token === '' || known.has(foldCase(token)) || foldCase(token) === 'PAUSE-LOGGING') {
    throw new Error(`the runner refuses the stop token ${JSON.stringify(token)}`);
  }
  return token;
}

function parseLine(line: string, known: ReadonlySet<string>): { parsed: Parsed; hidden: boolean }[] {
  const plain = parseEither(line, known);
  if (plain.length > 0) return plain.map((parsed) => ({ parsed, hidden: false }));
  const visible = line.replace(ignorable, '');
  return visible === line ? [] : parseEither(visible, known).map((parsed) => ({ parsed, hidden: true }));
}

function parseEither(line: string, known: ReadonlySet<string>): Parsed[] {
  const v2 = parseV2(line, known);
  return v2 ? [v2] : parseV1(line, known);
}

// ::name key=value,key=value::data, with only blanks before it.
function parseV2(line: string, known: ReadonlySet<string>): Parsed | undefined {
  const text = line.replace(leadingBlanks, '');
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end < 0) return undefined;
  const head = parseHead(text.slice(2, end), {
    known,
    separator: ',',
    decode: (value) => decode(value, 'v2 property'),
  });
  return head && { grammar: 'v2', ...head, data: decode(text.slice(end + 2), 'v2 data') };
}

// ##[name key=value;key=value]data. The runner reads only the first ##[ of a line; here each one counts.
function parseV1(line: string, known: ReadonlySet<string>): Parsed[] {
  const found: Parsed[] = [];
  for (let start = line.indexOf('##['); start >= 0; start = line.indexOf('##[', start + 1)) {
    const end = line.indexOf(']', start);
    if (end < 0) break;
    const head = parseHead(line.slice(start + 3, end), {
      known,
      separator: ';',
      decode: (value) => decode(value, 'v1'),
    });
    if (head) found.push({ grammar: 'v1', ...head, data: decode(line.slice(end + 1), 'v1') });
  }
  return found;
}

function parseHead(
  head: string,
  how: { known: ReadonlySet<string>; separator: string; decode: (value: string) => string },
): Pick<Parsed, 'name' | 'properties'> | undefined {
  const space = head.indexOf(' ');
  const name = space < 0 ? head : head.slice(0, space);
  if (!how.known.has(foldCase(name))) return undefined;
  const properties: Record<string, string> = {};
  for (const pair of space > 0
    ? head
        .slice(space + 1)
        .trim()
        .split(how.separator)
    : []) {
    const [, key, value] = /^=*([^=]+)=+(.+)$/su.exec(pair) ?? [];
    if (key !== undefined && value !== undefined) properties[key] = how.decode(value);
  }
  return { name, properties };
}

const escapes = {
  v1: ['%3B', ';', '%0D', '\r', '%0A', '\n', '%5D', ']', '%25', '%'],
  'v2 data': ['%0D', '\r', '%0A', '\n', '%25', '%'],
  'v2 property': ['%0D', '\r', '%0A', '\n', '%3A', ':', '%2C', ',', '%25', '%'],
} as const;

function decode(text: string, kind: keyof typeof escapes): string {
  const pairs = escapes[kind];
  let decoded = text;
  for (let index = 0; index < pairs.length; index += 2) {
    decoded = decoded.replaceAll(pairs[index] ?? '', () => pairs[index + 1] ?? '');
  }
  return decoded;
}

// Wider than the runner's own folding: the Kelvin sign is a k, the long s an s, the dotless i an i.
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase();
}
