// The package's own types do not hold under exactOptionalPropertyTypes, and a check that passes over the types of
// libraries would pass over ours too: these say what is used of it.

/** An element that opens. */
export interface SaxesTag {
  name: string;
  attributes: Record<string, string>;
}

/** What the parser tells. */
export interface SaxesHandlers {
  error: (error: Error) => void;
  opentag: (tag: SaxesTag) => void;
  closetag: (tag: SaxesTag) => void;
  text: (text: string) => void;
  cdata: (text: string) => void;
}

/** The package's strict streaming parser. */
export declare class SaxesParser {
  constructor(options: { readonly xmlns: false; readonly position: false });
  /** The line that is being read, from 1. */
  readonly line: number;
  on<Event extends keyof SaxesHandlers>(event: Event, handler: SaxesHandlers[Event]): void;
  off(event: keyof SaxesHandlers): void;
  write(chunk: string): this;
  close(): this;
}
