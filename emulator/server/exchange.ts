/** The types of one request and its reply, shared by all emulated clouds. */

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
      /** Names in the order of arrival, including repeated ones. */
      readonly order: readonly string[];
    }
  | { readonly kind: 'file'; readonly file: UploadedFile };

/** A validated request. `query` values have the types of the contract. */
export type Call = {
  readonly operation: Operation;
  readonly method: string;
  /** The emulator's URL as the client knows it, without trailing slash. */
  readonly baseUrl: string;
  /** The object storage's, on its own port: the host of presigned URLs. */
  readonly storageUrl: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Path and query as sent, byte for byte: a presigned URL has to match exactly. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
  /** The caller, as the cloud's `authorise` returned it. */
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

/** Thrown by a handler: a refusal of the cloud. */
export class Refusal extends Error {
  readonly reply: Reply;

  constructor(status: number, body: unknown, headers?: Headers) {
    super(`refused with ${status}`);
    this.reply = { kind: 'json', status, body, ...(headers ? { headers } : {}) };
  }
}

/** Something in a request (or in our own reply) that the contract does not allow. */
export type Problem = {
  /** The location: `['body', 'image_name']`, `['query', 'limit']`. */
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
  /** 0 until answered; it stays 0 if the connection was cut. */
  status: number;
  /** The kinds of the faults that affected it. */
  faults: readonly string[];
};

/** A part of a cloud's API that is not emulated: its paths, and its name in a sentence. */
export type Unplayed = { readonly path: RegExp; readonly what: string };

/** One of the clouds on the same server; its contract decides which paths belong to it. */
export type EmulatedCloud = {
  readonly name: string;
  /** File name in `contracts/`. */
  readonly contract: string;
  /** By operationId; an operation without a handler is answered 501. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Identifies the caller. @throws {Refusal} 401 or 403. Not called where the contract says `security: []`. */
  readonly authorise: (headers: IncomingHttpHeaders) => string;
  /** This cloud's reply to a request that breaks its contract. */
  readonly refuse: (problems: readonly Problem[]) => Reply;
  /** Rules that the contract has only in prose. */
  readonly constraints?: (call: Call) => readonly Problem[];
  /** The maximum bytes of one upload; `tooLarge` answers larger ones. */
  readonly maxUploadBytes: number;
  readonly tooLarge: () => Reply;
  /** The same for its object storage, if its replies differ from the API's. */
  readonly storage?: Pick<EmulatedCloud, 'refuse' | 'tooLarge'>;
  /** What the real cloud has in addition to its contract, so that a client learns why the emulator does not answer. */
  readonly unplayed?: readonly Unplayed[];
  /** Its reply for what is not emulated; default: a `detail`. */
  readonly decline?: (sentence: string) => Refusal;
  /** Ends everything that this cloud runs. */
  readonly close: () => Promise<void>;
};
