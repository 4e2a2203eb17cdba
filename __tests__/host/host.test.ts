import { expect, test } from '@jest/globals';
import { detectHost } from '../../src/host/host.ts';

const ALL = { GITHUB_ACTIONS: 'true', ACT: 'true', GITEA_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' };
const { FORGEJO_ACTIONS: _f, ...GITEA } = ALL;
const { GITEA_ACTIONS: _g, ...ACT } = GITEA;

test.each([
  ['GitHub', { GITHUB_ACTIONS: 'true' }, 'github'],
  ['act', ACT, 'act'],
  ['Gitea, which also says it is act', GITEA, 'gitea'],
  ['Forgejo, which also says it is Gitea', ALL, 'forgejo'],
  ['a sign that says no', { GITHUB_ACTIONS: 'true', ACT: 'false', GITEA_ACTIONS: '' }, 'github'],
  ['no sign at all', {}, 'github'],
])('%s', (_, env, name) => {
  expect(detectHost(env).name).toBe(name);
});

test('what only GitHub can do', () => {
  const github = detectHost({ GITHUB_ACTIONS: 'true' }).can;
  const gitea = detectHost(GITEA).can;
  expect(github).toMatchObject({
    annotationsOnDiff: true,
    stateFileSurvivesCancel: true,
    deploymentsApi: true,
  });
  expect(gitea).toMatchObject({
    annotationsOnDiff: false,
    stateFileSurvivesCancel: false,
    deploymentsApi: false,
  });
});
