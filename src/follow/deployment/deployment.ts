import {
  type Deployment,
  type DeploymentEvent,
  type Deployments,
  isDeploymentEnd,
} from '../../clouds/cloud.ts';
import { childScope } from '../../deadline.ts';
import { type Clock, systemClock } from '../../wait.ts';
import { startInBackground } from '../background-task.ts';
import { StatusWatch } from '../status-watch.ts';
import { EventFeed, Tail } from './event-feed.ts';
import { followDeploymentLog } from './log.ts';

/** All times in milliseconds. */
export type FollowDeploymentOptions = {
  /** Counted from the call. */
  readonly timeoutMs: number;
  /** The ceiling between two requests. */
  readonly pollIntervalMs: number;
  readonly signal: AbortSignal;
  /** Each event once, also where the cloud gives them in another order. */
  readonly onEvent: (event: DeploymentEvent) => void;
  /** Awaited, so that a slow reader slows the log down instead of filling the memory. */
  readonly onLines: (lines: readonly string[]) => void | Promise<void>;
  readonly onStatus: (deployment: Deployment, previousRawStatus: string) => void;
  readonly onNotice: (message: string) => void;
  readonly clock?: Clock;
};

export type DeploymentEnd = {
  /** `timed-out`: our own limit was reached; the deployment is left as it is. */
  readonly end: 'ended' | 'timed-out';
  /** Its last known state; `superseded` and `deleted` are ends too. */
  readonly deployment: Deployment;
  /** The last events and log lines, oldest first, for the report of a failure. */
  readonly events: readonly DeploymentEvent[];
  readonly lines: readonly string[];
  readonly elapsedMs: number;
  /** After a timeout: why the last status request failed, if it did. */
  readonly trouble?: string;
};

const LINES_KEPT = 50;

/**
 * Follows a deployment to its end: its status and events by polling, and in parallel its log where the cloud has one.
 * @throws {AbortedError} when `signal` fires
 * @throws {HttpError} when the status cannot be read permanently
 */
export async function followDeployment(
  deployments: Pick<Deployments, 'get' | 'logs'>,
  deployment: Deployment,
  options: FollowDeploymentOptions,
): Promise<DeploymentEnd> {
  const clock = options.clock ?? systemClock;
  const startedAt = clock.now();
  const scope = childScope(options.signal);
  const ended = new AbortController();
  const plan = { clock, signal: scope.signal, pollIntervalMs: options.pollIntervalMs };
  const events = new EventFeed(options.onEvent);
  const lines = new Tail<string>(LINES_KEPT);
  const onLines = (batch: readonly string[]) => {
    lines.push(batch);
    return options.onLines(batch);
  };
  const watch = watchDeployment(deployments, deployment, { ...options, events }, plan);
  const sink = { onLines, onNotice: options.onNotice };
  const logScope = { ...plan, ended: ended.signal };
  const logging = startInBackground(
    followDeploymentLog(deployments.logs, deployment.id, sink, logScope),
    scope.end,
  );
  try {
    events.take(deployment.events);
    const inTime = await watch.run(startedAt + options.timeoutMs);
    ended.abort();
    await logging.result();
    const { trouble, latest } = watch;
    return {
      end: inTime ? 'ended' : 'timed-out',
      deployment: latest,
      events: events.last,
      lines: lines.items,
      elapsedMs: clock.now() - startedAt,
      ...(!inTime && trouble ? { trouble } : {}),
    };
  } catch (error) {
    throw logging.fault() ?? error;
  } finally {
    scope.end();
    await logging.settled;
  }
}

function watchDeployment(
  deployments: Pick<Deployments, 'get'>,
  deployment: Deployment,
  {
    onStatus,
    onNotice,
    events,
  }: Pick<FollowDeploymentOptions, 'onStatus' | 'onNotice'> & { events: EventFeed },
  plan: { readonly clock: Clock; readonly signal: AbortSignal; readonly pollIntervalMs: number },
): StatusWatch<Deployment> {
  return new StatusWatch<Deployment>(
    {
      noun: 'deployment',
      get: (signal) => deployments.get(deployment.id, signal),
      read: ({ status, rawStatus }) => ({
        raw: rawStatus,
        known: status !== 'unknown',
        ended: isDeploymentEnd(status),
      }),
      onAnswer: (now, before) => {
        events.take(now.events);
        if (now.rawStatus !== before.rawStatus) onStatus(now, before.rawStatus);
      },
      onNotice,
    },
    deployment,
    plan,
  );
}
