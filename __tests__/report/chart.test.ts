import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { durationChart, timeline } from '../../src/report/chart.ts';
import { anyText } from '../support/any-text.ts';
import { HOSTILE, READY } from './runs.ts';

const STATEMENTS =
  /^(?:accTitle\s*:|accDescr\s*[:{]|accDescription\s|[^}]?%|href\s+"|call\s|click\s|gantt\b|dateFormat\s|inclusiveEndDates\b|topAxis\b|axisFormat\s|tickInterval\s|includes\s|excludes\s|todayMarker\s|weekday\s|weekend\s|title\s|section\s|\d{4}-\d\d-\d\d)/i;

/** Mermaid's gantt lexer, as far as a task goes: a name without colons, then data up to `#` or `;`. */
function taskOf(line: string): { name: string; data: string[] } {
  const bare = line.trimStart();
  if (STATEMENTS.test(bare)) throw new Error(`reads as a statement: ${line}`);
  const task = /^([^:\n]+):([^#\n;]+)$/.exec(bare);
  if (!task) throw new Error(`not a task: ${line}`);
  return { name: (task[1] ?? '').trim(), data: (task[2] ?? '').split(',').map((part) => part.trim()) };
}

describe('timeline', () => {
  test('phases and steps count from the start of the run', () => {
    expect(timeline(READY)?.split('\n').slice(0, 7)).toEqual([
      'gantt',
      '  dateFormat YYYY-MM-DDTHH:mm:ss.SSS',
      '  axisFormat %M:%S',
      '  tickInterval 1minute',
      '  todayMarker off',
      '  section Run',
      '  Pack · 0.4 s :done, p0, 2000-01-01T00:00:00.000, 2000-01-01T00:00:00.412',
    ]);
  });

  const phase = (name: string, startedAt: number, endedAt: number) =>
    ({ name, startedAt, endedAt, state: 'done' }) as const;
  const at = (ms: number) => [phase('Pack', 0, ms / 10), phase('Build', ms / 10, ms)];

  test.each<[string, Parameters<typeof timeline>[0]]>([
    ['nothing with a duration', { outcome: 'succeeded', phases: [] }],
    ['less than ten seconds', { outcome: 'succeeded', phases: at(9_999) }],
    ['a single phase', { outcome: 'succeeded', phases: [phase('Build', 0, 60_000)] }],
    ['a run that goes on', { outcome: 'building', phases: at(60_000) }],
    ['a preview that is asked', { outcome: 'verifying', phases: at(60_000) }],
  ])('%s: no chart', (_, result) => {
    expect(timeline(result)).toBeUndefined();
  });

  test.each([10_000, 11_000, 59_000, 61_000, 130_000, 3_599_000, 3_600_000, 90_000_000])(
    'over %i ms the labels of the axis are few and never the same',
    (ms) => {
      const chart = timeline({ outcome: 'succeeded', phases: at(ms) }) ?? '';
      const [, amount, unit] = /tickInterval (\d+)(second|minute|hour|day)\n/.exec(chart) ?? [];
      const tick =
        Number(amount) *
        (new Map([
          ['second', 1e3],
          ['minute', 6e4],
          ['hour', 36e5],
        ]).get(unit ?? '') ?? 864e5);
      expect(ms / tick).toBeLessThanOrEqual(6);
      const isLong = chart.includes('axisFormat %H:%M:%S');
      const labels = Array.from({ length: Math.floor(ms / tick) + 1 }, (_, index) =>
        new Date(index * tick).toISOString().slice(isLong ? 11 : 14, 19),
      );
      if (ms < 864e5) expect(new Set(labels).size).toBe(labels.length);
    },
  );

  test('a step of no length gets one, an absurd one none', () => {
    const chart = timeline({
      outcome: 'succeeded',
      phases: [phase('Build', 0, 20_000), phase('Deploy', 20_000, 30_000)],
      build: {
        steps: [
          { name: 'no time', seconds: 0, state: 'done' },
          { name: 'absurd', seconds: 1e20, state: 'done' },
        ],
      },
    });
    expect(chart).toContain('no time · 0 ms :done, s0, 2000-01-01T00:00:00.000, 2000-01-01T00:00:00.001');
    expect(chart).not.toContain('absurd');
  });

  test('the longest steps stay, in their order, and the others are counted', () => {
    const steps = Array.from({ length: 2000 }, (_, index) => ({
      name: `${'#;:"'.repeat(30)}${index}`,
      seconds: index % 100,
      state: 'done' as const,
    }));
    const chart = timeline({ outcome: 'succeeded', phases: READY.phases, build: { steps } }) ?? '';
    expect(chart).toContain('section Steps (1,970 short ones left out)');
    expect(chart.length).toBeLessThan(50_000);
  });

  test('no name is anything but a name', () => {
    const names = fc.oneof(fc.constantFrom(...HOSTILE), anyText({ maxLength: 80 }));
    fc.assert(
      fc.property(names, fc.constantFrom('', 'title ', 'click ', '2020-01-01 '), (hostile, prefix) => {
        const name = `${prefix}${hostile}`;
        const lines = timeline({
          outcome: 'failed',
          phases: [
            { name, startedAt: 0, endedAt: 5, state: 'failed' },
            { name, startedAt: 5, endedAt: 20_000, state: 'done' },
          ],
          build: { steps: [{ name, seconds: 1, state: 'done' }] },
        })?.split('\n');
        expect(lines).toHaveLength(10);
        expect(taskOf(lines?.[6] ?? '').data).toEqual([
          'crit',
          'p0',
          '2000-01-01T00:00:00.000',
          '2000-01-01T00:00:00.005',
        ]);
        expect(taskOf(lines?.[9] ?? '').data.slice(0, 2)).toEqual(['done', 's0']);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('durationChart', () => {
  test('a chart and the same as text', () => {
    expect(
      durationChart([
        { label: 'cf817a9', seconds: 60 },
        { label: '#2 "b"', seconds: 30 },
      ]),
    ).toEqual({
      mermaid: [
        'xychart-beta',
        '  x-axis "build, oldest first" ["1", "2"]',
        '  y-axis "seconds" 0 --> 60',
        '  bar [60, 30]',
      ].join('\n'),
      lines: [` 1 cf817a9 ${'█'.repeat(30)} 1m 0s`, ` 2 #2 "b"  ${'█'.repeat(15)}${' '.repeat(15)} 30 s`],
    });
  });

  test('long ones are counted in minutes, and none make no chart', () => {
    expect(durationChart([{ label: 'a', seconds: 1230 }])?.mermaid).toContain(
      '"minutes" 0 --> 21\n  bar [20.5]',
    );
    expect(durationChart([{ label: 'a', seconds: Number.NaN }])).toBeUndefined();
  });
});
