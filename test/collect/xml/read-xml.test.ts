import { describe, expect, test } from 'vitest';
import { BadReportError } from '../../../src/collect/read-report.ts';
import { readXml } from '../../../src/collect/xml/read-xml.ts';
import { inChunks, readEvents, recordEvents } from './documents.ts';

const DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<!-- <ghost/> -->
<!DOCTYPE a [ <!ENTITY e "]><ghost/>"> <!-- ]> ' --> <?p ]> ' ?> <!ATTLIST a b CDATA 'x'> ]>
<a one='"1" > 2' two="it's &lt;&#233;&#xe9;&amp;&gt;">é &lt; <![CDATA[<ghost a="]] >" ]]]]><b
  c = "1
2"/></a >
<?end <ghost/> ?>
`;

test('emits all events in order with any chunks', async () => {
  const expected = [
    { open: 'a', attributes: { one: '"1" > 2', two: `it's <éé&>` } },
    { text: 'é < <ghost a="]] >" ]]' },
    { open: 'b', attributes: { c: '1 2' } },
    { close: 'b' },
    { close: 'a' },
  ];
  for (const chunkSize of [1, 2, 3, 7, 64, 10_000]) {
    const all = await readEvents(DOCUMENT, { chunkSize });
    expect(all.filter((event) => !('text' in event) || event.text.trim() !== '')).toEqual(expected);
    const tags = await readEvents(DOCUMENT, { chunkSize, withText: false });
    expect(tags).toEqual(expected.filter((event) => !('text' in event)));
  }
});

test('names lose their prefixes, and a name without a prefix has priority', async () => {
  const events = await readEvents('<p:a xmlns:p="u" p:b="1" b="2" p:c="3"><q:d/></p:a>', { withText: false });
  expect(events).toEqual([
    { open: 'a', attributes: { b: '2', c: '3' } },
    { open: 'd', attributes: {} },
    { close: 'd' },
    { close: 'a' },
  ]);
});

test('attributes may have the names of object properties', async () => {
  const { handler } = recordEvents({ withText: false });
  const seen: string[] = [];
  const open = (_: string, attributes: Readonly<Record<string, string>>): void => {
    seen.push(...Object.entries(attributes).map(([name, value]) => `${name}=${value}`));
    expect(attributes['toString']).toBe(undefined);
  };
  const document = Buffer.from('<a __proto__="1" constructor="2" hasOwnProperty="&constructor;"/>');
  await readXml({ chunks: inChunks(document) }, { ...handler, open });
  expect(seen).toEqual(['__proto__=1', 'constructor=2', expect.stringMatching(/^hasOwnProperty=/)]);
});

