import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { durationChart, timeline } from '../../src/report/chart.ts';
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
    expect(timeline(READY)?.split('\n').slice(0, 6)).toEqual([
      'gantt',
      '  dateFormat YYYY-MM-DDTHH:mm:ss.SSS',
      '  axisFormat %M:%S',
      '  todayMarker off',
      '  section Run',
      '  Pack · 0.4 s :done, p0, 2000-01-01T00:00:00.000, 2000-01-01T00:00:00.412',
    ]);
  });

  test('nothing with a duration, no chart', () => {
    expect(timeline({ phases: [] })).toBeUndefined();
  });

  test('a step of no length gets one, an absurd one none', () => {
    const chart = timeline({
      phases: [{ name: 'Build', startedAt: 10, endedAt: 20, state: 'done' }],
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
    const chart = timeline({ phases: READY.phases, build: { steps } }) ?? '';
    expect(chart).toContain('section Steps (1,970 short ones left out)');
    expect(chart.length).toBeLessThan(50_000);
  });

  test('no name is anything but a name', () => {
    const names = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 80 }));
    fc.assert(
      fc.property(names, fc.constantFrom('', 'title ', 'click ', '2020-01-01 '), (hostile, prefix) => {
        const name = `${prefix}${hostile}`;
        const lines = timeline({
          phases: [{ name, startedAt: 0, endedAt: 5, state: 'failed' }],
          build: { steps: [{ name, seconds: 1, state: 'done' }] },
        })?.split('\n');
        expect(lines).toHaveLength(8);
        expect(taskOf(lines?.[5] ?? '').data).toEqual([
          'crit',
          'p0',
          '2000-01-01T00:00:00.000',
          '2000-01-01T00:00:00.005',
        ]);
        expect(taskOf(lines?.[7] ?? '').data.slice(0, 2)).toEqual(['done', 's0']);
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
        '  x-axis ["cf817a9", "＃2 \'b\'"]',
        '  y-axis "seconds" 0 --> 60',
        '  bar [60, 30]',
      ].join('\n'),
      lines: [`cf817a9 ${'█'.repeat(30)} 1m 0s`, `＃2 'b'  ${'█'.repeat(15)}${' '.repeat(15)} 30 s`],
    });
  });

  test('long ones are counted in minutes, and none make no chart', () => {
    expect(durationChart([{ label: 'a', seconds: 1230 }])?.mermaid).toContain(
      '"minutes" 0 --> 21\n  bar [20.5]',
    );
    expect(durationChart([{ label: 'a', seconds: Number.NaN }])).toBeUndefined();
  });
});
