// Sends COUNT distinct metrics through bulkUpdate to PORT, in one process. Prints its peak memory in MiB.
import { bulkUpdate } from '../../lib/index.js';
import { makeMetrics } from './metrics.mjs';

const [port, count] = process.argv.slice(2).map(Number);
const server = { server: '127.0.0.1', port, group: 'bench', source: '' };
const result = await bulkUpdate({ ...server, data: makeMetrics(count), timeout: 600 });
if (result.delivery !== 'confirmed' || result.lines !== count) throw new Error(JSON.stringify(result));
console.log(process.resourceUsage().maxRSS / 1024);
