import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { AgentRow } from '../../../src/report/agent-row.ts';
import { readComment } from '../../../src/report/comment/body.ts';
import { type Section, writeSection } from '../../../src/report/comment/marker.ts';
import { readRowLine, rowLine } from '../../../src/report/comment/row-data.ts';
import { anyText } from '../../support/any-text.ts';
import { HOSTILE } from '../runs.ts';

const MARK = { workflow: 'aaaaaaaa', runId: 4242, runNumber: 7, attempt: 1, at: 1_000 };

const FULL: AgentRow = {
  state: 'failed',
  agent: 'refund-bot',
  cloud: 'Scale GenAI Platform',
  commit: 'cf817a90f4607d1e5b7f4e7b0a6a3f0c9d2e1b3a',
  preview: {
    label: 'pr-7',
    id: 'dep_19',
    url: 'https://pr-7.preview.example/refund-bot?a=(b)&c=d',
    expiresAt: '2026-11-12T18:04:00Z',
    reach: 'refund-bot-pr-7',
  },
  earlier: { id: 'dep_12', commit: '1b2c3d4e5f60718293a4b5c6d7e8f901a2b3c4d5' },
  left: 2,
  built: 'reused',
  seconds: 34.2,
  medianSeconds: 151,
  runUrl: 'https://github.com/acme/agents/actions/runs/42',
  repositoryUrl: 'https://github.com/acme/agents',
  unnamed: true,
  step: '0a1b2c3d',
};

describe('the row of a section', () => {
  test('is one line that says what it says', () => {
    expect(
      rowLine({ state: 'building', agent: 'refund bot', runUrl: 'https://git.example/a/b/actions/runs/9' }),
    ).toBe('[//]: # (state=building&agent=refund+bot&run=https://git.example/a/b/actions/runs/9)');
  });

  test('comes back as it was', () => {
    expect(readRowLine(rowLine(FULL))).toEqual(FULL);
  });

  test('comes back also where all its names are long and of other scripts', () => {
    const long = '\u6F22'.repeat(200);
    const row: AgentRow = { ...FULL, agent: long, preview: { label: long, id: long, reach: long } };
    expect(readRowLine(rowLine(row))).toEqual(row);
  });

  const words = fc.oneof(fc.constantFrom(...HOSTILE, ') x', '&state=removed', '=', '+', '%'), anyText());

  test('whatever is in it, it is a definition that no forge draws, and nothing ends it', () => {
    fc.assert(
      fc.property(words, words, words, (agent, label, url) => {
        const row: AgentRow = { state: 'succeeded', agent, cloud: url, preview: { label, url }, runUrl: url };
        const line = rowLine(row);
        expect(line).toMatch(/^\[\/\/\]: # \([!-'*-~]+\)$/);
        expect(line).not.toContain('<');
        const { children } = fromMarkdown(`${line}\n\ntext`);
        expect(children.map(({ type }) => type)).toEqual(['definition', 'paragraph']);
        const [definition] = children;
        expect(definition && toMarkdown(definition)).not.toContain('](');
        expect(readRowLine(line)?.agent).toBe(agent.slice(0, 200).replace(/\p{Cs}/gu, '\uFFFD'));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['another definition', '[//]: # (hello)'],
    ['no state that is one', '[//]: # (state=owned&agent=a)'],
    ['a state of every object', '[//]: # (state=constructor&agent=a)'],
    ['half an escape', '[//]: # (state=failed&agent=%E0%A4%A)'],
    ['another label', '[a]: # (state=failed&agent=a)'],
    ['text', 'state=failed'],
  ])('is not read from %s', (_, line) => {
    expect(readRowLine(line)).toBeUndefined();
  });

  test('is covered by the digest: a row that someone changed makes the section a damaged one', () => {
    const section: Section = {
      key: 'sgp/a',
      mark: MARK,
      state: 'failed',
      body: '### a',
      row: FULL,
      cut: false,
    };
    const written = writeSection(section);
    const read = (text: string) => readComment(`<!-- cloud-build-action -->\n\n${text}`).get('sgp/a');
    expect(read(written)).toEqual(section);
    expect(read(written.replace('state=failed&', 'state=succeeded&'))).toMatchObject({
      damaged: true,
      row: { state: 'succeeded' },
    });
  });
});
