import type { StorageRefusal } from './storage-refusal.ts';

/** The faults that the emulator can play (docs/reliability.md lists what each does to the action). */

export type Fault =
  /** Waits before anything is done. Only after this kind do other rules apply to the same request. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** Cuts the connection before, while or after the body is read; the request has no effect. */
  | { readonly kind: 'reset'; readonly when: 'before-body' | 'during-body' | 'after-body' }
  /** The request has its effect, then the connection is cut. */
  | { readonly kind: 'lost-reply' }
  /** The request has its effect, and its reply is late by this time. */
  | { readonly kind: 'late-reply'; readonly ms: number }
  /** The request is read and never answered. */
  | { readonly kind: 'no-reply' }
  /** `retryAfter`: seconds, or a `date` that many seconds ahead. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly retryAfter?: number | { readonly date: number };
    }
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'empty'; readonly status: number }
  /**
   * `location`: an address, or `regional-storage`: the storage's second one. `keepsPath`: the address is an origin,
   * and the request's own path and query are appended; always so for `regional-storage`. `status`: default 307.
   */
  | {
      readonly kind: 'redirect';
      readonly location: string;
      readonly status?: 301 | 302 | 303 | 307 | 308;
      readonly keepsPath?: boolean;
    }
  /** A refusal of the object storage, in the XML of S3; for uploads. */
  | { readonly kind: 'storage-refusal'; readonly reason: StorageRefusal }
  /** The request has its effect; the reply's text is cut in the middle, the connection stays intact. */
  | { readonly kind: 'truncated-json' }
  /** The same, but the connection is cut before the announced length. */
  | { readonly kind: 'truncated' }
  /** A reply of this many bytes of valid JSON. */
  | { readonly kind: 'oversize'; readonly bytes: number }
  /** Replaces members of the reply's body; `undefined` removes one. */
  | { readonly kind: 'replace'; readonly members: Readonly<Record<string, unknown>> }
  | StreamFault;

/** The faults of a log stream; all members can be combined. Counts are lines. */
export type StreamFault = {
  readonly kind: 'stream';
  /** Cut after this many new lines. */
  readonly resetEvery?: number;
  /** After a cut: from the start again (default), or from the place of the cut. */
  readonly replay?: boolean;
  /** The stream ends properly after this many lines, even if the build goes on. */
  readonly endAfter?: number;
  /** Nothing is sent for this long; `Infinity`: never. */
  readonly silentMs?: number;
  /** The stream stays open after the build has ended. */
  readonly endless?: boolean;
  /** Writes pieces of this many bytes, so that characters and events arrive split. */
  readonly splitBytes?: number;
  readonly ids?: boolean;
  readonly lineEnd?: '\n' | '\r\n' | '\r';
};

export type Rule = {
  /** The contract's operationId; absent: every operation. */
  readonly operation?: string;
  readonly cloud?: string;
  readonly method?: string;
  /** The whole path, or a pattern for it. */
  readonly path?: string | RegExp;
  /** How many matching requests pass before the fault starts; default 0. */
  readonly skip?: number;
  /** How many requests the fault affects; default 1, `Infinity` for all. */
  readonly times?: number;
  readonly fault: Fault;
};

type Subject = {
  readonly cloud: string | undefined;
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
};

/** An active rule; `struck` counts the requests that it affected. */
export type Misbehaviour = { readonly rule: Rule; struck: number; readonly stop: () => void };

type ActiveRule = Misbehaviour & { seen: number; readonly sent: Map<string, number> };

/** The fault for the current request; `sent` remembers how much each stream has sent over all its connections. */
export type Strike = { readonly fault: Fault; readonly sent: Map<string, number> };

/** The rules in the order in which they were added. */
export class Faults {
  private active: ActiveRule[] = [];

  /** The address that `regional-storage` means in a redirect; known once that storage listens. */
  regionalStorageUrl = '';

  add(rule: Rule): Misbehaviour {
    const active: ActiveRule = {
      rule,
      struck: 0,
      seen: 0,
      sent: new Map(),
      stop: () => {
        this.active = this.active.filter((entry) => entry !== active);
      },
    };
    this.active.push(active);
    return active;
  }

  clear(): void {
    this.active = [];
  }

  /** All matching latencies, then the first other matching fault. */
  strike(subject: Subject): readonly Strike[] {
    const strikes: Strike[] = [];
    for (const active of this.active) {
      if (!matches(active.rule, subject)) continue;
      active.seen += 1;
      if (active.seen <= (active.rule.skip ?? 0) || active.struck >= (active.rule.times ?? 1)) continue;
      active.struck += 1;
      strikes.push({ fault: this.placed(active.rule.fault), sent: active.sent });
      if (active.rule.fault.kind !== 'latency') break;
    }
    return strikes;
  }

  private placed(fault: Fault): Fault {
    if (fault.kind !== 'redirect' || fault.location !== 'regional-storage') return fault;
    return { ...fault, location: this.regionalStorageUrl, keepsPath: true };
  }
}

function matches(rule: Rule, subject: Subject): boolean {
  if (rule.operation !== undefined && rule.operation !== subject.operation) return false;
  if (rule.cloud !== undefined && rule.cloud !== subject.cloud) return false;
  if (rule.method !== undefined && rule.method !== subject.method) return false;
  if (rule.path === undefined) return true;
  return typeof rule.path === 'string' ? rule.path === subject.path : rule.path.test(subject.path);
}
