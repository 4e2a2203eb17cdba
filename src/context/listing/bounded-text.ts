/** Text files that the listing looks into. Whoever wrote the checkout wrote them, and what their names lead to. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

// A FIFO in a file's place does not hold the step up.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * @param largest in bytes
 * @returns the text, links followed; `undefined` for what is no regular file or cannot be read: devices have no end
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
