/** What one tag may hold outside of its values: far above any report, and little enough for hundreds of open tags. */
export const MAX_MARKUP_BYTES = 16_384;
/** What is kept of an attribute's value, or of a stretch of text. */
export const MAX_VALUE_BYTES = 65_536;
/** What is kept of a text that one kind of element has: enough for its first line. */
export const MAX_KEPT_TEXT_BYTES = 1024;
/** What one tag may hold in all, its values as far as they are kept. */
export const MAX_TAG_BYTES = 1_048_576;
/** How deep elements may nest. */
export const MAX_DEPTH = 1000;
/** What may stand between `&` and `;`. */
export const MAX_ENTITY_BYTES = 64;
/** How many entities of a document may be unknown: each costs time. */
export const MAX_UNKNOWN_ENTITIES = 100_000;
