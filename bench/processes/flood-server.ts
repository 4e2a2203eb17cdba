/**
 * A process that serves one build as SGP does and sends its port to its parent: `node flood-server.js <lines>`.
 * Each line is an event and a write of its own, as fast as the client reads. Uploads are read and forgotten.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const LINES = Number(process.argv[2] ?? 0);
let success = false;

const server = http.createServer((request, response) => {
  if (request.url?.endsWith('/logs')) return void flood(response);
  request.resume().on('end', () => {
    if (request.method === 'POST') success = LINES === 0;
    response.setHeader('content-type', 'application/json');
    const isList = request.method === 'GET' && /\/builds\?/.test(request.url ?? '');
    response.end(JSON.stringify(isList ? { items: [], has_more: false } : build()));
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

function build(): Record<string, unknown> {
  return {
    id: 'build_1',
    build_status: success ? 'success' : 'running',
    image_name: 'bench',
    image_tag: 'flood',
    created_at: '2026-03-01T10:00:00Z',
    account_id: 'bench',
  };
}

async function flood(response: http.ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('data: {"line":"#7 [2/2] RUN pip install -r requirements.txt"}\n\n');
  for (let index = 1; index < LINES; index += 1) {
    const line = `#7 1.5 Collecting package-${index} (from -r requirements.txt)`;
    if (!response.write(`data: {"line":"${line}"}\n\n`)) {
      await new Promise((resolve) => response.once('drain', resolve));
    }
  }
  success = true;
  response.end();
}
