import { Readable } from 'node:stream';
import { sendJson, serve, type TestServer } from './server.ts';

export type HostileCloud = {
  /** The content of every text that the cloud may choose. */
  readonly text: string;
  /** What the ids end in, where that is another text. */
  readonly id?: string;
  readonly lines: readonly string[];
  /** How the build and the deployment end. */
  readonly end: 'success' | 'failed';
  /** How the deployment ends, where that is another way. */
  readonly deploymentEnd?: HostileCloud['end'];
  /** Answers every submit like this instead. */
  readonly refusal?: { readonly status: number; readonly body: unknown };
};

/**
 * A hostile cloud: it implements as much of SGP as a run needs, and puts its text into every field that the action
 * might show, store or pass on.
 */
export function hostileCloud({
  text,
  id = text,
  lines,
  end,
  deploymentEnd = end,
  refusal,
}: HostileCloud): Promise<TestServer> {
  const build = (status: string) => ({
    id: `b${id}`,
    build_status: status,
    agent_id: text,
    agent_name: 'greeter',
    image_name: text,
    image_tag: text,
    image_url: `registry.example/${text}`,
    created_at: new Date().toISOString(),
    source_commit: text,
    source_ref: text,
    source_repo: text,
    error_message: text,
  });
  const event = (type: string) => ({ type, reason: text, message: text, timestamp: text });
  const deployment = (status: string) => ({
    id: `d${id}`,
    status,
    build_id: `b${id}`,
    preview_label: text,
    created_at: text,
    expires_at: text,
    deploy_events: [event('Normal'), event('Warning')],
    error_message: text,
    manifest_file: text,
  });
  let polls = 0;
  const words = ['queued', text, 'running', end];
  return serve((request, response) => {
    const { method, url } = request;
    const path = url.split('?', 1)[0] ?? '';
    if (method === 'POST' && path === '/v5/builds') {
      if (refusal) return sendJson(response, refusal.status, refusal.body);
      return sendJson(response, 200, build('queued'));
    }
    if (path === '/v5/builds') return sendJson(response, 200, { items: [build('success')], has_more: false });
    if (path.endsWith('/logs') && path.startsWith('/v5/builds/')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const events = lines.map((line) => `data: ${JSON.stringify({ line })}\n\n`);
      return Readable.from(events).pipe(response);
    }
    if (path.startsWith('/v5/builds/'))
      return sendJson(response, 200, build(words[Math.min(polls++, 3)] ?? end));
    if (path.endsWith('/logs')) {
      return sendJson(response, 200, {
        lines: lines.map((message) => ({ id: message, message })),
        has_more: false,
      });
    }
    if (method === 'POST') return sendJson(response, 200, deployment(text));
    if (path === '/v5/agentex/deployments') return sendJson(response, 200, { items: [], has_more: false });
    return sendJson(response, 200, deployment(deploymentEnd === 'success' ? 'healthy' : 'failed'));
  });
}
