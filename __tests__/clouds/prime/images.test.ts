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

type Answering = {
  readonly cloud: Cloud;
  readonly asked: () => string[];
  readonly searched: () => (string | null)[];
};

async function answering(reply: unknown): Promise<Answering> {
  const server = await serve((_request, response) => sendJson(response, 200, reply));
  atEnd(() => server.close());
  const cloud = await openCloud('prime', { baseUrl: server.url, apiKey: 'not-a-real-key' });
  return {
    cloud,
    asked: () => server.requests.map(({ method, path }) => `${method} ${path}`),
    searched: () => server.requests.map(({ query }) => query.get('search')),
  };
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

describe('the image of a build as the cloud has it', () => {
  const MADE: Build = {
    ...BUILD,
    endedAt: '2026-11-01T00:05:00Z',
    artifacts: [{ id: 'art_1', kind: 'container image', status: 'succeeded', rawStatus: 'COMPLETED' }],
  };
  const OWN = { ...ROW, id: 'art_1', createdAt: '2026-11-01T00:00:00Z', visibility: 'PUBLIC' };
  const LATER = { ...ROW, id: 'art_2', createdAt: '2026-11-01T00:06:00Z' };
  const GONE = undefined;

  test.each<[name: string, rows: readonly object[], image: object | undefined]>([
    ['is public', [OWN], { visibility: 'public' }],
    ['is private', [{ ...OWN, visibility: 'PRIVATE' }], { visibility: 'private' }],
    ['is private where nothing is said', [ROW], { visibility: 'private' }],
    ['is not there', [], GONE],
    ['is not there under another tag', [{ ...OWN, imageTag: 'v12' }], GONE],
    ['is not there while it is pushed', [{ ...OWN, status: 'UPLOADING' }], GONE],
    ['is that of a later build', [OWN, LATER], GONE],
    [
      'is its own beside an earlier one',
      [{ ...LATER, createdAt: '2026-10-01T00:00:00Z' }, OWN],
      { visibility: 'public' },
    ],
    [
      'is its own beside the VM image that was made of it',
      [{ ...LATER, artifactType: 'VM_SANDBOX', visibility: 'PUBLIC' }, OWN],
      { visibility: 'public' },
    ],
  ])('%s', async (_name, data, image) => {
    const { cloud } = await answering({ data });
    await expect(cloud.findImage?.(MADE, never())).resolves.toEqual(image);
  });

  test('is looked for by its tag as well', async () => {
    const { cloud, searched } = await answering({ data: [] });
    await cloud.findImage?.(MADE, never());
    expect(searched()).toEqual(['my-app:v1', 'v1']);
  });

  test('is not known without a name', async () => {
    const { cloud, asked } = await answering({ data: [] });
    const { imageTag: _tag, ...build } = MADE;
    await expect(cloud.findImage?.(build, never())).resolves.toEqual({});
    expect(asked()).toEqual([]);
  });
});
