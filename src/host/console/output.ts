/** Writes text to the log; resolves once more can be written. */
export type Write = (text: string) => void | Promise<void>;

/**
 * Writes to a stream and waits for its back-pressure. If the reader goes away (EPIPE), only the output ends, not the
 * step.
 */
export function writeTo(stream: NodeJS.WritableStream): Write {
  let open = true;
  let resume: (() => void) | undefined;
  const goOn = () => {
    resume?.();
    resume = undefined;
  };
  stream.on('error', () => {
    open = false;
    goOn();
  });
  stream.on('close', () => {
    open = false;
    goOn();
  });
  stream.on('drain', goOn);
  let drained: Promise<void> | undefined;
  return (text) => {
    if (!open) return;
    if (stream.write(text)) return;
    if (!resume) {
      drained = new Promise((resolve) => {
        resume = resolve;
      });
    }
    return drained;
  };
}
