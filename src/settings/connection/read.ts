import { isLoopback } from '../../clouds/safe-address.ts';
import type { CloudTraits } from '../../clouds/traits.ts';
import { secretBuildArgs } from '../build-args.ts';
import type { Faults } from '../faults.ts';
import { SECRET_INPUTS } from '../input-table.ts';
import { type InputReader, inputOf } from '../reader.ts';
import type { Connection } from '../settings.ts';
import { parseCustomHeaders, secretHeaders } from './custom-headers.ts';

/**
 * Masks the keys of all clouds, since `cloud` may be misspelt, and values of build arguments that are secrets by
 * their name.
 */
export function maskCredentials(
  env: NodeJS.ProcessEnv,
  clouds: readonly CloudTraits[],
  mask: (secret: string) => void,
): void {
  const inputs = [...SECRET_INPUTS].map((name) => inputOf(env, name));
  const variables = clouds.flatMap((cloud) => cloud.variables.key.map((name) => env[name]?.trim()));
  const args = secretBuildArgs(inputOf(env, 'build-args') ?? '');
  const headers = clouds.flatMap((cloud) => secretHeaders(env[cloud.variables.headers ?? ''] ?? ''));
  for (const secret of [...inputs, ...variables, ...args, ...headers]) {
    if (secret) mask(secret);
  }
}

/** Whether credentials are needed: always, only completely (an account if there is a key), or not at all. */
export type Need = 'required' | 'if-given' | 'optional';

/**
 * Address and credentials of requests: from the inputs, else from the cloud's own environment variables. `undefined`
 * without a key. A message never quotes a key or an address that may contain one.
 */
export async function readConnection(
  env: NodeJS.ProcessEnv,
  reader: InputReader,
  traits: CloudTraits,
  need: Need,
  faults: Faults,
): Promise<Connection | undefined> {
  const baseUrl = await readBaseUrl(env, reader, traits, faults);
  const apiKey = readKey(env, reader, traits, need, faults);
  const accountNeed = need === 'if-given' && apiKey !== undefined ? 'required' : need;
  const account = readAccount(env, reader, traits, accountNeed, faults);
  const headers = readHeaders(env, traits, faults);
  if (apiKey === undefined || baseUrl === undefined) return undefined;
  return { baseUrl, apiKey, ...(account ? { account } : {}), ...(headers && { headers }) };
}

function readHeaders(
  env: NodeJS.ProcessEnv,
  { variables }: CloudTraits,
  faults: Faults,
): Connection['headers'] {
  const where = variables.headers ?? '';
  const { headers, problems } = parseCustomHeaders(env[where] ?? '');
  if (problems.length > 0)
    faults.add({ where, problem: problems.join(', '), accepted: 'lines of Name: value' });
  return Object.keys(headers).length === 0 ? undefined : headers;
}

/** An unknown secret and one that the event does not get are both empty. */
const WHERE_SECRETS_ARE =
  "a secret comes from the repository's settings (Actions, Secrets), and pull requests from forks get none";

function readKey(
  env: NodeJS.ProcessEnv,
  reader: InputReader,
  traits: CloudTraits,
  need: Need,
  faults: Faults,
) {
  const { text: key, where } = given('api-key', env, reader, traits.variables.key);
  if (key === undefined) {
    if (need === 'required') {
      faults.add({
        where,
        problem: 'missing',
        accepted: `${orVariables(`the key of ${traits.title}`, traits.variables.key)}; ${WHERE_SECRETS_ARE}`,
      });
    }
    return undefined;
  }
  const problem = isPrintable(key)
    ? traits.keyFault?.(key)
    : 'it has characters that a key cannot have, such as white space';
  if (problem === undefined) return key;
  faults.add({ where, problem, accepted: `the key of ${traits.title}` });
  return undefined;
}

function readAccount(
  env: NodeJS.ProcessEnv,
  reader: InputReader,
  traits: CloudTraits,
  need: Need,
  faults: Faults,
) {
  if (traits.account === 'refused') {
    if (reader.text('account-id') === undefined) return undefined;
    faults.add({
      where: 'account-id',
      problem: `${traits.title} has no account ids`,
      accepted: 'leave it out',
    });
    return undefined;
  }
  const { text: account, where } = given('account-id', env, reader, traits.variables.account);
  if (account === undefined && traits.account === 'required' && need === 'required') {
    const accepted = orVariables(`the account id at ${traits.title}`, traits.variables.account);
    faults.add({ where, problem: 'missing', accepted });
  }
  if (account === undefined || isPrintable(account)) return account;
  faults.add({
    where,
    problem: 'it has characters that an id cannot have',
    accepted: 'letters, digits and marks',
  });
  return undefined;
}

/** Without a trailing slash and without the path that users append; a path prefix stays. */
async function readBaseUrl(env: NodeJS.ProcessEnv, reader: InputReader, traits: CloudTraits, faults: Faults) {
  const { text = traits.baseUrl, where } = given('base-url', env, reader, traits.variables.baseUrl);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const problem = url ? await addressFault(url) : 'it is not a URL';
  if (!url || problem !== undefined) {
    faults.add({ where, problem: problem ?? '', accepted: `an https address such as ${traits.baseUrl}` });
    return undefined;
  }
  const path = url.pathname.replace(/\/+$/, '');
  const suffix = traits.baseUrlSuffix;
  const kept = suffix && path.endsWith(suffix) ? path.slice(0, -suffix.length) : path;
  return `${url.origin}${kept.replace(/\/+$/, '')}`;
}

async function addressFault(url: URL): Promise<string | undefined> {
  if (url.username !== '' || url.password !== '')
    return 'it has a user name or password, which would show up in logs';
  if (url.search !== '' || url.hash !== '') return 'it has a query or a fragment';
  if (url.protocol === 'https:' || (url.protocol === 'http:' && (await isLoopback(url)))) return undefined;
  if (url.protocol === 'http:') return `with http to ${url.host} the key would travel in clear`;
  return `${url.protocol} is not https`;
}

/** The input, else the first variable that is set; and where to fix a fault in it. */
function given(
  name: 'api-key' | 'account-id' | 'base-url',
  env: NodeJS.ProcessEnv,
  reader: InputReader,
  variables: readonly string[],
): { text?: string; where: string } {
  const input = reader.text(name);
  if (input !== undefined) return { text: input, where: name };
  for (const variable of variables) {
    const text = env[variable]?.trim();
    if (text) return { text, where: `${name} (from ${variable})` };
  }
  return { where: name };
}

function orVariables(what: string, variables: readonly string[]): string {
  return variables.length === 0
    ? what
    : `${what}, here or in the environment variable ${variables.join(' or ')}`;
}

/** It becomes a header value: only visible ASCII is allowed. */
function isPrintable(value: string): boolean {
  return /^[\x21-\x7e]+$/.test(value);
}
