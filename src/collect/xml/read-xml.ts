import { BadReportError } from '../read-report.ts';
import { decodeBytes } from './decode-bytes.ts';
import { XmlReducer } from './xml-reducer.ts';

/** A document that is being read. */
interface XmlDocument {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The number of lines before it, because messages give line numbers. */
  readonly skippedLines?: number;
}

/** The attributes of an element by name, without prefixes. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** The events of a document, in its order. */
export interface XmlHandler {
  /** `name` and the attributes' names are without prefix; very long values are cut. */
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  /** A text between two tags, cut if very long. Without this handler, texts are skipped quickly. */
  text?(text: string): void;
  /**
   * Limits `text` to the first kilobyte of the text of these elements. Its entities are not replaced, and a text that
   * is not well-formed is no fault.
   */
  readonly textOf?: ReadonlySet<string>;
}

/** The maximum depth of elements. */
const MAX_DEPTH = 1000;
/** The maximum number of unknown entities: each costs time. */
const MAX_UNKNOWN_ENTITIES = 100_000;
/** XML faults that do not affect the counts: the parser continues, and the text stays as written. */
const HARMLESS = new Set(['undefined entity.', 'malformed character entity.', 'disallowed character.']);
const NO_ATTRIBUTES: Record<string, string> = {};

/**
 * Reads an XML document chunk by chunk in constant memory. It expands only the five entities of XML and fetches
 * nothing. @throws {BadReportError} if the document is not well-formed, is truncated or exceeds a limit; the error
 * names the line.
 */
export async function readXml({ chunks, skippedLines = 0 }: XmlDocument, handler: XmlHandler): Promise<void> {
  const { textOf } = handler;
  const text = handler.text && ((part: string): void => handler.text?.(part));
  const keepsText = text !== undefined && textOf === undefined;
  const reducer = new XmlReducer({ keepsText, keepsTextOf: textOf });
  // The only import of the parser: most reports are no XML, and most runs read none.
  const { SaxesParser } = await import('./saxes-parser.js');
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let depth = 0;
  let unknownEntities = 0;
  const fail = (reason: string): never => {
    throw badXml(reason, parser.line + reducer.droppedLines + skippedLines);
  };
  parser.on('error', ({ message }) => {
    if (!HARMLESS.has(message)) fail(message);
    unknownEntities += 1;
    if (unknownEntities > MAX_UNKNOWN_ENTITIES)
      fail(`there are more than ${MAX_UNKNOWN_ENTITIES} unknown entities`);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) fail(`elements nest more than ${MAX_DEPTH} deep`);
    if (reducer.sawColon) handler.open(localName(tag.name), withoutPrefixes(tag.attributes));
    else handler.open(tag.name, tag.attributes);
    // The parser keeps every open tag; a thousand of them must not keep a thousand times the longest attributes.
    tag.attributes = NO_ATTRIBUTES;
    // Without a listener the parser keeps no text.
    if (textOf === undefined || text === undefined) return;
    if (textOf.has(tag.name)) parser.on('text', text);
    else parser.off('text');
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (textOf !== undefined) parser.off('text');
    handler.close(reducer.sawColon ? localName(name) : name);
  });
  if (keepsText) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  let isEmpty = true;
  for await (const bytes of decodeBytes(chunks)) {
    isEmpty &&= bytes.length === 0;
    parser.write(decoder.decode(reducer.reduce(bytes), { stream: true }));
    if (reducer.fault !== undefined) fail(reducer.fault);
  }
  if (isEmpty)
    throw new BadReportError({ rule: 'the file is empty', cure: 'Did the tool that writes it run?' });
  parser.write(decoder.decode());
  const cut = reducer.findCut();
  if (cut !== undefined) fail(cut);
  parser.close();
}

function badXml(reason: string, line: number): BadReportError {
  const [rule, value] = reason.replace(/\.$/, '').split(': ', 2);
  const cure = 'Was it cut off, or written by two at once?';
  return new BadReportError({
    rule: `this is not well-formed XML (line ${line}: ${rule})`,
    ...(value === undefined ? {} : { value }),
    cure,
  });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** If two names are equal without their prefixes, the one without a prefix counts. */
function withoutPrefixes(attributes: XmlAttributes): XmlAttributes {
  const names = Object.keys(attributes);
  if (!names.some((name) => name.includes(':'))) return attributes;
  const local: Record<string, string> = Object.create(null);
  for (const name of names.filter((one) => !one.startsWith('xmlns:'))) {
    const value = attributes[name] ?? '';
    if (!name.includes(':')) local[name] = value;
    else local[localName(name)] ??= value;
  }
  return local;
}
