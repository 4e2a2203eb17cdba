import { messageOf } from '../../errors.ts';
import type { LogFault } from './scope.ts';
import type { HangUp } from './stream-timeout.ts';

/** How one connection to a log stream ended: closed by the server, closed by us, or by an error. */
export type Outcome =
  | { readonly kind: 'closed' | HangUp }
  | { readonly kind: LogFault; readonly error: unknown };

/** The notice for the reader about how a log ended; `undefined` where nothing is wrong. */
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
