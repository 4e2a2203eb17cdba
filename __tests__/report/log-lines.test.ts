import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  brokenLine,
  buildLine,
  cleanupLine,
  deploymentLine,
  packedLine,
  submittedLine,
} from '../../src/report/log-lines.ts';
import { FAILED_BUILD, FAILED_DEPLOYMENT, HOSTILE, READY, REUSED } from './runs.ts';

const build = (more: object) => buildLine({ steps: [], ...more });
const deployment = (more: object) => deploymentLine({ events: [], lines: [], ...more });

test.each([
  [
    packedLine({
      files: 1304,
      contentBytes: 8_700_000,
      archiveBytes: 2_100_000,
      hash: 'cf817a90f460d1e5b7',
      ms: 412,
    }),
    '✓ Pack: 1,304 files, 8.7 MB → 2.1 MB archive, hash cf817a90f460 (0.4 s)',
  ],
  [submittedLine({ buildId: 'b-1', bytes: 2_100_000, ms: 2700 }), '✓ Submit: build b-1, 2.1 MB sent (2.7 s)'],
  [
    build(READY.build ?? {}),
    '✓ Build build_7f3a succeeded in 2m 10s: registry.example.com/acct/refund-bot:cf817a90f460, 2 of 5 steps cached',
  ],
  [
    build(REUSED.build ?? {}),
    '✓ Build: reused build_7e00 of commit aa11bb22cc33, built 2026-11-10 08:00 UTC: refund-bot:aa11bb22cc33',
  ],
  [
    build(FAILED_BUILD.build ?? {}),
    '✗ Build build_7f3b failed after 34 s at [4/5] RUN pip install -r requirements.txt',
  ],
  [build({ id: 'b', status: 'timed_out', seconds: 1800 }), '✗ Build b timed out after 30m 0s'],
  [build({ id: 'b', status: 'cancelled' }), '■ Build b cancelled'],
  [build({ id: 'b', status: 'error' }), '✗ Build b ended with a cloud error'],
  [build({ id: 'b' }), '■ Build b: its result is unknown'],
  [
    deployment(READY.deployment ?? {}),
    '✓ Deploy dep_19 (preview pr-7): healthy in 48 s, expires 2026-11-12 18:04 UTC',
  ],
  [deployment(FAILED_DEPLOYMENT.deployment ?? {}), '✗ Deploy dep_20 (preview pr-7) failed after 1m 35s'],
  [deployment({ id: 'd', status: 'timed_out', seconds: 900 }), '✗ Deploy d: not healthy after 15m 0s'],
  [deployment({ id: 'd', status: 'cancelled' }), '■ Deploy d cancelled'],
  [deployment({}), '■ Deploy: its result is unknown'],
  [
    cleanupLine({ deleted: 1, kept: 2, ms: 40 }),
    '✓ Preview cleanup: 1 preview deleted, 2 previews kept (40 ms)',
  ],
  [
    cleanupLine({ deleted: 1, kept: 1, failed: 2, ms: 40 }),
    '✗ Preview cleanup: 1 preview deleted, 2 could not be, 1 preview kept (40 ms)',
  ],
  [brokenLine('Pack', 'the context is empty', 200), '✗ Pack failed after 0.2 s: the context is empty'],
])('%s', (said, meant) => {
  expect(said).toBe(meant);
});

test('whatever a name is, the line is one line and no command', () => {
  fc.assert(
    fc.property(fc.constantFrom(...HOSTILE, '##[group]x', '::error::x', 'a\n::error::x'), (name) => {
      const step = { name, state: 'failed' } as const;
      const line = build({ id: name, status: 'failed', failing: { step, lines: [] } });
      expect(line).toMatch(/^✗ [^\r\n]*$/);
      expect(line).not.toContain('##[');
    }),
  );
});
