import type { Call, Handler, Reply } from '../../server/exchange.ts';
import { createBuild } from './create-build.ts';
import { buildRecord } from './records.ts';
import { type PipecatBuild, type PipecatWorld, refusal } from './state.ts';
import { createUploadUrl, uploadContext } from './upload.ts';

export function buildHandlers(world: PipecatWorld): Readonly<Record<string, Handler>> {
  return {
    createUploadUrl: (call) => createUploadUrl(world, call),
    uploadContext: (call) => uploadContext(world, call),
    createBuild: (call) => createBuild(world, call),
    listBuilds: (call) => listBuilds(world, call),
    getBuild: (call) => {
      const record = buildRecord(find(world, call), world.options);
      return json(world.options.buildAnswers === 'bare' ? record : { build: record });
    },
    getBuildLogs: (call) => buildLog(world, call),
  };
}

function listBuilds({ state, options }: PipecatWorld, call: Call): Reply {
  const filters = [
    'status',
    'region',
    'contextHash',
    ...(options.filtersByDockerfile ? ['dockerfilePath'] : []),
  ];
  const wanted = filters.filter((name) => call.query[name] !== undefined);
  const matches = inOrder(state.builds, options.order).filter((build) =>
    wanted.every((name) => build[name as keyof PipecatBuild] === call.query[name]),
  );
  const limit = Number(call.query.limit ?? 20);
  const offset = Number(call.query.offset ?? 0);
  const builds = matches.slice(offset, offset + limit).map((build) => buildRecord(build, options));
  return json({ builds, total: matches.length, limit, offset });
}

function inOrder(builds: readonly PipecatBuild[], order: 'newest' | 'oldest' | 'mixed') {
  if (order === 'oldest') return builds;
  if (order === 'newest') return builds.toReversed();
  return builds
    .map((build, index) => ({ build, key: (index * 7919) % 104_729 }))
    .sort((one, other) => one.key - other.key)
    .map(({ build }) => build);
}

/** The newest or the first lines, without the part by which the log is late; nothing before the build has started. */
function buildLog(world: PipecatWorld, call: Call): Reply {
  const { options } = world;
  const build = find(world, call);
  const visible = build.log.lines.slice(0, visibleLines(build, options.logLagMs));
  const limit = Math.min(Number(call.query.limit ?? 500), options.maxLogLines);
  const shown = options.logKeeps === 'last' ? visible.slice(-limit) : visible.slice(0, limit);
  const logs =
    options.logLines === 'texts'
      ? shown
      : shown.map((line, index) => ({
          [index % 2 === 0 ? 'message' : 'log']: line,
          timestamp: new Date().toISOString(),
        }));
  return json({ logs, ...(visible.length > limit ? { nextToken: 'f/not-taken-by-any-parameter' } : {}) });
}

function visibleLines({ log, looks }: PipecatBuild, lagMs: number): number {
  const now = Date.now();
  looks.push({ at: now, lines: log.lines.length });
  return looks.findLast(({ at }) => now - at >= lagMs)?.lines ?? 0;
}

function find({ state }: PipecatWorld, call: Call): PipecatBuild {
  const build = state.builds.find(({ id }) => id === call.params.buildId);
  if (!build) throw refusal(404, 'Build not found');
  return build;
}

function json(body: unknown): Reply {
  return { kind: 'json', status: 200, body };
}
