import { timeoutSignal } from '../../deadline.ts';
import { HttpError, UserError } from '../../errors.ts';
import { type Fields, instantOf, isFields, textOf } from '../reply.ts';
import type { PrimeConnection } from './connection.ts';

/** The answer that looks like a rate limit and never passes (contracts/README.md, disagreement 20). */
const QUOTA = /image (storage )?limit exceeded/i;
/** Images that are read to find some that could be deleted, and milliseconds for that. */
const IMAGES = 250;
const LOOK = 5_000;
const NAMED = 3;

export function isQuota({ status, detail }: { readonly status: number; readonly detail: string }): boolean {
  return status === 429 && QUOTA.test(detail);
}

/**
 * Runs a call that may fail on an exhausted quota; the call must not be retried then (`isFinal: isQuota`).
 *
 * @throws {UserError} that names what could be deleted; every other error as it is.
 */
export async function withQuotaHint<T>(
  connection: PrimeConnection,
  signal: AbortSignal,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof HttpError) || !isQuota(error)) throw error;
    const candidates = await deletable(connection, /storage/i.test(error.detail), signal);
    const named = candidates.length === 0 ? '' : `, for example ${candidates.join(', ')}`;
    throw new UserError(`The account’s quota for images is used up: ${error.detail}`, {
      hint: `Delete images at Prime Intellect that nobody needs any more${named}; then run the job again.`,
      cause: error,
    });
  }
}

type Image = { readonly name: string; readonly bytes: number; readonly at: string };

/** The largest images where storage is short, else the oldest. An error here is ignored. */
async function deletable(
  { client, team }: PrimeConnection,
  byBytes: boolean,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    const images = await client.request(
      {
        method: 'GET',
        path: '/api/v1/images',
        query: { teamId: team, limit: IMAGES },
        isFinal: () => true,
        signal: timeoutSignal(signal, LOOK),
      },
      readImages,
    );
    const order = byBytes
      ? (one: Image, other: Image) => other.bytes - one.bytes
      : (one: Image, other: Image) => one.at.localeCompare(other.at);
    return images.toSorted(order).slice(0, NAMED).map(words);
  } catch {
    return [];
  }
}

/** One image has several rows: its size is their sum, its time is the newest. */
function readImages(reply: unknown): readonly Image[] {
  const rows = isFields(reply) && Array.isArray(reply.data) ? reply.data.filter(isFields) : [];
  const images = new Map<string, Image>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name === undefined) continue;
    const at =
      instantOf(row, 'pushedAt') ?? instantOf(row, 'completedAt') ?? instantOf(row, 'createdAt') ?? '';
    const known = images.get(name);
    const bytes = (known?.bytes ?? 0) + (typeof row.sizeBytes === 'number' ? row.sizeBytes : 0);
    images.set(name, { name, bytes, at: known && known.at > at ? known.at : at });
  }
  return [...images.values()];
}

function nameOf(row: Fields): string | undefined {
  const name = textOf(row, 'imageName');
  const tag = textOf(row, 'imageTag');
  return textOf(row, 'displayRef') ?? (name && tag ? `${name}:${tag}` : undefined);
}

function words({ name, bytes, at }: Image): string {
  const facts = [at.slice(0, 10), bytes > 0 ? `${Math.ceil(bytes / 1_000_000)} MB` : ''].filter(Boolean);
  return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}
