/** What a cancelled or killed step leaves on the cloud: log, summary and comment say the same of it. */
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Rule } from '../../emulator/faults/fault.ts';
import type { PlatformName } from '../../emulator/runner/index.ts';
import { spawnBundle } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { forgeOf, pullRequestStep, sectionsOf } from '../support/pull-request.ts';

const PRIME = { cloud: 'prime', 'account-id': '', 'agent-name': '', 'image-name': 'greeter' };
const PIPECAT = { cloud: 'pipecat', 'account-id': '' };
const DEPLOYED = { manifest: 'manifest.yaml' };
const REFUSED = { kind: 'status', status: 403 } as const;
const LATE = { kind: 'late-reply', ms: 8_000 } as const;
const GOES_ON = 'a rollout is not undone by a cancelled job';

type Row = {
  readonly platform: PlatformName;
  readonly inputs: Readonly<Record<string, string>>;
  /** Main is cancelled at this line. */
  readonly at: RegExp;
  readonly fault?: Rule;
  /** In the log, and in the summary if something goes on. */
  readonly said: RegExp;
  readonly comment: string;
  /** The cloud's own word for what the step was about, in the end. */
  readonly cloud: string;
};

/** A deployment that was sent, and whose answer had not come. */
const AWAITED = {
  inputs: { ...DEPLOYED, deploy: 'production' },
  at: /^Deploying/,
  fault: { operation: 'createDeployment', fault: LATE },
  said: /A deployment of greeter may have begun at Scale GenAI Platform/,
  cloud: 'in_progress',
};

const ROWS: Readonly<Record<string, Row>> = {
  'a build that the cloud cannot cancel, of a killed main': {
    platform: 'gitea',
    inputs: PRIME,
    at: /BUILDING/,
    said: /Prime Intellect cannot cancel builds: build \S+ goes on there/,
    comment: 'build goes on',
    cloud: 'BUILDING',
  },
  'a build that the cloud cannot cancel, of a main that still runs': {
    platform: 'gitea-container',
    inputs: PIPECAT,
    at: /a line/,
    said: /Pipecat Cloud cannot cancel builds: build \S+ goes on there/,
    comment: 'build goes on',
    cloud: 'building',
  },
  'a build whose cancel is refused': {
    platform: 'gitea',
    inputs: {},
    at: /a line/,
    fault: { operation: 'cancelBuild', times: 9, fault: REFUSED },
    said: /Build \S+ may go on at Scale GenAI Platform, as it could not be cancelled/,
    comment: 'build may go on',
    cloud: 'running',
  },
  'a build that main could not cancel, and post can': {
    platform: 'github',
    inputs: {},
    at: /a line/,
    fault: { operation: 'cancelBuild', times: 1, fault: REFUSED },
    said: /Build \S+ was left running: asked Scale GenAI Platform to cancel it/,
    comment: 'build cancelled',
    cloud: 'cancelled',
  },
  'a build that is not to be cancelled, of a killed main': {
    platform: 'gitea',
    inputs: { 'cancel-on-abort': 'false' },
    at: /a line/,
    said: /cancel-on-abort is false: build \S+ goes on at Scale GenAI Platform/,
    comment: 'build goes on',
    cloud: 'running',
  },
  'a production rollout of a killed main': {
    platform: 'gitea',
    inputs: { ...DEPLOYED, deploy: 'production' },
    at: /Started/,
    said: new RegExp(`Deployment \\S+ goes on at Scale GenAI Platform: ${GOES_ON}`),
    comment: 'built, deployment goes on',
    cloud: 'in_progress',
  },
  'a deployment whose answer is awaited, of a main that has some seconds': {
    platform: 'github',
    ...AWAITED,
    comment: 'deployment may go on',
  },
  'a deployment whose answer is awaited, of a killed main': {
    platform: 'gitea',
    ...AWAITED,
    comment: 'built, deployment may go on',
  },
  'a build whose answer is awaited, on a cloud without cancel': {
    platform: 'github',
    inputs: PIPECAT,
    at: /^Sending/,
    fault: { operation: 'createBuild', fault: LATE },
    said: /Pipecat Cloud cannot cancel builds: build \S+ goes on there/,
    comment: 'build goes on',
    cloud: 'building',
  },
  'a preview that main could not delete, and post can': {
    platform: 'github',
    inputs: { ...DEPLOYED, deploy: 'preview' },
    at: /Started/,
    fault: { operation: 'deleteDeployment', times: 1, fault: REFUSED },
    said: /Preview \S+ was still rolling out: removed/,
    comment: 'preview cancelled',
    cloud: 'deleted',
  },
  'a preview that nobody can delete': {
    platform: 'github',
    inputs: { ...DEPLOYED, deploy: 'preview' },
    at: /Started/,
    fault: { operation: 'deleteDeployment', times: 9, fault: REFUSED },
    said: /Preview \S+ could not be deleted/,
    comment: 'preview may go on',
    cloud: 'in_progress',
  },
};

test.concurrent.each(Object.keys(ROWS))('%s', async (name) => {
  const row = ROWS[name] as Row;
  const sgp = await startSgp({ sgp: { rolloutStepMs: 40 } });
  const { control } = sgp;
  const forge = await forgeOf(row.platform);
  control.script({ lines: ['a line'], ...(!('deploy' in row.inputs) && { end: 'never' }) });
  control.sgp.rollout({ end: 'stuck' });
  if (row.fault) control.misbehave(row.fault);
  const running = spawnBundle(
    pullRequestStep(sgp, forge, 1, { platform: row.platform, inputs: { ...row.inputs } }),
  );
  await running.line(row.at);
  // What is sent has its effect by then, and the comment exists, as in all but the shortest runs.
  const isSent = () => control.sgp.deployments.length + control.pipecat.builds.length > 0;
  if (row.fault?.fault === LATE) for (let left = 250; left > 0 && !isSent(); left -= 1) await delay(20);
  for (let left = 250; left > 0 && forge.comments(7).length === 0; left -= 1) await delay(20);
  running.cancel();
  const run = await running.done;
  expect(run.post?.exitCode).toBe(0);
  expect(`${run.main.stdout}${run.post?.stdout}`).toMatch(row.said);
  const body = forge.comments(7)[0]?.body ?? '';
  expect(Object.values(sectionsOf(forge))).toEqual(['cancelled']);
  expect(body).toContain(row.comment);
  const isLeft = /goes on|may go on/.exec(row.comment)?.[0] ?? 'neither';
  expect(body).toContain(isLeft === 'neither' ? row.comment : `; it ${isLeft}.`);
  expect(body.includes('build cancelled')).toBe(row.comment === 'build cancelled');
  // Main's own summary says it in the words of the comment.
  const inSummary = new RegExp(`${row.said.source}|; it ${isLeft}\\.`);
  if (isLeft !== 'neither') expect(run.summary.replaceAll('`', '')).toMatch(inSummary);
  const last = () =>
    [
      control.sgp.deployments.at(-1)?.status,
      control.sgp.builds.at(-1)?.status,
      control.pipecat.builds.at(-1)?.status,
      control.prime.builds.at(-1)?.artifacts[0]?.status,
    ].find((status) => status !== undefined);
  for (let left = 250; left > 0 && last() !== row.cloud; left -= 1) await delay(20);
  expect(last()).toBe(row.cloud);
});
