import type { BuildEnd } from './job.ts';

/** Runs a limited number of builds at once. The others are queued, and leave the queue when they are cancelled. */
export function createWorkers(
  count: number,
): (signal: AbortSignal, build: () => Promise<BuildEnd>) => Promise<BuildEnd> {
  let free = count;
  const line: (() => void)[] = [];
  const release = () => {
    const next = line.shift();
    if (next) next();
    else free += 1;
  };
  return async (signal, build) => {
    if (signal.aborted) return 'cancelled';
    if (free > 0) free -= 1;
    else if ((await turn(line, signal)) === 'left') return 'cancelled';
    try {
      return await build();
    } finally {
      release();
    }
  };
}

function turn(line: (() => void)[], signal: AbortSignal): Promise<'called' | 'left'> {
  return new Promise((resolve) => {
    const called = () => {
      signal.removeEventListener('abort', leave);
      resolve('called');
    };
    const leave = () => {
      line.splice(line.indexOf(called), 1);
      resolve('left');
    };
    signal.addEventListener('abort', leave, { once: true });
    line.push(called);
  });
}
