import { carriesError, isProgress } from '../../log-line.ts';
import type { LogExcerpt } from '../../report/result.ts';

/** How many lines of a log are kept: its beginning, its end, and lines between that report an error. */
const HEAD = 15;
const TAIL = 45;
const FIRST_ERRORS = 10;
const LAST_ERRORS = 10;
/** Characters of a line. */
const LINE_MAX = 1000;

type Kept = { readonly number: number; readonly text: string; readonly progress: boolean };

/**
 * The lines of a log that best explain its end, of bounded size. Progress lines are dropped first, so that a
 * download's thousand lines replace no error.
 */
export class KeptLines {
  #total = 0;
  #progress = 0;
  readonly #head: Kept[] = [];
  readonly #tail: Kept[] = [];
  readonly #firstErrors: Kept[] = [];
  readonly #lastErrors: Kept[] = [];

  add(line: string): void {
    this.#total += 1;
    const text = copyOf(line, LINE_MAX);
    const kept = { number: this.#total, text, progress: isProgress(text) };
    if (!kept.progress && this.#head.length < HEAD) this.#head.push(kept);
    else this.#append(kept);
  }

  clear(): void {
    for (const kept of [this.#head, this.#tail, this.#firstErrors, this.#lastErrors]) kept.length = 0;
    this.#progress = 0;
  }

  excerpt(): LogExcerpt {
    const kept = [...this.#head, ...this.#firstErrors, ...this.#lastErrors, ...this.#tail];
    kept.sort((a, b) => a.number - b.number);
    const lines = kept.map(({ text }) => text);
    if (lines.length === this.#total) return { lines };
    return { lines, numbers: kept.map(({ number }) => number), total: this.#total };
  }

  #append(kept: Kept): void {
    this.#tail.push(kept);
    if (kept.progress) this.#progress += 1;
    if (this.#tail.length <= TAIL) return;
    const at = this.#progress > 0 ? this.#tail.findIndex(({ progress }) => progress) : 0;
    const [gone] = this.#tail.splice(at, 1);
    if (gone?.progress) this.#progress -= 1;
    else if (gone && carriesError(gone.text)) this.#keepError(gone);
  }

  #keepError(line: Kept): void {
    if (this.#firstErrors.length < FIRST_ERRORS) this.#firstErrors.push(line);
    else {
      this.#lastErrors.push(line);
      if (this.#lastErrors.length > LAST_ERRORS) this.#lastErrors.shift();
    }
  }
}

/** A substring keeps the whole string in memory, here up to a megabyte for a line; a copy does not. */
export function copyOf(text: string, max: number): string {
  return Buffer.from(text.slice(0, max), 'utf16le').toString('utf16le');
}
