/** Epoch seconds of an hour ago: a time that is no reason for a warning. */
export const RECENT: number = Math.floor(Date.now() / 1000) - 3600;
