import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { serveRaw } from './server.ts';

/** Steps of several processes, one after the other in an order that a test chooses. */
export type Turns = {
  /** Resolves when all steps before this one are done; at once for a step that is not in the order. */
  readonly await: (step: string) => Promise<void>;
  readonly done: (step: string) => void;
};

export function turnsOf(order: readonly string[]): Turns {
  const left = new Set(order);
  const waiting = new Map<string, () => void>();
  const wake = () => {
    const [next] = left;
    if (next !== undefined) waiting.get(next)?.();
  };
  return {
    await: (step) => {
      const [next] = left;
      if (!left.has(step) || step === next) return Promise.resolve();
      return new Promise((resolve) => waiting.set(step, resolve));
    },
    done: (step) => {
      left.delete(step);
      wake();
    },
  };
}

/**
 * A server that passes all requests on to another one. A request that is a step waits for its turn.
 * @param stepOf which step a request is, if any
 */
export async function serveInTurns(
  target: string,
  turns: Turns,
  stepOf: (request: { readonly method: string; readonly path: string }) => string | undefined,
): Promise<string> {
  const { url } = await serveRaw(async (incoming, response) => {
    const { method = 'GET', url: path = '/' } = incoming;
    const step = stepOf({ method, path });
    if (step !== undefined) await turns.await(step);
    await passOn(target, incoming, response);
    if (step !== undefined) turns.done(step);
  });
  return url;
}

function passOn(target: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, headers, url } = incoming;
  return new Promise((resolve, reject) => {
    const outgoing = forward(`${target}${url}`, { method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
      reply.on('error', reject);
      response.on('close', resolve);
    });
    outgoing.on('error', reject);
    incoming.pipe(outgoing);
  });
}
