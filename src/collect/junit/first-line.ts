/** What is kept of a name and of a message. */
const MAX_SHOWN_CHARACTERS = 200;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const ENTITY = /&(#\d{1,7}|#x[\da-f]{1,6}|lt|gt|amp|quot|apos);/gi;
/** Lines that name only a place: of Go's test runner, of googletest, of bats, of Catch2. */
const PLACE =
  /^(?:(?:=== (?:RUN|PAUSE|CONT|NAME)|--- FAIL:).*|[^\s:]+:\d+(?::\d+)?:?|unknown file|\(in test file .*\)|FAILED:)$/;
/** Only the start of a message is read, because the informative line is there. */
const MAX_READ_CHARACTERS = 4096;

/** The first line of a message that says more than a place or the test's own name, cut. Undefined if there is none. */
export function findFirstLine(text: string | undefined, ownName?: string): string | undefined {
  const lines = (text ?? '')
    .slice(0, MAX_READ_CHARACTERS)
    .split(/[\r\n]+/)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '');
  const line = lines.find((one) => !PLACE.test(one) && one !== ownName) ?? lines[0];
  return line === undefined ? undefined : cutText(line);
}

/** The first characters of a text; no character is cut in two. */
export function cutText(text: string): string {
  if (text.length <= MAX_SHOWN_CHARACTERS) return text;
  const characters = [...text.slice(0, 2 * MAX_SHOWN_CHARACTERS)];
  return `${characters.slice(0, MAX_SHOWN_CHARACTERS - 1).join('')}…`;
}

/** Text of an element with its entities replaced. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (written, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name.toLowerCase()) ?? written;
    // `#x41` is hexadecimal, as is `0x41`.
    const code = Number(name.replace(/^#(?=x)/i, '0').replace('#', ''));
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}
