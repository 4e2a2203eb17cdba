import type { Console } from '../../host/console/console.ts';

type LineMethod = 'group' | 'endGroup' | 'info' | 'debug' | 'notice' | 'warning' | 'error';

const LINES: readonly LineMethod[] = ['group', 'endGroup', 'info', 'debug', 'notice', 'warning', 'error'];

/** A console whose lines of these kinds wait, in order, until `release`; afterwards they are printed at once. */
export function holdLines(
  console: Console,
  kinds: readonly LineMethod[],
): { readonly console: Console; readonly release: () => void } {
  let isHeld = true;
  const waiting: (() => void)[] = [];
  const later =
    <A extends readonly unknown[]>(say: (...args: A) => void) =>
    (...args: A) => {
      if (isHeld) waiting.push(() => say(...args));
      else say(...args);
    };
  const held = { ...console, ...Object.fromEntries(kinds.map((kind) => [kind, later(console[kind])])) };
  return {
    console: held,
    release: () => {
      isHeld = false;
      for (const say of waiting.splice(0)) say();
    },
  };
}

/**
 * A console that holds its lines, in order, until `free` is settled: for a phase that begins while the one before
 * still writes to the log. Masks and state are not held, as they are not shown.
 */
export function heldConsole(console: Console, free: Promise<unknown>): Console {
  const { console: held, release } = holdLines(console, LINES);
  let isFree = false;
  const freed = free
    .catch(() => undefined)
    .then(() => {
      isFree = true;
      release();
    });
  return {
    ...held,
    buildLines: async (lines) => {
      if (!isFree) await freed;
      await console.buildLines(lines);
    },
  };
}
