import type { Console } from '../../host/console/console.ts';

/**
 * The step's log for many agents: whole lines and whole groups, one after the other, even if several agents write at
 * the same time.
 */
export type Printer = {
  readonly line: (text: string) => void;
  /** An annotation, or anything else that one call writes. */
  readonly annotate: (speak: () => void) => void;
  /** A closed group. `write` passes lines of another log, in batches. */
  readonly group: (title: string, write: (print: Console['buildLines']) => Promise<void>) => void;
  /** Resolves when everything is written. */
  readonly done: () => Promise<void>;
};

export function createPrinter(console: Console): Printer {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  const queue = (work: () => void | Promise<void>) => {
    // What is written synchronously needs no queue.
    if (waiting === 0) {
      const written = work();
      if (written === undefined) return;
      waiting += 1;
      last = written.finally(() => {
        waiting -= 1;
      });
      return;
    }
    waiting += 1;
    last = last.then(work).finally(() => {
      waiting -= 1;
    });
  };
  return {
    line: (text) => queue(() => console.info(text)),
    annotate: (speak) => queue(speak),
    group: (title, write) =>
      queue(async () => {
        console.group(title);
        await write(console.buildLines).catch(() => undefined);
        console.endGroup();
      }),
    done: async () => {
      while (waiting > 0) await last;
    },
  };
}
