import type { Build, BuildStatus, UndeployedAgent } from '../../clouds/cloud.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import { medianOf } from '../comparison.ts';

/** The state of an account at one moment, for the job summary and `result`. Plain data. */
export type Account = {
  /** The cloud's display name. */
  readonly cloud: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Where the report is about one agent or image only. */
  readonly only?: string;
  /** Newest first. */
  readonly builds: readonly AccountBuild[];
  readonly statistics: Statistics;
  /** Absent where the cloud cannot say. */
  readonly undeployed?: readonly UndeployedSummary[];
  /** Absent where the cloud deploys nothing, or no agent is known to ask about. */
  readonly previews?: readonly LivePreview[];
  /** What is not shown and why, one sentence each. */
  readonly notes: readonly string[];
};

/** Times are ISO 8601 in UTC, durations in seconds. What the cloud did not report is absent. */
export type AccountBuild = {
  readonly id: string;
  /** The agent, else the image. */
  readonly name?: string;
  readonly tag?: string;
  readonly commit?: string;
  readonly status: BuildStatus;
  readonly seconds?: number;
  readonly createdAt?: string;
  /** From clouds that know neither agent nor tag of a build; `imageBytes` of the image. */
  readonly contextHash?: string;
  readonly dockerfile?: string;
  readonly region?: string;
  readonly imageBytes?: number;
};

export type Statistics = {
  /** Builds that succeeded or failed; cancelled ones are not counted. */
  readonly judged: number;
  /** 0 to 1; absent where `judged` is 0. */
  readonly successRate?: number;
  /** Of the successful builds; absent where no duration is known. */
  readonly medianSeconds?: number;
  readonly p95Seconds?: number;
};

export type UndeployedSummary = {
  readonly agent: string;
  readonly builds: number;
  readonly latest: AccountBuild;
};

export type LivePreview = {
  readonly id: string;
  readonly agent: string;
  readonly label?: string;
  readonly status: string;
  readonly expiresAt?: string;
  /** The cloud gave no expiry: `expiresAt` is when a cleanup may delete it because of `preview-ttl`. */
  readonly byTtl?: true;
};

export function accountBuild(build: Build): AccountBuild {
  const seconds = (Date.parse(build.endedAt ?? '') - Date.parse(build.startedAt ?? '')) / 1000;
  const name = build.agentName ?? build.imageName;
  const { contextHash, dockerfile, region, imageBytes } = build;
  const inputs =
    name === undefined
      ? omitUndefined<Partial<AccountBuild>>({ contextHash, dockerfile, region, imageBytes })
      : {};
  return {
    ...inputs,
    id: build.id,
    status: build.status,
    ...(name !== undefined && { name }),
    ...(build.imageTag !== undefined && { tag: build.imageTag }),
    ...(build.sourceCommit !== undefined && { commit: build.sourceCommit }),
    ...(seconds >= 0 && { seconds }),
    ...(build.createdAt !== undefined && { createdAt: build.createdAt }),
  };
}

export function undeployedSummary({ agentName, builds, latest }: UndeployedAgent): UndeployedSummary {
  return { agent: agentName, builds, latest: accountBuild(latest) };
}

const VERDICTS: ReadonlySet<BuildStatus> = new Set(['succeeded', 'failed', 'timed-out', 'errored']);

export function statisticsOf(builds: readonly AccountBuild[]): Statistics {
  const judged = builds.filter(({ status }) => VERDICTS.has(status));
  const succeeded = judged.filter(({ status }) => status === 'succeeded');
  const durations = succeeded.flatMap(({ seconds }) => (seconds === undefined ? [] : [seconds]));
  return {
    judged: judged.length,
    ...(judged.length > 0 && { successRate: succeeded.length / judged.length }),
    ...(durations.length > 0 && {
      medianSeconds: medianOf(durations),
      p95Seconds: nearestRank(durations, 0.95),
    }),
  };
}

/** The smallest value that at least this share of all values does not exceed. */
function nearestRank(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
