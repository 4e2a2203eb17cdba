/** Reads text files of the checkout, which may be anything: links, devices, FIFOs, large files. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

// Opening a FIFO must not block the step.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * @param largest in bytes
 * @returns the text, links followed; `undefined` for anything but a readable regular file, since devices have no end
 */
export function textOfFile(path: string, largest: number): string | 'too-large' | undefined {
  try {
    const descriptor = openSync(path, FLAGS);
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return undefined;
      return stats.size > largest ? 'too-large' : readFileSync(descriptor, 'utf8');
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
