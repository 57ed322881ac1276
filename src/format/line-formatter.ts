import type { Faults } from '../model/faults.ts';
import type { CollectedMetric, WrittenMetric } from '../model/metric.ts';
import type { HashedNames } from '../model/result.ts';
import { hashText } from '../util/hash-text.ts';
import type { BatchBuilder } from './batch-builder.ts';
import { CollectedNames } from './collected-names.ts';
import type { LineRemarks } from './line-remarks.ts';
import {
  formatLengthRule,
  formatLineEnd,
  type LineRules,
  MAX_LINE_BYTES,
  type PendingLines,
} from './line-rules.ts';
import { MetricFields } from './metric-fields.ts';
import { joinPath, MAX_NODE_BYTES } from './path.ts';
import { explainClash, type RegisteredPoint, SeriesRegister } from './series-register.ts';
import { formatTags } from './tags.ts';

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
  #batches: BatchBuilder | undefined;
  readonly #fields: MetricFields;

  constructor(rules: LineRules, run: { readonly faults: Faults; readonly pending?: PendingLines }) {
    const { faults, pending } = run;
    this.#rules = rules;
    this.#faults = faults;
    this.#pending = pending;
    this.#register = new SeriesRegister(rules.timestamp, (series, timestamp) =>
      this.#wasWritten(series, timestamp),
    );
    this.#collected = new CollectedNames(rules.paths);
    this.#fields = new MetricFields(rules, faults);
    this.#prefix = rules.prefix === '' ? '' : `${rules.prefix}.`;
    this.#runTags = formatTags(rules.tags);
    this.#maxBytes = MAX_LINE_BYTES - rules.addedBytes;
    this.#prefixBytes = Buffer.from(this.#prefix, 'latin1');
    this.#runEnd = Buffer.from(formatLineEnd(rules.timestamp), 'latin1');
  }

  /** What the user should know about the written metrics. */
  get remarks(): LineRemarks {
    return this.#fields.remarks;
  }

  /** The collected names that a path could not hold. */
  get hashed(): HashedNames | undefined {
    return this.#collected.hashed;
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
    const path = isPath ? name : this.#fields.formatPath(metric);
    if (!isPath) batches.append(path);
    if (path.length > MAX_NODE_BYTES) this.#fields.checkNodes(metric, path);
    const value = this.#fields.parseValue(metric);
    const timestamp =
      metric.timestamp === undefined ? this.#rules.timestamp : this.#fields.parseTimestamp(metric);
    const tags = metric.tags === undefined ? this.#runTags : this.#fields.formatTags(metric, metric.tags);
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
      this.#fields.addFault(metric, { rule, value: this.#prefix + series, cure: 'Shorten the name.' });
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
    for (let attempt = 0; isTaken(); attempt += 1) path = this.#collected.avoid(nodes, { path, attempt });
    this.#noteWritten(metric, path);
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
  #noteWritten({ nodes, writtenNode }: CollectedMetric, path: string): void {
    if (writtenNode === undefined) return;
    const from = nodes[writtenNode] ?? '';
    const to = path.split('.').at(writtenNode - nodes.length) ?? '';
    if (from !== to && !this.#rules.paths.needsHash(from)) this.remarks.noteRename({ from, to });
  }

  #appendEnd(timestamp: number, batches: BatchBuilder): void {
    if (timestamp === this.#rules.timestamp) batches.appendBytes(this.#runEnd);
    else batches.append(formatLineEnd(timestamp));
  }

  #claim(metric: WrittenMetric, point: RegisteredPoint): boolean {
    const clash = this.#register.add(point);
    if (clash === undefined) return true;
    this.#fields.addFault(
      metric,
      explainClash(clash, { ...point, series: joinPath([this.#rules.prefix, point.series]) }),
    );
    return false;
  }

  #wasWritten(series: string, timestamp?: number): boolean {
    // The report is full, so the search for the fault's details would be wasted.
    if (this.#faults.isFull) return true;
    const end = timestamp === undefined ? '' : formatLineEnd(timestamp);
    const line = { start: `${this.#prefix}${series} `, end };
    return this.#batches?.hasLine(line) === true || this.#pending?.hasLine(line) === true;
  }
}
