const WIDTH = 30;
const REDRAW_MS = 100;
/** Before that, a speed is meaningless. */
const SETTLED_MS = 1000;

/** A progress bar on the screen. */
interface Progress {
  /** Adds bytes that were read. */
  add(bytes: number): void;
  /** Sets the number of lines that were sent. */
  send(lines: number): void;
  /** Removes the bar. */
  end(): void;
}

/**
 * Draws a progress bar for `totalBytes` on standard error. Undefined without a known total, and without a terminal that
 * can erase a line.
 */
export function startProgress(totalBytes: number | undefined, env: NodeJS.ProcessEnv): Progress | undefined {
  const { stderr } = process;
  if (totalBytes === undefined || totalBytes === 0 || !stderr.isTTY || env['TERM'] === 'dumb')
    return undefined;
  const startedAt = performance.now();
  let read = 0;
  let sent = 0;
  let drawnAt = 0;
  const draw = (): void => {
    const now = performance.now();
    if (now - drawnAt < REDRAW_MS) return;
    drawnAt = now;
    const bar = formatBar(read / totalBytes, { lines: sent, elapsedMs: now - startedAt });
    // A longer line than the terminal would remain on the screen when it is drawn again.
    stderr.write(`\r${bar.slice(0, (stderr.columns || 80) - 1)}\u001b[K`);
  };
  return {
    add(bytes) {
      read += bytes;
      draw();
    },
    send(lines) {
      sent = lines;
      draw();
    },
    end() {
      if (drawnAt > 0) stderr.write('\r\u001b[K');
    },
  };
}

/** `[#####     ]  50 %  81,000 lines/s  0:07 left` for a share from 0 to 1; without a speed until one is known. */
export function formatBar(
  share: number,
  { lines = 0, elapsedMs = 0 }: { readonly lines?: number; readonly elapsedMs?: number } = {},
): string {
  const part = Math.min(1, Math.max(0, share));
  const full = Math.round(part * WIDTH);
  const bar = `[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${String(Math.floor(part * 100)).padStart(3)} %`;
  if (elapsedMs < SETTLED_MS || lines === 0 || part === 0) return bar;
  const perSecond = Math.round((lines / elapsedMs) * 1000);
  const leftSeconds = Math.ceil(((elapsedMs / part) * (1 - part)) / 1000);
  return `${bar}  ${perSecond.toLocaleString('en')} lines/s  ${formatTime(leftSeconds)} left`;
}

/** `0:07`, `12:30` or `1:02:03`. */
function formatTime(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const end = String(rest).padStart(2, '0');
  return hours === 0 ? `${minutes}:${end}` : `${hours}:${String(minutes).padStart(2, '0')}:${end}`;
}
