import { openConnections } from '../connections.ts';
import { inSeconds, unlessAborted } from '../deadline.ts';
import { messageOf } from '../errors.ts';
import { networkFault } from '../network-fault.ts';
import { proxyFor } from '../proxy.ts';
import { mayConnect, PrivateAddressError, privateAddressesOf, publicLookup } from '../public-address.ts';
import { type Clock, systemClock } from '../wait.ts';
import { pauseAfter } from './pause.ts';

/** All times in milliseconds. */
export type PreviewCheckOptions = {
  readonly withinMs: number;
  /** The ceiling between two requests. */
  readonly pollIntervalMs: number;
  readonly signal: AbortSignal;
  /** The preview's own address, if there is one: its private addresses may be requested. */
  readonly previewUrl?: string | undefined;
  /** Called with each unsuccessful answer that differs from the one before. */
  readonly onAnswer: (words: string) => void;
  readonly env?: NodeJS.ProcessEnv;
  readonly clock?: Clock;
};

/** `answered`: with 2xx, after so long. `words`: the last answer with its body's first line, not yet escaped. */
type PreviewAnswer =
  | { readonly end: 'answered'; readonly afterMs: number }
  | { readonly end: 'silent'; readonly afterMs: number; readonly words: string };

const REQUEST_MS = 10_000;
const LEAST_MS = 1_000;
const MOST_REDIRECTS = 5;
/** Of a body, for its first line. */
const BODY_BYTES = 4_096;
const LONGEST_LINE = 200;

/**
 * Requests a preview until it answers 2xx. No credential is sent. A redirect is followed only on the same host, and
 * an address in a private network is requested only if the preview's own address is there too.
 * @throws {AbortedError} when `signal` fires
 */
export async function checkPreview(url: URL, options: PreviewCheckOptions): Promise<PreviewAnswer> {
  const { withinMs, pollIntervalMs: ceilingMs, signal, clock = systemClock } = options;
  const began = clock.now();
  const elapsed = () => clock.now() - began;
  const { ask, allowed } = await openAsker(options);
  // An address, unlike a name, never leads elsewhere later: waiting would change nothing.
  if (!mayConnect(url.hostname, allowed))
    return { end: 'silent', afterMs: elapsed(), words: noAnswer(new PrivateAddressError(url.hostname)) };
  let before = '';
  for (;;) {
    const left = Math.max(LEAST_MS, withinMs - elapsed());
    const answer = await ask(url, Math.min(REQUEST_MS, left));
    if (answer === 'success') return { end: 'answered', afterMs: elapsed() };
    if (answer !== before) options.onAnswer(answer);
    before = answer;
    const pause = pauseAfter(elapsed(), { ceilingMs });
    if (elapsed() + pause > withinMs) return { end: 'silent', afterMs: elapsed(), words: answer };
    await clock.sleep(pause, signal);
  }
}

type Asker = {
  readonly ask: (url: URL, withinMs: number) => Promise<string>;
  /** Private addresses that may be requested. */
  readonly allowed: ReadonlySet<string>;
};

async function openAsker({ previewUrl, signal, env = process.env }: PreviewCheckOptions): Promise<Asker> {
  const own = previewUrl === undefined ? [] : await privateAddressesOf(new URL(previewUrl).hostname);
  const allowed = new Set(own);
  const connections = openConnections(env, { lookup: publicLookup(allowed) });
  const ask: Asker['ask'] = async (url, withinMs) => {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), withinMs);
    const either = AbortSignal.any([signal, limit.signal]);
    try {
      return await unlessAborted(follow(connections, url, allowed, either), either);
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      if (limit.signal.aborted) return `no reply within ${inSeconds(withinMs)}`;
      return noAnswer(thrown, networkReason(thrown, url, env));
    } finally {
      clearTimeout(timer);
      limit.abort();
    }
  };
  return { ask, allowed };
}

/** Like a status, the end of a sentence: "<address> gave …". */
function noAnswer(thrown: unknown, reason: string = messageOf(thrown)): string {
  return `no answer: ${reason}`;
}

function networkReason(thrown: unknown, url: URL, env: NodeJS.ProcessEnv): string | undefined {
  if (thrown instanceof PrivateAddressError || !(thrown instanceof Error) || !('code' in thrown))
    return undefined;
  return networkFault(thrown, url.host, proxyFor(url, env)?.host).detail;
}

async function follow(
  connections: ReturnType<typeof openConnections>,
  start: URL,
  allowed: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<string> {
  let url = start;
  for (let hop = 0; ; hop += 1) {
    if (!mayConnect(url.hostname, allowed)) throw new PrivateAddressError(url.hostname);
    const dispatcher = await connections.to(url, true);
    const { statusCode, headers, body } = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: { 'user-agent': 'cloud-build-action', accept: '*/*' },
      signal,
    });
    body.on('error', () => {});
    if (statusCode >= 200 && statusCode < 300) return 'success';
    if (statusCode < 300 || statusCode >= 400) return refusalWords(statusCode, await firstLine(body));
    const next = redirectIn(url, [headers.location].flat()[0]);
    if (typeof next === 'string') return `${statusCode}, ${next}`;
    if (hop === MOST_REDIRECTS) return `${statusCode}, redirected more than ${MOST_REDIRECTS} times`;
    url = next;
  }
}

/** Where a redirect may be followed to, or why it is not. */
function redirectIn(from: URL, location: string | undefined): URL | string {
  if (location === undefined || !URL.canParse(location, from.href)) return 'redirected to nowhere';
  const to = new URL(location, from);
  if (to.host === from.host && to.protocol === from.protocol) return to;
  return `redirected to ${to.host} (${to.protocol}//), which is not followed`;
}

function refusalWords(status: number, line: string): string {
  return line === '' ? `${status}` : `${status}: ${line}`;
}

async function firstLine(body: AsyncIterable<Uint8Array> & { destroy: () => unknown }): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= BODY_BYTES) break;
  }
  body.destroy();
  const text = Buffer.concat(chunks).subarray(0, BODY_BYTES).toString('utf8');
  return (text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '').trim().slice(0, LONGEST_LINE);
}
