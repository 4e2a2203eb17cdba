import { describe, expect, jest, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import type { Misbehaviour } from '../../emulator/faults/fault.ts';
import type { RunRecord } from '../../emulator/runner/index.ts';
import { EXPIRED } from '../../scripts/reliability/cell.ts';
import { FAULTS, type FaultName } from '../../scripts/reliability/faults.ts';
import { phaseOf } from '../../scripts/reliability/phases.ts';
import { UPLOAD_NEVER, UPLOADS_SURVIVED } from '../../scripts/reliability/uploads.ts';
import { runStep } from '../support/bundle.ts';
import { agentJob } from '../support/cloud.ts';
import { attemptsWithin, expectOneError } from '../support/expectations.ts';
import { pool } from '../support/scenario.ts';

jest.setTimeout(300_000);

type CloudName = 'prime' | 'pipecat';
type Played = {
  readonly run: RunRecord;
  readonly emulator: Emulator;
  readonly misbehaviours: readonly Misbehaviour[];
};

const inPool = pool(Number(process.env.TEST_ROWS ?? 6));
const CELLS = new RegExp(process.env.TEST_CELLS ?? '');
/** Read by all rows, written by none. */
const { options: checkout } = agentJob();

function environment(cloud: CloudName, { url, credentials }: Emulator): Record<string, string> {
  return cloud === 'prime'
    ? { PRIME_API_BASE_URL: `${url}/api/v1`, PRIME_API_KEY: credentials.apiKey }
    : { PIPECAT_API_HOST: `${url}/v1`, PIPECAT_API_KEY: credentials.apiKey };
}

/** Milliseconds that a phase has whose fault ends with it. */
const SHORT = 10_000;

async function play(cloud: CloudName, faults: readonly FaultName[], times: number): Promise<Played> {
  const emulator = await startEmulator({ builder: 'play', pace: 0, checkReplies: true });
  try {
    const { control } = emulator;
    const misbehaviours = faults.map((name) =>
      control.misbehave({ operation: 'uploadContext', times, fault: FAULTS[name] }),
    );
    // What is never answered has a third of the time.
    const patient = faults.includes('no reply at all') ? { 'build-timeout': '45s' } : {};
    const short = times === 1 ? patient : { 'build-timeout': `${SHORT / 1000}s` };
    const run = await runStep({
      ...checkout,
      env: environment(cloud, emulator),
      timeoutMs: 240_000,
      inputs: {
        cloud,
        'image-name': 'greeter',
        build: 'always',
        comment: 'never',
        history: '0',
        'poll-interval': '200ms',
        ...short,
      },
    });
    return { run, emulator, misbehaviours };
  } finally {
    await emulator.close();
  }
}

function begin(cloud: CloudName, faults: readonly FaultName[], times: number): Promise<Played> {
  const played = inPool(() => play(cloud, faults, times));
  // A failure is told by the test that awaits it.
  played.catch(() => undefined);
  return played;
}

const cloudOf = (cell: { readonly phase: `${string}: upload` & Parameters<typeof phaseOf>[0]['phase'] }) =>
  phaseOf(cell).story as CloudName;

const ridden = UPLOADS_SURVIVED.map(({ phase, faults }) => ({
  name: `${phase}: ${faults.join('; ')}`,
  cloud: cloudOf({ phase }),
  faults,
}))
  .filter(({ name }) => CELLS.test(name))
  .map((row) => ({ ...row, played: begin(row.cloud, row.faults, 1) }));
const stopped = UPLOAD_NEVER.map((cell) => ({
  name: `${cell.phase}: ${cell.fault}, for ever`,
  cloud: phaseOf(cell).story as CloudName,
  cell,
}))
  .filter(({ name }) => CELLS.test(name))
  .map((row) => ({ ...row, played: begin(row.cloud, [row.cell.fault], Number.POSITIVE_INFINITY) }));

/** How often a build was asked for, and how many there are. */
function builds(cloud: CloudName, { control }: Emulator): readonly [asked: number, begun: number] {
  const operation = cloud === 'prime' ? 'startBuild' : 'createBuild';
  const asked = control.requests.filter((request) => request.operation === operation).length;
  const begun =
    cloud === 'prime'
      ? control.prime.builds.filter(({ isStarted }) => isStarted).length
      : control.pipecat.builds.length;
  return [asked, begun];
}

/** Of every archive that arrived whole. */
function digests({ control }: Emulator): readonly string[] {
  return control.requests.flatMap(({ operation, body }) => {
    if (operation !== 'uploadContext') return [];
    if (body.kind === 'file') return [body.file.sha256];
    return body.kind === 'form' ? Object.values(body.files).map(({ sha256 }) => sha256) : [];
  });
}

/** What opens a presigned address, of all that were given. */
function presigned({ control }: Emulator): readonly string[] {
  const queries: readonly string[] = control.prime.builds.flatMap(({ uploadTarget }) => [
    uploadTarget.replace(/\?.*/, ''),
    ...uploadTarget.replace(/.*\?/, '').split(/&?[\w-]+=/),
  ]);
  const fields: readonly string[] = [...control.pipecat.uploads.values()].flatMap((upload) =>
    Object.entries(upload.fields)
      .filter(([name]) => /Policy|Credential|Token|Signature/.test(name))
      .map(([, value]) => value),
  );
  return [...queries, ...fields].filter((value) => value.length >= 16 && !value.startsWith('GOOG4'));
}

function expectNothingSecret({ run, emulator }: Played): void {
  const shown = [
    run.main.stdout.replaceAll(/^::add-mask::.*$/gm, ''),
    run.main.stderr,
    run.post?.stdout.replaceAll(/^::add-mask::.*$/gm, ''),
    run.post?.stderr,
    run.summary,
    JSON.stringify(run.outputs),
    JSON.stringify(run.annotations),
  ].join('\n');
  const secrets = presigned(emulator);
  expect(secrets.length).toBeGreaterThan(0);
  for (const secret of secrets) expect(shown).not.toContain(secret);
}

describe('an upload to a presigned address rides out', () => {
  for (const { name, cloud, played } of ridden) {
    test(name, async () => {
      const { run, emulator, misbehaviours } = await played;
      expect(misbehaviours.map(({ struck }) => struck)).toEqual(misbehaviours.map(() => 1));
      expect(run.exitCode).toBe(0);
      expect(run.annotations).toEqual([]);
      expect(run.outputs['build-status']).toBe('success');
      expect(builds(cloud, emulator)).toEqual([1, 1]);
      expect(new Set(digests(emulator)).size).toBe(1);
      expect(emulator.control.violations).toEqual([]);
      expect(run.post?.exitCode).toBe(0);
      expectNothingSecret(await played);
    });
  }
});

describe('an upload to a presigned address ends where it never succeeds', () => {
  for (const { name, cloud, cell, played } of stopped) {
    test(name, async () => {
      const { run, emulator, misbehaviours } = await played;
      expect(run.exitCode).toBe(1);
      expectOneError(run, cell.says ?? '');
      expect(run.outputs.result).toBeDefined();
      expect(builds(cloud, emulator)).toEqual([0, 0]);
      expect(run.post?.exitCode).toBe(0);
      // Another address is asked for once; Pipecat's wait longer each time, and are four at the most.
      const most = cloud === 'pipecat' ? 4 : cell.fault === EXPIRED ? 2 : attemptsWithin(SHORT);
      expect(misbehaviours[0]?.struck).toBeLessThanOrEqual(most);
      expectNothingSecret(await played);
    });
  }
});
