// Reads one long document in its own process, so that its memory can be limited: read-long.ts {start, part, …}
import { readXml } from '../../../src/collect/xml/read-xml.ts';
import { longDocument } from './documents.ts';

interface LongDocument {
  readonly start: string;
  readonly part: string;
  readonly end: string;
  readonly bytes: number;
  readonly withText: boolean;
}

const { start, part, end, bytes, withText } = JSON.parse(process.argv[2] ?? '') as LongDocument;
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
await readXml(
  { chunks: longDocument(start, part, { bytes, end }) },
  withText ? { ...handler, text } : handler,
);
const residentBytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ c: attributes?.['c'], longestText, residentBytes }));
