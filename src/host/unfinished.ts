import { UserError } from '../errors.ts';

/** Has a step end by its own report, whatever happens in the process. */
export type Ending = {
  /**
   * What `work` becomes; rejects instead where the event loop is empty before, so that nothing could ever end it, or where
   * something fails that nobody awaits.
   * @throws {UserError} that names what was waited for; the stray error
   */
  readonly of: <T>(work: Promise<T>) => Promise<T>;
  /** Takes the listeners off. */
  readonly release: () => void;
};

/** @param waitingFor what is under way, in the words of the log; asked when nothing is left to go on with */
export function watchEnding(waitingFor: () => readonly string[]): Ending {
  let fail: ((reason: unknown) => void) | undefined;
  let stray: { readonly error: unknown } | undefined;
  const end = (error: unknown) => {
    // The report has to be written still: until then something must keep the process alive.
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
      // What fails later than this wait has been reported by then.
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
