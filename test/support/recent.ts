/** Epoch seconds of an hour ago, which cause no warning. */
export const RECENT: number = Math.floor(Date.now() / 1000) - 3600;
