/** The text of docs/reliability.md between its tables. */

export const HEAD = `<!-- Written by \`npm run docs\` from scripts/reliability/, which the tests that prove it run through. -->

# Reliability

What a step does when something goes wrong. Every cell below is a run of the bundle, as a process, against the
emulated cloud, object storage and forge: \`__tests__/action/fault-matrix.test.ts\`, \`upload-faults.test.ts\`,
\`log-faults.test.ts\`, \`singular-faults.test.ts\` and \`ends.test.ts\`; faults that are survived share a run. Each run
also checks: no second build and no second deployment; no log line lost or
repeated, in the log and in \`log-file\`, unless the log says that lines are missing; at most one error annotation, and none on
success; the post step never fails.

## Rules

- A request that certainly had no effect, or may have it twice without harm, is retried: network faults, 408, 429, 5xx.
  \`Retry-After\` (seconds or a date) replaces our own waits of 0.5 to 8 seconds, also for every later request of the
  step.
- A POST that may have had its effect is never simply repeated: first the step looks for the build or deployment, four
  times within 15 seconds. Only if it is not there, the POST is sent again, three times at most.
- Retries never make a phase longer than its timeout input: \`build-timeout\` for look-up, upload, log and status,
  \`deploy-timeout\` for deploying, replacing and teardown. One request gets at most a third of that time, so that
  there is time for another one if it is never answered, but never less than three seconds. Afterwards a cancel gets ten
  seconds, and the build is watched for half a minute, or for \`build-timeout\` if that is shorter.
- A single request is retried for two minutes at most.
- The time of one request covers all of it: DNS, the connection, the proxy, TLS, the upload and the reply. A connection
  must be open within ten seconds, and a proxy must answer CONNECT within ten seconds.
- A server that was never reached gets five attempts; so does one behind a proxy that accepts the connection and opens no tunnel.
- A cancelled step ends within five seconds and post within ten, even if a server does not answer: post does what main cannot.
- A step never ends without a message. If nothing can end a wait any more, or if something fails that nobody awaits, it
  fails with one error that says what it waited for.
- The process ends when its whole log is read, or its reader is gone or has read nothing for a minute.
- The pauses between two requests for a build's status grow with the time already waited, up to \`poll-interval\`; around
  the time that earlier builds of the agent took, they are 0.5 to 1.5 seconds. A deployment begins when the
  build has succeeded, even while the end of its log is still being read.
- Each wait is one line of the log, after the tenth only every tenth.
- The comment has its own time limits, in every phase: one minute for an intermediate state, in parallel to the work; 25
  seconds for the final state, after up to five for an intermediate one that is still being written; half a minute in the
  post step. A write is never simply repeated: the comment is read first, as the write may have had its effect.
- If a presigned address is refused, a new one is requested: once for Prime, up to three times for Pipecat.
- The rest of a deployment's log is read for ten seconds after its end.
- Without a log a build is followed by its status; without a status there is no success.
`;

export const NETWORK = `## A connection that half works

Each of these is played on every route (directly and by a proxy, http and https; an archive is not sent unencrypted by a
proxy), \`__tests__/connections.test.ts\`. The manners: the other end closes (FIN), resets (RST), is silent, sends
something that is not HTTP, or sends one byte a second. ✗ one error that names the host, after the attempts above;
✓ the call succeeds, as the missing part is not needed; (✓) the step goes on without the cache, after three seconds at
most; over: the stream has ended and is opened again; waits: a stream may be silent for as long as its build, and its
reader's own limit ends it. The cache's client is a process of its own, which is
always ended after three seconds: each of its cells is played until the process has reached the other end and a moment
longer, a sample for the whole three seconds. A POST that may have had its effect is one attempt. Each attempt is one connection; if it is
dropped before it is open, one more is opened and closed without a request.
`;

export const NO_PROXY = `## NO_PROXY

Whether a request goes through the proxy of \`HTTPS_PROXY\` or \`HTTP_PROXY\` is decided by one rule for the cloud, its upload
storage, the forge and the runner's cache. Each variable may be upper or lower case; the lower-case one wins. This machine
itself is always reached directly. The cache's own client gets a form that it does not know as the host's name.
`;

export const ENDS = `## Ends

| how it ends | what happens to the build |
| --- | --- |
| SIGINT, SIGTERM (GitHub) | main cancels it within three seconds and ends with one error, \`Cancelled\` |
| SIGKILL (Gitea, Forgejo, act) | post cancels it with what main saved |
| post while main still runs (containers on Gitea) | main stops reporting; only post cancels |
| while the context is packed or uploaded | nothing was built; the connection is dropped |
| between the request and its reply | main waits 2.5 seconds for the id; without it, post finds the build by what was sent |
| while it is queued or runs | one effective cancel |
| while a preview rolls out | the preview is removed, the older one stays; production rollouts go on, and the log says so |
| at the moment of success | it is a success; at most one cancel, without effect |
| after \`build-timeout\` | cancelled, and watched to its end; success if it had succeeded by then |
| \`cancel-on-abort: false\` | not cancelled, and the log says so |
| post twice, post after a success | no more requests to the cloud |
`;

export const KEY =
  '✓ success, (✓) success, and a message says what is missing, ✗ exit code 1 and one error that says what to do.';

/** When a phase's requests are made, by story. */
export const WHEN = {
  run: 'a build, then a preview that replaces an older one',
  closed: 'the pull request was closed',
  cancelled: 'main got a signal while its build ran',
  post: 'main was killed while its build ran',
  prime: 'a build on Prime Intellect',
  pipecat: 'a build on Pipecat Cloud',
} as const;
