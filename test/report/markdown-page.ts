import { JSDOM, type PageDocument } from 'jsdom';
import { marked } from 'marked';

/** The page of a Markdown text. */
export interface Page {
  /** Every kind of element in it, each with its attributes: `td align=right`. */
  readonly shapes: ReadonlySet<string>;
  readonly document: PageDocument;
}

/** Parses Markdown as GitHub does, into a page that tests can search. */
export function readPage(markdown: string): Page {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const { document } = new JSDOM(`<!doctype html><body>${html}</body>`).window;
  const shapes = [...document.body.querySelectorAll('*')].map((element) =>
    [element.localName, ...[...element.attributes].map(({ name, value }) => `${name}=${value}`)].join(' '),
  );
  return { shapes: new Set(shapes), document };
}
