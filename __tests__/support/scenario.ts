import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Rollout } from '../../emulator/clouds/sgp/rollout-plan.ts';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import type { Misbehaviour, Rule } from '../../emulator/faults/fault.ts';
import type { Forge } from '../../emulator/forge/index.ts';
import type { PlatformName, RunningAction, RunOptions, RunRecord } from '../../emulator/runner/index.ts';
import type { Story } from '../../scripts/reliability/phases.ts';
import { runStep, spawnBundle } from './bundle.ts';
import { AGENT, MANIFEST, sgpInputs } from './cloud.ts';
import { startStoryForge } from './story-forge.ts';
import { makeRepository } from './workspace.ts';

/** The build log of every story; hostile to nobody, and no two lines are equal. */
export const LOG = Array.from({ length: 40 }, (_, index) => `#5 ${index} line ünï\u{1F600} ${index}`);
const LAST_LINE = /line ünï\u{1F600} 39$/u;
export const ROLLOUT_LOG = Array.from({ length: 12 }, (_, index) => `agent line ${index}`);

const DEPLOYABLE = `${MANIFEST}deployment:
  image:
    repository: registry.example/greeter
`;
const ENVIRONMENTS = `schema_version: v1
environments:
  dev:
    kubernetes: { namespace: agents }
    auth: { principal: { account_id: emulator-account, user_id: someone } }
`;

const PULL_REQUEST = {
  number: 7,
  pull_request: {
    number: 7,
    head: { sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic', repo: { full_name: 'acme/agents' } },
    base: { sha: 'b'.repeat(40), repo: { full_name: 'acme/agents' } },
  },
};

export type Played = {
  readonly run: RunRecord;
  readonly emulator: Emulator;
  /** Where the story has a comment. */
  readonly forge: Forge | undefined;
  /** In the order of the rules. */
  readonly misbehaviours: readonly Misbehaviour[];
  /** Milliseconds, from main's start to post's end. */
  readonly tookMs: number;
  /** The build was cancelled at the cloud by then. */
  readonly cancelled: boolean;
  /** The older preview that was there before. */
  readonly olderId: string;
};

export type Scenario = {
  readonly story: Exclude<Story, 'prime' | 'pipecat'>;
  readonly rules: readonly StoryRule[];
  /** A forge is there, and the step keeps its comment on it. */
  readonly comment?: boolean;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly platform?: PlatformName;
  readonly lines?: readonly string[];
  readonly delays?: number;
  readonly rollout?: Rollout;
  /** The job is cancelled as soon as main says so. */
  readonly cancelAt?: RegExp;
  readonly env?: Readonly<Record<string, string>>;
  readonly end?: string;
  /** Milliseconds for which the log goes on after the build has ended. */
  readonly logLagMs?: number;
  /** Called once the cloud can be reached, before the action starts. */
  readonly prepare?: (emulator: Emulator) => Promise<Prepared> | Prepared;
};

/** `cloud: 'forge'` is for the forge. `since: 'cancel'`: for what comes once the job was cancelled. */
export type StoryRule = Rule & { readonly since?: 'cancel' };

/** What a row changes of the step: where the cloud is reached, how it is started, what happens while it runs. */
export type Prepared = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly options?: Partial<RunOptions>;
  readonly whileRunning?: (running: RunningAction) => Promise<void>;
};

/** Plays one story on an emulator of its own, with the faults that its rules tell; the emulator is closed after. */
export async function play(scenario: Scenario): Promise<Played> {
  const emulator = await startEmulator({
    builder: 'play',
    pace: 0,
    checkReplies: true,
    sgp: { rolloutStepMs: 40 },
  });
  const forge = scenario.comment ? await startStoryForge(scenario.story) : undefined;
  try {
    const olderId = await olderPreview(emulator);
    prepareCloud(emulator, scenario);
    const faults = armed(scenario.rules, (rule) =>
      (rule.cloud === 'forge' && forge ? forge : emulator.control).misbehave(rule),
    );
    const began = performance.now();
    const run = await runStory({ emulator, forge }, scenario, faults.arm);
    const tookMs = performance.now() - began;
    const cancelled = await soon(() => emulator.control.sgp.builds.at(-1)?.status === 'cancelled', scenario);
    return { run, emulator, forge, misbehaviours: faults.misbehaviours(), olderId, cancelled, tookMs };
  } finally {
    await Promise.all([emulator.close(), forge?.close()]);
  }
}

function prepareCloud(
  { control }: Emulator,
  { story, end, logLagMs, lines, delays, rollout }: Scenario,
): void {
  const never = story === 'post' || story === 'cancelled' ? 'never' : end;
  control.script({
    lines: lines ?? LOG,
    delays: delays ?? (lines ? 0 : 5),
    ...(never && { end: never }),
    ...(logLagMs && { logLagMs }),
  });
  control.sgp.rollout({ lines: ROLLOUT_LOG, stepMs: 300, ...rollout });
}

