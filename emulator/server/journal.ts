import type { IncomingHttpHeaders } from 'node:http';
import type { RecordedRequest, Violation } from './exchange.ts';

/** All requests, all breaches of a contract and those that were ignored, oldest first. */
export type Journal = {
  readonly requests: RecordedRequest[];
  readonly violations: Violation[];
  readonly ignored: Violation[];
  /** Keeps a breach of a contract: one that was refused, or one that was ignored as the real cloud would. */
  readonly note: (violation: Violation, was: 'refused' | 'ignored') => void;
};

/** @param tell gets one line for each problem, for the user at the terminal */
export function createJournal(tell?: (line: string) => void): Journal {
  const violations: Violation[] = [];
  const ignored: Violation[] = [];
  const note: Journal['note'] = (violation, was) => {
    (was === 'ignored' ? ignored : violations).push(violation);
    const { method, path, kind, problems } = violation;
    const how = kind === 'reply' ? 'the reply is wrong' : was;
    for (const { loc, msg } of problems) tell?.(`${method} ${path}: ${how}: ${loc.join('.')}: ${msg}`);
  };
  return { requests: [], violations, ignored, note };
}

const SECRETS = new Set(['x-api-key', 'authorization', 'proxy-authorization', 'cookie']);

/** Each header as one text; for credentials it only shows that they are present. */
export function withoutSecrets(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, SECRETS.has(name) ? '***' : String(value)]),
  );
}
