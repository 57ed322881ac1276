// Counts one JUnit report with the built library: count-report.mjs FILE LIB. Prints the peak memory in MiB and the count.
import { createReadStream } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , file, lib] = process.argv;
const { parseJunit } = await import(pathToFileURL(`${lib}/collect/junit/parse-junit.js`).href);
const { computeTests, TestSum } = await import(pathToFileURL(`${lib}/collect/junit/compute-tests.js`).href);
const report = await parseJunit(createReadStream(file), { suites: true });
const sum = new TestSum();
sum.add(report);
const { figures } = computeTests(sum);
console.log(`${process.resourceUsage().maxRSS / 1024} ${figures.total}`);
