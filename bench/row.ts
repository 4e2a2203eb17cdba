/** One line of the bench's table. */
export type Row = {
  /** Its bench, e.g. `pack`. */
  readonly bench: string;
  readonly what: string;
  /** The Node that ran our side. */
  readonly node: string;
  /** The median. */
  readonly value: number;
  /** `x` is a ratio to the peer that `what` names. */
  readonly unit: 'x' | 'MB' | 's' | 'ms' | '/s' | 'requests';
  /** The smallest and largest single value. */
  readonly spread?: readonly [number, number];
  /** The maximum, or the minimum if `atLeast`; absent if the row is only for information. */
  readonly bound?: number;
  readonly atLeast?: boolean;
};

export type BenchOptions = {
  /** A tenth of the work and fewer rounds: to try it, not for published numbers. */
  readonly quick: boolean;
  /** The Node binaries that run our side. */
  readonly nodes: readonly string[];
  /** A folder for trees and archives; trees are kept for the next run. */
  readonly scratch: string;
  /** Called with what is being done, for the user who waits. */
  readonly say: (line: string) => void;
};

export type Bench = (options: BenchOptions) => Promise<readonly Row[]>;

export function isWithinBound(row: Row): boolean {
  if (row.bound === undefined) return true;
  return row.atLeast ? row.value >= row.bound : row.value <= row.bound;
}
