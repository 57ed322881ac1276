import { homedir, hostname } from 'node:os';

/** The properties of a Java report to keep. The others describe the machine. */
const KEPT_PROPERTIES = /^(?:java\.specification\.version|file\.encoding|key|go\.version)$/;

/** Removes from a report what identifies the machine or the time. Durations stay. */
export function neutralize(text, secrets) {
  let neutral = text;
  for (const [secret, instead] of secrets) neutral = neutral.replaceAll(secret, instead);
  return neutral
    .replace(/(name="[\w.]+)-\d{14}"/g, '$1-20260101000000"')
    .replace(/ at 0x[0-9a-f]{12}\b/g, ' at 0x000000000000')
    .replace(/ id="\d{8}_\d{9}"/g, ' id="20260101_000000000"')
    .replace(/(timestamp|generated|complexity-generated)="\d{10}"/g, '$1="1767225600"')
    .replace(/(timestamp|generated)="\d{13}"/g, '$1="1767225600000"')
    .replace(/timestamp="\d{4}-[^"]*"/g, 'timestamp="2026-01-01T00:00:00"')
    .replace(
      /<sessioninfo [^>]*>/g,
      '<sessioninfo id="runner-1" start="1767225600000" dump="1767225601000"/>',
    )
    .replace(/[ \t]*<property name="([^"]*)" value="[^"]*"\/>\n?/g, (whole, name) =>
      KEPT_PROPERTIES.test(name) ? whole : '',
    )
    .replaceAll(`"${hostname()}"`, '"runner"')
    .replaceAll(`${homedir()}/`, '/home/runner/');
}
