import type { Clock } from '../wait.ts';
import type { ClientShare, RetryNotice } from './http/call.ts';

/** Where and as whom requests are made; `settings.connection` fits. `baseUrl` may have a path prefix. */
export type Access = {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly account?: string;
  /** What a gateway wants beside the cloud's own headers, which win; names in lower case. Their values may be secrets. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** What a cloud's client is given besides. */
export type CloudOptions = {
  /** Milliseconds one request may be tried again, at the most two minutes; as a function, what is left to the phase. */
  readonly budgetMs?: number | (() => number);
  /** Told once before each wait for a further attempt. */
  readonly onRetry?: (notice: RetryNotice) => void;
  readonly clock?: Clock;
  /** Given to several clients of one account: they share connections, and what one is told to wait all wait. */
  readonly share?: ClientShare;
};
