import type { IncomingHttpHeaders } from 'node:http';
import type { RecordedRequest, Violation } from './exchange.ts';

/** Everything that arrived and everything that broke a contract, oldest first. */
export type Journal = { readonly requests: RecordedRequest[]; readonly violations: Violation[] };

const SECRETS = new Set(['x-api-key', 'authorization', 'proxy-authorization', 'cookie']);

/** Header values as one text each; credentials are told apart from their absence, nothing more. */
export function withoutSecrets(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, SECRETS.has(name) ? '***' : String(value)]),
  );
}
