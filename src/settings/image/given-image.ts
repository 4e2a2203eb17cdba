import type { CloudTraits } from '../../clouds/traits.ts';
import { type Faults, quote } from '../faults.ts';
import type { InputReader } from '../reader.ts';
import type { Connection, SourceImage } from '../settings.ts';
import { type ImageReference, parseReference } from './reference.ts';

const DOCKER_HUB = 'docker.io';
/** Other names of Docker Hub. */
const DOCKER_HUB_HOSTS: ReadonlySet<string> = new Set([
  DOCKER_HUB,
  'index.docker.io',
  'registry-1.docker.io',
]);
const EXAMPLE = 'a reference such as registry.example/team/app:1.2';

/** Images that were built elsewhere and that this run uses instead of building; absent where not given or faulty. */
export type GivenImages = {
  /** The input `image`: what is deployed. */
  readonly image?: string;
  /** The input `source-image`: what becomes the account's own. */
  readonly sourceImage?: SourceImage;
};

/** Checks before any request that they are valid references and fit the cloud and the other inputs. */
export function readGivenImages(
  reader: InputReader,
  traits: CloudTraits,
  account: Connection['account'],
  faults: Faults,
): GivenImages {
  const image = traits.inputs.has('image') ? readImage(reader, traits, faults) : undefined;
  const sourceImage = traits.inputs.has('source-image')
    ? readSourceImage(reader, traits, account, faults)
    : undefined;
  return { ...(image !== undefined && { image }), ...(sourceImage !== undefined && { sourceImage }) };
}

function readImage(reader: InputReader, { imagesNeedTag }: CloudTraits, faults: Faults): string | undefined {
  const given = reader.text('image');
  if (given === undefined) return undefined;
  const parsed = parseReference(given);
  const what = parsed === undefined ? 'is no reference of an image' : faultOf(parsed, imagesNeedTag === true);
  if (what !== undefined)
    faults.add({ where: 'image', problem: `${quote(given)} ${what}`, accepted: EXAMPLE });
  if (reader.text('build') !== 'never') {
    const problem = `${quote(given)} is an image that was built elsewhere, and build is ${quote(reader.text('build') ?? '')}`;
    faults.add({ where: 'image', problem, accepted: 'build: never, or leave image out' });
  }
  for (const name of ['build-id', 'image-name', 'image-tag'] as const) {
    if (reader.text(name) === undefined) continue;
    const problem = 'they exclude each other: each says which image is deployed';
    faults.add({ where: `image, ${name}`, problem, accepted: 'one of them' });
  }
  return given;
}

function faultOf({ tag, digest }: ImageReference, needsTag: boolean): string | undefined {
  if (tag !== undefined) return undefined;
  if (digest === undefined) return needsTag ? 'has no tag' : 'has neither a tag nor a digest';
  return needsTag ? 'has a digest and no tag' : undefined;
}

function readSourceImage(
  reader: InputReader,
  traits: CloudTraits,
  account: Connection['account'],
  faults: Faults,
): SourceImage | undefined {
  const given = reader.text('source-image');
  if (given === undefined) return undefined;
  const before = faults.count();
  const parsed = parseReference(given);
  if (parsed === undefined) {
    const problem = `${quote(given)} is no reference of an image`;
    faults.add({ where: 'source-image', problem, accepted: 'one reference such as ghcr.io/team/app:1.2' });
  }
  if (reader.text('build') === 'never') {
    const problem = `${quote(given)} is to become an image, and build: never makes none`;
    faults.add({ where: 'source-image, build', problem, accepted: 'one of them' });
  }
  if (parsed === undefined) return undefined;
  const isShared = isOfDockerHub(parsed);
  checkRegistry(isShared ? DOCKER_HUB : (parsed.host ?? ''), traits, faults);
  if (isShared) checkShared(reader, account, faults);
  if (faults.count() > before) return undefined;
  const name = reader.text('image-name');
  const tag = reader.text('image-tag');
  return {
    reference: given,
    isShared,
    name: name ?? parsed.path.split('/').at(-1) ?? '',
    tag: tag ?? tagOf(parsed),
    isNamed: name !== undefined || tag !== undefined,
  };
}

/** As the cloud derives it (contracts/prime.openapi.yaml, initiateBuild). */
function tagOf({ tag, digest }: ImageReference): string {
  if (tag !== undefined) return tag;
  return digest === undefined ? 'latest' : digest.replace(/^sha256:([0-9a-f]{16}).*/, 'sha256-$1');
}

function isOfDockerHub({ host }: ImageReference): boolean {
  return host === undefined || DOCKER_HUB_HOSTS.has(host);
}

function checkRegistry(host: string, { title, sourceRegistries = [] }: CloudTraits, faults: Faults): void {
  if (sourceRegistries.includes(host)) return;
  const names = sourceRegistries.map((name) => (name === DOCKER_HUB ? 'Docker Hub' : name));
  faults.add({
    where: 'source-image',
    problem: `${title} takes no images from ${quote(host)}`,
    accepted: `public images of ${names.join(', ')}`,
  });
}

/** A shared image cannot be renamed, owned or hidden. */
function checkShared(reader: InputReader, account: Connection['account'], faults: Faults): void {
  const shared = 'an image of Docker Hub becomes a public image of the platform under its own name';
  for (const name of ['image-name', 'image-tag'] as const) {
    const given = reader.text(name);
    if (given === undefined) continue;
    const problem = `${quote(given)} cannot be given: ${shared}`;
    faults.add({ where: `source-image, ${name}`, problem, accepted: `leave ${name} out` });
  }
  if (reader.text('visibility') === 'private') {
    const problem = `"private" cannot be: ${shared}`;
    faults.add({ where: 'source-image, visibility', problem, accepted: 'public, or leave visibility out' });
  }
  if (account === undefined) return;
  const problem = `a team cannot own it: ${shared}`;
  faults.add({
    where: 'source-image, account-id',
    problem,
    accepted: 'leave account-id and PRIME_TEAM_ID out, or take the image from another registry',
  });
}
