import { HttpError } from '../../errors.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import { type HttpClient, ReplyFault } from '../http.ts';
import { fieldsOf, instantOf, isFields, textOf } from '../reply.ts';
import { pagesOf } from './pages.ts';

const CREDENTIALS = '/v5/credentials';
const OLDER = '/v5/sgp/secrets';
/** Records a page of the older list, which cannot be asked for a name. */
const PAGE = 100;

/**
 * Which of these names are neither a credential of the account nor, by the older list, a secret of it
 * (contracts/sgp.openapi.yaml, listCredentials and listSecrets).
 *
 * @throws {HttpError} where the key may read neither list
 */
export async function missingSecrets(
  client: HttpClient,
  names: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const wanted = [...new Set(names)];
  const lookUps = await Promise.all(wanted.map((name) => isCredential(client, name, signal)));
  const absent = wanted.filter((_, index) => lookUps[index] !== true);
  if (absent.length === 0) return [];
  const hasCredentials = !lookUps.includes(undefined);
  try {
    const known = await olderSecrets(client, signal);
    return absent.filter((name) => !known.has(name));
  } catch (error) {
    // Where the newer list answers, it alone counts.
    if (hasCredentials && error instanceof HttpError && error.status >= 400 && error.status < 500)
      return absent;
    throw error;
  }
}

/** `undefined` on a server that has no credentials yet. */
async function isCredential(
  client: HttpClient,
  name: string,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const call = {
    method: 'GET',
    path: CREDENTIALS,
    query: { name, limit: PAGE },
    isFinal: () => true,
    signal,
  };
  try {
    return await client.request({ ...call, method: 'GET' }, (reply) =>
      itemsOf(reply).some((one) => isFields(one) && one.name === name),
    );
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return undefined;
    throw error;
  }
}

async function olderSecrets(client: HttpClient, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const read = (record: unknown) => {
    const fields = fieldsOf(record, 'a secret');
    return omitUndefined<{ key?: string; createdAt?: string }>({
      key: textOf(fields, 'key'),
      createdAt: instantOf(fields, 'created_at'),
    });
  };
  const found = new Set<string>();
  const listing = { path: OLDER, query: {}, limit: PAGE, read };
  for await (const page of pagesOf(client, listing, signal)) {
    for (const { key } of page) if (key !== undefined) found.add(key);
  }
  return found;
}

function itemsOf(reply: unknown): readonly unknown[] {
  const items = fieldsOf(reply, 'a page of credentials').items ?? [];
  if (!Array.isArray(items)) throw new ReplyFault('`items` is no list in the reply');
  return items;
}
