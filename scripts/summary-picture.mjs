/**
 * @file Draws a job summary as a page shows it: `node scripts/summary-picture.mjs [--dark] [SUMMARY.md] [PICTURE.png]`.
 * Without a file it runs a job of this repository (summary-picture/run-job.mjs). It draws the summary of that job into
 * docs/summary.png, the picture in the README. Needs Chromium (apt-get install --no-install-recommends chromium
 * fonts-noto-core fonts-noto-color-emoji pngquant) and no network. Run `npm run build` first.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import { runJob } from './summary-picture/run-job.mjs';

const ROOT = join(import.meta.dirname, '..');
const WIDTH = 980;
const MAX_HEIGHT = 12_000;
const MAX_BYTES = 250_000;

const isDark = process.argv.includes('--dark');
const [from, to = join(ROOT, 'docs/summary.png')] = process.argv.slice(2).filter((one) => one !== '--dark');
const markdown = from === undefined ? await runJob() : readFileSync(from, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'summary-picture-'));
try {
  const page = join(folder, 'summary.html');
  writeFileSync(page, formatPage(marked.parse(markdown, { async: false })));
  const height = measure(page);
  chromium([`--screenshot=${to}`, `--window-size=${WIDTH},${height}`, pathToFileURL(page).href]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
reduceColours(to);
const bytes = statSync(to).size;
console.log(`${to}: ${bytes} bytes`);
if (from === undefined && bytes > MAX_BYTES) {
  console.error(`The picture must stay below ${MAX_BYTES} bytes: install pngquant, or show less.`);
  process.exitCode = 1;
}

/** The page that the browser draws. When all diagrams are drawn, its title is its height. */
function formatPage(body) {
  const mermaid = pathToFileURL(join(ROOT, 'node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js')).href;
  return `<!doctype html><meta charset="utf-8"><title>-</title>
<style>${readFileSync(join(import.meta.dirname, 'summary-picture/page.css'), 'utf8')}</style>
<main>${body}</main>
<script src="${mermaid}"></script>
<script>
  mermaid.initialize({ startOnLoad: false, theme: '${isDark ? 'dark' : 'default'}' });
  for (const code of document.querySelectorAll('code.language-mermaid')) {
    const box = document.createElement('div');
    box.className = 'mermaid';
    box.textContent = code.textContent;
    code.parentElement.replaceWith(box);
  }
  mermaid.run().then(
    () => { document.title = 'height=' + Math.ceil(document.querySelector('main').getBoundingClientRect().bottom + 16); },
    (error) => { document.title = 'error=' + error.message; },
  );
</script>`;
}

function measure(page) {
  const html = chromium(['--dump-dom', `--window-size=${WIDTH},1000`, pathToFileURL(page).href]);
  const [, height] = /<title>height=(\d+)<\/title>/.exec(html) ?? [];
  if (height === undefined)
    throw new Error(`The diagrams were not drawn: ${/<title>(.*?)<\/title>/.exec(html)?.[1]}`);
  return Math.min(MAX_HEIGHT, Number(height));
}

function chromium(flags) {
  const always = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--virtual-time-budget=20000',
  ];
  const scheme = `--blink-settings=preferredColorScheme=${isDark ? 0 : 1}`;
  const own = [scheme, `--user-data-dir=${join(folder, 'profile')}`, '--allow-file-access-from-files'];
  return execFileSync('chromium', [...always, ...own, ...flags], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Reduces the colours: a page of text and lines needs few. Without the tool the picture is only bigger. */
function reduceColours(picture) {
  if (!existsSync('/usr/bin/pngquant')) return;
  execFileSync('pngquant', ['--force', '--skip-if-larger', '--output', picture, '64', picture]);
}
