import { createPathRules, findLongNode, MAX_NODE_BYTES } from '../format/path.ts';
import { quote } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Console, Flags } from './console.ts';
import { createDashboard } from './dashboard/create-dashboard.ts';
import { endWithFaults } from './print-error.ts';
import { formatSchema } from './schema/format-schema.ts';
import { parseRetentions } from './schema/parse-retentions.ts';

/** Each minute for a week, each hour for five years: of two runs in one slot Graphite keeps the later. */
const DEFAULT_RETENTIONS = '60s:7d,1h:5y';
const DEFAULT_SERIES = '1000';

/** Prints carbon's storage schema for what CI sends; returns the exit code. */
export async function runSchema(flags: Flags, console: Console): Promise<number> {
  return endWithFaults(console, async () => {
    const faults = new Faults();
    const group = readGroup(flags, { console, faults });
    const retentions = String(flags['retentions'] ?? DEFAULT_RETENTIONS);
    const archives = parseRetentions(retentions);
    if ('rule' in archives) {
      const cure = `Write them like ${DEFAULT_RETENTIONS}.`;
      faults.add({ location: '--retentions', rule: archives.rule, value: retentions, cure });
    }
    const series = String(flags['series'] ?? DEFAULT_SERIES);
    if (!/^[1-9]\d{0,8}$/.test(series)) {
      const rule = 'it is a whole number from 1 to 999999999';
      faults.add({ location: '--series', rule, value: series, cure: 'Correct it, or leave it out.' });
    }
    faults.throwIfAny('Nothing was printed.');
    if (!('rule' in archives))
      console.exact(
        formatSchema({
          group,
          retentions: retentions.replaceAll(/\s/g, ''),
          archives,
          series: Number(series),
        }),
      );
    await console.drained();
    return 0;
  });
}

/** The group as a path has it, which is printed if it is not what was written. A fault is collected. */
function readGroup(
  flags: Flags,
  { console, faults }: { readonly console: Console; readonly faults: Faults },
): string {
  const given = String(flags['group'] ?? 'ci');
  const written = given === 'auto' ? 'ci' : given;
  const group = createPathRules().formatDotted(written);
  const cure = 'Name the group that the metrics have.';
  const longNode = findLongNode(group);
  if (!/[a-z\d]/i.test(group)) {
    faults.add({
      location: '--group',
      rule: 'it is a dotted path with a letter or a digit',
      value: written,
      cure,
    });
  } else if (/[*?{}[\]]/.test(written)) {
    faults.add({ location: '--group', rule: 'it is a path and no pattern', value: written, cure });
  } else if (longNode !== undefined) {
    const rule = `a node (a part between dots) has at most ${MAX_NODE_BYTES} bytes`;
    faults.add({ location: '--group', rule, value: longNode, cure: 'Shorten it.' });
  } else if (group !== written) console.err(`The group ${quote(written)} is ${group} in paths.`);
  return group;
}

const MAX_TITLE_CHARACTERS = 200;

/** Prints a Grafana dashboard for what the action sends; returns the exit code. */
export async function runDashboard(flags: Flags, console: Console): Promise<number> {
  return endWithFaults(console, async () => {
    const faults = new Faults();
    const group = readGroup(flags, { console, faults });
    const title = String(flags['title'] ?? 'CI');
    if (title.trim() === '' || title.length > MAX_TITLE_CHARACTERS) {
      const rule = `it has 1 to ${MAX_TITLE_CHARACTERS} characters`;
      faults.add({ location: '--title', rule, value: title, cure: 'Shorten it, or leave it out.' });
    }
    faults.throwIfAny('Nothing was printed.');
    const text = JSON.stringify(createDashboard({ group, title }), undefined, 2);
    // The log of a job may show this output. "##" occurs only in texts, in which its escape means the same.
    console.exact(`${text.replaceAll('##', '#\\u0023')}\n`);
    await console.drained();
    return 0;
  });
}
