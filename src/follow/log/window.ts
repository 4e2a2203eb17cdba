import { hashOf } from './replay-filter.ts';

/** Fewer equal lines than this may be chance: blank lines and dots are common. */
const MIN_OVERLAP = 3;

/**
 * Compares the answers of a polled log, each a list of at most `pageSize` lines, with what was delivered before. The
 * server may send the whole log, its newest lines or its first ones: the vendor's guides do not agree
 * (pipecat.openapi.yaml, `getBuildLogs`).
 */
export class LogWindow {
  readonly #pageSize: number;
  /** Hashes of the newest delivered lines, twice a page of them. */
  #tail: number[] = [];
  #moved = false;
  #full = false;
  delivered = 0;
  /** How often lines may be missing between two answers. */
  gaps = 0;

  constructor(pageSize: number) {
    this.#pageSize = pageSize;
  }

  /** The answer is full and never moved on: there may be more lines. */
  get mayHaveMore(): boolean {
    return this.#full && !this.#moved;
  }

  /** @returns those of `list` that are new; `gap` where lines may be missing before them */
  admit(list: readonly string[]): { readonly fresh: readonly string[]; readonly gap: boolean } {
    const hashes = list.map(hashOf);
    this.#full = list.length >= this.#pageSize;
    const known = this.#knownOf(hashes);
    const gap = known === undefined;
    const fresh = list.slice(known ?? 0);
    if (gap) this.gaps++;
    this.delivered += fresh.length;
    this.#tail = this.#tail.concat(hashes.slice(known ?? 0)).slice(-2 * this.#pageSize);
    return { fresh, gap };
  }

  /**
   * How many lines at the start of the list were delivered before; `undefined` where the list does not overlap with
   * them.
   */
  #knownOf(hashes: readonly number[]): number | undefined {
    if (this.delivered === 0 || hashes.length === 0) return 0;
    if (this.#tail.length === this.delivered) {
      const common = commonStart(this.#tail, hashes);
      if (common === this.delivered || common === hashes.length) return common;
    }
    const overlap = overlapOf(this.#tail, hashes);
    if (overlap === 'within') return hashes.length;
    if (overlap < MIN_OVERLAP) {
      this.#moved = true;
      return undefined;
    }
    this.#moved = true;
    return overlap;
  }
}

function commonStart(left: readonly number[], right: readonly number[]): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length++;
  return length;
}

/** The longest end of `tail` that is a start of `list`, or `within` where all of `list` occurs in `tail` (Knuth–Morris–Pratt). */
function overlapOf(tail: readonly number[], list: readonly number[]): number | 'within' {
  const borders = bordersOf(list);
  let length = 0;
  for (const hash of tail) {
    while (length > 0 && list[length] !== hash) length = borders[length - 1] ?? 0;
    if (list[length] === hash) length++;
    if (length === list.length) return 'within';
  }
  return length;
}

/** For each start of the list, its longest proper start that is also its end. */
function bordersOf(list: readonly number[]): readonly number[] {
  const borders = new Array<number>(list.length).fill(0);
  let length = 0;
  for (let index = 1; index < list.length; index++) {
    while (length > 0 && list[index] !== list[length]) length = borders[length - 1] ?? 0;
    if (list[index] === list[length]) length++;
    borders[index] = length;
  }
  return borders;
}
