import { type Problem, toText } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Tags, WrittenMetric } from '../model/metric.ts';
import { LineRemarks, locate } from './line-remarks.ts';
import type { LineRules } from './line-rules.ts';
import { parseTimestamp, parseValue } from './parse-value.ts';
import { findLongNode, MAX_NODE_BYTES } from './path.ts';
import { findTagFaults, formatTags } from './tags.ts';

const EXPRESSION_CURE =
  'It is empty; in a workflow an empty ${{ }} expression is the usual cause: does the step or output it names exist?';

/** Reads the fields of written metrics. Faults are collected, and what the user should know is noted. */
export class MetricFields {
  readonly remarks: LineRemarks;
  readonly #rules: LineRules;
  readonly #faults: Faults;

  constructor(rules: LineRules, faults: Faults) {
    this.#rules = rules;
    this.#faults = faults;
    this.remarks = new LineRemarks(rules.nowSeconds);
    this.remarks.noteTime(rules.timestamp);
  }

  /** The path of a name that is not a path yet. */
  formatPath(metric: WrittenMetric): string {
    const { name } = metric;
    const path = this.#rules.paths.formatDotted(name);
    if (path === '') {
      const cure = name === '' ? 'Give the metric a name.' : 'Use letters, digits, "_", "-" or ":".';
      this.addFault(metric, { rule: 'a path needs at least one node', value: name, cure });
    } else {
      this.remarks.noteRename({ from: name, to: path });
    }
    return path;
  }

  /** Adds the fault of a path with a node that is too long. */
  checkNodes(metric: WrittenMetric, path: string): void {
    const longNode = findLongNode(path);
    if (longNode === undefined) return;
    const rule = `a node (a part between dots) has at most ${MAX_NODE_BYTES} bytes`;
    this.addFault(metric, { rule, value: longNode, cure: 'Shorten it.' });
  }

  /** The value; 0 after a fault. */
  parseValue(metric: WrittenMetric): number {
    const { value } = metric;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    const parsed = parseValue(value);
    if ('ok' in parsed) {
      if (typeof value === 'string' && /^\s*[+-]?0\d/.test(value)) this.remarks.noteZero(metric, parsed.ok);
      return parsed.ok;
    }
    const cure = isEmpty(value) && this.#isWorkflow(metric) ? EXPRESSION_CURE : parsed.cure;
    this.addFault(metric, { ...parsed, cure, value: toText(value) });
    return 0;
  }

  /** Whether the workflow itself has the metric, and not a file. */
  #isWorkflow({ origin }: WrittenMetric): boolean {
    return this.#rules.hasExpressions === true && !origin.startsWith('data-file ');
  }

  /** The time in epoch seconds; the run's after a fault. */
  parseTimestamp(metric: WrittenMetric): number {
    const parsed = parseTimestamp(metric.timestamp);
    if ('ok' in parsed) {
      this.remarks.noteTime(parsed.ok, metric);
      return parsed.ok;
    }
    this.addFault(metric, { ...parsed, value: toText(metric.timestamp) });
    return this.#rules.timestamp;
  }

  /** The run's tags and the metric's own, as part of the line. */
  formatTags(metric: WrittenMetric, own: Tags): string {
    for (const fault of findTagFaults(own, locate(metric))) this.addFault(metric, fault);
    return formatTags({ ...this.#rules.tags, ...own });
  }

  addFault(metric: WrittenMetric, fault: Problem): void {
    this.#faults.add({ location: locate(metric), ...fault, metric: metric.name });
  }
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}
