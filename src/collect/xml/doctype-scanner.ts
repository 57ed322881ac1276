import {
  CLOSE_BRACKET,
  COMMENT_END,
  COMMENT_START,
  DOUBLE_QUOTE,
  GREATER,
  INSTRUCTION_END,
  INSTRUCTION_START,
  LAST_THREE,
  LAST_TWO,
  OPEN_BRACKET,
  SINGLE_QUOTE,
} from '../bytes.ts';

/** Finds the end of a DOCTYPE of any length; its declarations are ignored. */
export class DoctypeScanner {
  #isInSubset = false;
  /** The open quotation mark, or 0. */
  #quote = 0;
  #inside: 'declarations' | 'comment' | 'instruction' = 'declarations';
  /** The last four bytes. */
  #last = 0;

  /** Takes the next byte; returns whether it is the last one. */
  ends(byte: number): boolean {
    this.#last = (this.#last << 8) | byte;
    if (this.#quote !== 0) {
      if (byte === this.#quote) this.#quote = 0;
    } else if (this.#inside === 'comment') {
      if ((this.#last & LAST_THREE) === COMMENT_END) this.#enter('declarations');
    } else if (this.#inside === 'instruction') {
      if ((this.#last & LAST_TWO) === INSTRUCTION_END) this.#enter('declarations');
    } else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
      this.#quote = byte;
    } else if (!this.#isInSubset) {
      if (byte === GREATER) return true;
      this.#isInSubset = byte === OPEN_BRACKET;
    } else if (byte === CLOSE_BRACKET) {
      this.#isInSubset = false;
    } else if (this.#last === COMMENT_START) {
      this.#enter('comment');
    } else if ((this.#last & LAST_TWO) === INSTRUCTION_START) {
      this.#enter('instruction');
    }
    return false;
  }

  #enter(inside: 'declarations' | 'comment' | 'instruction'): void {
    this.#inside = inside;
    this.#last = 0;
  }
}
