// Counts the cases of one JUnit report with xml2js: count-xml2js.mjs FILE. Prints the peak memory in MiB and the count.
import { readFileSync } from 'node:fs';
import { parseStringPromise } from 'xml2js';

const document = await parseStringPromise(readFileSync(process.argv[2], 'utf8'));
let total = 0;
for (const suite of document.testsuites.testsuite) total += suite.testcase.length;
console.log(`${process.resourceUsage().maxRSS / 1024} ${total}`);
