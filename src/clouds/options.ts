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

/** Further options of a cloud's client. */
export type CloudOptions = {
  /** Milliseconds one request may be tried again, at the most two minutes; as a function, what is left to the phase. */
  readonly budgetMs?: number | (() => number);
  /** Called once before each wait for a retry. */
  readonly onRetry?: (notice: RetryNotice) => void;
  readonly clock?: Clock;
  /**
   * For several clients of one account: they share connections, and a pause that one of them is asked for holds for
   * all.
   */
  readonly share?: ClientShare;
};
