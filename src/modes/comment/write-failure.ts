import { HttpError, messageOf } from '../../errors.ts';

/** Why the comment could not be written and what to do, in one sentence each (docs/platform.md, comment denied). */
export function commentTrouble(thrown: unknown): string {
  const what = `The pull request's comment could not be written: ${messageOf(thrown)}`;
  const hint = thrown instanceof HttpError ? hintFor(thrown) : undefined;
  return hint === undefined ? what : `${what.replace(/\.?$/, '.')} ${hint}`;
}

const PERMISSION =
  'Add `pull-requests: write` to the `permissions:` of the job (a workflow of a fork cannot have it), or set `comment: never`.';

function hintFor({ status, detail, retryAfterMs }: HttpError): string | undefined {
  if (status === 410) return 'The repository has its issues, and with them comments, turned off.';
  if (/\blocked\b/i.test(detail)) return 'The conversation is locked: unlock it, or set `comment: never`.';
  if (status === 401) return 'The token is not valid any more: check github-token.';
  if (status === 403 || status === 404) return PERMISSION;
  if (status === 429) {
    const minutes = Math.max(1, Math.ceil((retryAfterMs ?? 0) / 60_000));
    return `The rate limit of the token is used up for ${minutes} min; the job summary says what the comment would have said.`;
  }
  return undefined;
}

/** Whether a retry within this step cannot help. */
export function isFinal(thrown: unknown): boolean {
  return thrown instanceof HttpError && [401, 403, 404, 410].includes(thrown.status);
}
