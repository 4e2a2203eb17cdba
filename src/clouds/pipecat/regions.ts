import { AbortedError, HttpError } from '../../errors.ts';
import { type Clock, retry } from '../../wait.ts';
import type { HttpClient } from '../http.ts';
import { fieldsOf, isFields, textOf } from '../reply.ts';

/**
 * How often a failed read is retried, the wait before it, and the time for all in milliseconds. Short, as the server
 * has a default too.
 */
const MAX_RETRIES = 2;
const RETRY_WAIT_MS = 1_000;
const MAX_RETRY_MS = 10_000;

export type Regions = {
  /**
   * The region as given, else the organization's default, else nothing: then the server decides
   * (contracts/README.md, disagreement 22).
   */
  readonly resolve: (given: string | undefined, signal: AbortSignal) => Promise<string | undefined>;
};

/** Asks for the default once: it must not change between looking for a build and uploading. */
export function createRegions(client: HttpClient, clock: Clock): Regions {
  let known: { readonly region: string | undefined } | undefined;
  return {
    resolve: async (given, signal) => {
      if (given !== undefined) return given;
      known ??= { region: await askDefault(client, clock, signal) };
      return known.region;
    },
  };
}

async function askDefault(
  client: HttpClient,
  clock: Clock,
  signal: AbortSignal,
): Promise<string | undefined> {
  const call = { method: 'GET', path: '/v1/properties', isFinal: () => true, signal } as const;
  const isTemporary = (error: unknown) =>
    error instanceof HttpError && (error.status === 0 || error.status === 429 || error.status >= 500);
  try {
    return await retry(() => client.request(call, readDefault), {
      retries: MAX_RETRIES,
      budgetMs: MAX_RETRY_MS,
      delayOf: (error) => (isTemporary(error) ? RETRY_WAIT_MS : undefined),
      signal,
      clock,
    });
  } catch (error) {
    if (error instanceof AbortedError || signal.aborted) throw error;
    return undefined;
  }
}

/** `{properties: {…}}`, or the bare map. */
function readDefault(reply: unknown): string | undefined {
  const fields = fieldsOf(reply, 'the organization’s properties');
  return textOf(isFields(fields.properties) ? fields.properties : fields, 'defaultRegion');
}
