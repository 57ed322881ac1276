import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import { JSDOM } from 'jsdom';

/** What Mermaid parsed of a diagram. */
export interface Understood {
  readonly type: string;
  /** The tasks of a gantt. */
  readonly tasks: ReadonlyArray<{ task: string; crit?: boolean; startTime: Date; endTime: Date }>;
  /** The plots of a chart, each with its points. */
  readonly plots: ReadonlyArray<{ type: string; data: ReadonlyArray<readonly [string, number]> }>;
  readonly title: string;
  readonly links: number;
}

/** The part of Mermaid that the tests use. Its own types need those of a browser. */
interface Mermaid {
  parse(text: string): Promise<unknown>;
  readonly mermaidAPI: {
    getDiagramFromText(text: string): Promise<{ readonly type: string; readonly db: Database }>;
  };
}

interface Database {
  getTasks?(): Understood['tasks'];
  getLinks?(): Map<string, string>;
  getSections?(): readonly string[];
  getXYChartData?(): { plots: Understood['plots'] };
  getDiagramTitle(): string;
}

/** Mermaid's own parser. It is a browser script and needs a page. */
export async function startMermaid(): Promise<(text: string) => Promise<Understood>> {
  const { window } = new JSDOM('<!doctype html><body></body>');
  Object.assign(globalThis, { window, document: window.document });
  const file = createRequire(import.meta.url).resolve('@mermaid-js/tiny');
  runInThisContext(await readFile(file, 'utf8'));
  const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
  return async (text) => {
    await mermaid.parse(text);
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    return {
      type,
      tasks: (db.getTasks?.() ?? []).map((one) => ({ ...one, task: one.task.trim() })),
      plots: db.getXYChartData?.().plots ?? [],
      title: db.getDiagramTitle(),
      links: (db.getLinks?.().size ?? 0) + (db.getSections?.().length ?? 0),
    };
  };
}

/** The texts of all diagrams of a Markdown text, found as GitHub finds them. */
export function listDiagrams(markdown: string): string[] {
  return [...markdown.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map(([, text = '']) => text);
}
