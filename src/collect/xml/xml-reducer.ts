import {
  AMPERSAND,
  BANG,
  BLANK,
  CDATA_END,
  COLON,
  COMMENT_END,
  DOUBLE_QUOTE,
  GREATER,
  INSTRUCTION_END,
  isBlank,
  LAST_THREE,
  LAST_TWO,
  LESS,
  LINE_FEED,
  QUESTION,
  SEMICOLON,
  SINGLE_QUOTE,
} from '../bytes.ts';
import { ByteWriter } from './byte-writer.ts';
import { DoctypeScanner } from './doctype-scanner.ts';

/** The maximum size of a tag without its values: above any real report, and small enough for hundreds of open tags. */
const MAX_MARKUP_BYTES = 16_384;
/** How much is kept of an attribute's value, or of a text. */
const MAX_VALUE_BYTES = 65_536;
/** How much is kept of the text of selected elements: enough for its first line. */
const MAX_KEPT_TEXT_BYTES = 1024;
/** The maximum size of a tag with the kept parts of its values. */
const MAX_TAG_BYTES = 1_048_576;
/** The maximum length between `&` and `;`. */
const MAX_ENTITY_BYTES = 64;
const DOCTYPE = '<!DOCTYPE';
const OPENINGS = ['<!--', '<![CDATA[', DOCTYPE];
/** How much a chunk can grow, apart from its control characters. */
const SLACK_BYTES = 128;
/** A control character becomes three bytes; an ampersand in a CDATA section that is kept becomes nine. */
const GROWTH = 3;
const KEPT_GROWTH = 9;
const [LETTER_A, LETTER_Z] = [0x61, 0x7a];
const MAX_KEPT_NAME_CHARACTERS = 16;
const MAX_COMMENT_LINES = 4096;
const NO_ENTITY = -1;
const HASH_PRIME = 0x01000193;
const SOME_TEXT = 0x78;
const LONE_AMPERSAND = '"&" is not part of an entity';

type Scan = (bytes: Uint8Array, from: number) => number;

/**
 * Reduces a document before it is parsed, as UTF-8 bytes. Comments, the DOCTYPE, and text and CDATA without a reader
 * keep only their line feeds; a long value keeps its beginning. The markup passes unchanged, so that the parser still
 * checks it and counts the same lines. It is one state machine in one file, because the states share their
 * transitions.
 */
export class XmlReducer {
  /** Why the document cannot continue. Everything before was passed on. */
  fault: string | undefined;
  /** Whether a tag had a colon; only then can names have prefixes. */
  sawColon = false;
  /** Line feeds that could not be passed on yet. */
  droppedLines = 0;
  readonly #keepsText: boolean;
  readonly #keptNames: ReadonlySet<string>;
  /** The first letters of the kept names: they separate most tags from them. */
  readonly #keptLetters: ReadonlySet<number>;
  #scan: Scan;
  readonly #out = new ByteWriter();
  // The following fields belong to the current construct, which sets them at its start.
  #opening = '';
  #doctype = new DoctypeScanner();
  #last = 0;
  #commentLines = 0;
  #isStart = true;
  #sawText = false;
  #terminator = 0;
  #name = '';
  #isKept = false;
  #keptBytes = 0;
  #cdataBytes = 0;
  #markupBytes = 0;
  #tagBytes = 0;
  #valueBytes = 0;
  #entityBytes = NO_ENTITY;
  #droppedHash = 0;

  /** `keepsTextOf` names the elements whose text is kept, its beginning and escaped once more, where no other is. */
  constructor(options: { keepsText: boolean; keepsTextOf?: ReadonlySet<string> | undefined }) {
    this.#keepsText = options.keepsText;
    this.#keptNames = options.keepsTextOf ?? new Set();
    this.#keptLetters = new Set([...this.#keptNames].map((name) => name.charCodeAt(0)));
    this.#scan = this.#startText();
  }

