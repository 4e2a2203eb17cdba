import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { isFolded } from '../../../src/report/comment/fold.ts';
import { renderSection } from '../../../src/report/comment/section.ts';
import type { Outcome, RunResult } from '../../../src/report/result.ts';
import { anyText } from '../../support/any-text.ts';
import { BUILDING, FAILED_BUILD, FAILED_DEPLOYMENT, HOSTILE, LEFT, READY, REMOVED, REUSED } from '../runs.ts';

const now = Date.UTC(2026, 10, 12, 10, 4);
const REPOSITORY = 'https://github.com/acme/agents';

const details = (words: string) => `<summary>${words}</summary>`;

describe('each state is reported', () => {
  test.each<[string, RunResult, readonly string[]]>([
    ['building', BUILDING, [details('⏳ <code>refund-bot</code> · building'), '`build_7f3a`']],
    [
      'deploying',
      { ...READY, outcome: 'deploying', deployment: undefined } as unknown as RunResult,
      [details('🚀 <code>refund-bot</code> · built in 2m 10s')],
    ],
    [
      'ready',
      READY,
      [
        details('✅ <code>refund-bot</code> · built in 2m 10s, preview healthy in 48 s'),
        `[\`cf817a90f460\`](${REPOSITORY}/commit/cf817a90f4607d1e5b7f4e7b0a6a3f0c9d2e1b3a) on \`feature/refunds_v2\``,
        '`pr-7` · expires 2026-11-12 18:04 UTC',
        '| Updated | 2026-11-12 10:04 UTC |',
        '```mermaid',
      ],
    ],
    [
      'reused',
      REUSED,
      [
        'reused an earlier build',
        'built from commit `aa11bb22cc33` on 2026-11-10 08:00 UTC with the same inputs',
      ],
    ],
    [
      'failed build',
      FAILED_BUILD,
      [
        '### ❌ `refund-bot`',
        '`[4/5] RUN pip install -r requirements.txt` **failed** at [`agents/refund/Dockerfile:12`]' +
          `(${REPOSITORY}/blob/cf817a90f4607d1e5b7f4e7b0a6a3f0c9d2e1b3a/agents/refund/Dockerfile#L12)`,
        '**Why:** `ERROR: No matching distribution found for flask==99`',
        '(not built)',
        '… 23 lines left out …',
        '**What to do:**',
      ],
    ],
    [
      'failed deployment',
      FAILED_DEPLOYMENT,
      [
        'preview failed after 1m 35s',
        'the earlier preview `dep_12` of commit `1b2c3d4e5f60` since 2026-11-11 14:12 UTC',
        '⚠ BackOff: Back-off restarting failed container refund-bot',
        "KeyError: 'OPENAI_BASE_URL'",
      ],
    ],
    [
      'cancelled',
      { ...READY, outcome: 'cancelled' },
      [details('🚫 <code>refund-bot</code> · built in 2m 10s, preview healthy in 48 s')],
    ],
    ['removed', REMOVED, ['2 previews removed', '2: `dep_19` `dep_12`']],
    [
      'removed, with one that is not ours',
      LEFT,
      [
        '### 🧹 `refund-bot`',
        'Preview `dep_9` (`pr-7`) was left alone: it was built from another repository',
        '1 preview left alone',
      ],
    ],
  ])('%s', (_, result, parts) => {
    const section = renderSection({ ...result, repository: { url: REPOSITORY, files: 'blob' } }, { now });
    for (const part of parts) expect(section).toContain(part);
  });
});

test('Gitea and Forgejo address a file in their own way', () => {
  const section = renderSection({
    ...FAILED_BUILD,
    repository: { url: 'https://git.example/acme/agents', files: 'src/commit' },
  });
  expect(section).toContain(
    '(https://git.example/acme/agents/src/commit/cf817a90f4607d1e5b7f4e7b0a6a3f0c9d2e1b3a/agents/refund/Dockerfile#L12)',
  );
});

test.each<[string, RunResult, boolean]>([
  ['failed', FAILED_BUILD, true],
  ['a preview left alone', LEFT, true],
  ['ready', READY, false],
  ['building', BUILDING, false],
  ['removed', REMOVED, false],
])('only what needs a person is seen unfolded: %s', (_, result, isOpen) => {
  expect(isFolded(renderSection(result, { now }).trim())).toBe(!isOpen);
});

test('a section that is under way shows no chart', () => {
  expect(renderSection({ ...READY, outcome: 'deploying' })).not.toContain('mermaid');
});

describe('size', () => {
  const noisy: RunResult = {
    ...FAILED_BUILD,
    agent: 'ä'.repeat(5000),
    source: { commit: 'c'.repeat(5000), ref: '👩'.repeat(5000) },
    build: {
      ...FAILED_BUILD.build,
      steps: [],
      failing: {
        step: { name: '`'.repeat(3000), state: 'failed' },
        lines: Array(5000).fill('\0'.repeat(700)),
      },
    },
    previewsDeleted: Array(500).fill('\u202E'.repeat(300)),
  };

  test.each([1000, 2000, 4000, 8000, 14_000])('at most %p bytes, and the heading stays', (maxBytes) => {
    const section = renderSection(noisy, { now, maxBytes });
    expect(Buffer.byteLength(section)).toBeLessThanOrEqual(maxBytes);
    expect(section).toMatch(/^### ❌ `ä+…`\n/);
    expect(section).toContain('**What to do:**');
  });

  test('what is there is used: less room, less detail', () => {
    const lengths = [14_000, 3_000, 2_000, 1_500, 900, 400].map(
      (maxBytes) => renderSection(FAILED_BUILD, { maxBytes }).length,
    );
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(new Set(lengths).size).toBeGreaterThan(3);
  });
});

test('no text from outside can forge a marker or a state, whatever the outcome', () => {
  const hostile = fc.oneof(fc.constantFrom(...HOSTILE), anyText({ maxLength: 60 }));
  const outcomes = fc.constantFrom<Outcome>(
    'building',
    'succeeded',
    'failed',
    'cancelled',
    'removed',
    'skipped',
  );
  fc.assert(
    fc.property(hostile, outcomes, (words, outcome) => {
      const section = renderSection({
        ...FAILED_DEPLOYMENT,
        cloud: words,
        cloudTitle: words,
        agent: words,
        outcome,
        source: { commit: words, ref: words },
        context: { files: 1, bytes: 1, hash: words },
        build: {
          ...FAILED_BUILD.build,
          id: words,
          comparison: words,
          steps: [],
          reused: { commit: words, createdAt: words },
        },
        deployment: {
          id: words,
          status: 'failed',
          preview: { label: words, expiresAt: words },
          events: [{ warning: true, reason: words, message: words, at: words }],
          lines: [words],
        },
        stillRunning: { id: words, commit: words, createdAt: words },
        previewsDeleted: [words],
        failure: { title: words, message: words, hint: words },
        runUrl: words,
      });
      expect(section).not.toContain('<!--');
      const tree = fromMarkdown(section, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
      expect(tree.children.filter((node) => node.type === 'heading')).toHaveLength(1);
      const html = tree.children.flatMap((node) => (node.type === 'html' ? [node.value] : []));
      const ours =
        /^<details><summary>(?:\P{ASCII}+ <code>(?:[^<>"'&]|&(?:amp|lt|gt|quot|#39);)+<\/code> · )?[\p{L}\p{N} ,.:()·-]+<\/summary>$|^<\/details>$/u;
      expect(html.filter((tag) => !ours.test(tag))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
