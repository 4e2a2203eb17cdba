import { describe, expect, test } from '@jest/globals';
import type { Build, Cloud } from '../../../src/clouds/cloud.ts';
import { CLOUD_TRAITS } from '../../../src/clouds/traits.ts';
import { findReusable } from '../../../src/modes/reuse/reuse.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';
import { makeWorkspace } from '../../support/workspace.ts';

const HASH = 'a'.repeat(64);
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const BUILD: Build = {
  id: 'b1',
  status: 'succeeded',
  rawStatus: 'success',
  account: 'acct',
  agentId: 'id-of-bot',
  agentName: 'bot',
  imageName: 'bot',
  imageTag: 'v1',
  createdAt: minutesAgo(10),
  workingTreeHash: HASH,
};
const LATER: Build = { ...BUILD, id: 'b2', createdAt: minutesAgo(5), workingTreeHash: 'b'.repeat(64) };

/** The id of the build that is reused, or why none is; the cloud lists what it likes, whatever it was asked for. */
async function found(listed: readonly Build[], settings: object = {}): Promise<string | undefined> {
  const recorder = createRunRecorder({ cloud: 'sgp', outcome: 'building', source: {}, phases: [] });
  const cloud: Partial<Cloud> = {
    traits: CLOUD_TRAITS.sgp,
    list: async function* () {
      yield* listed;
    },
  };
  const step = {
    settings: {
      cloud: 'sgp',
      agent: { by: 'agent-name', value: 'bot' },
      connection: { account: 'acct' },
      buildArgs: {},
      deploy: 'none',
      image: {},
      reuseWithinMs: 3_600_000,
      ...settings,
    },
    trigger: {},
    env: {},
    console: { info: () => undefined, notice: () => undefined, debug: () => undefined },
    recorder,
    cloud: async () => cloud,
    signal: new AbortController().signal,
  } as unknown as Step;
  const { path } = makeWorkspace({ Dockerfile: 'FROM scratch\n' });
  const tree = { dockerfile: 'Dockerfile', entries: [{ path: 'Dockerfile', source: `${path}/Dockerfile` }] };
  const target = { by: 'agent-name', agentName: 'bot' };
  const identity = { source: {}, target, imageName: 'bot', imageTag: 'v2' };
  const build = await findReusable(step, { tree, identity, hash: HASH } as never);
  return build?.id ?? recorder.result().build?.whyBuilt;
}

describe('of what a cloud lists', () => {
  const NONE = 'no successful build of these files in the last 1h';
  const without = (name: keyof Build): Build => {
    const { [name]: _left, ...rest } = BUILD;
    return rest as Build;
  };

  test.each<[name: string, listed: readonly Build[], outcome: string]>([
    ['the build of the same inputs is reused', [BUILD], 'b1'],
    ['also twice in the list', [BUILD, BUILD], 'b1'],
    ['not one that failed', [{ ...BUILD, status: 'failed' }], NONE],
    ['not one of another hash', [{ ...BUILD, workingTreeHash: 'b'.repeat(64) }], NONE],
    ['not one without a hash', [without('workingTreeHash')], NONE],
    ['not one of another image', [{ ...BUILD, imageName: 'other' }], NONE],
    ['not one of another agent', [{ ...BUILD, agentName: 'other' }], NONE],
    ['not one that names no agent', [{ ...without('agentName'), agentId: undefined } as never], NONE],
    ['not one of another account', [{ ...BUILD, account: 'other' }], NONE],
    ['one that names no account, as older servers do', [without('account')], 'b1'],
    ['not one that is too old', [{ ...BUILD, createdAt: minutesAgo(61) }], NONE],
    ['not one without a time', [without('createdAt')], NONE],
    ['one behind others that are too old', [{ ...LATER, createdAt: minutesAgo(61) }, BUILD], 'b1'],
  ])('%s', async (_name, listed, outcome) => {
    await expect(found(listed)).resolves.toBe(outcome);
  });

  test('one of any age where reuse-within is longer than any date', async () => {
    const reuseWithinMs = 999_999_999 * 604_800_000;
    await expect(
      found([{ ...BUILD, createdAt: '2001-01-01T00:00:00.000Z' }], { reuseWithinMs }),
    ).resolves.toBe('b1');
  });

  test('not one of another agent’s id', async () => {
    const agent = { by: 'agent-id', value: 'other' };
    await expect(found([BUILD], { agent })).resolves.toBe(NONE);
  });
});

describe('a build whose tag a later build was given', () => {
  const TAKEN = 'a later build took the tag of build b1';

  test.each<[name: string, later: Partial<Build>, outcome: string]>([
    ['and succeeded', {}, TAKEN],
    ['and runs', { status: 'running' }, TAKEN],
    ['and is being deleted, with its image', { status: 'errored', rawStatus: 'deleting' }, TAKEN],
    ['and is in a state that nobody knows', { status: 'unknown', rawStatus: 'pushing' }, TAKEN],
    ['and failed', { status: 'failed' }, 'b1'],
    ['and was cancelled', { status: 'cancelled' }, 'b1'],
    ['for another image', { imageName: 'other' }, 'b1'],
    ['which is another tag', { imageTag: 'v9' }, 'b1'],
  ])('%s', async (_name, later, outcome) => {
    await expect(found([{ ...LATER, ...later }, BUILD])).resolves.toBe(outcome);
    await expect(found([BUILD, { ...LATER, ...later }])).resolves.toBe(outcome);
  });

  test('is found behind an earlier one', async () => {
    const earlier = { ...BUILD, id: 'b0', status: 'failed', createdAt: minutesAgo(20) } as const;
    await expect(found([earlier, BUILD, LATER])).resolves.toBe(TAKEN);
  });
});
