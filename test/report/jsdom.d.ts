/** The part of jsdom that the tests use. Its package has no types. */
declare module 'jsdom' {
  export interface PageElement {
    readonly localName: string;
    readonly textContent: string;
    readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
    readonly children: Iterable<PageElement> & { readonly length: number };
    closest(selector: string): PageElement | null;
    querySelector(selector: string): PageElement | null;
    querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number };
  }
  export interface PageDocument extends PageElement {
    readonly body: PageElement;
  }
  // Vitest's types name it.
  export type ConstructorOptions = object;
  export class JSDOM {
    constructor(html: string);
    readonly window: { readonly document: PageDocument };
  }
}
