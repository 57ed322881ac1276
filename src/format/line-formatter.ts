import { type Fault, quote, toText } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { CollectedMetric, Tags, WrittenMetric } from '../model/metric.ts';
import type { HashedNames } from '../model/result.ts';
import { hashText } from '../util/hash-text.ts';
import type { BatchBuilder } from './batch-builder.ts';
import { CollectedNames } from './collected-names.ts';
import { ImplausibleTimes } from './implausible-times.ts';
import {
  formatLengthRule,
  formatLineEnd,
  type LineRules,
  MAX_LINE_BYTES,
  type PendingLines,
} from './line-rules.ts';
import { parseTimestamp, parseValue } from './parse-value.ts';
import { EXTRA_CHARACTERS, findLongNode, joinPath, MAX_NODE_BYTES } from './path.ts';
import { RenameList } from './rename-list.ts';
import { type RegisteredPoint, SeriesRegister } from './series-register.ts';
import { findTagFaults, formatTags } from './tags.ts';

/** Formats metrics as lines and collects their faults and renames. */
export class LineFormatter {
  readonly #rules: LineRules;
  readonly #faults: Faults;
  readonly #register: SeriesRegister;
  readonly #collected: CollectedNames;
  readonly #prefix: string;
  readonly #runTags: string;
  readonly #prefixBytes: Uint8Array;
  /** The end of every line with the run's timestamp. */
  readonly #runEnd: Uint8Array;
  readonly #pending: PendingLines | undefined;
  readonly #maxBytes: number;
  readonly #implausibleTimes: ImplausibleTimes;
  #zeroNotice: string | undefined;
  #batches: BatchBuilder | undefined;
  /** The written names that changed to become paths. */
  readonly renames: RenameList = new RenameList();

  constructor(rules: LineRules, faults: Faults, pending?: PendingLines) {
    this.#rules = rules;
    this.#faults = faults;
    this.#pending = pending;
    this.#register = new SeriesRegister(rules.timestamp, (series, timestamp) =>
      this.#wasWritten(series, timestamp),
    );
    this.#collected = new CollectedNames(rules.paths);
    this.#implausibleTimes = new ImplausibleTimes(rules.nowSeconds);
    if (this.#implausibleTimes.isImplausible(rules.timestamp))
      this.#implausibleTimes.add(rules.timestamp, () => 'timestamp');
    this.#prefix = rules.prefix === '' ? '' : `${rules.prefix}.`;
    this.#runTags = formatTags(rules.tags);
    this.#maxBytes = MAX_LINE_BYTES - rules.addedBytes;
    this.#prefixBytes = Buffer.from(this.#prefix, 'latin1');
    this.#runEnd = Buffer.from(formatLineEnd(rules.timestamp), 'latin1');
  }

  /** The collected names that a path could not hold. */
  get hashed(): HashedNames | undefined {
    return this.#collected.hashed;
  }

  /** The notice about the first number with a leading zero; undefined if there is none. */
  get zeroNotice(): string | undefined {
    return this.#zeroNotice;
  }

  /** The warning about timestamps that are probably wrong; undefined if there are none. */
  get timeWarning(): string | undefined {
    return this.#implausibleTimes.warning;
  }

  /** The warning about collected names that would have become one path. */
  get warning(): string | undefined {
    return this.#collected.warning;
  }

  /** Takes the names of all collected metrics before the first one is formatted. */
  learnNames(metrics: Iterable<CollectedMetric>): void {
    this.#collected.learn(metrics, this.#rules.scope);
  }

  /** Two metrics with one path are detected within one window only, so that a stream of any length fits in memory. */
  startWindow(): void {
    this.#register.clear();
  }

  /** Adds the metric's line to the batches, or its faults to the list. */
  format(metric: WrittenMetric | CollectedMetric, batches: BatchBuilder): void {
    if ('nodes' in metric) this.#formatCollected(metric, batches);
    else this.formatWritten(metric, batches);
  }

