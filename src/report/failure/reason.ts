import { carriesError, isClosing, isProgress } from '../../log-line.ts';
import type { FailingStep, LogExcerpt } from '../result.ts';
import { oneLine } from '../text.ts';

/** Lines near the end that are read. */
const LOOKED_AT = 200;
/** Characters of a reason. */
const LONGEST = 300;

/**
 * The log line with the reason that is nearest to the end; if none looks like a reason, the last line that is not
 * empty.
 */
export function reasonLine(lines: readonly string[]): string | undefined {
  const last = lines
    .slice(-LOOKED_AT)
    .filter((line) => !isProgress(line))
    .map((line) => oneLine(line, LONGEST))
    .filter((line) => line !== '')
    .reverse();
  return (
    last.find((line) => carriesError(line) && !isClosing(line)) ??
    last.find((line) => !isClosing(line)) ??
    last[0]
  );
}

/**
 * Why a build failed, in the builder's or the tool's own words: the builder's message if it says more than that a
 * command failed, else the line of the log.
 */
export function reasonOf(failing: FailingStep | undefined, log: LogExcerpt | undefined): string | undefined {
  const message = builderReason(failing?.message);
  if (message !== undefined) return message;
  // The end of the log repeats the instruction and lines of the Dockerfile: none of them is the reason.
  if (failing?.silent && failing.message !== undefined) return oneLine(failing.message, LONGEST);
  return reasonLine(failing?.lines ?? log?.lines ?? []);
}

/** Prefixes that builders add to a reason when they pass it on. */
const WRAPPERS =
  /^(?:ERROR: |Error: |error: |failed to (?:build|solve|compute cache key|load cache key|calculate checksum of ref \S+|resolve source metadata for \S+): |rpc error: code = \w+ desc = |process "\/dev\/\.buildkit_qemu_emulator |executor failed running )+/;

/** The builder's message without its wrappers; `undefined` where it says no more than the exit status. */
export function builderReason(message: string | undefined): string | undefined {
  const reason = oneLine(message ?? '', LONGEST * 2).replace(WRAPPERS, '');
  return reason === '' || isClosing(reason) ? undefined : oneLine(reason, LONGEST);
}
