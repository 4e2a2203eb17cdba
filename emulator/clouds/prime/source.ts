/** References of images in other registries (contracts/prime.openapi.yaml, initiateBuild). */

const DOCKER_HUB = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

export type SourceImage = {
  /** As requested. */
  readonly reference: string;
  /** `docker.io` for all of Docker Hub's names. */
  readonly registry: string;
  /** With its namespace; `library/` is left out. */
  readonly repository: string;
  readonly tag: string;
};

/** @returns a sentence if the text is not a reference */
export function readSource(reference: string): SourceImage | string {
  const [unpinned = '', digest, ...rest] = reference.split('@');
  if (rest.length > 0 || (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest)))
    return `${reference}: only sha256 digests are supported`;
  const [first = '', ...others] = unpinned.split('/');
  const isHost = others.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const host = isHost ? first.toLowerCase() : 'docker.io';
  const [path = '', tag, ...more] = (isHost ? others.join('/') : unpinned).split(':');
  const named = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/.test(path);
  if (!named || more.length > 0 || (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag)))
    return `${reference}: not an image reference`;
  const registry = DOCKER_HUB.has(host) ? 'docker.io' : host;
  const repository = registry === 'docker.io' ? path.replace(/^library\//, '') : path;
  const pinned = digest === undefined ? 'latest' : `sha256-${digest.slice(7, 23)}`;
  return { reference, registry, repository, tag: tag ?? pinned };
}

/** The references of a request, trimmed. */
export function sourcesOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((source) => source.trim())
    .filter((source) => source !== '');
}
