/** Items in chunks, because an `await` for each item would cost more than formatting it. */
export type Chunks<Item> = Iterable<Iterable<Item>> | AsyncIterable<Iterable<Item>>;

/** The chunks of several sources, one after the other. */
export async function* joinChunks<Item>(parts: ReadonlyArray<Chunks<Item>>): AsyncGenerator<Iterable<Item>> {
  for (const part of parts) yield* part;
}
