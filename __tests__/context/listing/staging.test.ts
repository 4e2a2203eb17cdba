import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { listTree } from '../../../src/context/listing/tree.ts';
import { makeWorkspace } from '../../support/workspace.ts';

const NAME = 'Dockerfile.cloud';

test.each<[name: string, dockerfile: string, keepsOriginal: boolean, paths: readonly string[]]>([
  ['is there under both names', 'Dockerfile', true, ['Dockerfile', NAME, 'app.py']],
  ['is there under the cloud’s name alone', 'Dockerfile', false, [NAME, 'app.py']],
  ['that has the name already is there once', NAME, false, ['Dockerfile', NAME, 'app.py']],
])('a Dockerfile %s', async (_name, dockerfile, keepsOriginal, paths) => {
  const { path } = makeWorkspace({ Dockerfile: 'FROM a\n', [NAME]: 'FROM b\n', 'app.py': '' });
  const { entries } = await listTree({
    workspace: path,
    root: path,
    dockerfile: join(path, dockerfile),
    dockerfileEntry: { name: NAME, keepsOriginal },
  });
  const listed = [...entries].filter(({ kind }) => kind === 'file');
  expect(listed.map((entry) => entry.path)).toEqual(paths);
  expect(listed.find((entry) => entry.path === NAME)?.source).toBe(join(path, dockerfile));
});
