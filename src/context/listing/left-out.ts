/** Counts what is not sent, with bounded memory. */
import type { LeftOut } from '../entry.ts';

const EXAMPLES = 5;

/** Counts by reason and rule. */
export type LeftOutCounter = {
  readonly add: (reason: LeftOut['reason'], path: string, rule?: LeftOut['rule']) => void;
  /** Most entries first. */
  readonly list: () => LeftOut[];
};

/** @param placed paths that are sent anyway, by staging, and so must not be reported as left out */
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
