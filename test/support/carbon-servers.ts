import { startCarbonCache } from './carbon-cache.ts';
import type { CarbonServer, CarbonServerOptions } from './carbon-server.ts';
import { startGoCarbon } from './go-carbon.ts';
import type { Need } from './needs.ts';

/** A server that stores what Carbon's line protocol brings, and how to start it. */
export interface CarbonKind {
  readonly name: string;
  /** Carbon's own library reads the files and the memory of each of them. */
  readonly needed: readonly [Need, ...Need[]];
  readonly start: (options?: CarbonServerOptions) => Promise<CarbonServer>;
}

/** Every server that stores points as Carbon does. Each test must pass for each of them. */
export const CARBON_SERVERS: readonly CarbonKind[] = [
  { name: 'carbon-cache', needed: ['carbon-cache'], start: startCarbonCache },
  { name: 'go-carbon', needed: ['go-carbon', 'carbon-cache'], start: startGoCarbon },
];
