import { describe, expect, test } from '@jest/globals';
import type { CloudName } from '../../../src/clouds/cloud.ts';
import type { Tree } from '../../../src/context/entry.ts';
import { needsCache, whyCacheIsNeeded } from '../../../src/modes/build/inputs.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { makeWorkspace } from '../../support/workspace.ts';

function treeOf(dockerfile: string): Tree {
  const { path } = makeWorkspace({ Dockerfile: dockerfile });
  const entries = [{ path: 'Dockerfile', kind: 'file', source: `${path}/Dockerfile`, mode: 0o644, size: 1 }];
  return { dockerfile: 'Dockerfile', entries } as unknown as Tree;
}

const PLAIN = 'FROM a\nARG TARGETARCH\n';

describe('the cache is needed to find a build again', () => {
  test.each<[name: string, cloud: CloudName, settings: object, dockerfile: string, why: RegExp | undefined]>([
    [
      'on a cloud that finds none by itself',
      'prime',
      {},
      PLAIN,
      /^the records of Prime Intellect do not say/,
    ],
    ['not for a plain build', 'sgp', {}, PLAIN, undefined],
    ['for build arguments', 'sgp', { buildArgs: { A: 'b' } }, PLAIN, /^it has build-args$/],
    ['for a platform', 'sgp', { platform: 'linux/arm64' }, PLAIN, /^it has a platform$/],
    [
      'for a Dockerfile that takes arguments',
      'sgp',
      {},
      'FROM a\nARG VERSION\n',
      /^its Dockerfile has an ARG$/,
    ],
    ...[
      'FROM a\nARG TARGETARCH VERSION=1\n',
      'FROM a\nARG TARGETARCH \\\n    VERSION=1\n',
      '\uFEFFARG VERSION=1\nFROM a\n',
      'FROM a\n\targ\tVERSION\n',
      'FROM a\nARG TARGETARCHIVE\n',
    ].map((dockerfile): [string, CloudName, object, string, RegExp] => [
      `for one that says ${JSON.stringify(dockerfile)}`,
      'sgp',
      {},
      dockerfile,
      /^its Dockerfile has an ARG$/,
    ]),
    [
      'not for several arguments of the platform',
      'sgp',
      {},
      'FROM a\nARG TARGETARCH=arm64 TARGETOS\n',
      undefined,
    ],
    ['not where arguments cannot be given', 'pipecat', {}, 'FROM a\nARG VERSION\n', undefined],
  ])('%s', (_name, cloud, settings, dockerfile, why) => {
    const step = { settings: { cloud, buildArgs: {}, ...settings } } as unknown as Step;
    const tree = treeOf(dockerfile);
    expect(needsCache(step, tree)).toBe(why !== undefined);
    if (why !== undefined) expect(whyCacheIsNeeded(step, tree)).toMatch(why);
  });
});
