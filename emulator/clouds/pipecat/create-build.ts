import { setImmediate } from 'node:timers/promises';
import { ArchiveError, inspectArchive } from '../../builder/archive.ts';
import { playScript, takeScript } from '../../builder/script.ts';
import type { Call, Reply, UploadedFile } from '../../server/exchange.ts';
import { regionOf } from './organization.ts';
import { buildRecord } from './records.ts';
import { addBuild, inBackground, type PipecatBuild, type PipecatWorld, refusal } from './state.ts';

type Request = { readonly uploadId: string; readonly region?: string; readonly dockerfilePath?: string };

/** Builds what was uploaded, or returns an equal build that has succeeded. @throws {Refusal} for a faulty upload */
export async function createBuild(world: PipecatWorld, call: Call): Promise<Reply> {
  const { state, options } = world;
  const request = (call.body.kind === 'json' ? call.body.value : {}) as Request;
  const region = regionOf(world, request);
  const upload = state.uploads.get(request.uploadId);
  if (!upload?.object) throw refusal(400, 'Upload not found');
  if (upload.region !== region) throw refusal(400, `The upload is in ${upload.region}, not in ${region}`);
  const dockerfilePath = request.dockerfilePath ?? 'Dockerfile';
  await checkArchive(upload.object, dockerfilePath);
  const contextHash = upload.object.md5.slice(0, 16);
  const equal = options.reuses
    ? state.builds.find(
        (build) =>
          build.status === 'success' &&
          build.contextHash === contextHash &&
          build.region === region &&
          build.dockerfilePath === dockerfilePath,
      )
    : undefined;
  if (equal) return answer(world, 200, equal, true);
  const contextBytes = upload.object.bytes;
  const build = addBuild(state, { region, contextHash, contextBytes, dockerfilePath });
  const running = run(world, build, upload.object);
  inBackground(state, running);
  if (options.answersAfterBuild) await running;
  return answer(world, 201, build, false);
}

function answer({ options }: PipecatWorld, status: number, build: PipecatBuild, cached: boolean): Reply {
  const record = buildRecord(build, options);
  const body =
    options.buildAnswers === 'bare' ? record : { build: record, contextHash: build.contextHash, cached };
  return { kind: 'json', status, body };
}

async function checkArchive(archive: UploadedFile, dockerfilePath: string): Promise<void> {
  try {
    await inspectArchive(archive.path, dockerfilePath);
  } catch (error) {
    if (error instanceof ArchiveError) throw refusal(400, `Invalid build context: ${error.message}`);
    throw error;
  }
}

/** The builder's statuses at the end of a build; a script may also use Pipecat's own. */
const ENDS: Readonly<Record<string, string>> = {
  succeeded: 'success',
  timed_out: 'timeout',
  error: 'failed',
};

/** Runs the build to its end, by a script if one is queued. Never throws. */
async function run(world: PipecatWorld, build: PipecatBuild, archive: UploadedFile): Promise<void> {
  // The answer to the create says `pending`.
  await setImmediate();
  const { log } = build;
  const { signal } = build.stop;
  const image = `registry.emulator.localhost/pipecat-cloud/${world.options.organization}:${build.contextHash}`;
  const started = () => {
    build.status = 'building';
    build.startedAt = new Date();
  };
  const end = (word = 'success') => {
    build.status = ENDS[word] ?? word;
    build.endedAt = new Date();
    build.updatedAt = build.endedAt;
    build.startedAt ??= build.endedAt;
    if (build.status === 'success') build.image = image;
    else build.error = `Docker build failed: ${lastLine(build)}`;
  };
  const script = takeScript(world.state.scripts, { imageName: '', imageTag: '' });
  if (script) return playScript(script, { log, signal, started, end });
  const dockerfile = build.dockerfilePath;
  const job = { archive: archive.path, dockerfile, image, buildArgs: {}, log, signal, started };
  end(await world.builder.build(job));
  log.end();
}

function lastLine({ log }: PipecatBuild): string {
  const last = log.lines.findLast((line) => line.trim() !== '');
  return last?.replace(/^ERROR: /, '') ?? 'no output';
}
