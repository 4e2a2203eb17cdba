import type { Build, BuildFilter, Cloud } from '../clouds/cloud.ts';
import { messageOf } from '../errors.ts';
import { readPastLog } from '../follow/past-log.ts';
import { createStepReader } from '../follow/steps.ts';
import { compareBuilds, type PastBuild } from '../report/comparison.ts';
import type { Identity } from './identity.ts';
import type { Step } from './step.ts';

/** How long the end of a run waits for what was asked for while the build ran. */
const PATIENCE_MS = 500;
/** One earlier log is read for its steps; more would cost more than the sentence is worth. */
const LOG_WITHIN_MS = 10_000;

/** Earlier builds, asked for while this one runs: they cost it no time, and their absence costs a debug line. */
export type History = {
  /** One sentence on how this build compares, once it has ended. */
  readonly compare: () => Promise<string | undefined>;
};

export function startHistory(step: Step, identity: Identity, current: Build): History {
  const { console, settings, ledger } = step;
  if (settings.history === 0) return { compare: async () => undefined };
  const stop = new AbortController();
  const signal = AbortSignal.any([step.signal, stop.signal]);
  const past = readPast(step, identity, current, signal).catch((thrown: unknown) => {
    console.debug(`Earlier builds could not be read: ${messageOf(thrown)}`);
    return undefined;
  });
  return {
    compare: async () => {
      const patience = new Promise<undefined>((resolve) => {
        setTimeout(() => resolve(undefined), PATIENCE_MS).unref();
      });
      const known = await Promise.race([past, patience]);
      stop.abort();
      const { seconds, steps } = ledger.result().build ?? {};
      return known && compareBuilds({ ...(seconds !== undefined && { seconds }), steps: steps ?? [] }, known);
    },
  };
}

async function readPast(
  step: Step,
  identity: Identity,
  current: Build,
  signal: AbortSignal,
): Promise<readonly PastBuild[]> {
  const cloud = await step.cloud();
  const past: PastBuild[] = [];
  for await (const build of cloud.list(filterOf(step, identity), signal)) {
    const seconds = secondsOf(build);
    if (build.id === current.id || seconds === undefined) continue;
    const steps = past.length === 0 ? await stepsOf(cloud, build, signal) : [];
    past.push({ seconds, steps });
    if (past.length === step.settings.history) break;
  }
  return past;
}

function filterOf({ settings }: Step, { imageName, target }: Identity): BuildFilter {
  return {
    status: 'succeeded',
    imageName,
    atMost: settings.history + 1,
    ...(target.by === 'agent-name' && { agentName: target.agentName }),
  };
}

/** The steps of the newest earlier build, where its log can still be had. */
async function stepsOf(cloud: Cloud, build: Build, signal: AbortSignal): Promise<PastBuild['steps']> {
  if (!cloud.log) return [];
  const reader = createStepReader();
  const soon = AbortSignal.any([signal, AbortSignal.timeout(LOG_WITHIN_MS)]);
  try {
    for await (const lines of readPastLog(cloud.log, build.id, soon)) {
      for (const line of lines) reader.read(line, 0);
    }
  } catch {
    return [];
  }
  reader.end(0, 'succeeded');
  return reader.steps();
}

function secondsOf({ startedAt, endedAt }: Build): number | undefined {
  const seconds = (Date.parse(endedAt ?? '') - Date.parse(startedAt ?? '')) / 1000;
  return seconds >= 0 ? seconds : undefined;
}
