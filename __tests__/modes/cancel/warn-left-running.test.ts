import { expect, test } from '@jest/globals';
import type { LeftRunning } from '../../../src/modes/cancel/running.ts';
import { warnOfLeftRunning } from '../../../src/modes/cancel/warn-left-running.ts';

const LEFT: LeftRunning = { cloud: 'sgp', building: false, cancelAsked: false };
const SUBMITTING = { imageName: 'app', imageTag: 'v1', workingTreeHash: 'h', at: '', pid: 1 };

test.each<[name: string, left: Partial<LeftRunning>, named: readonly string[]]>([
  ['a build that runs', { building: true, buildId: 'b1' }, ['Build b1']],
  ['a build that was asked to end', { building: true, cancelAsked: true, buildId: 'b1' }, []],
  ['a build that has ended', { buildId: 'b1' }, []],
  ['a build without an id', { building: true }, []],
  ['one that is being sent', { submitting: SUBMITTING }, ['A build of app:v1']],
  ['a preview', { previewId: 'p1' }, ['The rollout of preview p1']],
  [
    'a build and a preview',
    { building: true, buildId: 'b1', previewId: 'p1' },
    ['Build b1', 'The rollout of preview p1'],
  ],
])('what may go on is named: %s', (_name, left, named) => {
  const warnings: string[] = [];
  warnOfLeftRunning({ warning: (text) => void warnings.push(text) }, [{ ...LEFT, ...left }]);
  expect(warnings.map((text) => text.replace(/ may go on at .*/s, ''))).toEqual(named);
  for (const text of warnings) expect(text).toContain('Scale GenAI Platform: the post step was given other');
});
