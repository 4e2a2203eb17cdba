import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { AGENT, agentJob, sgpInputs, startSgp } from '../support/cloud.ts';
import { runMainOnly } from '../support/main-only.ts';
import { closed, seedPreviews } from '../support/previews.ts';
import { LOG } from '../support/scenario.ts';
import { makeWorkspace } from '../support/workspace.ts';

jest.setTimeout(240_000);

/** As many lines as CI bears; TEST_LINES=3000000 makes it a gigabyte. */
const LINES = Number(process.env.TEST_LINES ?? 400_000);
const FILES = Number(process.env.TEST_FILES ?? 20_000);
const MIB = 1024 * 1024;
const PEAK = 200 * MIB;
/** What a listed file may add. */
const ENTRY_BYTES = 100;

/** Few different texts, so that the emulator's memory is not the test's bound. */
const TEXTS = Array.from({ length: 1000 }, (_, index) => `#7 ${index} ${'abcdefghij'.repeat(33)}`);

function* manyLines(count: number): Generator<string> {
  for (let index = 0; index < count; index += 1) yield TEXTS[index % TEXTS.length] ?? '';
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

test(`a log of ${LINES} lines: whole, in bounded memory`, async () => {
  const sgp = await startSgp({ checkReplies: false });
  sgp.control.script({ lines: manyLines(LINES) });
  const run = await runMainOnly({ ...agentJob().options, inputs: sgpInputs(sgp) });
  expect(run.exitCode).toBe(0);
  const expected = createHash('sha256');
  for (const line of manyLines(LINES)) expected.update(`${line}\n`);
  expect(await digest(run.outputs['log-file'] ?? '')).toBe(expected.digest('hex'));
  expect(statSync(run.stdout).size).toBeGreaterThan(LINES * 330);
  expect(run.peakBytes).toBeGreaterThan(20 * MIB);
  expect(run.peakBytes).toBeLessThan(PEAK);
});

test('a reader of stdout that is slow slows the cloud down, not the memory up', async () => {
  const sgp = await startSgp({ checkReplies: false });
  sgp.control.script({ lines: manyLines(60_000) });
  const run = await runMainOnly({ ...agentJob().options, inputs: sgpInputs(sgp), slowReaderMs: 4_000 });
  expect(run.exitCode).toBe(0);
  expect(run.peakBytes).toBeLessThan(PEAK);
});

test('a line of 50 MB: its beginning, and an honest count of the rest', async () => {
  const sgp = await startSgp({ checkReplies: false });
  sgp.control.script({ lines: ['before', 'x'.repeat(50 * MIB), 'after'], end: 'failed' });
  const run = await runMainOnly({ ...agentJob().options, inputs: sgpInputs(sgp) });
  expect(run.exitCode).toBe(1);
  const log = readFileSync(run.outputs['log-file'] ?? '', 'utf8').split('\n');
  expect(log[0]).toBe('before');
  expect(log.at(-2)).toBe('after');
  const [, kept = '', left = ''] =
    /^(x+) \[…\] \(([\d,]+) characters of this line were left out\)$/.exec(log[1] ?? '') ?? [];
  expect(kept.length).toBeGreaterThan(MIB / 2);
  expect(kept.length + Number(left.replaceAll(',', ''))).toBeCloseTo(50 * MIB, -2);
  expect(run.peakBytes).toBeLessThan(PEAK);
  expect(Buffer.byteLength(run.summary)).toBeLessThan(MIB);
  expect(run.faults).toEqual([]);
});

test(`${FILES} files: packed in bounded memory, and the same bytes as ever`, async () => {
  const workspace = makeWorkspace(AGENT);
  for (let folder = 0; folder < 100; folder += 1) {
    const path = join(workspace.path, 'app', `f${folder}`);
    mkdirSync(path);
    for (let file = 0; file < FILES / 100; file += 1)
      writeFileSync(join(path, `${file}.txt`), `${folder} ${file}`);
  }
  const inputs = { cloud: 'sgp', 'agent-name': 'greeter', 'dry-run': 'true' };
  const run = await runMainOnly({ workspace: workspace.path, inputs, timeoutMs: 200_000 });
  expect(run.exitCode).toBe(0);
  expect(run.outputs['context-files']).toBe(String(FILES + 2));
  // At 20,000 files the list is lost in the process's own; __tests__/context/listing/entry-list.test.ts weighs it alone.
  expect(run.peakBytes).toBeLessThan(PEAK + FILES * ENTRY_BYTES);
});

test('ten thousand previews: only those of the label go, in bounded memory', async () => {
  const sgp = await startSgp({ checkReplies: false });
  const [build] = sgp.control.sgp.seedHistory({ builds: 1, agents: ['greeter'] });
  seedPreviews(sgp, build?.id ?? '', { count: 10_000, ours: 12 });
  const { options } = agentJob();
  const run = await runMainOnly({
    ...options,
    job: { serverUrl: 'https://example.com', repository: 'acme/agents' },
    event: { name: 'pull_request', payload: closed(7) },
    inputs: sgpInputs(sgp),
    timeoutMs: 200_000,
  });
  expect(run.exitCode).toBe(0);
  expect(run.outputs['previews-deleted']).toBe('12');
  const deleted = sgp.control.sgp.deployments.filter(({ status }) => status === 'deleted');
  expect(deleted.map(({ preview: of }) => of?.label)).toEqual(Array(12).fill('pr-7'));
  expect(run.peakBytes).toBeLessThan(PEAK);
});

describe('a failed build with a long log', () => {
  test('summary and outputs stay below what runners take', async () => {
    const sgp = await startSgp({ checkReplies: false });
    const wide = Array.from({ length: 3_000 }, (_, index) => `#9 ${index} ${'|`*_<>&#'.repeat(200)}`);
    sgp.control.script({ lines: [...LOG, ...wide], end: 'failed' });
    const run = await runMainOnly({ ...agentJob().options, inputs: sgpInputs(sgp) });
    expect(run.exitCode).toBe(1);
    expect(run.faults).toEqual([]);
    expect(run.summary).toContain('failed');
    expect(Buffer.byteLength(run.summary)).toBeLessThan(MIB);
    for (const value of Object.values(run.outputs)) expect(Buffer.byteLength(value)).toBeLessThan(MIB);
  });
});
