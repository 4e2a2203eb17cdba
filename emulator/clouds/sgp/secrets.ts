import { type Call, type Handler, Refusal, type Reply } from '../../server/exchange.ts';
import type { SgpWorld } from './builds.ts';
import type { SgpOptions } from './options.ts';
import { pageOf } from './paging.ts';
import { CREATOR } from './records.ts';

/** Secrets are as old as the account: a fixed time, so that equal emulators give equal replies. */
const CREATED_AT = '2026-01-02T03:04:05Z';

/** Whether a manifest may name this secret. */
export function hasSecret({ secrets }: SgpOptions, name: string): boolean {
  return secrets?.includes(name) ?? !name.startsWith('missing-');
}

/** Lists of names; values are never returned. Storing secrets is not emulated. */
export function secretHandlers({ options }: SgpWorld): Readonly<Record<string, Handler>> {
  return {
    listCredentials: (call) => {
      mayList(options, 'credentials');
      const { name } = call.query;
      if (typeof name !== 'string') return listOf(all(options), call, credential);
      return listOf(hasSecret(options, name) ? [name] : [], call, credential);
    },
    getCredentialByName: ({ params }) => {
      mayList(options, 'credentials');
      const { credential_name: name = '' } = params;
      if (!hasSecret(options, name)) throw new Refusal(404, { detail: 'Credential not found' });
      return { kind: 'json', status: 200, body: credential(name) };
    },
    listSecrets: (call) => {
      mayList(options, 'secrets');
      return listOf(all(options), call, (name) => secret(name, call.account));
    },
  };
}

/** @throws {Refusal} 403 for a key that may list neither, 404 on a server without this route */
function mayList({ secretLists }: SgpOptions, which: 'credentials' | 'secrets'): void {
  if (secretLists === 'forbidden') throw new Refusal(403, { detail: 'Not authorized to list secrets' });
  if (secretLists === 'older' && which === 'credentials') throw new Refusal(404, { detail: 'Not Found' });
}

/** @throws {Refusal} 403 if all secrets exist: they cannot be listed */
function all({ secrets }: SgpOptions): readonly string[] {
  if (secrets === undefined) throw new Refusal(403, { detail: 'Not authorized to list secrets' });
  return secrets;
}

function listOf(names: readonly string[], call: Call, record: (name: string) => { id: string }): Reply {
  const page = pageOf(names.map(record), call.query);
  const limit = call.query.limit ?? 100;
  const body = { object: 'list', items: page.items, limit, total: page.total, has_more: page.more };
  return { kind: 'json', status: 200, body };
}

function credential(name: string) {
  return {
    id: `cred_${name}`,
    object: 'credential',
    name,
    type: 'key',
    description: null,
    credential_metadata: null,
    created_by_user_id: CREATOR.id,
    created_by_identity_type: CREATOR.type,
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
  };
}

function secret(key: string, account: string) {
  return {
    id: `secret_${key}`,
    object: 'sgp_cloud_secret',
    key,
    description: null,
    cloud_secret_path: `emulator/${account}/${key}`,
    account_id: account,
    created_at: CREATED_AT,
    created_by: CREATOR,
    updated_at: null,
    updated_by: null,
  };
}
