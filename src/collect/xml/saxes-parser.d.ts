// The package's own types do not compile under exactOptionalPropertyTypes, and skipLibCheck would also skip our own
// declarations. These types describe what is used.

/** An element that opens. */
export interface SaxesTag {
  name: string;
  attributes: Record<string, string>;
}

/** The parser's events. */
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
  /** The current line, from 1. */
  readonly line: number;
  on<Event extends keyof SaxesHandlers>(event: Event, handler: SaxesHandlers[Event]): void;
  off(event: keyof SaxesHandlers): void;
  write(chunk: string): this;
  close(): this;
}
