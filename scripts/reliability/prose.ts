/** The text of docs/reliability.md between its tables. */

export const HEAD = `<!-- Written by \`npm run docs\` from scripts/reliability/, which the tests that prove it run through. -->

# Reliability

What a step does when something goes wrong. Every cell below is a run of the bundle, as a process, against the
emulated cloud, object storage and forge: \`__tests__/action/fault-matrix.test.ts\`, \`upload-faults.test.ts\`,
\`log-faults.test.ts\`, \`singular-faults.test.ts\` and \`ends.test.ts\`; faults that are ridden out share a run. Whatever
happens, these hold and are checked in each of them: no second build and no second deployment; no log line lost or
doubled, in the log as in \`log-file\`, or the log says that lines are missing; at most one error annotation, and none on
success; the post step never fails.

## Rules

- What certainly had no effect, or may have it twice without harm, is tried again: network faults, 408, 429, 5xx.
  \`Retry-After\` (seconds or a date) wins over our own waits of 0.5 to 8 seconds, and every later request of the step
  keeps it too.
- A POST that may have had its effect is never simply sent again: the build or deployment is looked for first, four
  times within 15 seconds; only what is not there is sent once more, three times at the most.
- No phase outlasts its timeout input by trying again: \`build-timeout\` for look-up, upload, log and status,
  \`deploy-timeout\` for deploying, replacing and teardown. One request gets at the most a third of that time, so that
  one that is never answered leaves room for another, but never less than three seconds. Afterwards a cancel gets ten
  seconds, and what became of the build is watched for half a minute, or for \`build-timeout\` where that is shorter.
- A single request is tried again for two minutes at the most.
- The time of one request covers all of it: the name, the connection, the proxy, TLS, the upload and the reply. A connection
  must stand within ten seconds, and a proxy must answer CONNECT within as many.
- A server that was never reached gets five attempts; a proxy that takes the connection and gives no way counts as that.
- A cancelled step ends within five seconds and post within ten, whatever is silent: what main cannot do, post does.
- A step never ends without a word. Where nothing is left that could end a wait, or something fails that nobody awaits, it
  fails with one error that names what was waited for.
- The process ends once all of its log is taken, or its reader is gone, or has taken nothing for a minute.
- A build's status is asked for in proportion to the time already waited, never more rarely than \`poll-interval\`; around
  the time that earlier builds of the agent took, every half second to second and a half. A deployment begins when the
  build has succeeded, while the end of its log is still read.
- Each wait is told in one line, past the tenth only every tenth.
- The comment has a time of its own, whatever the phase: a state on the way a minute, beside the work; the last word 25
  seconds, before which a state that is still on its way has five; the post step half a minute. A write is never simply
  sent again: the comment is read first, as the write may have had its effect.
- A presigned address is asked for anew where it is refused: Prime's once, Pipecat's up to three times.
- What the log of a deployment still has to say is waited for ten seconds after its end.
- Without a log a build is followed by its status; without a status there is no success.
`;

export const NETWORK = `## A connection that half works

Each of these is played on every route (directly and by a proxy, http and https; an archive is not sent in clear by a
proxy), \`__tests__/connections.test.ts\`. The manners: the other end closes (FIN), resets (RST), says nothing, says
what is no HTTP, or one byte a second. ✗ one error that names who did not do what was asked, after the attempts above;
✓ the call succeeds, as nobody needs what is missing; (✓) the step goes on without the cache, after three seconds at the
most; over: the stream has ended and is taken up again; waits: a stream may be silent for as long as its build, and its
reader's own limit ends it. Of the cache, whose client is a process of its own that is ended after three seconds wherever it is, a sample is
played. A POST that may have had its effect is one attempt. Each attempt is one connection; where it is
dropped under way, one more is opened and closed without a request.
`;

export const NO_PROXY = `## NO_PROXY

Whether a request goes through the proxy of \`HTTPS_PROXY\` or \`HTTP_PROXY\` is one rule for the cloud, its upload
storage, the forge and the runner's cache. Each variable may be written in either case; the lower one wins. This machine
itself is always asked directly. A form that the cache's own client does not know is handed to it as the host's name.
`;

export const ENDS = `## Ends

| how it ends | what becomes of the build |
| --- | --- |
| SIGINT, SIGTERM (GitHub) | main cancels it within three seconds and ends with one error, \`Cancelled\` |
| SIGKILL (Gitea, Forgejo, act) | post cancels it with what main saved |
| post while main still runs (containers on Gitea) | main falls silent; post alone cancels |
| while the context is packed or on its way | nothing was built; the connection is dropped |
| between the request and its answer | main waits 2.5 seconds for the id; failing that, post finds the build by what was sent |
| while it is queued or runs | one effective cancel |
| while a preview rolls out | the preview is taken down, the older one stays; production rollouts go on, which is said |
| in the instant of success | it is a success; at most one cancel, without effect |
| past \`build-timeout\` | cancelled, and watched for what became of it; success if it had succeeded by then |
| \`cancel-on-abort: false\` | left alone, which is said |
| post twice, post after a success | nothing is asked of the cloud again |
`;

export const KEY =
  '✓ success, (✓) success with something missing that is said, ✗ exit code 1 and one error that says what to do.';

/** When a phase's requests are made, by story. */
export const WHEN = {
  run: 'a build, then a preview that replaces an older one',
  closed: 'the pull request was closed',
  cancelled: 'main was asked to end while its build ran',
  post: 'main was killed while its build ran',
  prime: 'a build on Prime Intellect',
  pipecat: 'a build on Pipecat Cloud',
} as const;
