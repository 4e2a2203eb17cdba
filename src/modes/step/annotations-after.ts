import type { Console } from '../../host/console/console.ts';

/**
 * A console that keeps warnings and notices until `flush`, for a short phase: on hosts whose annotations are lines of
 * the log, nobody sees them in its folded group.
 */
export function annotationsAfter(console: Console): {
  readonly console: Console;
  readonly flush: () => void;
} {
  const kept: (() => void)[] = [];
  const later =
    <A extends readonly unknown[]>(say: (...args: A) => void) =>
    (...args: A) =>
      void kept.push(() => say(...args));
  return {
    console: { ...console, notice: later(console.notice), warning: later(console.warning) },
    flush: () => {
      for (const say of kept.splice(0)) say();
    },
  };
}
