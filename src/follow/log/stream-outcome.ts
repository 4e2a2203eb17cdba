import { messageOf } from '../../errors.ts';
import type { LogFault } from './scope.ts';
import type { HangUp } from './stream-timeout.ts';

/** How one connection to a log stream ended: by itself, by us, or by a fault. */
export type Outcome =
  | { readonly kind: 'closed' | HangUp }
  | { readonly kind: LogFault; readonly error: unknown };

/** What the reader of the log is told about the way a log ended; nothing where all is well. */
export function faultOfEnd(outcome: Outcome, wasOpen: boolean): string | undefined {
  if (outcome.kind === 'refused') {
    return `The build log cannot be read (${messageOf(outcome.error)}); the build is followed without it.`;
  }
  if (outcome.kind === 'endless') return 'The log went on after the build had ended; it was closed.';
  if (outcome.kind === 'broken') {
    return `The end of the build log could not be read (${messageOf(outcome.error)}).`;
  }
  return wasOpen ? undefined : 'The cloud has no log of this build.';
}
