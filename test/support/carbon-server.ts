import { type Point, queryCache, readWhisperFile, readWhisperFiles } from './carbon-points.ts';

/** A real server that stores what Carbon's line protocol brings; it is killed and its directory removed when disposed of. */
export interface CarbonServer extends AsyncDisposable {
  readonly host: string;
  readonly linePort: number;
  readonly picklePort: number;
  readonly queryPort: number;
  readonly pid: number;
  readonly dir: string;
  /** The root of its whisper files. */
  readonly whisperDir: string;
  /** The points in the cache: exact and immediate, unless the server was started with `onDisk`. */
  readonly readPoints: (paths: readonly string[]) => Promise<Map<string, Point[]>>;
  /** The points on disk, once there are `count` (default 1) or 20 s have passed. Only with `onDisk`. */
  readonly readWhisper: (
    path: string,
    options?: { count?: number; fromSeconds?: number },
  ) => Promise<Point[]>;
  /** All metrics that are on disk, once there are `count` points together or 20 s have passed. Only with `onDisk`. */
  readonly readAllWhisper: (count: number) => Promise<Map<string, Point[]>>;
  /** Everything it logged and printed: refused lines, errors of the writer. */
  readonly readLog: () => Promise<string>;
}

/** The settings of a server. */
export interface CarbonServerOptions {
  /** `::1` or `127.0.0.1` (default). */
  readonly host?: string;
  /** Writes to disk instead of keeping everything in the cache. */
  readonly onDisk?: boolean;
  /** Whether it parses tags. */
  readonly hasTags?: boolean;
  /** The schema of every metric, `1s:10m` by default. */
  readonly retentions?: string;
  /** Further files of the configuration, instead of the schema: `storage-schemas.conf`, `storage-aggregation.conf`. */
  readonly conf?: Readonly<Record<string, string>>;
}

/** Reads back what a server has: by its port for cache queries, and from its files if it writes any. */
export function createReaders(place: {
  readonly host: string;
  readonly queryPort: number;
  /** Whether one query may ask for many series. */
  readonly isBulk: boolean;
  readonly whisperDir: string;
  readonly onDisk: boolean;
}): Pick<CarbonServer, 'readPoints' | 'readWhisper' | 'readAllWhisper'> {
  const { whisperDir: directory } = place;
  const startOfArchive = (): number => {
    if (!place.onDisk) throw new Error('this server holds everything in memory: start it with onDisk');
    return Math.floor(Date.now() / 1000) - 590;
  };
  return {
    readPoints: (paths) => queryCache({ ...place, port: place.queryPort, paths }),
    readWhisper: (path, { count = 1, fromSeconds = startOfArchive() } = {}) =>
      readWhisperFile({ directory, path, fromSeconds, count }),
    readAllWhisper: (count) => readWhisperFiles({ directory, fromSeconds: startOfArchive(), count }),
  };
}
