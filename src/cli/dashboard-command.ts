import { Faults } from '../model/faults.ts';
import type { Console } from './console.ts';
import { createDashboard } from './dashboard/create-dashboard.ts';
import { endWithFaults } from './end-with-faults.ts';
import type { Flags } from './flags.ts';
import { readGroup } from './schema-command.ts';

const MAX_TITLE_CHARACTERS = 200;

/** Prints a Grafana dashboard for what the action sends; returns the exit code. */
export async function runDashboard(flags: Flags, console: Console): Promise<number> {
  return endWithFaults(console, async () => {
    const faults = new Faults();
    const group = readGroup(flags, faults);
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
