// Counts one JUnit report with the built library: count-report.mjs FILE LIB. Prints the peak memory in MiB and the count.
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , file, lib] = process.argv;
const { report } = await import(pathToFileURL(`${lib}/index.js`).href);
process.chdir(dirname(file));
const { figures } = await report({ junit: basename(file), junitSuites: true, source: '', dryRun: true });
console.log(`${process.resourceUsage().maxRSS / 1024} ${figures.tests.total}`);
