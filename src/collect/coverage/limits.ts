/** How large one report may be. */
export interface CoverageLimits {
  /** Lines, branches, functions and statements. */
  readonly places: number;
  readonly files: number;
  /** Different names of functions and branches; fewer than {@link NAME_IDS}. */
  readonly names: number;
  /** The length of the names of files, functions and branches together, in characters. */
  readonly nameCharacters: number;
  /** Functions in one record of an lcov file. */
  readonly functionsOfARecord: number;
  /** Lines of one source file in a Clover report. */
  readonly linesOfAFile: number;
}

/** Four times the size of the largest projects. */
export const COVERAGE_LIMITS: CoverageLimits = {
  places: 10_000_000,
  files: 100_000,
  names: 2_000_000,
  nameCharacters: 67_108_864,
  functionsOfARecord: 200_000,
  linesOfAFile: 1_000_000,
};
/** The maximum length of a source file's path; no system opens a longer one. */
export const MAX_PATH_CHARACTERS = 4096;
/** The highest line number: with {@link NAME_IDS} and one bit it fills the 53 bits of an exact number. */
export const MAX_LINE_NUMBER = 1_073_741_823;
/** The number of names that a place can refer to. */
export const NAME_IDS = 4_194_304;

/** How large all reports of a run together may be. */
export type UnitedLimits = Pick<CoverageLimits, 'places' | 'files' | 'names' | 'nameCharacters'>;

export const UNITED_LIMITS: UnitedLimits = {
  places: 20_000_000,
  files: 200_000,
  names: NAME_IDS,
  nameCharacters: 134_217_728,
};

/** The maximum number of branches of one line in a report that gives only their count. */
export const MAX_BRANCHES_OF_A_LINE = 10_000;
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
