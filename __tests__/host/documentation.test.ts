import { expect, test } from '@jest/globals';
import { documentationUrl } from '../../src/host/documentation.ts';
import type { Host } from '../../src/host/host.ts';

const GITHUB = {
  GITHUB_ACTION_REPOSITORY: 'octo/cloud-build.action',
  GITHUB_ACTION_REF: 'v1.2',
  GITHUB_SERVER_URL: 'https://github.example.test',
};
const README = 'https://github.example.test/octo/cloud-build.action/blob/v1.2/README.md';

test.each<[name: string, host: Host['name'], env: NodeJS.ProcessEnv, url: string | undefined]>([
  ['an action of another repository', 'github', {}, README],
  ['an address with a slash', 'github', { GITHUB_SERVER_URL: 'https://github.example.test/' }, README],
  ['a ref with a slash', 'github', { GITHUB_ACTION_REF: 'a/b' }, README.replace('v1.2', 'a%2Fb')],
  [
    'an action of this checkout',
    'github',
    { GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' },
    undefined,
  ],
  ['no repository', 'github', { GITHUB_ACTION_REPOSITORY: undefined }, undefined],
  ['a name that leads elsewhere', 'github', { GITHUB_ACTION_REPOSITORY: 'octo/a/../b' }, undefined],
  ['no ref', 'github', { GITHUB_ACTION_REF: '' }, undefined],
  ['an address without encryption', 'github', { GITHUB_SERVER_URL: 'http://github.example.test' }, undefined],
  ['another forge', 'gitea', {}, undefined],
])('the address of the documentation: %s', (_name, name, env, url) => {
  expect(documentationUrl({ ...GITHUB, ...env }, { name })).toBe(url);
});