/** Those that hold from the start are at work at once, the others once `arm` is called. */
function armed(rules: readonly StoryRule[], misbehave: (rule: Rule) => Misbehaviour) {
  const at = new Map<StoryRule, Misbehaviour>();
  const start = (wanted: (rule: StoryRule) => boolean) => {
    for (const rule of rules) if (wanted(rule)) at.set(rule, misbehave(rule));
  };
  start(({ since }) => since === undefined);
  return {
    arm: () => start(({ since }) => since === 'cancel'),
    misbehaviours: () => rules.flatMap((rule) => at.get(rule) ?? []),
  };
}

/** The cloud ends a build a moment after it was asked to. */
async function soon(what: () => boolean, { story }: Scenario): Promise<boolean> {
  const awaited = story === 'post' || story === 'cancelled';
  for (let left = awaited ? 500 : 0; left > 0 && !what(); left -= 1) await delay(20);
  return what();
}

type Places = { readonly emulator: Emulator; readonly forge: Forge | undefined };

async function runStory(places: Places, scenario: Scenario, arm: () => void): Promise<RunRecord> {
  const { story } = scenario;
  const prepared = (await scenario.prepare?.(places.emulator)) ?? {};
  const isCancelled = story === 'post' || story === 'cancelled';
  const cancelAt = isCancelled ? LAST_LINE : scenario.cancelAt;
  const options = optionsOf(places, scenario, prepared);
  if (cancelAt === undefined && prepared.whileRunning === undefined) return runStep(options);
  const running = spawnBundle(options);
  if (cancelAt === undefined) {
    await prepared.whileRunning?.(running);
    return running.done;
  }
  await running.line(cancelAt, 150_000);
  if (story === 'cancelled') arm();
  running.cancel();
  // What a main that is killed still had under way is not what is meant.
  if (story === 'post') {
    await gone(running.pid);
    arm();
  }
  return running.done;
}

function optionsOf({ emulator, forge }: Places, scenario: Scenario, prepared: Prepared): Partial<RunOptions> {
  const { story, platform = story === 'post' ? 'gitea' : 'github', env } = scenario;
  const places = forge
    ? { serverUrl: forge.serverUrl, apiUrl: forge.apiUrl }
    : { serverUrl: 'https://example.com' };
  return {
    platform,
    workspace: workspace(),
    event: {
      name: 'pull_request',
      payload: { action: story === 'closed' ? 'closed' : 'synchronize', ...PULL_REQUEST },
    },
    job: { ...places, repository: 'acme/agents' },
    ...(forge && { token: forge.tokens.workflow }),
    // No row is meant to end by this.
    timeoutMs: 240_000,
    inputs: sgpInputs(emulator, {
      manifest: 'manifest.yaml',
      deploy: 'preview',
      ...(forge && { comment: 'auto' }),
      ...scenario.inputs,
      ...prepared.inputs,
    }),
    ...(env && { env }),
    ...prepared.options,
  };
}

async function gone(pid: number): Promise<void> {
  for (let left = 10_000; left > 0; left -= 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await delay(2);
  }
}

/** A preview of the same label, healthy since before; made as an earlier run of this repository would have. */
async function olderPreview(emulator: Emulator): Promise<string> {
  const [build] = emulator.control.sgp.seedHistory({ builds: 1, agents: ['greeter'] });
  const response = await fetch(`${emulator.url}/v5/agentex/deployments`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-api-key': emulator.credentials.apiKey,
      'x-selected-account-id': emulator.credentials.accountId,
    },
    body: JSON.stringify({
      manifest_file: DEPLOYABLE,
      environment_config: ENVIRONMENTS,
      build_id: build?.id,
      preview: true,
      preview_label: 'pr-7',
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    }),
  });
  return ((await response.json()) as { id: string }).id;
}

/** A repository of `greeter`. */
function workspace(): string {
  const files = { ...AGENT, 'manifest.yaml': DEPLOYABLE, 'environments.yaml': ENVIRONMENTS };
  return makeRepository(files, 'https://example.com/acme/agents.git').path;
}

/** The lines of the log file, without the empty one after the last line end. */
export function logFileOf(run: RunRecord): readonly string[] {
  const path = run.outputs['log-file'];
  if (path === undefined || !existsSync(path)) return [];
  return readFileSync(path, 'utf8').split('\n').slice(0, -1);
}

/** Those of main's lines that are lines of that log, in the order in which they came. */
export function printed(run: RunRecord, lines: readonly string[]): readonly string[] {
  const wanted = new Set(lines);
  return run.main.stdout.split('\n').filter((line) => wanted.has(line));
}

/** Tasks begin in order, at most so many at once. */
export function pool(width: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = width;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
