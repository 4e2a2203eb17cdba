import { hashOf } from './replay-filter.ts';

/** Fewer equal lines than this may be chance: blank lines and dots are common. */
const MIN_OVERLAP = 3;

type Admitted = {
  /** The lines that are new, in order. */
  readonly fresh: readonly string[];
  /** Lines may be missing before them. */
  readonly gap: boolean;
  /** The server has put them between or in place of lines that it had sent before. */
  readonly changed: boolean;
};

/**
 * Compares the answers of a polled log, each a list of at most `pageSize` lines, with what was delivered before. The
 * server may send the whole log, its newest lines or its first ones: the vendor's guides do not agree
 * (pipecat.openapi.yaml, `getBuildLogs`).
 */
export class LogWindow {
  readonly #pageSize: number;
  /** Hashes of the log's newest lines as the server last sent them, twice a page of them. */
  #tail: readonly number[] = [];
  /** The tail is the log from its first line on. */
  #fromStart = true;
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

  admit(list: readonly string[]): Admitted {
    const hashes = list.map(hashOf);
    this.#full = list.length >= this.#pageSize;
    const known = this.#knownOf(hashes);
    const fresh = known === 'changed' ? this.#difference(list, hashes) : list.slice(known ?? 0);
    if (known === undefined) this.gaps++;
    this.delivered += fresh.length;
    this.#keep(known === 'changed' ? hashes : this.#tail.concat(hashes.slice(known ?? 0)));
    return { fresh, gap: known === undefined, changed: known === 'changed' };
  }

  /**
   * How many lines at the start of the list were delivered before; `undefined` where the list does not overlap with
   * them; `changed` where it is the same log with other lines in the middle.
   */
  #knownOf(hashes: readonly number[]): number | 'changed' | undefined {
    if (this.delivered === 0 || hashes.length === 0) return 0;
    const common = this.#fromStart ? commonStart(this.#tail, hashes) : 0;
    if (this.#fromStart && (common === this.#tail.length || common === hashes.length)) return common;
    const overlap = overlapOf(this.#tail, hashes);
    if (overlap === 'within') return hashes.length;
    if (overlap >= MIN_OVERLAP) {
      this.#moved = true;
      return overlap;
    }
    if (this.#fromStart && common >= Math.min(MIN_OVERLAP, this.#tail.length - 1)) return 'changed';
    this.#moved = true;
    this.#fromStart = false;
    return undefined;
  }

  /** The lines that the log did not have before, wherever they are. */
  #difference(list: readonly string[], hashes: readonly number[]): readonly string[] {
    const had = new Map<number, number>();
    for (const hash of this.#tail) had.set(hash, (had.get(hash) ?? 0) + 1);
    return list.filter((_line, index) => {
      const hash = hashes[index] as number;
      const left = had.get(hash) ?? 0;
      if (left > 0) had.set(hash, left - 1);
      return left === 0;
    });
  }

  #keep(hashes: readonly number[]): void {
    const most = 2 * this.#pageSize;
    if (hashes.length > most) this.#fromStart = false;
    this.#tail = hashes.slice(-most);
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
