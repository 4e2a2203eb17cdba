/** Takes text for the log; resolves once there is room for more. */
export type Write = (text: string) => void | Promise<void>;

/**
 * Writes to a stream with respect for its back-pressure. A reader that went away (EPIPE) ends the output,
 * not the step: what the cloud does matters more than who is listening.
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
