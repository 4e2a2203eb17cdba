import { UserError } from '../errors.ts';

/** Makes sure that a step ends with its own report, also on errors that nobody catches. */
export type Ending = {
  /**
   * The result of `work`. Rejects if the event loop becomes empty first, so that `work` could never end, or if there
   * is an unhandled error.
   * @throws {UserError} that names what was waited for; the unhandled error
   */
  readonly of: <T>(work: Promise<T>) => Promise<T>;
  /** Removes the listeners. */
  readonly release: () => void;
};

/** @param waitingFor what is running, in the words of the log; called if the event loop is empty */
export function watchEnding(waitingFor: () => readonly string[]): Ending {
  let fail: ((reason: unknown) => void) | undefined;
  let stray: { readonly error: unknown } | undefined;
  const end = (error: unknown) => {
    // Keeps the process alive until the report is written.
    setTimeout(() => undefined, 1);
    if (fail) fail(error);
    else stray ??= { error };
  };
  const onEmpty = () => {
    if (fail) end(nothingLeft(waitingFor()));
  };
  process.on('beforeExit', onEmpty);
  process.on('uncaughtException', end);
  return {
    of: async (work) => {
      // If it fails later, the failure has already been reported.
      work.catch(() => undefined);
      const failed = new Promise<never>((_resolve, reject) => {
        fail = reject;
      });
      const found = stray;
      stray = undefined;
      try {
        if (found) throw found.error;
        return await Promise.race([work, failed]);
      } finally {
        fail = undefined;
      }
    },
    release: () => {
      process.off('beforeExit', onEmpty);
      process.off('uncaughtException', end);
    },
  };
}

function nothingLeft(waits: readonly string[]): UserError {
  const what = waits.length === 0 ? 'its end' : waits.join(', ');
  return new UserError(`The step still waits for ${what}, but nothing is left that could bring it`, {
    hint: 'Please report it with the debug log of this job (RUNNER_DEBUG=1).',
  });
}
