/** One line of the bench's table. */
export type Row = {
  /** The bench it belongs to, e.g. `pack`. */
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
  /** At most this, or at least where `atLeast`; absent where the row only informs. */
  readonly bound?: number;
  readonly atLeast?: boolean;
};

export type BenchOptions = {
  /** A tenth of the work and fewer rounds: for a look, not for numbers. */
  readonly quick: boolean;
  /** The Node binaries that run our side. */
  readonly nodes: readonly string[];
  /** A folder for trees and archives; trees stay there for the next run. */
  readonly scratch: string;
  /** What is being done, for the person who waits. */
  readonly say: (line: string) => void;
};

export type Bench = (options: BenchOptions) => Promise<readonly Row[]>;

export function holds(row: Row): boolean {
  if (row.bound === undefined) return true;
  return row.atLeast ? row.value >= row.bound : row.value <= row.bound;
}
