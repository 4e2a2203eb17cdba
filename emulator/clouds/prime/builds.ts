import { type Call, type Handler, Refusal, type Reply } from '../../server/exchange.ts';
import { totalOf } from './images.ts';
import { initiateBuild } from './initiate.ts';
import { buildRecord } from './records.ts';
import { runBuild } from './run.ts';
import { inBackground, type PrimeBuild, type PrimeWorld } from './state.ts';
import { uploadContext } from './storage.ts';
import { buildVmImage } from './vm-image.ts';

export function buildHandlers(world: PrimeWorld): Readonly<Record<string, Handler>> {
  return {
    initiateBuild: (call) => initiateBuild(world, call),
    uploadContext: (call) => uploadContext(world, call),
    startBuild: (call) => startBuild(world, call),
    getBuild: (call) => json(buildRecord(find(world, call), world.options)),
    listBuilds: (call) => listBuilds(world, call),
    buildVmImage: (call) => buildVmImage(world, call),
  };
}

function startBuild(world: PrimeWorld, call: Call): Reply {
  const build = find(world, call);
  const body = call.body.kind === 'json' ? (call.body.value as { context_uploaded?: boolean }) : {};
  if (build.isStarted) throw new Refusal(409, { detail: 'Build already started' });
  const { archive } = build;
  if (!archive || body.context_uploaded === false)
    throw new Refusal(400, { detail: 'Build context was not uploaded' });
  build.isStarted = true;
  inBackground(world.state, runBuild(world, build, archive));
  switch (world.options.startAnswers) {
    case 'build':
      return json(buildRecord(build, world.options));
    case 'object':
      return json({});
    case 'nothing':
      return { kind: 'empty', status: 200 };
  }
}

/** All builds of the caller, personal and of teams; there is no filter, and the order is not documented. */
function listBuilds(world: PrimeWorld, call: Call): Reply {
  const { state, options } = world;
  const offset = Number(call.query.offset ?? 0);
  const limit = Number(call.query.limit ?? 100);
  const ordered = { newest: state.builds.toReversed(), oldest: state.builds, mixed: mixed(state.builds) };
  const shown = ordered[options.order].slice(offset, offset + Math.min(limit, options.maxPage));
  const data = shown.map((build) => buildRecord(build, options));
  return json({ ...totalOf(world, state.builds.length), offset, limit, data, status: null });
}

/** Shuffled, but always in the same way. */
function mixed(builds: readonly PrimeBuild[]): readonly PrimeBuild[] {
  const key = (index: number) => (index * 7919) % 104_729;
  return builds
    .map((build, index) => ({ build, index }))
    .sort((a, b) => key(a.index) - key(b.index))
    .map(({ build }) => build);
}

function find({ state }: PrimeWorld, call: Call): PrimeBuild {
  const build = state.builds.find(({ id }) => id === call.params.build_id);
  if (!build) throw new Refusal(404, { detail: 'Build not found' });
  return build;
}

function json(body: unknown): Reply {
  return { kind: 'json', status: 200, body };
}
