import { JSDOM, type PageDocument } from 'jsdom';
import { marked } from 'marked';

/** What a Markdown text becomes on a page. */
export interface Page {
  /** Every kind of element there is, each with its attributes: `td align=right`. */
  readonly shapes: ReadonlySet<string>;
  readonly document: PageDocument;
}

/** A Markdown text as GitHub's flavour reads it, in a page that can be looked through. */
export function readPage(markdown: string): Page {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const { document } = new JSDOM(`<!doctype html><body>${html}</body>`).window;
  const shapes = [...document.body.querySelectorAll('*')].map((element) =>
    [element.localName, ...[...element.attributes].map(({ name, value }) => `${name}=${value}`)].join(' '),
  );
  return { shapes: new Set(shapes), document };
}
