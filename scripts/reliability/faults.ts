import type { Fault } from '../../emulator/faults/fault.ts';

/** The faults of one request, in the words of docs/reliability.md, and how the emulator plays them. */
export const FAULTS = {
  'reset before the body': { kind: 'reset', when: 'before-body' },
  'reset within the body': { kind: 'reset', when: 'during-body' },
  'reset after the body': { kind: 'reset', when: 'after-body' },
  'done, but the reply is lost': { kind: 'lost-reply' },
  'no reply at all': { kind: 'no-reply' },
  'done, but the reply stops in the middle': { kind: 'truncated' },
  '408': { kind: 'status', status: 408 },
  '429, Retry-After in seconds': { kind: 'status', status: 429, retryAfter: 1 },
  '429, Retry-After as a date': { kind: 'status', status: 429, retryAfter: { date: 1 } },
  '429 without Retry-After': { kind: 'status', status: 429 },
  '429, Retry-After of an hour': { kind: 'status', status: 429, retryAfter: 3600 },
  '500': { kind: 'status', status: 500 },
  '502 with an HTML page': { kind: 'html', status: 502 },
  '503': { kind: 'status', status: 503 },
  '504': { kind: 'status', status: 504 },
  '200 with an HTML page': { kind: 'html', status: 200 },
  '200 with an empty body': { kind: 'empty', status: 200 },
  'done, but the JSON is cut off': { kind: 'truncated-json' },
  'done, but a field is missing': {
    kind: 'replace',
    members: { id: undefined, items: undefined, lines: undefined },
  },
  'done, but a field is of another type': { kind: 'replace', members: { id: 7, items: 'none', lines: 7 } },
  'a reply of more than 10 MB': { kind: 'oversize', bytes: 11 * 1024 * 1024 },
  'a redirect to another host': { kind: 'redirect', location: 'https://elsewhere.example/' },
  '401': { kind: 'status', status: 401 },
  '403, as for an address that has expired': { kind: 'status', status: 403, body: { code: 'ExpiredToken' } },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;
