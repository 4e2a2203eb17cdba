/**
 * Faults that do not belong to a single request, each with its end. `__tests__/action/singular-faults.test.ts` tests
 * them one by one and must have every name of this table.
 */
export const SINGULAR = {
  'connection refused from the start':
    'Fails after five attempts, within seconds: names the host and `base-url`.',
  'connection refused for some seconds while the build runs':
    'Goes on: the log continues where it stopped, no line is lost or repeated.',
  'a host that DNS does not know':
    'Fails after five attempts, within seconds: names the host and `base-url`.',
  'a certificate that nobody vouches for': 'Fails at once: names the certificate and NODE_EXTRA_CA_CERTS.',
  'https to a port that speaks http': 'Fails at once: says that the host does not speak TLS.',
  'a build whose answer was lost, listed late':
    'Goes on with the build that was made, after looking for it several times.',
  'an agent that exists although no build of it is listed': 'Fails: says to give `agent-id`.',
  'the clock of the runner jumps by a day':
    'Goes on: waits use a clock that does not jump, and the age of a preview uses the cloud’s clock.',
  'disk full while packing': 'Fails: says what could not be written, and leaves no files behind.',
  'disk full under the log file':
    'Goes on: a warning says that the file is incomplete; stdout has every line.',
  'stdout is closed by its reader': 'Goes on: the build and the deployment do not depend on the reader.',
  'GITHUB_OUTPUT cannot be written': 'Goes on: a warning says that the outputs could not be written.',
} as const;

/** Faults of a log stream, each with its end; `__tests__/action/log-faults.test.ts` tests them. */
export const STREAMS = {
  'resets at every tenth line, and replays from the start': 'Goes on: every line once.',
  'resets at every tenth line, and goes on where it was': 'Goes on: every line once.',
  'ends before the build has': 'Goes on: it is opened again, every line once.',
  'never ends after the build has': 'Goes on: it is closed shortly after the status reports the end.',
  'stays silent for the whole build': 'Goes on without the log: silence is no error.',
  'splits characters and events over packets': 'Goes on: every line once.',
  'ends its lines with CR LF': 'Goes on: every line once.',
  'ends its lines with CR': 'Goes on: every line once.',
  'sends ids': 'Goes on: every line once.',
  'lags behind the end of the build': 'Goes on: every line once, after the end of the build too.',
  'is an HTML page': 'Goes on without the log; one message says so.',
} as const;

export type SingularName = keyof typeof SINGULAR;
export type StreamName = keyof typeof STREAMS;
