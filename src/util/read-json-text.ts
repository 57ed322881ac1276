import { JsonGauge, type JsonLimits } from './json-gauge.ts';

/** How much of a JSON text is read. */
export interface JsonTextRules {
  readonly maxBytes: number;
  readonly limits: JsonLimits;
  /** The error when the text exceeds a limit. */
  readonly refuse: (exceeded: keyof JsonLimits | 'bytes') => Error;
}

/**
 * Reads JSON from outside as text: a response's body or a file. If a limit is exceeded, it ends the body and throws the
 * error of `refuse`.
 */
export async function readJsonText(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { maxBytes, limits, refuse }: JsonTextRules,
): Promise<string> {
  const decoder = new TextDecoder();
  const gauge = new JsonGauge(limits);
  let text = '';
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw refuse('bytes');
    const exceeded = gauge.push(chunk);
    if (exceeded !== undefined) throw refuse(exceeded);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
