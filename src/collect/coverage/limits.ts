/** How many lines, branches, functions and statements a report may have: four times what the largest projects have. */
export const MAX_PLACES = 10_000_000;
/** How many source files a report may name. */
export const MAX_FILES = 100_000;
/** How many different names of functions and branches a report may have. */
export const MAX_NAMES = 2_000_000;
/** How many characters a report's names of files, functions and branches may have together. */
export const MAX_NAME_CHARACTERS = 67_108_864;
/** The same for all reports of a run together. */
export const MAX_UNITED_PLACES = 20_000_000;
export const MAX_UNITED_FILES = 200_000;
export const MAX_UNITED_CHARACTERS = 134_217_728;
/** How long the path of a source file may be; no system opens a longer one. */
export const MAX_PATH_CHARACTERS = 4096;
/** The highest number of a line: with {@link NAME_IDS} and one bit it fills the 53 bits of an exact number. */
export const MAX_LINE_NUMBER = 1_073_741_823;
/** How many names the number of a place has room for. */
export const NAME_IDS = 4_194_304;
/** How many branches one line may have where a report gives their count alone. */
export const MAX_BRANCHES_OF_A_LINE = 10_000;
/** How many functions one record of an lcov file may have. */
export const MAX_FUNCTIONS_OF_A_RECORD = 200_000;
/** How long a line of an lcov file may be. */
export const MAX_LCOV_LINE_BYTES = 1_048_576;
/** How large a JSON report may be, which is read whole. */
export const MAX_JSON_BYTES = 33_554_432;
/** How deep its values may nest: three levels are the format. */
export const MAX_JSON_DEPTH = 32;
/** How many values it may have: twice what fits its bytes where they are a report. */
export const MAX_JSON_VALUES = 4_000_000;
/** How often a report may ask whether a file exists; after that the folder found last serves for the rest. */
export const MAX_QUESTIONS = 20_000;
