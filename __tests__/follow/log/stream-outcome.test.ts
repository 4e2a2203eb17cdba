import { expect, test } from '@jest/globals';
import { faultOfEnd, type Outcome } from '../../../src/follow/log/stream-outcome.ts';

const error = new Error('403 Forbidden');

test.each<[name: string, outcome: Outcome, wasOpen: boolean, words: RegExp | undefined]>([
  ['a log that was closed at its end', { kind: 'closed' }, true, undefined],
  ['a log that was silent at its end', { kind: 'silent' }, true, undefined],
  ['a log that never opened', { kind: 'closed' }, false, /^The cloud has no log of this build\.$/],
  ['a refusal', { kind: 'refused', error }, false, /cannot be read \(403 Forbidden\); the build is followed/],
  ['a log without an end', { kind: 'endless' }, true, /went on after the build had ended/],
  ['a log that broke', { kind: 'broken', error }, true, /The end .* could not be read \(403 Forbidden\)\./],
])('%s', (_name, outcome, wasOpen, words) => {
  if (words === undefined) expect(faultOfEnd(outcome, wasOpen)).toBeUndefined();
  else expect(faultOfEnd(outcome, wasOpen)).toMatch(words);
});
