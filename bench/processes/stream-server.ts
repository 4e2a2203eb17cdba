/**
 * A process that serves one build as SGP does and sends its port to its parent: `node stream-server.js
 * <latency|flood|end|open-end> <lines>`. Each line ends with the time when it was sent.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const [, , play = 'end', count = '100'] = process.argv;
const LINES = Number(count);
let success = false;

const server = http.createServer((request, response) => {
  if (request.url?.endsWith('/logs')) void stream(response);
  else json(response);
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

function json(response: http.ServerResponse): void {
  response.setHeader('content-type', 'application/json');
  const build = {
    id: 'build_1',
    build_status: success ? 'success' : 'running',
    image_name: 'i',
    image_tag: 't',
  };
  response.end(JSON.stringify({ ...build, created_at: '2026-03-01T10:00:00Z', account_id: 'a' }));
}

async function stream(response: http.ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if (play === 'flood') await flood(response);
  else await trickle(response);
  success = true;
  process.send?.({ successAt: now() });
  if (play !== 'open-end') response.end();
}

async function trickle(response: http.ServerResponse): Promise<void> {
  for (let index = 0; index < LINES; index++) {
    response.write(event(`#7 0.${index} a line of an ordinary length, as builders print them ${now()}`));
    await pause(play === 'latency' ? 5 : 20);
  }
}

async function flood(response: http.ServerResponse): Promise<void> {
  for (let index = 0; index < LINES; index += 500) {
    const lines = Array.from({ length: 500 }, (_, at) =>
      event(`#7 1.5 Collecting package-${index + at} (from -r requirements.txt)`),
    );
    if (!response.write(lines.join(''))) await new Promise((resolve) => response.once('drain', resolve));
  }
}

function event(line: string): string {
  return `data: ${JSON.stringify({ line })}\n\n`;
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
