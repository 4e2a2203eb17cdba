import { expect, test } from '@jest/globals';
import { renderedSection } from '../../../src/modes/comment/writer.ts';
import type { RunResult } from '../../../src/report/result.ts';

/** Not a key: as many characters as Markdown escapes, so that escaping would break it up. */
const SECRET = 'not_a*real_key*<0>_[1]';
const conceal = (text: string) => text.replaceAll(SECRET, '***');

const RESULT: RunResult = {
  cloud: 'sgp',
  outcome: 'failed',
  agent: SECRET,
  source: { ref: SECRET },
  phases: [],
  build: {
    id: SECRET,
    status: 'failed',
    steps: [],
    failing: { step: { name: SECRET, state: 'failed' }, lines: [`key ${SECRET}`] },
  },
  failure: { title: SECRET, message: `what ${SECRET} was`, hint: SECRET },
};

const MARK = { workflow: 'w', runId: 1, runNumber: 1, attempt: 1, at: 0 };

test.each([
  ['whole', undefined],
  ['shortened', 1_500],
])('a %s section has no piece of a secret that Markdown would escape', (_name, maxBytes) => {
  const section = renderedSection(RESULT, { key: 'sgp/agent', mark: MARK }, conceal);
  const text = maxBytes === undefined ? section.body : section.within?.(maxBytes);
  expect(text).toContain('failed');
  expect(text).not.toMatch(/real|not\\?_a/);
});
