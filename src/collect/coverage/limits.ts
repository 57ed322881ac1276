/**
 * The maximum number of lines, branches, functions and statements of a report: four times that of the largest
 * projects.
 */
export const MAX_PLACES = 10_000_000;
/** The maximum number of source files in a report. */
export const MAX_FILES = 100_000;
/** The maximum number of different names of functions and branches in a report. */
export const MAX_NAMES = 2_000_000;
/** The maximum length of a report's names of files, functions and branches together, in characters. */
export const MAX_NAME_CHARACTERS = 67_108_864;
/** The same for all reports of a run together. */
export const MAX_UNITED_PLACES = 20_000_000;
export const MAX_UNITED_FILES = 200_000;
export const MAX_UNITED_CHARACTERS = 134_217_728;
/** The maximum length of a source file's path; no system opens a longer one. */
export const MAX_PATH_CHARACTERS = 4096;
/** The highest line number: with {@link NAME_IDS} and one bit it fills the 53 bits of an exact number. */
export const MAX_LINE_NUMBER = 1_073_741_823;
/** The number of names that a place can refer to. */
export const NAME_IDS = 4_194_304;
/** The maximum number of branches of one line in a report that gives only their count. */
export const MAX_BRANCHES_OF_A_LINE = 10_000;
/** The maximum number of functions in one record of an lcov file. */
export const MAX_FUNCTIONS_OF_A_RECORD = 200_000;
/** The maximum length of a line of an lcov file. */
export const MAX_LCOV_LINE_BYTES = 1_048_576;
/** The maximum size of a JSON report, which is read as a whole. */
export const MAX_JSON_BYTES = 33_554_432;
/** The maximum depth of its values; the format has three levels. */
export const MAX_JSON_DEPTH = 32;
/** The maximum number of its values: twice what a real report of this size has. */
export const MAX_JSON_VALUES = 4_000_000;
/** How often a report may ask whether a file exists. After that, the last folder that was found is used. */
export const MAX_QUESTIONS = 20_000;
