import { expect, jest, test } from '@jest/globals';
import type { Forge } from '../../../src/host/forge/forge.ts';
import type { CommentContext } from '../../../src/modes/comment/context.ts';
import { maskedSection } from '../../../src/modes/comment/section-entries.ts';
import { openWriter } from '../../../src/modes/comment/writer.ts';
import type { RunResult } from '../../../src/report/result.ts';

/** Not a key: as many characters as Markdown escapes, so that escaping would break it up. */
const SECRET = 'not_a*real_key*<0>_[1]';
const maskText = (text: string) => text.replaceAll(SECRET, '***');

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
  const section = maskedSection(RESULT, { key: 'sgp/agent', mark: MARK }, maskText);
  const text = maxBytes === undefined ? section.body : section.within?.(maxBytes);
  expect(text).toContain('failed');
  expect(text).not.toMatch(/real|not\\?_a/);
});

test('a draft that the forge never answers does not keep the last word waiting', async () => {
  jest.useFakeTimers();
  try {
    const aborted = (signal: AbortSignal) =>
      new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('given up')), { once: true });
      });
    const forge = {
      listComments: async function* (_issue: number, options: { readonly signal: AbortSignal }) {
        yield await aborted(options.signal);
      },
    } as unknown as Forge;
    const stage = {
      signal: new AbortController().signal,
      forge: async () => forge,
      trigger: { event: 'pull_request', pullRequest: { number: 7, fork: false } },
      settings: { comment: { when: 'auto' } },
      console: { info: () => undefined, maskText },
    } as unknown as CommentContext;
    const writer = openWriter(stage, {
      snapshots: () => [{ key: 'sgp/agent', mark: MARK, result: RESULT, settled: false }],
      note: () => undefined,
    });
    let end = '';
    const draft = writer.draft().catch((thrown: Error) => {
      end = thrown.message;
    });
    await jest.advanceTimersByTimeAsync(20_000);
    expect(end).toBe('');
    writer.endDrafts();
    await jest.advanceTimersByTimeAsync(5_000);
    await draft;
    expect(end).toBe('given up');
  } finally {
    jest.useRealTimers();
  }
});
