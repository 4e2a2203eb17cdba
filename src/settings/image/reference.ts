/** An image's reference in its parts, as container registries read it (distribution/reference). */
export type ImageReference = {
  /** In lower case, with its port; absent where the reference names none, which means Docker Hub. */
  readonly host?: string;
  /** The part between host and tag. */
  readonly path: string;
  readonly tag?: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest?: string;
};

/** One part of a repository's name. */
const NAME_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const HOST =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\.(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?))*(?::\d{1,5})?$/;
/** Characters of a whole repository's name; longer ones are refused everywhere. */
const LONGEST = 255;

export function isImageTag(text: string): boolean {
  return TAG.test(text);
}

/**
 * Whether this may be one part of an image's name; the first may be a registry's host with a port.
 * @param index from 0
 */
export function isNamePart(part: string, index: number): boolean {
  return NAME_PART.test(part) || (index === 0 && /^[a-z0-9.-]+:\d{1,5}$/.test(part));
}

/** @returns `undefined` for an invalid reference */
export function parseReference(text: string): ImageReference | undefined {
  const [named = '', digest, ...rest] = text.split('@');
  if (rest.length > 0 || (digest !== undefined && !DIGEST.test(digest))) return undefined;
  const [first = '', ...others] = named.split('/');
  const hasHost = others.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const remote = hasHost ? others.join('/') : named;
  const [path = '', tag, ...more] = remote.split(':');
  if (more.length > 0 || (tag !== undefined && !TAG.test(tag))) return undefined;
  if ((hasHost && !HOST.test(first)) || path.length > LONGEST) return undefined;
  if (!path.split('/').every((part) => NAME_PART.test(part))) return undefined;
  return {
    ...(hasHost && { host: first.toLowerCase() }),
    path,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}
