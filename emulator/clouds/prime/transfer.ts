import { type Call, type Problem, Refusal, type Reply } from '../../server/exchange.ts';
import { answerOf, type Fields, ownerOfRequest, problem, register } from './register.ts';
import { runSource } from './run.ts';
import { readSource, type SourceImage, sourcesOf } from './source.ts';
import { inBackground, type PrimeWorld } from './state.ts';

/** What the vendor's clients refuse without a request (contracts/prime.openapi.yaml, initiateBuild). */
export function transferConstraints(fields: Fields, source: string): Problem[] {
  const sources = sourcesOf(source).map(readSource);
  const unreadable = sources.filter((entry) => typeof entry === 'string');
  if (sources.length === 0) return [problem('source_image', 'at least one image reference is required')];
  if (unreadable.length > 0) return unreadable.map((words) => problem('source_image', words));
  const named = fields.image_name || fields.image_tag;
  const problems: Problem[] = [];
  if (named && sources.length > 1) problems.push(problem('image_name', 'only for a single source image'));
  if (named && !(fields.image_name && fields.image_tag))
    problems.push(problem('image_name', 'image_name and image_tag belong together'));
  const onHub = sources.filter((entry) => typeof entry !== 'string' && entry.registry === 'docker.io');
  return onHub.length === 0 ? problems : [...problems, ...hubProblems(fields, onHub.length < sources.length)];
}

function hubProblems(fields: Fields, isMixed: boolean): Problem[] {
  const rules: [boolean, string, string][] = [
    [Boolean(fields.image_name || fields.image_tag), 'image_name', 'no destination for images of Docker Hub'],
    [Boolean(fields.team_id ?? fields.teamId), 'team_id', 'no team for images of Docker Hub'],
    [fields.visibility === 'PRIVATE', 'visibility', 'images of Docker Hub are public'],
    [isMixed, 'source_image', 'Docker Hub and other registries do not share a request'],
  ];
  return rules.filter(([broken]) => broken).map(([, name, msg]) => problem(name, msg));
}

/** Queues imports from other registries. One image gets the reply of a build, several get a result each. */
export function transferImages(world: PrimeWorld, call: Call, fields: Fields, list: string): Reply {
  const { options } = world;
  const sources = sourcesOf(list);
  const [only] = sources;
  if (sources.length === 1 && only !== undefined)
    return { kind: 'json', status: options.initiateStatus, body: queue(world, call, fields, only) };
  const results = sources.map((sourceImage) =>
    resultOf(world, sourceImage, () => queue(world, call, fields, sourceImage)),
  );
  const failed = results.filter((result) => result.error !== null);
  const body = options.generation === 'older' ? { results, failed } : { results };
  return { kind: 'json', status: options.initiateStatus, body };
}

function queue(world: PrimeWorld, call: Call, fields: Fields, reference: string): Record<string, unknown> {
  const source = readSource(reference) as SourceImage;
  const { sourceRegistries } = world.options;
  if (!sourceRegistries.includes(source.registry)) {
    const allowed = sourceRegistries.map((host) => (host === 'docker.io' ? 'Docker Hub' : host)).join(', ');
    throw new Refusal(400, {
      detail: `Registry ${source.registry} is not allowed. Allowed registries: ${allowed}.`,
    });
  }
  // As with secrets: images with this name do not exist.
  if (source.repository.split('/').at(-1)?.startsWith('missing'))
    throw new Refusal(404, { detail: `Source image ${reference} not found` });
  const isHub = source.registry === 'docker.io';
  const owner = isHub ? 'platform' : ownerOfRequest(world, fields);
  const ownName = owner === 'platform' ? source.repository : (source.repository.split('/').at(-1) ?? '');
  const build = register(world, isHub ? { ...fields, visibility: 'PUBLIC' } : fields, {
    owner,
    imageName: fields.image_name || ownName,
    imageTag: fields.image_tag || source.tag,
  });
  build.isStarted = true;
  inBackground(world.state, runSource(world, build));
  return answerOf(world, call, build, 'none');
}

type Result = { readonly sourceImage: string; readonly error: string | null } & Readonly<
  Record<string, unknown>
>;

function resultOf({ options }: PrimeWorld, sourceImage: string, work: () => Record<string, unknown>): Result {
  const isOlder = options.generation === 'older';
  try {
    const build = work();
    if (!isOlder) return { sourceImage, build, error: null, retryable: false };
    const { buildIds, fullImagePath, visibility } = build;
    const buildId = (buildIds as readonly string[])[0];
    return { sourceImage, success: true, buildId, fullImagePath, visibility, error: null, retryable: false };
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.reply.kind !== 'json') throw thrown;
    const error = String((thrown.reply.body as { detail: string }).detail);
    const retryable = thrown.reply.status === 429;
    return { sourceImage, ...(isOlder ? { success: false } : { build: null }), error, retryable };
  }
}
