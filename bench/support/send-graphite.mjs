// Sends COUNT distinct metrics to PORT with npm's graphite, 500 per write, in one process. Prints its peak memory in
// MiB.
import graphite from 'graphite';
import { makeMetrics } from './metrics.mjs';

const [port, count] = process.argv.slice(2).map(Number);
const client = graphite.createClient(`plaintext://127.0.0.1:${port}/`);
const write = (metrics) =>
  new Promise((resolve, reject) => {
    client.write(metrics, (error) => (error ? reject(error) : resolve()));
  });
let batch = {};
let size = 0;
for (const { metric, value } of makeMetrics(count)) {
  batch[`bench.${metric}`] = value;
  size += 1;
  if (size < 500) continue;
  await write(batch);
  batch = {};
  size = 0;
}
if (size > 0) await write(batch);
client.end();
console.log(process.resourceUsage().maxRSS / 1024);
