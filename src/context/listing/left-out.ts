/** Counting what is not sent, in memory that does not grow with it. */
import type { LeftOut } from '../entry.ts';

const EXAMPLES = 5;

/** Counts by reason and rule. */
export type LeftOutCounter = {
  readonly add: (reason: LeftOut['reason'], path: string, rule?: LeftOut['rule']) => void;
  /** Most entries first. */
  readonly list: () => LeftOut[];
};

/** @param placed paths that are sent all the same, by another way than the walk: to call them left out would mislead */
export function createLeftOutCounter(placed: ReadonlySet<string> = new Set()): LeftOutCounter {
  const counted = new Map<string, LeftOut & { count: number; examples: string[] }>();
  return {
    add(reason, path, rule) {
      if (placed.has(path) && reason !== 'replaced') return;
      const key = rule === undefined ? reason : `${reason}:${rule.line}:${rule.pattern}`;
      let one = counted.get(key);
      if (one === undefined) {
        one = { reason, ...(rule && { rule }), count: 0, examples: [] };
        counted.set(key, one);
      }
      one.count += 1;
      if (one.examples.length < EXAMPLES) one.examples.push(path);
    },
    list: () => [...counted.values()].sort((a, b) => b.count - a.count),
  };
}