  /** The reduced chunk, valid until the next call. */
  reduce(bytes: Uint8Array): Uint8Array {
    const growth = this.#keptNames.size > 0 ? KEPT_GROWTH : GROWTH;
    this.#out.reset(bytes.length * growth + SLACK_BYTES);
    for (let index = 0; index < bytes.length && this.fault === undefined; ) index = this.#scan(bytes, index);
    return this.#out.written();
  }

  /** What the end of the document cuts off, if the parser cannot detect it. */
  findCut(): string | undefined {
    if (this.#scan === this.#scanComment) return 'a comment has no end';
    if (this.#scan === this.#scanCdata || this.#scan === this.#scanKeptCdata)
      return 'a CDATA section has no end';
    if (this.#scan === this.#scanDoctype) return 'the DOCTYPE has no end';
    if (this.#scan === this.#scanLess || this.#scan === this.#scanOpening) return 'unexpected end';
    return undefined;
  }

  #startText(): Scan {
    this.#isStart = true;
    this.#sawText = false;
    if (this.#isKept) return this.#scanKeptText;
    if (!this.#keepsText) return this.#scanText;
    this.#startValue(LESS);
    return this.#scanValue;
  }

  /** Text without a reader becomes one letter, because text may be forbidden here. */
  #scanText(bytes: Uint8Array, from: number): number {
    let index = from;
    if (this.#isStart && bytes[index] === BLANK) this.#out.put(BLANK);
    this.#isStart = false;
    for (; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (byte === LESS) {
        this.#scan = this.#scanLess;
        return index + 1;
      }
      if (byte === LINE_FEED) {
        this.#out.put(byte);
      } else if (!this.#sawText && !isBlank(byte)) {
        this.#sawText = true;
        this.#out.put(SOME_TEXT);
      }
    }
    return index;
  }

  #scanLess(bytes: Uint8Array, from: number): number {
    const byte = bytes[from];
    if (byte === BANG) {
      this.#opening = '<!';
      this.#scan = this.#scanOpening;
      return from + 1;
    }
    this.#out.put(LESS);
    this.#markupBytes = 0;
    this.#tagBytes = 0;
    this.#last = 0;
    if (byte === QUESTION) {
      this.#scan = this.#scanInstruction;
      return from;
    }
    this.#isKept = false;
    this.#name = '';
    this.#scan = byte !== undefined && this.#keptLetters.has(byte) ? this.#scanName : this.#scanTag;
    return from;
  }

  /** The name of a tag that may be one whose text is kept. */
  #scanName(bytes: Uint8Array, from: number): number {
    let index = from;
    for (; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (byte < LETTER_A || byte > LETTER_Z || this.#name.length > MAX_KEPT_NAME_CHARACTERS) {
        this.#isKept = this.#keptNames.has(this.#name);
        this.#keptBytes = 0;
        this.#scan = this.#scanTag;
        break;
      }
      this.#name += String.fromCharCode(byte);
      this.#out.put(byte);
    }
    this.#markupBytes += index - from;
    return index;
  }

  /** Text that is kept. Its faults are harmless, so the parser gets it without any markup or entity. */
  #scanKeptText(bytes: Uint8Array, from: number): number {
    for (let index = from; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (byte === LESS) {
        this.#scan = this.#scanLess;
        return index + 1;
      }
      this.#putKept(byte, '&amp;');
    }
    return bytes.length;
  }

  /** The same in a CDATA section: there an ampersand begins no entity. Two bytes wait, for they may be of its end. */
  #scanKeptCdata(bytes: Uint8Array, from: number): number {
    let last = this.#last;
    for (let index = from; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      last = (last << 8) | byte;
      if (byte === GREATER && (last & LAST_THREE) === CDATA_END) {
        this.#scan = this.#startText();
        return index + 1;
      }
      if (this.#cdataBytes >= 2) this.#putKept((last >> 16) & 0xff, '&amp;amp;');
      this.#cdataBytes += 1;
    }
    this.#last = last;
    return bytes.length;
  }

  #putKept(byte: number, ampersand: string): void {
    if (this.#keptBytes >= MAX_KEPT_TEXT_BYTES) {
      if (byte === LINE_FEED) this.droppedLines += 1;
      return;
    }
    this.#keptBytes += 1;
    if (byte === AMPERSAND) this.#out.putAscii(ampersand);
    else if (byte === LESS) this.#out.putAscii('&amp;lt;');
    else if (byte === GREATER) this.#out.putAscii('&gt;');
    else this.#out.putVisible(byte);
  }

  #scanOpening(bytes: Uint8Array, from: number): number {
    this.#opening += String.fromCharCode(bytes[from] as number);
    // A web page may begin with `<!doctype html>`: its root element says more than a fault here.
    if (DOCTYPE.startsWith(this.#opening.toUpperCase())) this.#opening = this.#opening.toUpperCase();
    const opening = OPENINGS.find((text) => text.startsWith(this.#opening));
    if (opening === undefined) this.fault = 'unknown markup after "<!"';
    if (opening !== this.#opening) return from + 1;
    this.#last = 0;
    this.#commentLines = 0;
    if (opening === '<!--') {
      this.#out.putAscii('<!--');
      this.#scan = this.#scanComment;
    } else if (opening === DOCTYPE) {
      this.#out.putAscii('<!DOCTYPE x><!--');
      this.#doctype = new DoctypeScanner();
      this.#scan = this.#scanDoctype;
    } else if (this.#isKept) {
      this.#cdataBytes = 0;
      this.#scan = this.#scanKeptCdata;
    } else {
      this.#out.putAscii(this.#keepsText ? '<![CDATA[' : '<![CDATA[]]>');
      this.#valueBytes = 0;
      this.#scan = this.#scanCdata;
    }
    return from + 1;
  }

  #scanComment(bytes: Uint8Array, from: number): number {
    let last = this.#last;
    for (let index = from; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      last = (last << 8) | byte;
      if (byte === LINE_FEED) this.#putCommentLine();
      else if (byte === GREATER && (last & LAST_THREE) === COMMENT_END) {
        this.#out.putAscii('-->');
        this.#scan = this.#startText();
        return index + 1;
      }
    }
    this.#last = last;
    return bytes.length;
  }

  #scanDoctype(bytes: Uint8Array, from: number): number {
    for (let index = from; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (byte === LINE_FEED) this.#putCommentLine();
      if (this.#doctype.ends(byte)) {
        this.#out.putAscii('-->');
        this.#scan = this.#startText();
        return index + 1;
      }
    }
    return bytes.length;
  }

  /** The parser buffers a comment until its end, so comments are shortened. */
  #putCommentLine(): void {
    this.#out.put(LINE_FEED);
    this.#commentLines += 1;
    if (this.#commentLines % MAX_COMMENT_LINES === 0) this.#out.putAscii('--><!--');
  }

  #scanCdata(bytes: Uint8Array, from: number): number {
    let last = this.#last;
    for (let index = from; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      last = (last << 8) | byte;
      if (byte === GREATER && (last & LAST_THREE) === CDATA_END) {
        if (this.#keepsText) this.#out.putAscii(this.#valueBytes < MAX_VALUE_BYTES ? '>' : ']]>');
        this.#scan = this.#startText();
        return index + 1;
      }
      if (!this.#keepsText) {
        if (byte === LINE_FEED) this.#out.put(byte);
      } else if (this.#valueBytes < MAX_VALUE_BYTES) {
        this.#valueBytes += 1;
        this.#out.putVisible(byte);
      } else if (byte === LINE_FEED) {
        this.droppedLines += 1;
      }
    }
    this.#last = last;
    return bytes.length;
  }

  #scanInstruction(bytes: Uint8Array, from: number): number {
    for (let index = from; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      const before = this.#last;
      this.#last = (before << 8) | byte;
      const isEnd = (this.#last & LAST_TWO) === INSTRUCTION_END && before !== QUESTION;
      this.#markupBytes += 1;
      if (this.#markupBytes > MAX_MARKUP_BYTES) this.fault = 'a processing instruction is too long';
      this.#out.put(byte);
      if (isEnd) {
        this.#scan = this.#startText();
        return index + 1;
      }
    }
    return bytes.length;
  }

  #scanTag(bytes: Uint8Array, from: number): number {
    let index = from;
    for (; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      this.#out.put(byte);
      if (byte > GREATER) continue;
      if (byte === COLON) {
        this.sawColon = true;
      } else if (byte === GREATER || byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
        if (byte === GREATER) {
          this.#scan = this.#startText();
        } else {
          this.#startValue(byte);
          this.#scan = this.#scanValue;
        }
        index += 1;
        break;
      }
    }
    this.#markupBytes += index - from;
    if (this.#markupBytes > MAX_MARKUP_BYTES) this.fault = `a tag is longer than ${MAX_MARKUP_BYTES} bytes`;
    return index;
  }

  #startValue(terminator: number): void {
    this.#terminator = terminator;
    this.#valueBytes = 0;
    this.#entityBytes = NO_ENTITY;
  }

  /** Reads a value or a text up to its end byte or to the limit. */
  #scanValue(bytes: Uint8Array, from: number): number {
    const terminator = this.#terminator;
    for (let index = from; index < bytes.length; index += 1) {
      if (this.#entityBytes === NO_ENTITY) {
        const start = index;
        const to = Math.min(bytes.length, start + MAX_VALUE_BYTES - this.#valueBytes);
        index = this.#out.putPlain(bytes, start, to);
        this.#valueBytes += index - start;
        if (index === bytes.length) return index;
      }
      const byte = bytes[index] as number;
      if (byte === terminator) return this.#endValue(index);
      // Cuts neither an entity nor a character.
      if (this.#entityBytes === NO_ENTITY && this.#valueBytes >= MAX_VALUE_BYTES && !isContinued(byte)) {
        this.#droppedHash = 0;
        this.#scan = this.#scanRest;
        return index;
      }
      this.#valueBytes += 1;
      this.#out.putVisible(byte);
      this.fault = this.#findValueFault(byte);
      if (this.fault !== undefined) return bytes.length;
    }
    return bytes.length;
  }

  /** Follows the entities of a value byte by byte. */
  #findValueFault(byte: number): string | undefined {
    if (byte === LESS) return '"<" is inside of a value';
    if (this.#entityBytes === NO_ENTITY) {
      if (byte === AMPERSAND) this.#entityBytes = 0;
      return undefined;
    }
    if (byte === SEMICOLON) {
      this.#entityBytes = NO_ENTITY;
      return undefined;
    }
    this.#entityBytes += 1;
    return byte === AMPERSAND || this.#entityBytes > MAX_ENTITY_BYTES ? LONE_AMPERSAND : undefined;
  }

  /** Replaces the rest of a long value by its hash, so that two long names with one beginning stay different. */
  #scanRest(bytes: Uint8Array, from: number): number {
    const isText = this.#terminator === LESS;
    for (let index = from; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (byte === this.#terminator) {
        if (!isText || this.#droppedHash !== 0)
          this.#out.putAscii(`#${(this.#droppedHash >>> 0).toString(16)}`);
        return this.#endValue(index);
      }
      if (byte === LINE_FEED) this.droppedLines += 1;
      // Whitespace outside of the root is not text.
      if (isText && isBlank(byte)) continue;
      this.#droppedHash = Math.imul(this.#droppedHash ^ byte, HASH_PRIME);
    }
    return bytes.length;
  }

  #endValue(index: number): number {
    if (this.#entityBytes !== NO_ENTITY) this.fault = LONE_AMPERSAND;
    if (this.#terminator === LESS) {
      this.#scan = this.#scanLess;
    } else {
      this.#out.put(this.#terminator);
      this.#tagBytes += this.#valueBytes;
      if (this.#tagBytes > MAX_TAG_BYTES) this.fault = `a tag is longer than ${MAX_TAG_BYTES} bytes`;
      this.#scan = this.#scanTag;
    }
    return index + 1;
  }
}

/** Whether a UTF-8 byte continues a character. */
function isContinued(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
