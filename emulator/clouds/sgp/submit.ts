import { setImmediate } from 'node:timers/promises';
import { ArchiveError, inspectArchive } from '../../builder/archive.ts';
import type { Builder } from '../../builder/job.ts';
import { playScript, takeScript } from '../../builder/script.ts';
import { type Call, type Problem, Refusal, type UploadedFile } from '../../server/exchange.ts';
import type { SgpOptions } from './options.ts';
import { addBuild, agentKey, type SgpBuild, type SgpState } from './state.ts';

/** A registry's host and port, path and tag, perhaps with a digest. */
const TAGGED_IMAGE =
  /^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)*:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}(?:@sha256:[0-9a-f]{64})?$/i;

type Fields = Readonly<Record<string, string>>;

/** The rules of SubmitBuildForm that a schema cannot express. */
export function submitConstraints(call: Call): Problem[] {
  if (call.body.kind !== 'form') return [];
  const { fields, files } = call.body;
  const problems: Problem[] = [];
  for (const name of ['build_args', 'platform']) {
    if (fields.image_url !== undefined && fields[name] !== undefined) {
      problems.push({ loc: ['body', name], msg: 'Only with context_archive', type: 'value_error' });
    }
  }
  if (fields.context_archive !== undefined || files.image_url !== undefined) {
    problems.push({
      loc: ['body', 'context_archive'],
      msg: 'Expected an upload with a file name',
      type: 'file',
    });
  }
  if (fields.image_url !== undefined && !TAGGED_IMAGE.test(fields.image_url)) {
    const msg = 'Expected an image reference with a tag';
    problems.push({ loc: ['body', 'image_url'], msg, type: 'value_error', input: fields.image_url });
  }
  if (fields.build_args !== undefined && !parseBuildArgs(fields.build_args)) {
    const msg = 'Expected a JSON object of strings';
    problems.push({ loc: ['body', 'build_args'], msg, type: 'json', input: fields.build_args });
  }
  return problems;
}

/** @throws {Refusal} if the agent does not fit or the file is not an archive */
export async function submitBuild(
  call: Call,
  world: { readonly state: SgpState; readonly options: SgpOptions; readonly builder: Builder },
): Promise<SgpBuild> {
  if (call.body.kind !== 'form') throw new Refusal(400, { detail: 'Expected a form' });
  const { fields, files } = call.body;
  const { state, options } = world;
  const agentName = resolveAgent(state, options, call.account, fields);
  const archive = files.context_archive;
  const imageTag = fields.image_tag ?? 'latest';
  const imageName = fields.image_name ?? '';
  if (archive) await checkArchive(archive);
  const source = sourceOf(fields);
  const build = addBuild(state, { account: call.account, agentName, imageName, imageTag, source });
  if (!archive) {
    build.status = 'success';
    build.imageUrl = fields.image_url;
    build.log.end();
    return build;
  }
  const running = run(build, archive, fields, world);
  state.running.add(running);
  running.finally(() => state.running.delete(running));
  return build;
}

function resolveAgent(state: SgpState, options: SgpOptions, account: string, fields: Fields): string {
  const { agent_id: id, agent_name: name } = fields;
  if (options.agentTargets === 'name-only' && name === undefined) {
    throw new Refusal(422, {
      detail: [{ loc: ['body', 'agent_name'], msg: 'Field required', type: 'missing' }],
    });
  }
  if (name !== undefined) {
    if (options.agentTargets === 'exact' && state.agents.has(agentKey(account, name))) {
      throw new Refusal(409, { detail: `Agent ${name} already exists; pass its agent_id` });
    }
    return name;
  }
  for (const [key, known] of state.agents) {
    if (known === id && key.startsWith(`${account}/`)) return key.slice(account.length + 1);
  }
  throw new Refusal(404, { detail: 'Agent not found' });
}

async function checkArchive(archive: UploadedFile): Promise<void> {
  if (archive.bytes === 0) throw new Refusal(400, { detail: 'context_archive is empty' });
  try {
    await inspectArchive(archive.path, 'Dockerfile');
  } catch (error) {
    if (error instanceof ArchiveError) throw new Refusal(400, { detail: error.message });
    throw error;
  }
}

/** Runs the build to its end, by a script if one is queued. Never throws. */
async function run(
  build: SgpBuild,
  archive: UploadedFile,
  fields: Fields,
  world: { readonly state: SgpState; readonly builder: Builder },
): Promise<void> {
  // The reply to the submit says `queued`.
  await setImmediate();
  const image = `registry.emulator.localhost/${build.account}/${build.imageName}:${build.imageTag}`;
  const started = () => {
    if (build.status === 'queued') build.status = 'running';
    build.startedAt = new Date();
  };
  const end = (status: string | undefined) => {
    build.status = status ?? 'success';
    build.endedAt = new Date();
    if (build.status === 'success') build.imageUrl = image;
  };
  const { log } = build;
  const { signal } = build.stop;
  const script = takeScript(world.state.scripts, build);
  if (script) return playScript(script, { log, signal, started, end });
  const platform = fields.platform;
  const buildArgs = parseBuildArgs(fields.build_args ?? '{}') ?? {};
  const job = { archive: archive.path, dockerfile: 'Dockerfile', image, buildArgs, log, signal, started };
  end(await world.builder.build(platform ? { ...job, platform } : job));
  log.end();
}

function sourceOf(fields: Fields): SgpBuild['source'] {
  const texts = ['source_repo', 'source_commit', 'source_ref', 'source_subpath', 'working_tree_hash'];
  const dirty = fields.source_dirty;
  return {
    ...Object.fromEntries(texts.map((name) => [name, fields[name] ?? null])),
    source_dirty: dirty === undefined ? null : dirty === 'true',
  };
}

function parseBuildArgs(text: string): Record<string, string> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    if (!Object.values(value).every((entry) => typeof entry === 'string')) return undefined;
    return value as Record<string, string>;
  } catch {
    return undefined;
  }
}
