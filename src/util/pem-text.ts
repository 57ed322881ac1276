const LINE_LENGTH = 64;

/**
 * Restores the blocks and line breaks of a PEM text. It understands what CI systems make of a multi-line secret:
 * base64 of the whole, `\n` as two characters, spaces instead of line breaks. Undefined if the text is not PEM.
 */
export function toPem(text: string): string | undefined {
  if (text.includes('-----BEGIN ')) return formatBlocks(text);
  const decoded = decodeBase64(text)?.toString('latin1');
  return decoded?.includes('-----BEGIN ') ? formatBlocks(decoded) : undefined;
}

/** The bytes of a text that is base64 as a whole; undefined for another or a short text. */
export function decodeBase64(text: string): Buffer | undefined {
  const packed = text.replace(/\s+/g, '');
  const isBase64 = hasBase64(packed) && /^[A-Za-z0-9+/_-]+={0,2}$/.test(packed);
  return isBase64 ? Buffer.from(packed, 'base64') : undefined;
}

/** Whether a text may be a key in an unknown format; no message may show it. */
export function isKeyLike(text: string): boolean {
  return text.includes('-----') || /\s/.test(text) || hasBase64(text);
}

/** Every text that would reveal a PEM, as written and as understood, to be masked in a log. */
export function listPemSecrets(text: string): string[] {
  const lines = [text, toPem(text) ?? ''].flatMap((written) => written.split(/\r?\n|\\+[rn]/));
  const secrets = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('-----'));
  return [...new Set(secrets)];
}

/** Shorter runs of these characters are words and paths. */
function hasBase64(text: string): boolean {
  return /[A-Za-z0-9+/=_-]{40}/.test(text);
}

function formatBlocks(text: string): string {
  const blocks = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g)].map(
    ([, label = '', body = '']) => formatBlock(label, body),
  );
  return blocks.length === 0 ? text : blocks.join('');
}

function formatBlock(label: string, written: string): string {
  const body = written.replace(/\\+[rn]/g, '\n').trim();
  // An old encrypted key has header lines about its encryption.
  const lines = body.includes(':') ? body.split(/\r?\n/) : cutLines(body.replace(/\s+/g, ''));
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

function cutLines(text: string): string[] {
  return text.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? [];
}
