import type { BuildRequest } from './cloud.ts';

/** The first 16 hex digits of the MD5 of the bytes that are sent (contracts/README.md, context hash). */
export function contextHashOf({ archive }: Pick<BuildRequest, 'archive'>): string {
  if (archive.md5 === undefined) throw new Error('the archive was packed without its MD5');
  return archive.md5.slice(0, 16);
}