  /**
   * The same for a written metric, without a check of its kind for each item of a large stream. The line is written
   * while it is checked, and dropped if it has a fault.
   */
  formatWritten(metric: WrittenMetric, batches: BatchBuilder): void {
    const faultsBefore = this.#faults.count;
    const { name } = metric;
    this.#batches = batches;
    batches.startLine();
    batches.appendBytes(this.#prefixBytes);
    const isPath = batches.appendPath(name, this.#rules.paths);
    const path = isPath ? name : this.#formatPath(metric);
    if (!isPath) batches.append(path);
    if (path.length > MAX_NODE_BYTES) this.#checkNodes(metric, path);
    const value = this.#parseValue(metric);
    const timestamp = metric.timestamp === undefined ? this.#rules.timestamp : this.#parseTimestamp(metric);
    const tags = metric.tags === undefined ? this.#runTags : this.#formatTags(metric, metric.tags);
    if (this.#faults.count > faultsBefore) return;
    if (tags !== '') batches.append(tags);
    const hash = batches.hashLineFrom(this.#prefixBytes.length);
    // The fast path for most points: no object is created and rare cases are not checked.
    const isUsual = isPath && tags === '' && timestamp === this.#rules.timestamp;
    const series = tags === '' ? path : path + tags;
    if (!isUsual || !this.#register.addUsual(hash)) {
      if (!this.#claim(metric, { series, path, name, timestamp, hash })) return;
    }

    batches.appendValue(value);
    this.#appendEnd(timestamp, batches);
    if (batches.lineLength > this.#maxBytes) {
      const rule = formatLengthRule(this.#rules.addedBytes);
      this.#add(metric, { rule, value: this.#prefix + series, cure: 'Shorten the name.' });
      return;
    }
    batches.endLine();
  }

  /** Adds the line of a collected metric. Its names never cause a fault. */
  #formatCollected(metric: CollectedMetric, batches: BatchBuilder): void {
    const { nodes, value, timestamp = this.#rules.timestamp } = metric;
    this.#batches = batches;
    let path = this.#collected.formatPath(nodes, this.#rules.scope);
    const isTaken = (): boolean =>
      !this.#register.addUnlessTaken({ timestamp, hash: hashText(path + this.#runTags) });
    for (let attempt = 0; isTaken(); attempt += 1) path = this.#collected.avoid(nodes, path, attempt);
    if (metric.writtenNode !== undefined) this.#noteWritten(nodes, metric.writtenNode, path);
    const series = this.#prefix + path + this.#runTags;
    batches.startLine();
    batches.append(series);
    batches.appendValue(value);
    this.#appendEnd(timestamp, batches);
    if (batches.lineLength > this.#maxBytes) {
      const rule = formatLengthRule(this.#rules.addedBytes);
      this.#faults.add({ location: 'scope', rule, value: series, cure: 'Shorten it, or the tags.' });
      return;
    }
    batches.endLine();
  }

  /** The name that the user wrote among those of a collected metric. One with digits is reported with the others. */
  #noteWritten(names: readonly string[], index: number, path: string): void {
    const from = names[index] ?? '';
    const to = path.split('.').at(index - names.length) ?? '';
    if (from !== to && !this.#rules.paths.needsHash(from)) this.renames.add({ from, to });
  }

  #appendEnd(timestamp: number, batches: BatchBuilder): void {
    if (timestamp === this.#rules.timestamp) batches.appendBytes(this.#runEnd);
    else batches.append(formatLineEnd(timestamp));
  }

  /** The path of a name that is not a path yet. */
  #formatPath(metric: WrittenMetric): string {
    const { name } = metric;
    const path = this.#rules.paths.formatDotted(name);
    if (path === '') {
      const cure = name === '' ? 'Give the metric a name.' : 'Use letters, digits, "_", "-" or ":".';
      this.#add(metric, { rule: 'a path needs at least one node', value: name, cure });
    } else {
      this.renames.add({ from: name, to: path });
    }
    return path;
  }

  #checkNodes(metric: WrittenMetric, path: string): void {
    const longNode = findLongNode(path);
    if (longNode === undefined) return;
    const rule = `a node (a part between dots) has at most ${MAX_NODE_BYTES} bytes`;
    this.#add(metric, { rule, value: longNode, cure: 'Shorten it.' });
  }

  #parseValue(metric: WrittenMetric): number {
    const { value } = metric;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    const parsed = parseValue(value);
    if ('ok' in parsed) {
      if (typeof value === 'string' && /^\s*[+-]?0\d/.test(value)) this.#noteZero(metric, parsed.ok);
      return parsed.ok;
    }
    this.#add(metric, { ...parsed, value: toText(value) });
    return 0;
  }

  /** YAML 1.1 reads `010` as 8, so its author may expect that. */
  #noteZero(metric: WrittenMetric, value: number): void {
    this.#zeroNotice ??= `${locate(metric)}: a number with a leading zero is decimal here, not octal: ${quote(toText(metric.value))} is ${value}. Leave the zero out.`;
  }

  #parseTimestamp(metric: WrittenMetric): number {
    const parsed = parseTimestamp(metric.timestamp);
    if ('ok' in parsed) {
      if (this.#implausibleTimes.isImplausible(parsed.ok))
        this.#implausibleTimes.add(parsed.ok, () => locate(metric));
      return parsed.ok;
    }
    this.#add(metric, { ...parsed, value: toText(metric.timestamp) });
    return this.#rules.timestamp;
  }

  #formatTags(metric: WrittenMetric, own: Tags): string {
    for (const fault of findTagFaults(own, locate(metric))) this.#add(metric, fault);
    return formatTags({ ...this.#rules.tags, ...own });
  }

  #claim(metric: WrittenMetric, point: RegisteredPoint): boolean {
    const { series, timestamp } = point;
    const clash = this.#register.add(point);
    if (clash === undefined) return true;
    const whole = quote(joinPath([this.#rules.prefix, series]));
    if (clash.kind === 'same-path') {
      const earlier = clash.earlierName === undefined ? 'an earlier one' : quote(clash.earlierName);
      const hasSign = [...EXTRA_CHARACTERS].some((sign) =>
        `${clash.earlierName}${metric.name}`.includes(sign),
      );
      this.#add(metric, {
        rule: `two names become one path: ${earlier} and ${quote(metric.name)} are both ${whole}`,
        cure: `Rename one of them${hasSign ? ', or keep the character that distinguishes them with extra-characters' : ''}.`,
      });
    } else {
      this.#add(metric, {
        rule: `the same path and timestamp are given twice: ${quote(metric.name)} is ${whole} at ${timestamp} both times`,
        cure: 'Keep one of them.',
      });
    }
    return false;
  }

  #wasWritten(series: string, timestamp?: number): boolean {
    // The report is full, so the search for the fault's details would be wasted.
    if (this.#faults.isFull) return true;
    const end = timestamp === undefined ? '' : formatLineEnd(timestamp);
    const line = { start: `${this.#prefix}${series} `, end };
    return this.#batches?.hasLine(line) === true || this.#pending?.hasLine(line) === true;
  }

  #add(metric: WrittenMetric, fault: Omit<Fault, 'location'>): void {
    this.#faults.add({ location: locate(metric), ...fault, metric: metric.name });
  }
}

function locate(metric: WrittenMetric): string {
  const line = metric.lineNumber === undefined ? '' : `, line ${metric.lineNumber}`;
  return `${metric.origin}${line}, ${quote(metric.name)}`;
}
