import type { CloudName } from '../clouds/cloud.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { parseBuildArgs } from './build-args.ts';
import { readPreviewCheck, readPreviewLabel, readPreviewUrl } from './deploy/deploy.ts';
import { type Faults, nearest } from './faults.ts';
import { CHOICES } from './input-table.ts';
import type { InputReader } from './reader.ts';
import type { EventFacts, Settings } from './settings.ts';

/** The settings that depend on no cloud, file or credential; `cloud` is absent where it is faulty. */
export type PlainSettings = Omit<
  Settings,
  | 'cloud'
  | 'connection'
  | 'platform'
  | 'context'
  | 'project'
  | 'agent'
  | 'image'
  | 'sourceImage'
  | 'agentSettings'
  | 'region'
> & { readonly cloud?: CloudName };

/** A timer cannot wait longer (2^31 - 1 ms); whole days, so that the message can say it. Milliseconds. */
const LONGEST_WAIT = 24 * 86_400_000;
/** Shorter pauses would cause too many requests. Milliseconds. */
const SHORTEST_POLL = 100;

export function readPlain(
  reader: InputReader,
  eventFacts: EventFacts,
  faults: Faults,
  warnings: string[],
): PlainSettings {
  const pullRequest = reader.count('pr-number', 1) ?? eventFacts.pullRequest?.number;
  return omitUndefined({
    cloud: reader.choice('cloud'),
    mode: reader.choice('mode') ?? meantMode(reader) ?? 'run',
    buildArgs: readBuildArgs(reader, faults),
    visibility: reader.choice('visibility'),
    vmImage: reader.flag('vm-image'),
    build: readBuild(reader),
    buildId: reader.text('build-id'),
    reuseWithinMs: reader.duration('reuse-within'),
    deploy: reader.choice('deploy') ?? 'none',
    preview: omitUndefined({
      label: readPreviewLabel(reader, eventFacts, pullRequest, faults, warnings),
      ttlMs: reader.duration('preview-ttl'),
      keep: reader.count('preview-keep', 1) ?? 1,
      url: readPreviewUrl(reader, faults),
      check: readPreviewCheck(reader, faults),
    }),
    pullRequest,
    comment: omitUndefined({ when: reader.choice('comment') ?? 'auto', key: reader.text('comment-key') }),
    githubToken: reader.text('github-token'),
    githubEnvironment: reader.text('github-environment'),
    buildTimeoutMs: reader.duration('build-timeout', { most: LONGEST_WAIT }),
    deployTimeoutMs: reader.duration('deploy-timeout', { most: LONGEST_WAIT }),
    deployWait: reader.flag('deploy-wait'),
    pollIntervalMs: reader.duration('poll-interval', { least: SHORTEST_POLL, most: LONGEST_WAIT }),
    cancelOnAbort: reader.flag('cancel-on-abort'),
    history: reader.count('history', 0) ?? 0,
    agents: reader.lines('agents'),
    parallel: reader.count('parallel', 1) ?? 20,
    failFast: reader.flag('fail-fast'),
    base: reader.text('base'),
    dryRun: reader.flag('dry-run'),
  });
}

/** For a misspelt mode: what `run` needs would be reported as missing, although the mode that was meant needs none of it. */
function meantMode(reader: InputReader): Settings['mode'] | undefined {
  const meant = nearest(reader.text('mode') ?? '', CHOICES.mode);
  return CHOICES.mode.find((mode) => mode === meant);
}

/** With `build-id` nothing is built, unless the author says otherwise. */
function readBuild(reader: InputReader): Settings['build'] {
  const build = reader.choice('build') ?? 'auto';
  return build === 'auto' && reader.text('build-id') !== undefined ? 'never' : build;
}

function readBuildArgs(reader: InputReader, faults: Faults): Readonly<Record<string, string>> {
  const { args, problems } = parseBuildArgs(reader.text('build-args') ?? '');
  if (problems.length > 0) {
    faults.add({ where: 'build-args', problem: problems.join(', '), accepted: 'lines of KEY=VALUE' });
  }
  return args;
}
