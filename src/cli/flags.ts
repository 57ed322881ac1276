/** The parser's result, by the options' long names in camel case. Everything is text except switches. */
export type Flags = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
