// Reads one long document in its own process, so that its memory can be measured: read-long.ts {start, part, …}
import { readXml } from '../../../src/collect/xml/read-xml.ts';
import { CHUNK_BYTES, longDocument } from './documents.ts';

interface LongDocument {
  readonly start: string;
  readonly part: string;
  /** The end of each part, after all of them. */
  readonly close?: string;
  readonly end: string;
  readonly bytes: number;
  readonly withText: boolean;
}

const { start, part, close = '', end, bytes, withText } = JSON.parse(process.argv[2] ?? '') as LongDocument;
let attributes: Readonly<Record<string, string>> | undefined;
let longestText = 0;
const handler = {
  open: (_: string, own: Readonly<Record<string, string>>) => {
    attributes ??= own;
  },
  close: () => {},
};
const text = (one: string): void => {
  longestText = Math.max(longestText, one.length);
};
/** The greatest resident memory after reading such a document of a size. */
async function read(size: number): Promise<number> {
  const chunkBytes = part.length * Math.ceil(CHUNK_BYTES / part.length);
  const parts = Math.ceil(size / chunkBytes) * (chunkBytes / part.length);
  const chunks = longDocument(start, part, { bytes: size, end: `${close.repeat(parts)}${end}` });
  await readXml({ chunks }, withText ? { ...handler, text } : handler);
  return process.resourceUsage().maxRSS * 1024;
}
const before = await read(Math.min(bytes, 8_388_608));
const growthBytes = (await read(bytes)) - before;
process.stdout.write(JSON.stringify({ c: attributes?.['c'], longestText, growthBytes }));
