import type { Console } from './console.ts';

export async function runDemo(console: Console): Promise<number> {
  console.out('demo');
  return 0;
}
