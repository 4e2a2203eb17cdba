import { oneLine } from './text.ts';

/** Builders close a failure with what the command's exit status was: that says nothing of the reason. */
const CLOSING =
  /did not complete successfully|failed to solve|returned a non-zero code|exit(?:ed with)?(?: code| status)?:? \d+\s*$|^\s*[-=>]{3,}/i;
const TELLING =
  /\b(?:error|fatal|exception|cannot|could not|not found|no such|denied|failed|undefined|invalid)\b/i;
/** Lines near the end that are looked at. */
const LOOKED_AT = 200;

/** The log line that says why, nearest to the end; the last line that says anything where none looks like it. */
export function reasonLine(lines: readonly string[]): string | undefined {
  const last = lines
    .slice(-LOOKED_AT)
    .map((line) => oneLine(line, 300))
    .filter((line) => line !== '')
    .reverse();
  return (
    last.find((line) => TELLING.test(line) && !CLOSING.test(line)) ??
    last.find((line) => !CLOSING.test(line)) ??
    last[0]
  );
}
