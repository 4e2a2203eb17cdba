/**
 * One upload; prints its seconds: `node upload-child.js submit|pipe <base URL> <file>`. `pipe` is Node's own way: a
 * file piped into `http.request`.
 */
import { createReadStream, statSync } from 'node:fs';
import http from 'node:http';

const [mode, baseUrl = '', path = ''] = process.argv.slice(2);
const bytes = statSync(path).size;
const upload = mode === 'submit' ? await prepareSubmit() : pipe;
const began = performance.now();
await upload();
process.stdout.write(String((performance.now() - began) / 1000));
process.exit();

function pipe(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/octet-stream', 'content-length': bytes };
    const request = http.request(`${baseUrl}/v5/builds`, { method: 'POST', headers }, (response) =>
      response.resume().on('end', resolve),
    );
    createReadStream(path).pipe(request).on('error', reject);
  });
}

async function prepareSubmit(): Promise<() => Promise<unknown>> {
  const { openCloud } = await import('../../src/clouds/index.ts');
  const cloud = await openCloud('sgp', { baseUrl, apiKey: 'not-a-key', account: 'bench' });
  const request = {
    archive: { path, bytes, md5: '' },
    target: { by: 'agent-name', agentName: 'bench' },
    imageName: 'bench',
    imageTag: 'upload',
    buildArgs: {},
    source: {},
    workingTreeHash: 'a'.repeat(64),
    dockerfile: 'Dockerfile',
  } as const;
  const progress = { notice: () => undefined, secret: () => undefined, submitted: () => undefined };
  return () => cloud.submit(request, progress, new AbortController().signal);
}
