import { type Fault, quote } from '../errors.ts';
import type { Faults } from '../faults.ts';
import type { Rename } from '../result.ts';
import { formatLineEnd, formatValue, MAX_LINE_BYTES } from './line.ts';
import type { Tags, WrittenMetric } from './metric.ts';
import { parseTimestamp, parseValue } from './parse-value.ts';
import { findLongNode, joinPath, MAX_NODE_BYTES, type PathRules } from './path.ts';
import { SeriesRegister } from './series-register.ts';
import { findTagFaults, formatTags } from './tags.ts';

const MAX_RENAMES = 100;

/** What turns the metrics of one run into lines. */
export interface LineRules {
  readonly paths: PathRules;
  /** The nodes of group and source, already formatted; may be empty. */
  readonly prefix: string;
  readonly tags: Tags;
  /** Epoch seconds, for every metric without a timestamp of its own. */
  readonly timestamp: number;
}

/** One metric as it goes out. */
export interface FormattedLine {
  /** The whole line with its LF. */
  readonly line: string;
  readonly path: string;
  readonly value: string;
  readonly timestamp: number;
}

/** Formats metrics to lines one after the other, and gathers the faults and renames that it meets. */
export class LineFormatter {
  readonly #rules: LineRules;
  readonly #faults: Faults;
  readonly #register = new SeriesRegister();
  readonly #prefix: string;
  readonly #runTags: string;
  readonly #runEnd: string;
  readonly #renames: Rename[] = [];
  #renameCount = 0;

  constructor(rules: LineRules, faults: Faults) {
    this.#rules = rules;
    this.#faults = faults;
    this.#prefix = rules.prefix === '' ? '' : `${rules.prefix}.`;
    this.#runTags = formatTags(rules.tags);
    this.#runEnd = formatLineEnd(rules.timestamp);
  }

  get renames(): readonly Rename[] {
    return this.#renames;
  }

  get renameCount(): number {
    return this.#renameCount;
  }

  /** Two metrics are told apart only within one window: a stream of any length fits the memory. */
  startWindow(): void {
    this.#register.clear();
  }

  /** The metric's line, or nothing where it has a fault. */
  format(metric: WrittenMetric): FormattedLine | undefined {
    const faultsBefore = this.#faults.count;
    const path = this.#formatPath(metric);
    const value = this.#parseValue(metric);
    const timestamp = this.#parseTimestamp(metric);
    const tags = metric.tags === undefined ? this.#runTags : this.#formatTags(metric, metric.tags);
    if (this.#faults.count > faultsBefore) return undefined;
    if (!this.#claim(metric, { path, tags, timestamp })) return undefined;

    const end = timestamp === this.#rules.timestamp ? this.#runEnd : formatLineEnd(timestamp);
    const fullPath = this.#prefix + path + tags;
    const text = formatValue(value);
    const line = `${fullPath} ${text}${end}`;
    if (line.length > MAX_LINE_BYTES) {
      this.#add(metric, {
        rule: `a line has at most ${MAX_LINE_BYTES} bytes`,
        value: line,
        cure: 'Shorten the name.',
      });
      return undefined;
    }
    return { line, path: fullPath, value: text, timestamp };
  }

  #formatPath(metric: WrittenMetric): string {
    const { name } = metric;
    const path = this.#rules.paths.formatDotted(name);
    if (path === '') {
      const cure = name === '' ? 'Give the metric a name.' : 'Use letters, digits, "_", "-" or ":".';
      this.#add(metric, { rule: 'a path needs at least one node', value: name, cure });
    } else if (path !== name) {
      this.#renameCount += 1;
      if (this.#renames.length < MAX_RENAMES) this.#renames.push({ from: name, to: path });
    }
    const longNode = findLongNode(path);
    if (longNode !== undefined) {
      const rule = `a node (what stands between two dots) has at most ${MAX_NODE_BYTES} bytes`;
      this.#add(metric, { rule, value: longNode, cure: 'Shorten it.' });
    }
    return path;
  }

  #parseValue(metric: WrittenMetric): number {
    const { value } = metric;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    const parsed = parseValue(value);
    if ('ok' in parsed) return parsed.ok;
    this.#add(metric, { ...parsed, value: String(value) });
    return 0;
  }

  #parseTimestamp(metric: WrittenMetric): number {
    if (metric.timestamp === undefined) return this.#rules.timestamp;
    const parsed = parseTimestamp(metric.timestamp);
    if ('ok' in parsed) return parsed.ok;
    this.#add(metric, { ...parsed, value: String(metric.timestamp) });
    return this.#rules.timestamp;
  }

  #formatTags(metric: WrittenMetric, own: Tags): string {
    for (const fault of findTagFaults(own, locate(metric))) this.#faults.add(fault);
    return formatTags({ ...this.#rules.tags, ...own });
  }

  #claim(metric: WrittenMetric, made: { path: string; tags: string; timestamp: number }): boolean {
    const { path, tags, timestamp } = made;
    const series = tags === '' ? path : path + tags;
    const clash = this.#register.add({ series, path, name: metric.name, timestamp });
    if (clash === undefined) return true;
    const whole = joinPath([this.#rules.prefix, series]);
    if (clash.kind === 'same-path') {
      this.#add(metric, {
        rule: `two names become one path: ${quote(clash.earlierName)} and ${quote(metric.name)} are both ${whole}`,
        cure: 'Rename one of them.',
      });
    } else {
      this.#add(metric, {
        rule: `the same path and timestamp are given twice: ${quote(metric.name)} is ${whole} at ${timestamp} both times`,
        cure: 'Keep one of them.',
      });
    }
    return false;
  }

  #add(metric: WrittenMetric, fault: Omit<Fault, 'at'>): void {
    this.#faults.add({ at: locate(metric), ...fault });
  }
}

function locate(metric: WrittenMetric): string {
  const line = metric.lineNumber === undefined ? '' : `, line ${metric.lineNumber}`;
  return `${metric.origin}${line}, ${quote(metric.name)}`;
}
