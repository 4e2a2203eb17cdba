import { UserError } from '../../errors.ts';

/** The names that the vendor's own client produces, and its tags (contracts/prime.openapi.yaml, BuildImageRequest). */
const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/** @throws {UserError} with the closest name that the cloud accepts; a name is never changed silently. */
export function checkImageName(name: string, tag: string): void {
  if (!NAME.test(name)) {
    const meant = normalised(name);
    const accepted = 'lower-case letters, digits, . _ and -, a letter or digit at both ends, and no /';
    throw new UserError(`Prime Intellect takes no image named "${name}": accepted are ${accepted}`, {
      hint: meant ? `Set the input \`image-name\`, for example to ${meant}.` : 'Set the input `image-name`.',
    });
  }
  if (TAG.test(tag)) return;
  throw new UserError(`"${tag}" is not an image tag: accepted are letters, digits, _ . and -, at most 128`, {
    hint: 'Set the input `image-tag`.',
  });
}

function normalised(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}
