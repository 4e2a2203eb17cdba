import { expect, test } from '@jest/globals';
import { committedPaths } from '../../src/git/git.ts';
import { makeRepository, makeWorkspace } from '../support/workspace.ts';

test('which paths the commit has, itself or in a submodule', async () => {
  const inner = makeRepository({ 'agents/c/Dockerfile': 'FROM scratch\n' });
  const repository = makeRepository({
    'agents/a/Dockerfile': 'FROM scratch\n',
    'agents/ü b/"x"\t[y]/z': 'x',
    'agents/-n/x': 'x',
  });
  repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'module');
  repository.commit();
  repository.write({ 'agents/new/x': 'x', 'agents/a/new/x': 'x' });
  const has = [
    '.',
    'agents',
    'agents/a',
    'agents/a/Dockerfile',
    'agents/ü b/"x"\t[y]',
    'agents/-n',
    'module/agents/c',
  ];
  const asked = [...has, 'agents/new', 'agents/a/new', 'agents/*', 'gone'];
  expect([...(await committedPaths(repository.path, asked))]).toEqual(has);
});

test('more paths than one command is given, and a folder without a repository', async () => {
  const repository = makeRepository({ 'agents/last/x': 'x' });
  const many = Array.from({ length: 2_500 }, (_, index) => `agents/${index}`);
  expect([...(await committedPaths(repository.path, [...many, 'agents/last']))]).toEqual(['agents/last']);
  expect([...(await committedPaths(makeWorkspace().path, ['agents']))]).toEqual([]);
});
