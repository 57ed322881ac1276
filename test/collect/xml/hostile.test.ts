import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BadReportError } from '../../../src/collect/read-report.ts';
import { readXml, type XmlHandler } from '../../../src/collect/xml/read-xml.ts';
import { finishChild, startChild } from '../../support/child.ts';
import { longDocument, readEvents } from './documents.ts';

const MEGABYTE = 1_048_576;

test('ignores entities that a document declares: a billion laughs are one', async () => {
  const entities = Array.from(
    { length: 10 },
    (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
  );
  const document = `<!DOCTYPE a [<!ENTITY e0 "ha">${entities.join('\n')}]><a b="&e10;">&e10;</a>`;
  const events = await readEvents(document);
  expect(events).toEqual([{ open: 'a', attributes: { b: '&e10;' } }, { text: '&e10;' }, { close: 'a' }]);
});

test('does not fetch external entities and DTDs from files or servers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'carbon-xml-'));
  const secret = join(folder, 'secret.txt');
  writeFileSync(secret, 'top secret');
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.end('<!ENTITY web "from the web">');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.dtd`;
    const document = `<!DOCTYPE a SYSTEM "${url}" [
      <!ENTITY file SYSTEM "${pathToFileURL(secret).href}">
      <!ENTITY % more SYSTEM "${url}"> %more;
    ]><a b="&web;">&file;</a>`;
    const events = await readEvents(document);
    expect(events).toEqual([{ open: 'a', attributes: { b: '&web;' } }, { text: '&file;' }, { close: 'a' }]);
    expect(requests).toBe(0);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});

const ignored: XmlHandler = { open: () => {}, close: () => {} };

const LONG_TAG = `<b d="${'x'.repeat(60_000)}">`;

/** The size of a long document: more than the heap of the process that reads it. */
const LONG_BYTES = 40 * MEGABYTE;

describe('documents that are larger than the heap', () => {
  test.each([
    ['an attribute', { start: '<a b="', part: 'x> ', end: '" c="1"/>' }],
    ['text', { start: '<a c="1">', part: 'text\n', end: '</a>' }],
    ['text of entities', { start: '<a c="1">', part: '&lt;', end: '</a>' }],
    ['CDATA', { start: '<a c="1"><![CDATA[', part: 'text ]] > <b> \n', end: ']]></a>' }],
    ['a comment', { start: '<!-- ', part: '- <b>\n', end: '--><a c="1"/>' }],
    ['a DOCTYPE', { start: '<!DOCTYPE a [', part: '<!ENTITY b "c">\n', end: ']><a c="1"/>' }],
    ['line feeds of a comment', { start: '<!--', part: '\n', end: '--><a c="1"/>' }],
    ['line feeds', { start: '<a c="1">', part: '\n', end: '</a>' }],
    ['open tags that hold much', { start: '<a c="1">', part: LONG_TAG, close: '</b>', end: '</a>' }],
    ['elements', { start: '<a c="1">', part: '<b c="some text"/>\n', end: '</a>' }],
  ])('%s', async (_, document) => {
    for (const withText of [true, false]) {
      const long = JSON.stringify({ ...document, bytes: LONG_BYTES, withText });
      const script = join(import.meta.dirname, 'read-long.ts');
      const args = ['--max-old-space-size=32', script, long];
      const { exitCode, stdout, stderr } = await finishChild(
        startChild({ command: process.execPath, args, env: {} }),
      );
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      const { c, longestText, growthBytes } = JSON.parse(stdout);
      expect(c).toBe('1');
      expect(longestText).toBeLessThan(70_000);
      expect(growthBytes).toBeLessThan(LONG_BYTES / 2);
    }
  });

  test.each([
    ['a name', '<', 'name', /a tag is longer/],
    ['attributes', '<a', ' b=""', /a tag is longer/],
    ['blanks in a tag', '<a', ' ', /a tag is longer/],
    ['an instruction', '<?a ', 'text', /instruction is too long/],
    ['an entity', '<a b="&', 'name', /"&" is not part of an entity/],
    ['open elements', '', '<a b="some text of some length">', /elements nest more than 1000 deep/],
  ])('%s over the limit is a fault', async (_, start, part, expected) => {
    for (const handler of [ignored, { ...ignored, text: () => {} }]) {
      const reading = readXml(
        { chunks: longDocument(start, part, { bytes: 200 * MEGABYTE, end: '' }) },
        handler,
      );
      await expect(reading).rejects.toThrow(BadReportError);
      await expect(reading).rejects.toThrow(expected);
    }
  });
});

test('keeps two long values with the same beginning apart, and cuts inside no entity and no character', async () => {
  const long = 'é&amp;'.repeat(20_000);
  const events = await readEvents(`<a one="${long}1" two="${long}2" three="${long}1"/>`, { chunkSize: 1000 });
  const [first] = events;
  if (first === undefined || !('open' in first)) throw new Error('the document opens with <a>');
  const { one = '', two = '', three = '' } = first.attributes;
  expect(one).toMatch(/^(?:é&)+é?#[0-9a-f]+$/);
  expect(one.length).toBeLessThan(70_000);
  expect(three).toBe(one);
  expect(two).not.toBe(one);
  expect(two.slice(0, 15_000)).toBe(one.slice(0, 15_000));
});

test('does not cut a character at the limit', async () => {
  const [first] = await readEvents(`<a b="x${'é'.repeat(50_000)}"/>`);
  expect(JSON.stringify(first)).toMatch(/"xé+#[0-9a-f]+"/);
});

test('stops reading at too many unknown entities', async () => {
  const document = longDocument('<a>', `<b c="${'&x;'.repeat(100)}"/>`, { bytes: 5 * MEGABYTE, end: '</a>' });
  await expect(readXml({ chunks: document }, ignored)).rejects.toThrow(/more than 100000 unknown entities/);
});

test('reports random bytes as a fault', async () => {
  let state = 1;
  const bytes = Uint8Array.from({ length: MEGABYTE }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  });
  await expect(readEvents(bytes)).rejects.toThrow(BadReportError);
  await expect(readEvents(new Uint8Array(MEGABYTE))).rejects.toThrow(BadReportError);
});
