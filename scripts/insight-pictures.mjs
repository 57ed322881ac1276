/**
 * @file Draws the pictures of docs/insight.md, each in light and dark: the job summary of a step with `check`, and
 * `carbonclient trend` in a terminal of 80 columns. A local server replaces Graphite. Run `npm run build` first; needs
 * what summary-picture.mjs needs, and `script` of util-linux.
 */
import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { startReceiver } from '../lib/receiver/index.js';
import { answerFrom, storeRuns } from '../test/support/fake-graphite.ts';
import { runAction } from '../test/support/runner.ts';

const ROOT = join(import.meta.dirname, '..');
const SCOPE = 'ci.acme.app.ci.test';
const noise = (run, share) => 1 + share * (((run * 17) % 40) / 20 - 1);
const LAST = 59;
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`, 'g');

/** The history: a step in the duration of the tests, a drift, a steady size, a short series, and no change. */
const HISTORY = {
  [`${SCOPE}.tests.duration_seconds`]: storeRuns(
    60,
    (run) => 312 * noise(run, 0.04) * (run > LAST - 2 ? 1.19 : 1),
  ),
  [`${SCOPE}.build.duration_seconds`]: storeRuns(60, (run) => 74 * noise(run, 0.03) * (run > 39 ? 0.8 : 1)),
  [`${SCOPE}.lint.duration_seconds`]: storeRuns(60, (run) => 33 * noise(run, 0.05) * 1.004 ** run),
  [`${SCOPE}.size.bundle.bytes`]: storeRuns(60, () => 250_000),
  [`${SCOPE}.coverage.lines.percent`]: storeRuns(60, () => 81.4),
  [`${SCOPE}.tests.total`]: storeRuns(60, (run) => 410 + Math.floor(run / 9)),
  [`${SCOPE}.deploy.duration_seconds`]: storeRuns(4, (run) => 120 + run),
};
const VALUES = {
  'tests.duration_seconds': 374,
  'build.duration_seconds': 59.4,
  'lint.duration_seconds': 91,
  'size.bundle.bytes': 261_000,
  'coverage.lines.percent': 81.6,
  'tests.total': 416,
  'deploy.duration_seconds': 124,
};

const folder = await mkdtemp(join(tmpdir(), 'insight-pictures-'));
process.env.TEST_RUN_FOLDER = folder;
try {
  await using graphite = await startGraphite();
  await draw('check', await runCheck(graphite.url));
  await draw('trend', await runTrend(graphite.url));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Draws Markdown into docs, in light and in dark. */
async function draw(name, markdown) {
  const page = join(folder, `${name}.md`);
  await writeFile(page, markdown);
  for (const [flags, picture] of [
    [[], `${name}.png`],
    [['--dark'], `${name}-dark.png`],
  ]) {
    const args = [join(ROOT, 'scripts/summary-picture.mjs'), ...flags, page, join(ROOT, 'docs', picture)];
    process.stdout.write(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  }
}

/** Runs a step that judges its values; returns its job summary. */
async function runCheck(url) {
  await using receiver = await startReceiver();
  const { summary } = await runAction({
    inputs: {
      server: `127.0.0.1:${receiver.port}`,
      group: 'ci',
      source: 'acme/app/ci/test',
      data: JSON.stringify(VALUES),
      check: 'true',
      summary: 'true',
      'graphite-url': url,
    },
  });
  return summary;
}

/** Runs `carbonclient trend` in a terminal of 80 columns; returns what it shows. */
async function runTrend(url) {
  const command = `stty cols 80; '${process.execPath}' '${join(ROOT, 'dist/cli/index.js')}' trend 'ci.acme.app.**' --graphite-url ${url}`;
  const env = { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
  const { stdout } = await promisify(execFile)('script', ['-qec', command, '/dev/null'], { env });
  const typed = "$ carbonclient trend 'ci.acme.app.**'\n";
  return `<pre class="terminal">${toHtml(typed + stdout.replaceAll('\r', ''))}</pre>\n`;
}

/** Text with colours of a terminal as HTML. */
function toHtml(shown) {
  let isOpen = false;
  return shown
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll(COLOUR, (_, code) => {
      const end = isOpen ? '</span>' : '';
      isOpen = !['0', '22', '39'].includes(code);
      return isOpen ? `${end}<span class="colour-${code}">` : end;
    })
    .replace(/\n$/, '')
    .replaceAll('\n', '&#10;');
}

async function startGraphite() {
  const render = answerFrom(HISTORY);
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    response.setHeader('content-type', 'application/json');
    const answer =
      request.url === '/metrics/find'
        ? { metrics: find(form.get('query') ?? '') }
        : render({ targets: form.getAll('target'), from: form.get('from') ?? '' });
    response.end(JSON.stringify(answer));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The nodes that a query finds, as `/metrics/find` lists them: series are leaves. */
function find(query) {
  const depth = query.split('.').length;
  const pattern = new RegExp(`^${query.replaceAll('.', '\\.').replaceAll('*', '[^.]*')}$`);
  const nodes = Object.keys(HISTORY).map((path) => path.split('.').slice(0, depth).join('.'));
  return [...new Set(nodes)]
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, is_leaf: path in HISTORY ? '1' : '0' }));
}
