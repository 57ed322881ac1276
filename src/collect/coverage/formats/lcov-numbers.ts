import { MAX_LINE_NUMBER } from '../limits.ts';
import type { ReportBuilder } from '../report-builder.ts';
import type { ByteLine } from './line-cutter.ts';

const COMMA = 0x2c;
const MINUS = 0x2d;
const COLON = 0x3a;
const ZERO = 0x30;
const NINE = 0x39;
const [A, B, D, R] = [0x41, 0x42, 0x44, 0x52];

/** Below this, a branch and its block fit in one number. */
const MANY_BRANCHES = 4096;
const MANY_BLOCKS = 65_536;

/** The values of a `DA` or `BRDA` line. One object is reused for millions of lines. */
export interface LcovPlace {
  kind: 'line' | 'branch';
  line: number;
  /** Block and branch as one number. */
  branch: number;
  isHit: boolean;
}

/** Reads the usual `DA` and `BRDA` lines, which have only digits. Returns false for all other lines. */
export function readPlace(text: ByteLine, into: LcovPlace): boolean {
  const { bytes, start } = text;
  if (bytes[start] === D) {
    return bytes[start + 1] === A && bytes[start + 2] === COLON && readHits(text, into);
  }
  if (bytes[start] !== B || bytes[start + 1] !== R || bytes[start + 2] !== D) return false;
  return bytes[start + 3] === A && bytes[start + 4] === COLON && readBranch(text, into);
}

/** `DA:line,count[,checksum]` */
function readHits({ bytes, start: recordStart, end }: ByteLine, into: LcovPlace): boolean {
  const start = recordStart + 'DA:'.length;
  let index = start;
  let line = 0;
  for (; index < end; index += 1) {
    const byte = bytes[index] as number;
    if (byte < ZERO || byte > NINE) break;
    line = line * 10 + byte - ZERO;
  }
  if (index === start || bytes[index] !== COMMA || line > MAX_LINE_NUMBER) return false;
  const count = index + 1;
  let isHit = false;
  for (index = count; index < end; index += 1) {
    const byte = bytes[index] as number;
    if (byte === COMMA) break;
    if (byte < ZERO || byte > NINE) return false;
    if (byte !== ZERO) isHit = true;
  }
  into.kind = 'line';
  into.line = line;
  into.isHit = isHit;
  return index > count;
}

/** `BRDA:line,block,branch,taken`, where `taken` is `-` if the branch was never reached. */
function readBranch({ bytes, start, end }: ByteLine, into: LcovPlace): boolean {
  let field = 0;
  let digits = 0;
  let number = 0;
  let block = 0;
  let branch = 0;
  into.kind = 'branch';
  into.isHit = false;
  for (let index = start + 'BRDA:'.length; index < end; index += 1) {
    const byte = bytes[index] as number;
    if (byte === COMMA) {
      if (digits === 0) return false;
      if (field === 0) into.line = number;
      else if (field === 1) block = number;
      else branch = number;
      field += 1;
      digits = 0;
      number = 0;
    } else if (byte >= ZERO && byte <= NINE) {
      // `00` is another name than `0`.
      if (digits > 0 && number === 0 && field < 3) return false;
      digits += 1;
      number = number * 10 + byte - ZERO;
    } else {
      if (byte !== MINUS || field !== 3 || digits > 0 || index !== end - 1) return false;
      digits = 1;
    }
  }
  if (field !== 3 || digits === 0) return false;
  if (into.line > MAX_LINE_NUMBER || block >= MANY_BLOCKS || branch >= MANY_BRANCHES) return false;
  into.branch = block * MANY_BRANCHES + branch;
  into.isHit = number > 0;
  return true;
}

const SLOTS = 16_384;
/** Blocks are numbered from 0, and most have a few branches. */
const BRANCHES_OF_A_BLOCK = 8;

/**
 * The ids of branches given as numbers. It remembers those of the latest branches, one in each slot. A `Map` of numbers
 * has a hash without a seed, so a report could choose branches that collide: 19 MB took a minute. Here such a branch only
 * replaces another one.
 */
export class BranchIds {
  readonly #branches = new Int32Array(SLOTS).fill(-1);
  readonly #ids = new Int32Array(SLOTS);
  readonly #report: ReportBuilder;

  constructor(report: ReportBuilder) {
    this.#report = report;
  }

  /** The id of the name `block,branch`, from the block and the branch as one number. */
  idOf(branch: number): number {
    const slot = slotOf(branch);
    if (this.#branches[slot] !== branch) {
      const name = `${Math.floor(branch / MANY_BRANCHES)},${branch % MANY_BRANCHES}`;
      this.#ids[slot] = this.#report.nameId(name);
      this.#branches[slot] = branch;
    }
    return this.#ids[slot] as number;
  }
}

function slotOf(branch: number): number {
  const block = Math.floor(branch / MANY_BRANCHES);
  return (block * BRANCHES_OF_A_BLOCK + branch) & (SLOTS - 1);
}
