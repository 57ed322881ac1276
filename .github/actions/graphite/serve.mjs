// A receiver that writes its lines to FOLDER/lines.txt, and a render API in whose history every series has one value.
// It shares no code with the action, and ends after an hour at the latest.
import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const DAY_SECONDS = 86_400;
const [folder = '', history = ''] = process.argv.slice(2);
const lines = join(folder, 'lines.txt');
writeFileSync(lines, '');

// Like Carbon, it closes a connection when it has read everything.
const carbon = createServer({ allowHalfOpen: true }, (socket) => {
  socket.on('data', (chunk) => appendFileSync(lines, chunk)).on('end', () => socket.end());
  socket.on('error', (error) => console.error(error.message));
});
const graphite = createHttpServer(async (request, response) => {
  const targets = new URLSearchParams(await text(request)).getAll('target');
  const now = Math.floor(Date.now() / 1000);
  const points = Array.from({ length: 12 }, (_, index) => [
    Number(history),
    now - (12 - index) * DAY_SECONDS,
  ]);
  const series = targets
    .flatMap(expandBraces)
    .map((target) => ({ target, tags: { name: target }, datapoints: points }));
  response.setHeader('content-type', 'application/json').end(JSON.stringify(series));
});
const [carbonPort, graphitePort] = await Promise.all([carbon, graphite].map(listen));
writeFileSync(join(folder, 'ready.tmp'), JSON.stringify({ carbonPort, graphitePort }));
renameSync(join(folder, 'ready.tmp'), join(folder, 'ready.json'));
setTimeout(() => process.exit(), 3_600_000);

/** Listens on a free port of the loopback interface. */
function listen(server) {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
}

/** `a.{b,c}` is `a.b` and `a.c`. */
function expandBraces(target) {
  const [, before = '', names, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(target) ?? [];
  return names === undefined ? [target] : names.split(',').map((name) => `${before}${name}${after}`);
}
