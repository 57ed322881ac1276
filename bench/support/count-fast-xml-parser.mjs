// Counts the cases of one JUnit report with fast-xml-parser: count-fast-xml-parser.mjs FILE. Prints the peak memory in
// MiB and the count.
import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({ ignoreAttributes: false });
const document = parser.parse(readFileSync(process.argv[2], 'utf8'));
let total = 0;
for (const suite of document.testsuites.testsuite) total += suite.testcase.length;
console.log(`${process.resourceUsage().maxRSS / 1024} ${total}`);
