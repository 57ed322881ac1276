// Reads a file and discards it: read-file.mjs FILE. Prints the peak memory in MiB and the number of bytes.
import { createReadStream } from 'node:fs';

let bytes = 0;
for await (const chunk of createReadStream(process.argv[2])) bytes += chunk.length;
console.log(`${process.resourceUsage().maxRSS / 1024} ${bytes}`);
