import { afterEach, describe, expect, test } from '@jest/globals';
import type { Build, Cloud } from '../../../src/clouds/cloud.ts';
import { openCloud } from '../../../src/clouds/index.ts';
import { atEnd } from '../../support/cleanup.ts';
import { sendJson, serve } from '../../support/server.ts';
import { closeAll, never } from './account.ts';

afterEach(closeAll);

const BUILD: Build = {
  id: 'build_1',
  status: 'succeeded',
  rawStatus: 'COMPLETED',
  imageName: 'my-app',
  imageTag: 'v1',
  image: 'registry.example.test/my-app:v1',
};
const ROW = { imageName: 'my-app', imageTag: 'v1', status: 'COMPLETED' };

async function answering(reply: unknown): Promise<{ readonly cloud: Cloud; readonly asked: () => string[] }> {
  const server = await serve((_request, response) => sendJson(response, 200, reply));
  atEnd(() => server.close());
  const cloud = await openCloud('prime', { baseUrl: server.url, apiKey: 'not-a-real-key' });
  return { cloud, asked: () => server.requests.map(({ method, path }) => `${method} ${path}`) };
}

describe('what the list of images says of a build', () => {
  test.each<[name: string, rows: readonly object[], facts: object]>([
    ['its size', [{ ...ROW, sizeBytes: 7 }], { imageBytes: 7 }],
    ['no size', [{ ...ROW, sizeBytes: 0 }], {}],
    ['another name', [{ ...ROW, displayRef: 'me/my-app:v1' }], { displayRef: 'me/my-app:v1' }],
    ['the same name', [{ ...ROW, displayRef: BUILD.image }], {}],
    ['nothing', [], {}],
    [
      'that of its own path, not of the newest',
      [
        { ...ROW, sizeBytes: 1, pushedAt: '2026-11-02T00:00:00Z', fullImagePath: 'elsewhere' },
        { ...ROW, sizeBytes: 2, pushedAt: '2026-11-01T00:00:00Z', fullImagePath: BUILD.image },
      ],
      { imageBytes: 2 },
    ],
    [
      'that of the newest, where no path is told',
      [
        { ...ROW, sizeBytes: 1, pushedAt: '2026-11-01T00:00:00Z' },
        { ...ROW, sizeBytes: 2, createdAt: '2026-11-02T00:00:00Z' },
      ],
      { imageBytes: 2 },
    ],
    ['not that of another image', [{ ...ROW, imageName: 'my-app-2', sizeBytes: 1 }], {}],
    ['not that of another tag', [{ ...ROW, imageTag: 'v12', sizeBytes: 1 }], {}],
    ['not that of a push that goes on', [{ ...ROW, status: 'UPLOADING', sizeBytes: 1 }], {}],
  ])('%s', async (_name, data, facts) => {
    const { cloud } = await answering({ data });
    await expect(cloud.describe?.(BUILD, never())).resolves.toEqual(facts);
  });

  test('is not asked for without a name', async () => {
    const { cloud, asked } = await answering({ data: [] });
    const { imageTag: _tag, ...build } = BUILD;
    await expect(cloud.describe?.(build, never())).resolves.toEqual({});
    expect(asked()).toEqual([]);
  });
});
