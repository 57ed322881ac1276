// Ten lines that read what a sampler reads, at a fixed interval in milliseconds, and discard it: bare-sampler.mjs
// INTERVAL
import { readFileSync, statfsSync } from 'node:fs';
import { cpus, freemem, totalmem } from 'node:os';

const numbers = [];
setInterval(() => {
  for (const file of ['/proc/stat', '/proc/meminfo', '/proc/net/dev'])
    numbers.push(readFileSync(file, 'utf8').length);
  numbers.push(cpus().length, totalmem(), freemem(), statfsSync('.').bavail);
}, Number(process.argv[2]));
