/** `count` distinct metrics, one after the other, as a program makes them. */
export function* makeMetrics(count) {
  for (let index = 0; index < count; index += 1) {
    yield { metric: `web.frontend.requests.host${index}`, value: index };
  }
}

/** Their lines as `bulkUpdate` sends them with the group `bench` and no source. */
export const lineOf = (index, timestamp) =>
  `bench.web.frontend.requests.host${index} ${index} ${timestamp}\n`;