describe('encodings', () => {
  const body = (declared: string): string => `<?xml version="1.0"${declared}?><a b="é日"/>`;
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
  test.each([
    ['UTF-8 without a declaration', Buffer.from(body('')), 'é日'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${body('')}`), 'é日'],
    ['a mark against the declaration', Buffer.from(`\ufeff${body(' encoding="ISO-8859-1"')}`), 'é日'],
    ['UTF-16 little endian', Buffer.from(`\ufeff${body(' encoding="UTF-16"')}`, 'utf16le'), 'é日'],
    ['UTF-16 big endian', utf16be(`\ufeff${body(' encoding="UTF-16"')}`), 'é日'],
    ['UTF-16 without a mark', Buffer.from(body(''), 'utf16le'), 'é日'],
    ['UTF-16 big endian without a mark', utf16be(body('')), 'é日'],
    ['UTF-8 declared as UTF-16', Buffer.from(body(' encoding="utf-16"')), 'é日'],
    ['Latin 1', latin('<?xml version="1.0" encoding=\'ISO-8859-1\'?><a b="é"/>'), 'é'],
    [
      'Windows',
      Buffer.from([...latin('<?xml version="1.0" encoding="Windows-1252"?><a b="'), 0x80, ...latin('"/>')]),
      '€',
    ],
    // The second byte of the first character is a backslash, and that of the second one a closing bracket.
    [
      'Shift_JIS',
      Buffer.from([
        ...latin('<?xml version="1.0" encoding="Shift_JIS"?><a b="'),
        0x95,
        0x5c,
        0x83,
        0x5d,
        ...latin('"/>'),
      ]),
      '表ゾ',
    ],
    ['bytes that are not UTF-8', Buffer.from([...latin('<a b="x'), 0xff, 0xe9, ...latin('"/>')]), 'x��'],
  ])('%s', async (_, bytes, expected) => {
    for (const chunkSize of [1, 3, 10_000]) {
      const [first] = await readEvents(bytes, { chunkSize });
      expect(first).toEqual({ open: 'a', attributes: { b: expected } });
    }
  });

  test('names an unknown encoding', async () => {
    const reading = readEvents('<?xml version="1.0" encoding="klingon-8"?><a/>');
    await expect(reading).rejects.toThrow(BadReportError);
    await expect(reading).rejects.toMatchObject({ fault: { value: 'klingon-8' } });
  });
});

describe('accepts invalid XML that tools write', () => {
  test('shows control characters', async () => {
    const events = await readEvents('<a b="\u001b[31m\u0000">\u0007<![CDATA[\u001b]]></a>');
    expect(events[0]).toEqual({ open: 'a', attributes: { b: '␛[31m␀' } });
    expect(events[1]).toEqual({ text: '␇␛' });
  });

  test('keeps unknown entities and impossible characters as written', async () => {
    const [first] = await readEvents('<a b="&nbsp;&#27;&#x1B;&#xFFFFFFFF;\ufffe"/>');
    expect(first).toEqual({ open: 'a', attributes: { b: '&nbsp;&#27;&#x1B;&#xFFFFFFFF;\ufffe' } });
  });

  test('accepts a lone "&" or "]]>" in skipped text', async () => {
    expect(await readEvents('<a>R&D ]]> &amp</a>', { withText: false })).toHaveLength(2);
  });
});

describe('names the line of what is not well-formed', () => {
  test.each([
    ['nothing', '', /the file is empty/],
    ['a mark alone', '\ufeff', /the file is empty/],
    ['blanks', '\n\n', /line 3: document must contain a root element/],
    ['no XML at all', 'hello\nworld', /text data outside of root node/],
    ['JSON', '{"a":1}', /line 1: text data outside/],
    ['cut in a tag', '<a>\n<b c="', /line 2: unclosed tag/],
    ['cut after a tag', '<a>\n<b/>\n', /line 3: unclosed tag/],
    ['cut in a comment', '<a/>\n<!-- \n', /line 3: a comment has no end/],
    ['cut in CDATA', '<a>\n<![CDATA[ \n]]', /line 3: a CDATA section has no end/],
    ['cut in the DOCTYPE', '<!DOCTYPE a [\n', /line 2: the DOCTYPE has no end/],
    ['cut after "<"', '<a/>\n<', /line 2: unexpected end/],
    ['cut after "<!"', '<a/>\n<!-', /line 2: unexpected end/],
    ['cut in an instruction', '<a/>\n<?b ', /line 2: unexpected end/],
    ['the wrong end', '<a>\n<b>\n</a>', /line 3: unexpected close tag/],
    ['an end too many', '<a/>\n</a>', /line 2: unmatched closing tag/],
    ['two roots', '<a/>\n<a/>', /line 2: documents may contain only one root/],
    ['text behind the root', '<a/>\nx', /line 2: text data outside of root/],
    ['CDATA behind the root', '<a/>\n<![CDATA[x]]>', /line 2: text data outside of root/],
    ['an attribute twice', '<a b="1"\n b="2"/>', /line 2: duplicate attribute/],
    ['no quotation marks', '<a b=1/>', /unquoted attribute value/],
    ['"<" in a value', '<a\nb="<"/>', /line 2: "<" is inside of a value/],
    ['a lone "&" in a value', '<a>\n<b c="R&D"/></a>', /line 2: "&" is not part of an entity/],
    ['a lone "&" before another', '<a b="R&D &amp;"/>', /line 1: /],
    ['a tag of another language', '<!WHAT x>', /line 1: unknown markup/],
    ['a declaration that comes late', '\n<?xml version="1.0"?><a/>', /line 2: /],
    ['a name with a blank', '<a>< b/></a>', /line 1: /],
  ])('%s', async (_, document, expected) => {
    for (const chunkSize of [1, 10_000]) {
      for (const withText of [true, false]) {
        const reading = readEvents(document, { withText, chunkSize });
        await expect(reading).rejects.toThrow(BadReportError);
        await expect(reading).rejects.toThrow(expected);
      }
    }
  });

  test('counts lines through all skipped parts', async () => {
    const skipped = '<!--\n\n--><![CDATA[\n]]>\n<?p\n?>text\n\n';
    for (const withText of [true, false]) {
      const reading = readEvents(`<!DOCTYPE a [\n\n]>\n<a>${skipped.repeat(3)}</b></a>`, { withText });
      await expect(reading).rejects.toThrow(/line 25: /);
    }
  });
});

test('passes on an error of the handler unchanged, and stops reading', async () => {
  let isClosed = false;
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield Buffer.from('<a>');
      yield Buffer.from('<b/>');
    } finally {
      isClosed = true;
    }
  };
  const error = new BadReportError({ rule: 'mine' });
  const handler = {
    open: () => {
      throw error;
    },
    close: () => {},
  };
  await expect(readXml({ chunks: chunks() }, handler)).rejects.toBe(error);
  expect(isClosed).toBe(true);
});
