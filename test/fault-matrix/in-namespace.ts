// Runs one row in the namespaces of this process. Usage: node in-namespace.ts FAULT
import { ip } from './network.ts';
import { SECTIONS } from './rows/index.ts';

const row = SECTIONS.flatMap(({ rows }) => rows).find(({ fault }) => fault === process.argv[2]);
if (row === undefined) throw new Error(`no row is called ${process.argv[2]}`);
await ip('link', 'set', 'lo', 'up');
console.log(JSON.stringify(await row.run()));
