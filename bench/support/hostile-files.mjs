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

/** 2^`bits` numbers of branches that are in one bucket of a table of that size, by the engine's hash of numbers. */
export function* chooseBranches(bits) {
  const mask = 2 ** (bits - 1) - 1;
  for (let number = 0, left = 2 ** bits; left > 0; number += 1) {
    if ((hashNumber(number) & mask) !== 0) continue;
    yield number;
    left -= 1;
  }
}

/** As many numbers that only count up: blocks of 16 branches. */
export function* countBranches(bits) {
  for (let index = 0; index < 2 ** bits; index += 1) yield Math.floor(index / 16) * 4096 + (index % 16);
}

/** An lcov report with each of these branches twenty times. */
export function writeBranches(file, numbers) {
  const lines = [...numbers].map((number) => `BRDA:1,${Math.floor(number / 4096)},${number % 4096},1\n`);
  writeParts(file, function* () {
    yield 'SF:a\nDA:1,1\n';
    for (let round = 0; round < 20; round += 1) yield* lines;
    yield 'end_of_record\n';
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

/** Thomas Wang's hash of 32 bits, which the engine uses for numbers as keys. */
function hashNumber(number) {
  let hash = ~number + (number << 15);
  hash ^= hash >>> 12;
  hash += hash << 2;
  hash ^= hash >>> 4;
  hash = Math.imul(hash, 2057);
  return hash ^ (hash >>> 16);
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
