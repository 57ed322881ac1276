import { closeSync, openSync, writeSync } from 'node:fs';

const PRIME = 0x01000193;
const START = 0x811c9dc5 | 0;
const BLOCK = 5;
const AT_A_TIME = 10_000;

/**
 * 2^`bits` names with the same FNV-1a hash. Each block has two texts that lead from one state to the same next state.
 */
export function* chooseNames(bits) {
  let state = START;
  const pairs = Array.from({ length: bits }, () => {
    const pair = findPair(state);
    state = step(state, pair[0]);
    return pair;
  });
  for (let index = 0; index < 2 ** bits; index += 1)
    yield pairs.map((pair, block) => pair[(index >>> block) & 1]).join('');
}

/** As many names of the same length that only count upwards. */
export function* countNames(bits) {
  for (let index = 0; index < 2 ** bits; index += 1) yield index.toString(36).padStart(BLOCK * bits, '-');
}

/** Names as lines, or as test cases. */
export function writeNames(file, { kind, names }) {
  const isXml = kind === 'cases';
  writeParts(file, function* () {
    if (isXml) yield '<testsuites><testsuite name="s">\n';
    for (const name of names) yield isXml ? `<testcase name="${name}"/>\n` : `${name} 1\n`;
    if (isXml) yield '</testsuite></testsuites>\n';
  });
}

/** An lcov report of many source files with one name, and a JaCoCo report of as many modules with such a file. */
export function writeModules(files) {
  writeParts('a.info', function* () {
    for (let index = 0; index < files; index += 1) yield `SF:d${index}/f\nDA:1,1\nend_of_record\n`;
  });
  writeParts('b.xml', function* () {
    yield '<report name="r">';
    for (let index = 0; index < files; index += 1)
      yield `<group name="g${index}"><package name=""><sourcefile name="f"><line nr="${index}" ci="1"/></sourcefile></package></group>`;
    yield '</report>';
  });
}

/** The same text repeated. */
export function writeText(file, text, count) {
  writeParts(file, function* () {
    for (let index = 0; index < count; index += 1) yield text;
  });
}

/** Finds a collision by the birthday paradox in some 80,000 tries. */
function findPair(state) {
  const seen = new Map();
  for (let index = 62 ** 4; ; index += 7919) {
    const text = index.toString(36).padStart(BLOCK, 'x').slice(-BLOCK);
    const next = step(state, text);
    const other = seen.get(next);
    if (other !== undefined && other !== text) return [other, text];
    seen.set(next, text);
  }
}

function step(state, text) {
  let next = state;
  for (let index = 0; index < text.length; index += 1) next = Math.imul(next ^ text.charCodeAt(index), PRIME);
  return next;
}

function writeParts(file, makeParts) {
  const descriptor = openSync(file, 'w');
  let parts = [];
  for (const part of makeParts()) {
    parts.push(part);
    if (parts.length < AT_A_TIME) continue;
    writeSync(descriptor, parts.join(''));
    parts = [];
  }
  writeSync(descriptor, parts.join(''));
  closeSync(descriptor);
}
