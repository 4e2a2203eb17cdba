/** Waits for lines of a running process, including earlier ones. */
export type Lookout = {
  readonly saw: (line: string) => void;
  readonly wait: (matches: RegExp, timeoutMs: number) => Promise<string>;
  /** No more lines will come: every open wait is rejected. */
  readonly close: () => void;
};

type Waiting = {
  readonly matches: RegExp;
  readonly done: (line: string) => void;
  readonly fail: (why: string) => void;
};

export function openLookout(): Lookout {
  const seen: string[] = [];
  const waiting = new Set<Waiting>();
  let closed = false;
  return {
    saw: (line) => {
      seen.push(line);
      for (const one of waiting) if (one.matches.test(line)) one.done(line);
    },
    wait: (matches, timeoutMs) => {
      const found = seen.find((line) => matches.test(line));
      if (found !== undefined) return Promise.resolve(found);
      if (closed) return Promise.reject(missing(matches, 'the action ended', seen));
      return new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          clearTimeout(timer);
          waiting.delete(one);
          act();
        };
        const fail = (why: string) => settle(() => reject(missing(matches, why, seen)));
        const one = { matches, done: (line: string) => settle(() => resolve(line)), fail };
        const timer = setTimeout(() => fail(`${timeoutMs} ms passed`), timeoutMs);
        waiting.add(one);
      });
    },
    close: () => {
      closed = true;
      for (const one of waiting) one.fail('the action ended');
    },
  };
}

function missing(matches: RegExp, why: string, seen: readonly string[]): Error {
  return new Error(`${why} and no line matched ${matches}; the last lines:\n${seen.slice(-20).join('\n')}`);
}
