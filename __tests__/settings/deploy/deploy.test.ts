import { expect, test } from '@jest/globals';
import { type DeployTarget, deployTarget } from '../../../src/settings/deploy/deploy.ts';
import type { Settings } from '../../../src/settings/settings.ts';

test.each<[deploy: Settings['deploy'], toDefault: boolean, pull: number | undefined, target: DeployTarget]>([
  ['none', true, 7, 'none'],
  ['preview', true, undefined, 'preview'],
  ['production', false, 7, 'production'],
  ['auto', true, undefined, 'production'],
  ['auto', true, 7, 'production'],
  ['auto', false, 7, 'preview'],
  ['auto', false, undefined, 'none'],
])(
  'deploy: %s (push to the default branch: %s, pull request: %s) is %s',
  (deploy, toDefault, pull, target) => {
    expect(deployTarget(deploy, { pushToDefaultBranch: toDefault }, pull)).toBe(target);
  },
);
