/** The maximum size of a tag without its values: above any real report, and small enough for hundreds of open tags. */
export const MAX_MARKUP_BYTES = 16_384;
/** How much is kept of an attribute's value, or of a text. */
export const MAX_VALUE_BYTES = 65_536;
/** How much is kept of the text of selected elements: enough for its first line. */
export const MAX_KEPT_TEXT_BYTES = 1024;
/** The maximum size of a tag with the kept parts of its values. */
export const MAX_TAG_BYTES = 1_048_576;
/** The maximum depth of elements. */
export const MAX_DEPTH = 1000;
/** The maximum length between `&` and `;`. */
export const MAX_ENTITY_BYTES = 64;
/** The maximum number of unknown entities: each costs time. */
export const MAX_UNKNOWN_ENTITIES = 100_000;
