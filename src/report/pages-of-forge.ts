import type { FilePlace } from '../errors.ts';
import type { RepositoryPage } from './result.ts';

/**
 * Addresses of the forge's web pages. `undefined` where there is no address: the words are then written without a
 * link.
 */

/** All forges show a commit under the same path. */
export function commitUrl(repositoryUrl: string | undefined, commit: string | undefined): string | undefined {
  if (repositoryUrl === undefined || commit === undefined || !isCommit(commit)) return undefined;
  return `${repositoryUrl}/commit/${commit}`;
}

/** A line of a file as it was at the commit that was built. */
export function fileUrl(
  repository: RepositoryPage | undefined,
  commit: string | undefined,
  { file, line }: FilePlace,
): string | undefined {
  if (repository === undefined || commit === undefined || !isCommit(commit)) return undefined;
  if (/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(file)) return undefined;
  const path = file.split('/').map(encodeURIComponent).join('/');
  const anchor = line === undefined ? '' : `#L${line}`;
  return `${repository.url}/${repository.files}/${commit}/${path}${anchor}`;
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(text);
}
