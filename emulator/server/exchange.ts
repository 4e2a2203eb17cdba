/** The words of one request and its answer, shared by all emulated clouds. */

import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../contract/document.ts';

/** A part or body that was written to disk. `bytes` is its whole size. */
export type UploadedFile = {
  readonly path: string;
  readonly bytes: number;
  readonly name: string;
  readonly type: string;
  /** Lower-case hex digests of the bytes. */
  readonly sha256: string;
  readonly md5: string;
};

export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | {
      readonly kind: 'form';
      readonly fields: Readonly<Record<string, string>>;
      readonly files: Readonly<Record<string, UploadedFile>>;
      /** Names in the order of arrival, doubled ones included. */
      readonly order: readonly string[];
    }
  | { readonly kind: 'file'; readonly file: UploadedFile };

/** A validated request. `query` values have the types of the contract. */
export type Call = {
  readonly operation: Operation;
  readonly method: string;
  /** The emulator's URL as the client knows it, without trailing slash. */
  readonly baseUrl: string;
  /** The object storage's, on a port of its own: where presigned URLs lead to. */
  readonly storageUrl: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Path and query as they were sent, byte for byte: a presigned URL is good for nothing else. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
  /** Who asks, as the cloud's `authorise` named it. */
  readonly account: string;
};

type Headers = Readonly<Record<string, string>>;

export type Reply =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown; readonly headers?: Headers }
  | { readonly kind: 'empty'; readonly status: number; readonly headers?: Headers }
  | {
      readonly kind: 'text';
      readonly status: number;
      readonly type: string;
      readonly text: string;
      readonly headers?: Headers;
    }
  /** Server-Sent Events; `open` yields batches of log lines from line number `from` (0 is the first). */
  | {
      readonly kind: 'events';
      readonly open: (from: number, signal: AbortSignal) => AsyncIterable<readonly string[]>;
      readonly dataOf: (line: string) => unknown;
    };

export type Handler = (call: Call) => Reply | Promise<Reply>;

/** Thrown by a handler: the cloud's own no. */
export class Refusal extends Error {
  readonly reply: Reply;

  constructor(status: number, body: unknown, headers?: Headers) {
    super(`refused with ${status}`);
    this.reply = { kind: 'json', status, body, ...(headers ? { headers } : {}) };
  }
}

/** Something in a request (or in our own reply) that the contract does not allow. */
export type Problem = {
  /** Where: `['body', 'image_name']`, `['query', 'limit']`. */
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
  readonly input?: unknown;
};

export type Violation = {
  readonly cloud: string;
  readonly method: string;
  readonly path: string;
  readonly kind: 'request' | 'reply';
  readonly problems: readonly Problem[];
};

/** What arrived, for assertions. Header values that are credentials read `***`. */
export type RecordedRequest = {
  readonly cloud: string | undefined;
  /** The contract's operationId. */
  readonly operation: string | undefined;
  readonly method: string;
  /** As sent, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly at: number;
  body: Body;
  /** 0 until answered, and for ever where the connection was cut instead. */
  status: number;
  /** The kinds of the faults that were played on it. */
  faults: readonly string[];
};

/** A part of a cloud's API that is not played: its paths, and its name in a sentence. */
export type Unplayed = { readonly path: RegExp; readonly what: string };

/** One cloud beside others on the same server; its contract decides which paths are its own. */
export type EmulatedCloud = {
  readonly name: string;
  /** File name in `contracts/`. */
  readonly contract: string;
  /** By operationId; an operation without a handler is answered 501. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Names the caller. @throws {Refusal} 401 or 403. Not called where the contract says `security: []`. */
  readonly authorise: (headers: IncomingHttpHeaders) => string;
  /** How this cloud words a request that its contract does not allow. */
  readonly refuse: (problems: readonly Problem[]) => Reply;
  /** Rules that the contract states in prose only. */
  readonly constraints?: (call: Call) => readonly Problem[];
  /** How many bytes one upload may have; more is answered by `tooLarge`. */
  readonly maxUploadBytes: number;
  readonly tooLarge: () => Reply;
  /** How its object storage words the same, where that speaks otherwise than the API. */
  readonly storage?: Pick<EmulatedCloud, 'refuse' | 'tooLarge'>;
  /** What the real cloud has beside its contract, so that a client learns why it gets no answer. */
  readonly unplayed?: readonly Unplayed[];
  /** How it words that something is not played; default: a `detail`. */
  readonly decline?: (sentence: string) => Refusal;
  /** Ends everything this cloud has running. */
  readonly close: () => Promise<void>;
};
