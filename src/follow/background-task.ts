type BackgroundTask<T> = {
  readonly result: () => Promise<T>;
  /** Resolves when the task has ended in any way. */
  readonly settled: Promise<void>;
  /** What the task threw, if it did. */
  readonly fault: () => unknown;
};

/** A task that runs in parallel with another one: its error calls `onFault` and is never lost or left unhandled. */
export function startInBackground<T>(task: Promise<T>, onFault: () => void): BackgroundTask<T> {
  let fault: unknown;
  const settled = task.then(
    () => undefined,
    (error: unknown) => {
      fault = error;
      onFault();
    },
  );
  return { result: () => task, settled, fault: () => fault };
}
