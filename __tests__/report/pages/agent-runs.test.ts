import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { withoutFolded } from '../../../src/report/comment/fold.ts';
import { renderAgentRuns } from '../../../src/report/pages/agent-runs.ts';
import { SUMMARY_LIMIT } from '../../../src/report/write-summary.ts';
import { anyText } from '../../support/any-text.ts';
import { BUILDING, FAILED_BUILD, FAILED_DEPLOYMENT, HOSTILE, LEFT, READY } from '../runs.ts';

const agents = (count: number, failed: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...(index < failed ? FAILED_BUILD : READY),
    agent: `agent-${String(index).padStart(3, '0')}`,
  }));

describe('the summary of many agents', () => {
  test('counts, one table, what failed in full, a folded block each', () => {
    const summary = renderAgentRuns([...agents(3, 1), { ...BUILDING, agent: 'last' }]);
    expect(summary).toMatch(/^## ❌ Cloud builds: 1 failed, 1 building, 2 ready\n/);
    const open = withoutFolded(summary);
    expect(open.match(/^\| (?:❌|⏳|✅)/gm)).toEqual(['| ❌', '| ⏳', '| ✅', '| ✅']);
    expect(open).toContain('### ❌ `agent-000`');
    expect(open.match(/^### /gm)).toHaveLength(1);
    expect(summary.match(/<summary>/g)).toHaveLength(5);
    expect(summary).toContain(
      '<summary>✅ <code>agent-001</code> · built in 2m 10s, preview healthy in 48 s</summary>',
    );
    // Commit and run are equal in all: once, below the table.
    expect(open.split('actions/runs/42')).toHaveLength(2);
  });

  test('a preview that was left alone is not folded', () => {
    expect(withoutFolded(renderAgentRuns([LEFT, READY]))).toContain('was left alone');
  });

  test.each([
    [100, 100],
    [200, 200],
    [200, 10],
  ])('%i agents, %i failed: below the limit, each failure with its reason', (count, failed) => {
    const summary = renderAgentRuns(agents(count, failed));
    expect(Buffer.byteLength(summary)).toBeLessThan(SUMMARY_LIMIT);
    expect(summary.split('**Why:** `ERROR: No matching distribution found for flask==99`')).toHaveLength(
      failed + 1,
    );
    expect(summary.match(/^\| (?:❌|✅)/gm)).toHaveLength(count);
  });

  test('no text from outside is more than text', () => {
    const hostile = fc.oneof(fc.constantFrom(...HOSTILE), anyText({ maxLength: 60 }));
    fc.assert(
      fc.property(hostile, (words) => {
        const summary = renderAgentRuns([
          {
            ...FAILED_DEPLOYMENT,
            agent: words,
            cloud: words,
            cloudTitle: words,
            source: { commit: words, ref: words },
          },
          { ...READY, agent: words, repository: { url: words, files: 'blob' }, runUrl: words },
        ]);
        expect(summary).not.toContain('<!--');
        const tree = fromMarkdown(summary, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
        expect(tree.children.filter(({ type }) => type === 'table')).toHaveLength(3);
        expect(tree.children.filter(({ type }) => type === 'heading')).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });
});
