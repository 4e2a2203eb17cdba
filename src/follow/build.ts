import { type Build, type Cloud, isBuildEnd } from '../clouds/cloud.ts';
import { childScope } from '../deadline.ts';
import { type Clock, systemClock } from '../wait.ts';
import { startInBackground } from './background-task.ts';
import { type CancelOutcome, cancelBuild } from './cancel.ts';
import { followLog, type LogFacts } from './log/log.ts';
import { StatusWatch, type WatchPlan } from './status-watch.ts';

export { type CancelOptions, type CancelOutcome, cancelBuild } from './cancel.ts';
export type { LogFacts } from './log/log.ts';

/** All times in milliseconds. */
export type FollowBuildOptions = {
  /** Counted from the call. */
  readonly timeoutMs: number;
  /** The ceiling between two status requests. */
  readonly pollIntervalMs: number;
  readonly signal: AbortSignal;
  /** Awaited, so that a slow reader slows the log down instead of filling the memory. */
  readonly onLines: (lines: readonly string[]) => void | Promise<void>;
  /** The status, or that of an artifact, changed from what `build` said or what was reported last. */
  readonly onStatus: (build: Build, previousRawStatus: string) => void;
  /** One sentence about the following itself. */
  readonly onNotice: (message: string) => void;
  /** The build has ended by itself; the end of its log may still be on its way. */
  readonly onEnd?: (build: Build) => void;
  /** How long earlier builds of the agent took, where that is known by now. */
  readonly expectedMs?: () => number | undefined;
  readonly clock?: Clock;
  /** How long a build is followed after it was cancelled because of the timeout; 30 s if not given. */
  readonly graceMs?: number;
};

export type BuildEnd = {
  /** `timed-out`: our own limit was reached; `build` is then the last known state, not necessarily an end. */
  readonly end: 'ended' | 'timed-out';
  readonly build: Build;
  readonly log: LogFacts & { readonly notices: readonly string[] };
  readonly elapsedMs: number;
  /** The result of cancelling, after a timeout. */
  readonly cancel?: CancelOutcome;
  /** After a timeout: why the last status request failed, if it did. */
  readonly trouble?: string;
};

const CANCEL_MS = 10_000;
const GRACE_MS = 30_000;
const NOTICES_MAX = 100;

/**
 * Follows a submitted build to its end: log and status in parallel; when one ends, the other is checked at once. Past
 * `timeoutMs` the build is cancelled on the cloud, where that is possible.
 * @throws {AbortedError} when `signal` fires: the caller cancels the build then
 * @throws {HttpError} when the status cannot be read permanently (401, 403, 404 after 30 s, other refusals)
 */
export async function followBuild(
  cloud: Cloud,
  build: Build,
  options: FollowBuildOptions,
): Promise<BuildEnd> {
  const clock = options.clock ?? systemClock;
  const startedAt = clock.now();
  const scope = childScope(options.signal);
  const ended = new AbortController();
  const notices: string[] = [];
  const onNotice = (message: string) => {
    if (notices.length < NOTICES_MAX) notices.push(message);
    options.onNotice(message);
  };
  const plan = { clock, signal: scope.signal, pollIntervalMs: options.pollIntervalMs };
  const watch = watchBuild(
    cloud,
    build,
    { ...options, onNotice },
    { ...plan, expectedMs: options.expectedMs },
  );
  // The log of an equal earlier build is not shown. One that ended while its id was lost is ours, and its log is.
  const source = build.cached ? undefined : cloud.log;
  const checkNow = () => watch.checkNow();
  const sink = { onLines: options.onLines, onNotice };
  const logging = startInBackground(
    followLog(source, build.id, sink, { ...plan, ended: ended.signal, checkNow }),
    scope.end,
  );
  try {
    const inTime = await watch.run(startedAt + options.timeoutMs);
    const cancel = inTime
      ? undefined
      : await stop(cloud, build.id, watch, { ...plan, graceMs: options.graceMs });
    ended.abort();
    if (inTime) options.onEnd?.(watch.latest);
    const log = { ...(await logging.result()), notices };
    const facts = { build: watch.latest, log, elapsedMs: clock.now() - startedAt };
    if (inTime) return { end: 'ended', ...facts };
    const { trouble } = watch;
    return { end: 'timed-out', ...facts, ...(cancel && { cancel }), ...(trouble && { trouble }) };
  } catch (error) {
    throw logging.fault() ?? error;
  } finally {
    scope.end();
    await logging.settled;
  }
}

function watchBuild(
  cloud: Cloud,
  build: Build,
  { onStatus, onNotice }: Pick<FollowBuildOptions, 'onStatus' | 'onNotice'>,
  plan: WatchPlan,
): StatusWatch<Build> {
  return new StatusWatch<Build>(
    {
      noun: 'build',
      get: (signal) => cloud.get(build.id, signal),
      read: ({ status, rawStatus }) => ({
        raw: rawStatus,
        known: status !== 'unknown',
        ended: isBuildEnd(status),
      }),
      onAnswer: (now, before) => {
        if (statusKey(now) !== statusKey(before)) onStatus(now, before.rawStatus);
      },
      onNotice,
    },
    build,
    plan,
  );
}

function statusKey({ rawStatus, artifacts = [] }: Build): string {
  return JSON.stringify([rawStatus, ...artifacts.map(({ kind, rawStatus: own }) => [kind, own])]);
}

/** Cancels a build after the timeout and waits a little for its end. */
async function stop(
  cloud: Cloud,
  buildId: string,
  watch: StatusWatch<Build>,
  plan: { readonly clock: Clock; readonly signal: AbortSignal; readonly graceMs: number | undefined },
): Promise<CancelOutcome> {
  const { clock, signal, graceMs = GRACE_MS } = plan;
  const cancel = await cancelBuild(cloud, buildId, { withinMs: CANCEL_MS, signal, clock });
  if (cancel.outcome === 'asked' || cancel.outcome === 'over') {
    void watch.checkNow();
    await watch.run(clock.now() + graceMs);
  }
  return cancel;
}
