"use strict";
exports.id = 15;
exports.ids = [15];
exports.modules = {

/***/ 4015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ detachText),
  k: () => (/* binding */ readXml)
});

// EXTERNAL MODULE: ./.cache/bundle/collect/bad-report.js
var bad_report = __webpack_require__(603);
;// CONCATENATED MODULE: ./.cache/bundle/collect/xml/decode-bytes.js

const LONGEST_DECLARATION_BYTES = 1024;
const LONGEST_PIECE_BYTES = 65_536;
const DECLARATION = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/;
/**
 * A document's bytes as those of UTF-8 in short pieces, whatever encoding its byte order mark or its declaration names.
 * Bytes that the encoding does not have pass: a test's name is no reason not to count it.
 * @throws {BadReportError} where the encoding is unknown.
 */
async function* decodeBytes(chunks) {
    let start = new Uint8Array();
    let decoder;
    const encoder = new TextEncoder();
    const toUtf8 = (bytes) => decoder === undefined ? bytes : encoder.encode(decoder.decode(bytes, { stream: true }));
    const open = (bytes) => {
        const encoding = findEncoding(bytes);
        if (encoding !== 'utf-8')
            decoder = createDecoder(encoding);
        return toUtf8(hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes);
    };
    for await (const chunk of chunks) {
        for (let from = 0; from < chunk.length; from += LONGEST_PIECE_BYTES) {
            let piece = chunk.subarray(from, from + LONGEST_PIECE_BYTES);
            if (start !== undefined) {
                piece = joinBytes(start, piece);
                if (!isEnoughToKnow(piece)) {
                    start = piece;
                    continue;
                }
                start = undefined;
                yield open(piece);
            }
            else {
                yield toUtf8(piece);
            }
        }
    }
    if (start !== undefined)
        yield open(start);
    if (decoder !== undefined)
        yield encoder.encode(decoder.decode());
}
function isEnoughToKnow(bytes) {
    return bytes.length >= LONGEST_DECLARATION_BYTES || (bytes.length >= 4 && bytes.includes(0x3e));
}
function findEncoding(bytes) {
    const [first, second, third, fourth] = bytes;
    if (hasUtf8Mark(bytes))
        return 'utf-8';
    if (first === 0xff && second === 0xfe)
        return 'utf-16le';
    if (first === 0xfe && second === 0xff)
        return 'utf-16be';
    if (first === 0x3c && second === 0 && third !== 0 && fourth === 0)
        return 'utf-16le';
    if (first === 0 && second === 0x3c && third === 0)
        return 'utf-16be';
    const ascii = new TextDecoder('latin1').decode(bytes.subarray(0, LONGEST_DECLARATION_BYTES));
    const declared = DECLARATION.exec(ascii)?.[1]?.toLowerCase() ?? 'utf-8';
    // Whoever could read the declaration byte by byte has no UTF-16 before them.
    return declared === 'utf8' || declared.startsWith('utf-16') ? 'utf-8' : declared;
}
function createDecoder(encoding) {
    try {
        return new TextDecoder(encoding);
    }
    catch {
        const cure = 'Save it as UTF-8.';
        throw new bad_report/* BadReportError */.i({ rule: "this XML's encoding is not known", value: encoding, cure });
    }
}
function hasUtf8Mark(bytes) {
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
function joinBytes(before, after) {
    if (before.length === 0)
        return after;
    const joined = new Uint8Array(before.length + after.length);
    joined.set(before);
    joined.set(after, before.length);
    return joined;
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/xml/limits.js
/** What one tag may hold outside of its values: far above any report, and little enough for hundreds of open tags. */
const MAX_MARKUP_BYTES = 16_384;
/** What is kept of an attribute's value, or of a stretch of text. */
const MAX_VALUE_BYTES = 65_536;
/** What one tag may hold in all, its values as far as they are kept. */
const MAX_TAG_BYTES = 1_048_576;
/** How deep elements may nest. */
const MAX_DEPTH = 1000;
/** What may stand between `&` and `;`. */
const MAX_ENTITY_BYTES = 64;
/** How many entities of a document may be unknown: each costs time. */
const MAX_UNKNOWN_ENTITIES = 100_000;

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./.cache/bundle/collect/xml/saxes-parser.js


;// CONCATENATED MODULE: ./.cache/bundle/collect/xml/bytes.js
const LINE_FEED = 0x0a;
const BLANK = 0x20;
const BANG = 0x21;
const DOUBLE_QUOTE = 0x22;
const AMPERSAND = 0x26;
const SINGLE_QUOTE = 0x27;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
/** Short ASCII texts as the whole number their bytes make, to compare with the bytes seen last. */
const COMMENT_START = 0x3c21_2d2d;
const COMMENT_END = 0x2d_2d3e;
const CDATA_END = 0x5d_5d3e;
const INSTRUCTION_START = 0x3c3f;
const INSTRUCTION_END = 0x3f3e;
const LAST_TWO = 0xffff;
const LAST_THREE = 0xff_ffff;
/** Blanks, tabs and the ends of lines. */
function isBlank(byte) {
    return byte === BLANK || (byte <= 0x0d && (byte === LINE_FEED || byte === 0x0d || byte === 0x09));
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/xml/byte-writer.js

/** A buffer of bytes that grows from chunk to chunk, and is never longer than one chunk needs. */
class ByteWriter {
    #bytes = new Uint8Array(0);
    #length = 0;
    /** Starts over, with room for `maxBytes`. */
    reset(maxBytes) {
        if (this.#bytes.length < maxBytes)
            this.#bytes = new Uint8Array(maxBytes);
        this.#length = 0;
    }
    /** What was written since the last reset, valid until the next. */
    written() {
        return this.#bytes.subarray(0, this.#length);
    }
    put(byte) {
        this.#bytes[this.#length] = byte;
        this.#length += 1;
    }
    putAscii(text) {
        for (let index = 0; index < text.length; index += 1)
            this.put(text.charCodeAt(index));
    }
    /** XML has no control characters, but tools write them: each goes on as its picture (U+2400 and up), three bytes. */
    putVisible(byte) {
        if (byte >= BLANK || isBlank(byte)) {
            this.put(byte);
        }
        else {
            this.put(0xe2);
            this.put(0x90);
            this.put(0x80 + byte);
        }
    }
    /** Copies what means nothing in a value, from `from` to `to` at most; returns where it stopped. */
    putPlain(bytes, from, to) {
        const target = this.#bytes;
        let length = this.#length;
        let index = from;
        for (; index < to; index += 1) {
            const byte = bytes[index];
            if (!isPlain(byte))
                break;
            target[length] = byte;
            length += 1;
        }
        this.#length = length;
        return index;
    }
}
/** Neither a quotation mark nor `<`, `&` or `;`, nor a control character; a few others are left out for speed. */
function isPlain(byte) {
    return byte > 0x3c || byte === BLANK || (byte > 0x27 && byte < 0x3b);
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/xml/doctype-scanner.js

/** Finds the end of a DOCTYPE, however long; what it declares is never looked at. */
class DoctypeScanner {
    #isInSubset = false;
    /** The quotation mark that is open, or 0. */
    #quote = 0;
    #inside = 'declarations';
    /** The last four bytes. */
    #last = 0;
    /** Takes the next byte; true where it is the last one. */
    ends(byte) {
        this.#last = (this.#last << 8) | byte;
        if (this.#quote !== 0) {
            if (byte === this.#quote)
                this.#quote = 0;
        }
        else if (this.#inside === 'comment') {
            if ((this.#last & LAST_THREE) === COMMENT_END)
                this.#enter('declarations');
        }
        else if (this.#inside === 'instruction') {
            if ((this.#last & LAST_TWO) === INSTRUCTION_END)
                this.#enter('declarations');
        }
        else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
            this.#quote = byte;
        }
        else if (!this.#isInSubset) {
            if (byte === GREATER)
                return true;
            this.#isInSubset = byte === OPEN_BRACKET;
        }
        else if (byte === CLOSE_BRACKET) {
            this.#isInSubset = false;
        }
        else if (this.#last === COMMENT_START) {
            this.#enter('comment');
        }
        else if ((this.#last & LAST_TWO) === INSTRUCTION_START) {
            this.#enter('instruction');
        }
        return false;
    }
    #enter(inside) {
        this.#inside = inside;
        this.#last = 0;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/xml/skimmer.js




const OPENINGS = ['<!--', '<![CDATA[', '<!DOCTYPE'];
/** What a chunk can grow by, besides its control characters. */
const SLACK_BYTES = 128;
const MAX_COMMENT_LINES = 4096;
const NO_ENTITY = -1;
const HASH_PRIME = 0x01000193;
const SOME_TEXT = 0x78;
const LONE_AMPERSAND = '"&" stands alone';
/**
 * Makes a document small before it is parsed, on the bytes of UTF-8: of comments, of the DOCTYPE, and of text and CDATA
 * that nobody reads, only the line feeds remain; of a long value its beginning. The markup itself passes unchanged, so
 * that the parser behind still judges it and counts the same lines. It is one machine in one file: the constructs share
 * their ways in and out.
 */
class Skimmer {
    /** Why the document cannot go on; what came before it was handed out. */
    fault;
    /** Whether a tag had a colon: only then can names have prefixes. */
    sawColon = false;
    /** Line feeds that could not be handed out. */
    droppedLines = 0;
    #keepsText;
    #scan;
    #out = new ByteWriter();
    // What follows belongs to the construct being read; where one begins, it sets what it uses.
    #opening = '';
    #doctype = new DoctypeScanner();
    #last = 0;
    #commentLines = 0;
    #isStart = true;
    #sawText = false;
    #terminator = 0;
    #markupBytes = 0;
    #tagBytes = 0;
    #valueBytes = 0;
    #entityBytes = NO_ENTITY;
    #droppedHash = 0;
    constructor(options) {
        this.#keepsText = options.keepsText;
        this.#scan = this.#startText();
    }
    /** What is left of a chunk, valid until the next call. */
    skim(bytes) {
        // A control character becomes three bytes.
        this.#out.reset(bytes.length * 3 + SLACK_BYTES);
        for (let index = 0; index < bytes.length && this.fault === undefined;)
            index = this.#scan(bytes, index);
        return this.#out.written();
    }
    /** What the document ends in the middle of, where the parser behind cannot know. */
    findCut() {
        if (this.#scan === this.#scanComment)
            return 'a comment has no end';
        if (this.#scan === this.#scanCdata)
            return 'a CDATA section has no end';
        if (this.#scan === this.#scanDoctype)
            return 'the DOCTYPE has no end';
        if (this.#scan === this.#scanLess || this.#scan === this.#scanOpening)
            return 'unexpected end';
        return undefined;
    }
    #startText() {
        this.#isStart = true;
        this.#sawText = false;
        if (!this.#keepsText)
            return this.#scanText;
        this.#startValue(LESS);
        return this.#scanValue;
    }
    /** Text that nobody reads: one letter tells that there is some, for it may stand where none is allowed. */
    #scanText(bytes, from) {
        let index = from;
        if (this.#isStart && bytes[index] === BLANK)
            this.#out.put(BLANK);
        this.#isStart = false;
        for (; index < bytes.length; index += 1) {
            const byte = bytes[index];
            if (byte === LESS) {
                this.#scan = this.#scanLess;
                return index + 1;
            }
            if (byte === LINE_FEED) {
                this.#out.put(byte);
            }
            else if (!this.#sawText && !isBlank(byte)) {
                this.#sawText = true;
                this.#out.put(SOME_TEXT);
            }
        }
        return index;
    }
    #scanLess(bytes, from) {
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
        this.#scan = byte === QUESTION ? this.#scanInstruction : this.#scanTag;
        return from;
    }
    #scanOpening(bytes, from) {
        this.#opening += String.fromCharCode(bytes[from]);
        const opening = OPENINGS.find((text) => text.startsWith(this.#opening));
        if (opening === undefined)
            this.fault = 'unknown markup after "<!"';
        if (opening !== this.#opening)
            return from + 1;
        this.#last = 0;
        this.#commentLines = 0;
        if (opening === '<!--') {
            this.#out.putAscii('<!--');
            this.#scan = this.#scanComment;
        }
        else if (opening === '<!DOCTYPE') {
            this.#out.putAscii('<!DOCTYPE x><!--');
            this.#doctype = new DoctypeScanner();
            this.#scan = this.#scanDoctype;
        }
        else {
            this.#out.putAscii(this.#keepsText ? '<![CDATA[' : '<![CDATA[]]>');
            this.#valueBytes = 0;
            this.#scan = this.#scanCdata;
        }
        return from + 1;
    }
    #scanComment(bytes, from) {
        let last = this.#last;
        for (let index = from; index < bytes.length; index += 1) {
            const byte = bytes[index];
            last = (last << 8) | byte;
            if (byte === LINE_FEED)
                this.#putCommentLine();
            else if (byte === GREATER && (last & LAST_THREE) === COMMENT_END) {
                this.#out.putAscii('-->');
                this.#scan = this.#startText();
                return index + 1;
            }
        }
        this.#last = last;
        return bytes.length;
    }
    #scanDoctype(bytes, from) {
        for (let index = from; index < bytes.length; index += 1) {
            const byte = bytes[index];
            if (byte === LINE_FEED)
                this.#putCommentLine();
            if (this.#doctype.ends(byte)) {
                this.#out.putAscii('-->');
                this.#scan = this.#startText();
                return index + 1;
            }
        }
        return bytes.length;
    }
    /** The parser keeps a comment until it ends, so none is long. */
    #putCommentLine() {
        this.#out.put(LINE_FEED);
        this.#commentLines += 1;
        if (this.#commentLines % MAX_COMMENT_LINES === 0)
            this.#out.putAscii('--><!--');
    }
    #scanCdata(bytes, from) {
        let last = this.#last;
        for (let index = from; index < bytes.length; index += 1) {
            const byte = bytes[index];
            last = (last << 8) | byte;
            if (byte === GREATER && (last & LAST_THREE) === CDATA_END) {
                if (this.#keepsText)
                    this.#out.putAscii(this.#valueBytes < MAX_VALUE_BYTES ? '>' : ']]>');
                this.#scan = this.#startText();
                return index + 1;
            }
            if (!this.#keepsText) {
                if (byte === LINE_FEED)
                    this.#out.put(byte);
            }
            else if (this.#valueBytes < MAX_VALUE_BYTES) {
                this.#valueBytes += 1;
                this.#out.putVisible(byte);
            }
            else if (byte === LINE_FEED) {
                this.droppedLines += 1;
            }
        }
        this.#last = last;
        return bytes.length;
    }
    #scanInstruction(bytes, from) {
        for (let index = from; index < bytes.length; index += 1) {
            const byte = bytes[index];
            const before = this.#last;
            this.#last = (before << 8) | byte;
            const isEnd = (this.#last & LAST_TWO) === INSTRUCTION_END && before !== QUESTION;
            this.#markupBytes += 1;
            if (this.#markupBytes > MAX_MARKUP_BYTES)
                this.fault = 'a processing instruction is too long';
            this.#out.put(byte);
            if (isEnd) {
                this.#scan = this.#startText();
                return index + 1;
            }
        }
        return bytes.length;
    }
    #scanTag(bytes, from) {
        let index = from;
        for (; index < bytes.length; index += 1) {
            const byte = bytes[index];
            this.#out.put(byte);
            if (byte > GREATER)
                continue;
            if (byte === COLON) {
                this.sawColon = true;
            }
            else if (byte === GREATER || byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
                if (byte === GREATER) {
                    this.#scan = this.#startText();
                }
                else {
                    this.#startValue(byte);
                    this.#scan = this.#scanValue;
                }
                index += 1;
                break;
            }
        }
        this.#markupBytes += index - from;
        if (this.#markupBytes > MAX_MARKUP_BYTES)
            this.fault = `a tag is longer than ${MAX_MARKUP_BYTES} bytes`;
        return index;
    }
    #startValue(terminator) {
        this.#terminator = terminator;
        this.#valueBytes = 0;
        this.#entityBytes = NO_ENTITY;
    }
    /** A value or a stretch of text, up to the byte that ends it or to the limit. */
    #scanValue(bytes, from) {
        const terminator = this.#terminator;
        for (let index = from; index < bytes.length; index += 1) {
            if (this.#entityBytes === NO_ENTITY) {
                const start = index;
                index = this.#out.putPlain(bytes, start, Math.min(bytes.length, start + MAX_VALUE_BYTES - this.#valueBytes));
                this.#valueBytes += index - start;
                if (index === bytes.length)
                    return index;
            }
            const byte = bytes[index];
            if (byte === terminator)
                return this.#endValue(index);
            // Neither an entity nor a character is cut in two.
            if (this.#entityBytes === NO_ENTITY && this.#valueBytes >= MAX_VALUE_BYTES && !isContinued(byte)) {
                this.#droppedHash = 0;
                this.#scan = this.#scanRest;
                return index;
            }
            this.#valueBytes += 1;
            this.#out.putVisible(byte);
            this.fault = this.#findValueFault(byte);
            if (this.fault !== undefined)
                return bytes.length;
        }
        return bytes.length;
    }
    /** Follows the entities of a value byte by byte. */
    #findValueFault(byte) {
        if (byte === LESS)
            return '"<" stands inside of a value';
        if (this.#entityBytes === NO_ENTITY) {
            if (byte === AMPERSAND)
                this.#entityBytes = 0;
            return undefined;
        }
        if (byte === SEMICOLON) {
            this.#entityBytes = NO_ENTITY;
            return undefined;
        }
        this.#entityBytes += 1;
        return byte === AMPERSAND || this.#entityBytes > MAX_ENTITY_BYTES ? LONE_AMPERSAND : undefined;
    }
    /** What is beyond the limit counts by its hash alone: two long names that begin alike stay two. */
    #scanRest(bytes, from) {
        const isText = this.#terminator === LESS;
        for (let index = from; index < bytes.length; index += 1) {
            const byte = bytes[index];
            if (byte === this.#terminator) {
                if (!isText || this.#droppedHash !== 0)
                    this.#out.putAscii(`#${(this.#droppedHash >>> 0).toString(16)}`);
                return this.#endValue(index);
            }
            if (byte === LINE_FEED)
                this.droppedLines += 1;
            // Blanks outside of the root are no text.
            if (isText && isBlank(byte))
                continue;
            this.#droppedHash = Math.imul(this.#droppedHash ^ byte, HASH_PRIME);
        }
        return bytes.length;
    }
    #endValue(index) {
        if (this.#entityBytes !== NO_ENTITY)
            this.fault = LONE_AMPERSAND;
        if (this.#terminator === LESS) {
            this.#scan = this.#scanLess;
        }
        else {
            this.#out.put(this.#terminator);
            this.#tagBytes += this.#valueBytes;
            if (this.#tagBytes > MAX_TAG_BYTES)
                this.fault = `a tag is longer than ${MAX_TAG_BYTES} bytes`;
            this.#scan = this.#scanTag;
        }
        return index + 1;
    }
}
/** Whether a byte of UTF-8 goes on with a character. */
function isContinued(byte) {
    return (byte & 0xc0) === 0x80;
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/xml/read-xml.js





/** Faults of XML that spoil nothing that is counted: the parser goes on, and the text stays as it is written. */
const HARMLESS = new Set(['undefined entity.', 'malformed character entity.', 'disallowed character.']);
const NO_ATTRIBUTES = {};
/**
 * Reads an XML document chunk by chunk in a fixed amount of memory. No entity is expanded but the five of XML, nothing
 * is fetched.
 * @throws {BadReportError} where the document is not well-formed, is cut off, or exceeds a limit; it names the line.
 */
async function readXml(chunks, handler) {
    const skimmer = new Skimmer({ keepsText: handler.text !== undefined });
    const parser = new saxes/* SaxesParser */.wT({ xmlns: false, position: false });
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    let depth = 0;
    let unknownEntities = 0;
    const fail = (reason) => {
        throw badXml(reason, parser.line + skimmer.droppedLines);
    };
    parser.on('error', ({ message }) => {
        if (!HARMLESS.has(message))
            fail(message);
        unknownEntities += 1;
        if (unknownEntities > MAX_UNKNOWN_ENTITIES)
            fail(`there are more than ${MAX_UNKNOWN_ENTITIES} unknown entities`);
    });
    parser.on('opentag', (tag) => {
        depth += 1;
        if (depth > MAX_DEPTH)
            fail(`elements nest more than ${MAX_DEPTH} deep`);
        if (skimmer.sawColon)
            handler.open(localName(tag.name), withoutPrefixes(tag.attributes));
        else
            handler.open(tag.name, tag.attributes);
        // The parser keeps every open tag; a thousand of them must not keep a thousand times the longest attributes.
        tag.attributes = NO_ATTRIBUTES;
    });
    parser.on('closetag', ({ name }) => {
        depth -= 1;
        handler.close(skimmer.sawColon ? localName(name) : name);
    });
    if (handler.text !== undefined) {
        const text = (part) => handler.text?.(part);
        parser.on('text', text);
        parser.on('cdata', text);
    }
    let isEmpty = true;
    for await (const bytes of decodeBytes(chunks)) {
        isEmpty &&= bytes.length === 0;
        parser.write(decoder.decode(skimmer.skim(bytes), { stream: true }));
        if (skimmer.fault !== undefined)
            fail(skimmer.fault);
    }
    if (isEmpty)
        throw new bad_report/* BadReportError */.i({ rule: 'the file is empty', cure: 'Did the tool that writes it run?' });
    parser.write(decoder.decode());
    const cut = skimmer.findCut();
    if (cut !== undefined)
        fail(cut);
    parser.close();
}
/** A text of its own: a part of a chunk keeps the whole chunk in memory for as long as it is kept. */
function detachText(text) {
    return ` ${text}`.slice(1);
}
function badXml(reason, line) {
    const [rule, value] = reason.replace(/\.$/, '').split(': ', 2);
    const cure = 'Was it cut off, or written by two at once?';
    return new bad_report/* BadReportError */.i({
        rule: `this is not well-formed XML (line ${line}: ${rule})`,
        ...(value === undefined ? {} : { value }),
        cure,
    });
}
function localName(name) {
    return name.slice(name.indexOf(':') + 1);
}
/** Of two names that are one without their prefixes, the one that has none counts. */
function withoutPrefixes(attributes) {
    const names = Object.keys(attributes);
    if (!names.some((name) => name.includes(':')))
        return attributes;
    const local = Object.create(null);
    for (const name of names.filter((one) => !one.startsWith('xmlns:'))) {
        const value = attributes[name] ?? '';
        if (!name.includes(':'))
            local[name] = value;
        else
            local[localName(name)] ??= value;
    }
    return local;
}


/***/ })

};
;