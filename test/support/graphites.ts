import { startCarbonCache } from './carbon-cache.ts';
import type { CarbonServer, CarbonServerOptions } from './carbon-server.ts';
import { startCarbonapi } from './carbonapi.ts';
import { startGoCarbon } from './go-carbon.ts';
import { startGraphiteWeb } from './graphite-web.ts';
import type { Need } from './needs.ts';

/** A server that stores points, and one in front of it that shows them. */
export interface Graphite extends AsyncDisposable {
  readonly carbon: CarbonServer;
  readonly url: URL;
}

/** What shows points, and how to start it. */
export interface GraphiteKind {
  readonly name: string;
  readonly needed: readonly [Need, ...Need[]];
  readonly start: (options?: CarbonServerOptions) => Promise<Graphite>;
  /** Whether it shows a point before its time. */
  readonly showsFuture: boolean;
}

/** Every server with Graphite's HTTP API: what holds for one has to hold for each. */
export const GRAPHITES: readonly GraphiteKind[] = [
  {
    name: 'graphite-web and carbon-cache',
    needed: ['graphite-manage', 'carbon-cache'],
    showsFuture: true,
    start: async (options) => {
      await using servers = new AsyncDisposableStack();
      const carbon = servers.use(await startCarbonCache({ ...options, onDisk: true }));
      const { url } = servers.use(await startGraphiteWeb({ carbon }));
      return place({ carbon, url }, servers.move());
    },
  },
  {
    name: 'carbonapi and go-carbon',
    needed: ['carbonapi', 'go-carbon', 'carbon-cache'],
    showsFuture: false,
    start: async (options) => {
      await using servers = new AsyncDisposableStack();
      const carbon = servers.use(await startGoCarbon({ ...options, onDisk: true }));
      const { url } = servers.use(await startCarbonapi({ carbon }));
      return place({ carbon, url }, servers.move());
    },
  },
];

function place({ carbon, url }: Pick<Graphite, 'carbon' | 'url'>, servers: AsyncDisposableStack): Graphite {
  return { carbon, url, [Symbol.asyncDispose]: () => servers.disposeAsync() };
}
