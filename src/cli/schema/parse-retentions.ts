/** One archive of a whisper file: a slot's length and how many slots there are. */
export interface Archive {
  readonly slotSeconds: number;
  readonly points: number;
}

const UNIT_SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};
const MAX_ARCHIVES = 20;
/** Whisper counts a file's bytes and its slots in 32 bits. */
const MAX_POINTS = Math.floor(2 ** 32 / 12) - 100;

/**
 * Parses retentions like carbon, `60s:7d,1h:5y`: the length of a slot, and how far back its archive reaches. Without a
 * unit the second is a number of slots. Returns the broken rule if whisper would refuse to make the file.
 */
export function parseRetentions(text: string): readonly Archive[] | { readonly rule: string } {
  const parts = text.split(',');
  if (parts.length > MAX_ARCHIVES) return { rule: `there are at most ${MAX_ARCHIVES} archives` };
  const archives = parts.map(parseArchive).filter((archive) => archive !== undefined);
  if (archives.length < parts.length)
    return { rule: 'an archive is the length of a slot and of the archive, such as 60s:7d' };
  if (archives.reduce((sum, { points }) => sum + points, 0) > MAX_POINTS)
    return { rule: 'a series has at most 357 million slots, as many as a whisper file can hold' };
  const sorted = archives.toSorted((one, other) => one.slotSeconds - other.slotSeconds);
  const rule = sorted
    .slice(1)
    .map((coarse, index) => findFault(sorted[index] as Archive, coarse))
    .find((fault) => fault !== undefined);
  return rule === undefined ? sorted : { rule };
}

function parseArchive(text: string): Archive | undefined {
  const [, slot = '', slotUnit = '', length = '', lengthUnit = ''] =
    /^\s*(\d{1,9})([smhdwy]?):(\d{1,9})([smhdwy]?)\s*$/.exec(text) ?? [];
  const slotSeconds = Number(slot) * (UNIT_SECONDS[slotUnit] ?? 1);
  const unit = UNIT_SECONDS[lengthUnit];
  const points = unit === undefined ? Number(length) : Math.floor((Number(length) * unit) / slotSeconds);
  return slotSeconds >= 1 && points >= 1 ? { slotSeconds, points } : undefined;
}

/** Whisper's rules for two consecutive archives. */
function findFault(fine: Archive, coarse: Archive): string | undefined {
  if (fine.slotSeconds === coarse.slotSeconds) return 'every archive has slots of another length';
  const ratio = coarse.slotSeconds / fine.slotSeconds;
  if (!Number.isInteger(ratio)) return 'a slot is a whole number of the slots of the finer archive';
  if (coarse.slotSeconds * coarse.points <= fine.slotSeconds * fine.points)
    return 'an archive with longer slots reaches further back';
  if (fine.points < ratio) return 'an archive has enough slots to fill one of the next archive';
  return undefined;
}
