import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createHttpClient, fileBody } from '../../../src/clouds/http.ts';
import { atEnd } from '../../support/cleanup.ts';
import { temporaryFolder, writeFiles } from '../../support/workspace.ts';

/** Reads in fits and starts, so that the sender has to wait with its buffers full; answers with the MD5 of the body. */
async function fitfulReader(): Promise<string> {
  const server = createServer(async (request, response) => {
    const hash = createHash('md5');
    let chunks = 0;
    for await (const chunk of request) {
      chunks += 1;
      if (chunks % 40 === 0) await pause(chunks % 7);
      hash.update(chunk);
    }
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ md5: hash.digest('hex') }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([1, 128 * 1024, 128 * 1024 + 1, 1024 * 1024, 24_000_000])(
  'the buffers of a file of %i bytes are sent before they are filled again, however the server reads',
  async (size) => {
    const folder = temporaryFolder('upload');
    const content = randomBytes(size);
    writeFiles(folder, { archive: content });
    const client = createHttpClient({ baseUrl: await fitfulReader(), headers: {}, secrets: [] });
    const body = fileBody({ path: join(folder, 'archive'), bytes: size }, 'application/gzip');
    const call = { method: 'POST', path: '/x', body, signal: new AbortController().signal } as const;
    const reply = await client.request(call, (value) => value);
    expect(reply).toEqual({ md5: createHash('md5').update(content).digest('hex') });
  },
);
