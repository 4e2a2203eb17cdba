import type { DryRunRequest } from '../dry-run-request.ts';

export const IMAGES_PATH = '/api/v1/images';

type Image = { readonly imageName: string; readonly imageTag: string };
type Owner = { readonly type: string; readonly teamId?: string };

/** The change of one image that exists (contracts/prime.openapi.yaml, updateImages). */
export function visibilityBody(image: Image, visibility: 'private' | 'public', owner: Owner) {
  const { imageName: name, imageTag: tag } = image;
  const update = { source: { owner, name, tag }, set: { visibility: visibility.toUpperCase() } };
  return { mode: 'explicit', dryRun: false, updates: [update] };
}

/** What it would send, for a dry run; the owner belongs to the credentials and is unknown there. */
export function dryRunVisibility(image: Image, visibility: 'private' | 'public'): readonly DryRunRequest[] {
  const body = visibilityBody(image, visibility, { type: 'as the key has it' });
  const fields = Object.entries(body).map(([name, value]) => [name, inWords(value)]);
  return [{ method: 'PATCH', path: IMAGES_PATH, fields: Object.fromEntries(fields) }];
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
