import type { Build, BuildFilter, Cloud } from '../../clouds/cloud.ts';
import { timeoutSignal } from '../../deadline.ts';
import { messageOf } from '../../errors.ts';
import { readPastLog } from '../../follow/log/log.ts';
import { createStepReader } from '../../follow/steps/steps.ts';
import { compareBuilds, medianOf, type PastBuild } from '../../report/comparison.ts';
import type { BuildFacts } from '../../report/result.ts';
import type { Step } from '../step/step.ts';
import { secondsOf } from './facts.ts';
import type { Identity } from './identity.ts';

/** Limits for reading an earlier build's log, in milliseconds and lines: the comparison is not worth more. */
const LOG_WITHIN_MS = 10_000;
const MOST_LINES = 50_000;

/**
 * Earlier builds, requested while this one is sent and built. Nothing waits for them: what has not arrived by the end
 * is left out, and a failure is only a debug line.
 */
export type History = {
  /** How this build compares, once it has succeeded; empty where nothing is known. From now on nothing more is asked. */
  readonly compare: () => Pick<BuildFacts, 'comparison' | 'medianSeconds'>;
  /** The median of how long earlier builds took, in milliseconds, once it is known. */
  readonly expectedMs: () => number | undefined;
};

type Known = { builds: readonly Build[]; steps: PastBuild['steps'] };

export function startHistory(step: Step, identity: Identity): History {
  const { console, settings, recorder } = step;
  if (settings.history === 0) return { compare: () => ({}), expectedMs: () => undefined };
  const stop = new AbortController();
  const signal = AbortSignal.any([step.signal, stop.signal]);
  const known: Known = { builds: [], steps: [] };
  void readPast(step, identity, known, signal).catch((thrown: unknown) => {
    if (!signal.aborted) console.debug(`Earlier builds could not be read: ${messageOf(thrown)}`);
  });
  const secondsBefore = () => {
    const { id } = recorder.result().build ?? {};
    const past = known.builds.filter((build) => build.id !== id).slice(0, settings.history);
    return past.flatMap((build) => secondsOf(build) ?? []);
  };
  return {
    expectedMs: () => {
      const before = secondsBefore();
      return before.length === 0 ? undefined : medianOf(before) * 1000;
    },
    compare: () => {
      stop.abort();
      const { status, seconds, steps = [] } = recorder.result().build ?? {};
      if (status !== 'success' || seconds === undefined) return {};
      const before = secondsBefore();
      const comparison = compareBuilds({ seconds, steps }, { seconds: before, steps: known.steps });
      return comparison === undefined ? {} : { comparison, medianSeconds: medianOf(before) };
    },
  };
}

async function readPast(step: Step, identity: Identity, known: Known, signal: AbortSignal): Promise<void> {
  const { settings } = step;
  const cloud = await openQuietly(step);
  const builds: Build[] = [];
  for await (const build of cloud.list(filterOf(step, identity), signal)) {
    // Checked here too, since the cloud may ignore the filter.
    if (build.status !== 'succeeded' || secondsOf(build) === undefined) continue;
    builds.push(build);
    // One more than needed: the running build may be among them.
    if (builds.length > settings.history) break;
  }
  known.builds = builds;
  if (builds[0]) known.steps = await stepsOf(cloud, builds[0], signal);
}

/** A separate client, so that its retries are only debug lines. */
function openQuietly({ openCloud, console }: Step): Promise<Cloud> {
  return openCloud({ onRetry: ({ line }) => console.debug(line) });
}

function filterOf({ settings }: Step, { imageName, target }: Identity): BuildFilter {
  return {
    status: 'succeeded',
    imageName,
    atMost: settings.history + 1,
    ...(target.by === 'agent-name' && { agentName: target.agentName }),
  };
}

/** The steps of the newest earlier build, where its log can still be read. */
async function stepsOf(cloud: Cloud, build: Build, signal: AbortSignal): Promise<PastBuild['steps']> {
  if (!cloud.log) return [];
  const reader = createStepReader();
  const soon = timeoutSignal(signal, LOG_WITHIN_MS);
  let read = 0;
  for await (const lines of readPastLog(cloud.log, build.id, soon)) {
    for (const line of lines) reader.read(line, 0);
    read += lines.length;
    if (read > MOST_LINES) return [];
  }
  reader.end(0, 'succeeded');
  return reader.steps();
}
