import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { renderSection } from '../../../src/report/comment/section.ts';
import type { Outcome, RunResult } from '../../../src/report/result.ts';
import { BUILDING, FAILED_BUILD, FAILED_DEPLOYMENT, HOSTILE, READY, REMOVED, REUSED } from '../runs.ts';

const now = Date.UTC(2026, 10, 12, 10, 4);

describe('each state is told', () => {
  test.each<[string, RunResult, readonly string[]]>([
    ['building', BUILDING, ['### ⏳ `refund-bot` · building', '`build_7f3a`']],
    ['deploying', { ...READY, outcome: 'deploying' }, ['### 🚀 `refund-bot` · deploying', 'Built in 2m 10s']],
    [
      'ready',
      READY,
      [
        '### ✅ `refund-bot` · ready · Scale GenAI Platform',
        'Built in 2m 10s, preview healthy in 48 s',
        '`cf817a90f460` on `feature/refunds_v2`',
        '`pr-7` · expires 2026-11-12 18:04 UTC',
        '[Run and full log](https://github.com/acme/agents/actions/runs/42) · updated 2026-11-12 10:04 UTC',
        '<details><summary>Timeline</summary>',
      ],
    ],
    [
      'reused',
      REUSED,
      [
        'Reused an earlier build',
        'built from commit `aa11bb22cc33` on 2026-11-10 08:00 UTC with the same inputs',
      ],
    ],
    [
      'failed build',
      FAILED_BUILD,
      [
        '### ❌ `refund-bot` · failed',
        '`[4/5] RUN pip install -r requirements.txt` **failed** at `agents/refund/Dockerfile:12`',
        '(not built)',
        '… 23 lines left out …',
        'No matching distribution found for flask==99',
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
    ['cancelled', { ...READY, outcome: 'cancelled' }, ['### 🚫 `refund-bot` · cancelled']],
    ['removed', REMOVED, ['### 🧹 `refund-bot` · removed', '2 previews removed', '2: `dep_19` `dep_12`']],
  ])('%s', (_, result, parts) => {
    const section = renderSection(result, { now });
    for (const part of parts) expect(section).toContain(part);
  });
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
    expect(section).toMatch(/^### ❌ `ä+…` · failed/);
    expect(section).toContain('actions/runs/42');
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
  const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }));
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
      expect(
        html.filter((tag) => !/^<details><summary>Timeline<\/summary>$|^<\/details>$/.test(tag)),
      ).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
