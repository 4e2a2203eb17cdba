import type { Console } from '../../host/console/console.ts';

/**
 * A console that holds its lines, in order, until `free` is settled: for a phase that begins while the one before
 * still writes to the log. Masks and state are not held, as they are not shown.
 */
export function heldConsole(console: Console, free: Promise<unknown>): Console {
  let isHeld = true;
  const waiting: (() => void)[] = [];
  const freed = free
    .catch(() => undefined)
    .then(() => {
      isHeld = false;
      for (const say of waiting.splice(0)) say();
    });
  const later =
    <A extends readonly unknown[]>(say: (...args: A) => void) =>
    (...args: A) => {
      if (isHeld) waiting.push(() => say(...args));
      else say(...args);
    };
  return {
    ...console,
    group: later(console.group),
    endGroup: later(console.endGroup),
    info: later(console.info),
    debug: later(console.debug),
    notice: later(console.notice),
    warning: later(console.warning),
    error: later(console.error),
    buildLines: async (lines) => {
      if (isHeld) await freed;
      await console.buildLines(lines);
    },
  };
}
