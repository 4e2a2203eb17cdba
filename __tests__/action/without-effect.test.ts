import { describe, expect, test } from '@jest/globals';
import { runStep } from '../support/bundle.ts';
import { AGENT, agentJob, sgpInputs, startSgp } from '../support/cloud.ts';
import { temporaryFolder } from '../support/workspace.ts';

const sgp = await startSgp();

const noticesOf = (run: Awaited<ReturnType<typeof runStep>>) =>
  run.annotations.map(({ level, message }) => `${level}: ${message}`);

describe('a push that deleted its branch builds nothing', () => {
  const ZEROS = '0'.repeat(40);
  const before = 'd15ea5e'.padEnd(40, '0');
  const repository = { full_name: 'octo/greeter', default_branch: 'main' };
  const gone = { before, after: ZEROS, repository };
  const NOTICE = 'notice: This push deleted the branch or tag topic: there is nothing to build or deploy.';

  test.each<[string, unknown, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ['on GitHub', { ...gone, deleted: true }, { deploy: 'production' }, { skipped: 'true' }],
    ['on Gitea, whose payload has no "deleted"', gone, {}, { skipped: 'true' }],
    ['without a checkout', gone, { manifest: 'agent/manifest.yaml', context: 'agent' }, { skipped: 'true' }],
    ['of many agents', gone, { 'agent-name': '', agents: 'agents/*' }, { skipped: 'true' }],
    ['in mode plan', gone, { mode: 'plan', agents: 'agents/*' }, { matrix: '{"include":[]}', changed: '0' }],
    ['in a dry run', gone, { 'dry-run': 'true' }, { skipped: 'true' }],
  ])('%s', async (name, payload, inputs, outputs) => {
    const requests = sgp.control.requests.length;
    const { options } = agentJob();
    const run = await runStep({
      ...options,
      ...(name === 'without a checkout' && { workspace: temporaryFolder('empty') }),
      job: { sha: before, ref: 'refs/heads/topic' },
      event: { name: 'push', payload },
      inputs: sgpInputs(sgp, inputs),
    });
    expect(run.log).not.toContain('Error');
    expect(noticesOf(run)).toEqual([NOTICE]);
    expect(run.conclusion).toBe('success');
    expect(run.outputs).toMatchObject(outputs);
    expect(run.outputs['image-tag']).toBeUndefined();
    expect(sgp.control.requests.length).toBe(requests);
  });
});

test('an input that has no effect is named, and changes nothing', async () => {
  const inputs = sgpInputs(sgp, { 'dry-run': 'true', parallel: '5', 'fail-fast': 'true', base: 'main' });
  const run = await runStep({ ...agentJob(AGENT).options, inputs });
  expect(run.conclusion).toBe('success');
  expect(noticesOf(run)).toEqual(
    ['base', 'parallel', 'fail-fast'].map(
      (name) => `warning: ${name} has no effect without agents, the folders of many agents.`,
    ),
  );
});
