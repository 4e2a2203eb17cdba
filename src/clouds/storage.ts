import { HttpError, UserError } from '../errors.ts';
import { type HttpClient, locationOf, type PresignedCall } from './http.ts';
import { isLoopbackLiteral } from './safe-address.ts';

/**
 * Sends an archive to the storage of a cloud. Where the storage answers that another of its own hosts has the object
 * (307, 308: as S3 does for a bucket of another region), the whole request is sent there once, body and fields again
 * from the start. No other credentials go there than the address and the fields themselves.
 *
 * @throws {HttpError} as the storage refuses, with a hint about the storage
 */
export async function sendToStorage(client: HttpClient, call: PresignedCall): Promise<void> {
  try {
    return await client.send(call);
  } catch (error) {
    const location = locationOf(error);
    const next = location !== undefined && isKept(error) ? followedAddress(call.url, location) : undefined;
    if (next === undefined) throw asStorageError(error, 'what it names is not followed');
    client.secret(next);
    await client.send({ ...call, url: next }).catch((again: unknown) => {
      throw again instanceof UserError && !(again instanceof HttpError)
        ? asStorageError(error, again.message)
        : asStorageError(again, 'a second one is not followed');
    });
  }
}

/** A redirect that keeps method and body. */
function isKept(error: unknown): boolean {
  return error instanceof HttpError && (error.status === 307 || error.status === 308);
}

/**
 * The address to which an upload is redirected; `undefined` for one that is not followed.
 * @param url where the upload went
 * @param location as the redirect has it
 */
export function followedAddress(url: string, location: string): string | undefined {
  if (!URL.canParse(location, url)) return undefined;
  const [from, to] = [new URL(url), new URL(location, url)];
  if (to.username !== '' || to.password !== '' || !sharesDomain(from.hostname, to.hostname)) return undefined;
  const staysHere = from.protocol === 'http:' && to.protocol === 'http:' && isLoopbackLiteral(to.hostname);
  if (to.protocol !== 'https:' && !staysHere) return undefined;
  // As it was written: a signature covers it.
  return URL.canParse(location) ? location : to.href;
}

/**
 * Whether two hosts seem to have one owner, by their names: they are equal, or have the same last two labels; three
 * labels where the second is as short as in `co.uk` or `com.cn`, below which anybody can register. IP addresses must
 * be equal.
 */
function sharesDomain(one: string, other: string): boolean {
  if (one === other) return true;
  const domain = domainOf(one);
  return domain !== undefined && domain === domainOf(other);
}

function domainOf(host: string): string | undefined {
  if (host.includes(':') || /^[\d.]+$/.test(host)) return undefined;
  const labels = host.split('.');
  const isPublic = (labels.at(-2)?.length ?? 0) <= 3;
  const count = isPublic ? 3 : 2;
  return labels.length < count ? undefined : labels.slice(-count).join('.');
}

/** A redirect of the storage is no fault of `base-url`. */
function asStorageError(error: unknown, why: string): unknown {
  if (!(error instanceof HttpError)) return error;
  if (error.status < 300 || error.status >= 400) return withoutBaseUrl(error);
  const hint = `The object storage redirects the upload, and ${why}: only https on a host of the storage's own domain, once. Run the job again; if it happens again, tell the cloud's support.`;
  return new HttpError({ ...error, detail: error.detail }, { hint, cause: error });
}

/** The general hints are about the API's address, not the storage's. */
function withoutBaseUrl(error: HttpError): HttpError {
  if (!error.hint?.includes('`base-url`')) return error;
  const { host } = new URL(error.url);
  const hint = `Check that the runner may reach the object storage at ${host}: HTTPS_PROXY, NO_PROXY and the firewall.`;
  return new HttpError({ ...error, detail: error.detail }, { hint, cause: error });
}

/** The storage's own words for a target or an address that has expired: a new one helps. */
const EXPIRED = /\bexpired\b|\bExpiredToken\b|not valid in the specified time frame/i;
/** A refusal that begins with the storage's code for its reason, e.g. `SignatureDoesNotMatch: …`. */
const HAS_CODE = /^[A-Z][A-Za-z]{3,}(?::|$)/;

/**
 * Whether another target may help: this one has expired, or it was refused (403) without a reason. With a reason from
 * the storage, the next one would be refused as well.
 */
export function mayBeExpired(error: unknown): error is HttpError {
  if (!(error instanceof HttpError) || error.status < 400 || error.status >= 500) return false;
  return EXPIRED.test(error.detail) || (error.status === 403 && !HAS_CODE.test(error.detail));
}
