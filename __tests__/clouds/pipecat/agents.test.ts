import { afterEach, describe, expect, test } from '@jest/globals';
import type { DeploymentRequest } from '../../../src/clouds/cloud.ts';
import { markOf } from '../../../src/clouds/pipecat/agent-name.ts';
import { HttpError, UserError } from '../../../src/errors.ts';
import { followDeployment } from '../../../src/follow/deployment/deployment.ts';
import {
  closeAll,
  collect,
  deploymentsOf,
  expectContract,
  never,
  type Organization,
  open,
} from './organization.ts';

afterEach(closeAll);

/** An organization with successful builds, their ids oldest first. */
async function withBuilds(count = 1, options: Parameters<typeof open>[0] = {}) {
  const at = await open(options);
  const builds = at.emulator.control.pipecat.seedHistory(count);
  return { at, ids: builds.map(({ id }) => id) };
}

const of = (buildId = ''): Pick<DeploymentRequest, 'of'> => ({ of: { buildId } });
const OURS = 'forge.example/octo/agents';
const MARK = markOf(OURS);
const preview = { preview: { label: 'pr-7', ttlMs: 3_600_000, repository: OURS } };
const agent = ({ emulator }: Organization, name = 'bot') => emulator.control.pipecat.agents.get(name);
const sentTo = (at: Organization, operation: string) =>
  at.requests(operation).map(({ body }) => (body.kind === 'json' ? body.value : undefined));

describe('an agent', () => {
  test('that is new is created in the build’s region and followed until it is ready', async () => {
    const { at, ids } = await withBuilds();
    const made = await at.deploy(of(ids[0]));
    expect(made).toMatchObject({ id: `bot@${agent(at)?.desired}`, status: 'pending', agentName: 'bot' });
    expect(made.previous).toBeUndefined();
    expect(at.submitted).toEqual([made]);
    expect(sentTo(at, 'createAgent')).toEqual([
      { serviceName: 'bot', buildId: ids[0], architecture: 'arm64', region: 'us-west' },
    ]);
    await expect(at.settle(made)).resolves.toMatchObject({ status: 'healthy', rawStatus: 'ready' });
    expectContract(at);
  });

  test('that exists is updated with only what was given', async () => {
    const { at, ids } = await withBuilds(2);
    const all = {
      secretSet: 'voice',
      imagePullSecretSet: 'pull',
      agentProfile: 'agent-2x',
      autoScaling: { minAgents: 1, maxAgents: 4 },
      krispViva: { audioFilter: 'tel' },
    };
    await at.settle(await at.deploy({ ...of(ids[0]), agentSettings: all }));
    const before = agent(at)?.settings;
    const empty = { secretSet: '', agentProfile: undefined, krispViva: {}, autoScaling: { maxAgents: 9 } };
    const made = await at.deploy({ ...of(ids[1]), agentSettings: empty });
    expect(sentTo(at, 'updateAgent')).toEqual([
      { buildId: ids[1], architecture: 'arm64', autoScaling: { maxAgents: 9 } },
    ]);
    expect(agent(at)?.settings).toMatchObject({ ...before, buildId: ids[1], autoScaling: { maxAgents: 9 } });
    expect(before).not.toHaveProperty('imagePullSecretSet');
    await expect(at.settle(made)).resolves.toMatchObject({ status: 'healthy' });
    expectContract(at);
  });

  test('of an image reports how it is pulled, and no build', async () => {
    const { at } = await withBuilds();
    const image = { imageName: 'registry.example:5000/team/bot', imageTag: '0.1' };
    const agentSettings = { imagePullSecretSet: 'pull' };
    await at.deploy({ of: image, region: 'eu-central', agentSettings });
    const expected = {
      serviceName: 'bot',
      region: 'eu-central',
      image: 'registry.example:5000/team/bot:0.1',
      imagePullSecretSet: 'pull',
    };
    expect(sentTo(at, 'createAgent')).toEqual([expected]);
    expectContract(at);
  });

  test('of an image that was built elsewhere has its whole reference', async () => {
    const { at } = await withBuilds();
    const image = `registry.example/team/bot@sha256:${'a'.repeat(64)}`;
    await at.deploy({ of: { image }, region: 'eu-central', agentSettings: { architecture: 'amd64' } });
    const expected = { serviceName: 'bot', region: 'eu-central', image, architecture: 'amd64' };
    expect(sentTo(at, 'createAgent')).toEqual([expected]);
    expectContract(at);
  });

  test.each([
    ['of the build alone', undefined, [] as string[]],
    ['that the author set', { architecture: 'arm64' }, ['arm64 is left out']],
  ])(
    'of a server that does not know the architecture %s is sent without it',
    async (_, agentSettings, warned) => {
      const { at, ids } = await withBuilds(2, { architecture: 'unknown' });
      const deploy = (buildId?: string) =>
        at.deploy({ ...of(buildId), ...(agentSettings && { agentSettings }) });
      await expect(at.settle(await deploy(ids[0]))).resolves.toMatchObject({ status: 'healthy' });
      await expect(at.settle(await deploy(ids[1]))).resolves.toMatchObject({ status: 'healthy' });
      expect(sentTo(at, 'createAgent').at(-1)).toEqual({
        serviceName: 'bot',
        buildId: ids[0],
        region: 'us-west',
      });
      expect(sentTo(at, 'updateAgent')).toEqual([
        { buildId: ids[1], architecture: 'arm64' },
        { buildId: ids[1] },
      ]);
      expect(at.warnings.join()).toEqual(warned.length === 0 ? '' : expect.stringContaining(warned[0] ?? ''));
    },
  );

  test('of a region without that architecture fails in the cloud’s words, and is not sent again', async () => {
    const { at, ids } = await withBuilds(1, { architectures: ['amd64'] });
    await expect(at.deploy(of(ids[0]))).rejects.toThrow("Architecture 'arm64' is not supported");
    expect(at.requests('createAgent')).toHaveLength(1);
  });

  test.each([
    [
      'deploys by itself',
      { repoFullName: 'octo/bot', branch: 'main' },
      ['a repository (octo/bot, branch main), and', 'pipecat cloud agent link bot --no-auto-deploy'],
    ],
    ['does not', { repoFullName: 'octo/bot', branch: 'main', autoDeploy: false }, []],
  ])('that is linked to a repository, and %s', async (_, link, words) => {
    const { at, ids } = await withBuilds(2);
    await at.settle(await at.deploy(of(ids[0])));
    at.emulator.control.pipecat.link('bot', link);
    await at.deploy(of(ids[1]));
    expect(at.warnings).toHaveLength(words.length === 0 ? 0 : 1);
    for (const part of words) expect(at.warnings.join()).toContain(part);
  });

  test.each([[400 as const], [409 as const]])('that is created meanwhile is updated (%i)', async (taken) => {
    const { at, ids } = await withBuilds(2, { taken });
    await at.settle(await at.deploy(of(ids[0])));
    const body = { error: 'Service not found', code: 'NOT_FOUND' };
    at.emulator.control.misbehave({ operation: 'getAgent', fault: { kind: 'status', status: 404, body } });
    const made = await at.deploy(of(ids[1]));
    expect(at.requests('createAgent')).toHaveLength(2);
    expect(agent(at)?.settings.buildId).toBe(ids[1]);
    await expect(at.settle(made)).resolves.toMatchObject({ status: 'healthy' });
  });

  test('whose create is answered by nobody is found, made sure of, and made once', async () => {
    const { at, ids } = await withBuilds();
    at.emulator.control.misbehave({ operation: 'createAgent', fault: { kind: 'lost-reply' } });
    const made = await at.deploy(of(ids[0]));
    expect(at.requests('createAgent')).toHaveLength(1);
    expect(sentTo(at, 'updateAgent')).toEqual([{ buildId: ids[0], architecture: 'arm64' }]);
    await expect(at.settle(made)).resolves.toMatchObject({ status: 'healthy' });
    expectContract(at);
  });

  test('whose update is answered by nobody is updated once more, without effect', async () => {
    const { at, ids } = await withBuilds(2);
    await at.settle(await at.deploy(of(ids[0])));
    at.emulator.control.misbehave({ operation: 'updateAgent', fault: { kind: 'lost-reply' } });
    const made = await at.deploy(of(ids[1]));
    expect(made.id).toBe(`bot@${agent(at)?.desired}`);
    await expect(at.settle(made)).resolves.toMatchObject({ status: 'healthy' });
  });

  test('that is unchanged is ready at once, and the warning is reported', async () => {
    const { at, ids } = await withBuilds();
    await at.settle(await at.deploy(of(ids[0])));
    const again = await at.deploy(of(ids[0]));
    expect(again.status).toBe('healthy');
    expect(at.notices.at(-1)).toContain('nothing was rolled out');
  });

  test.each(['Bot', 'b', '-bot', 'bot-', 'a'.repeat(55), 'bot/x'])('called %s is refused', async (name) => {
    const { at, ids } = await withBuilds();
    const error = await at.deploy({ ...of(ids[0]), agentName: name }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).hint).toContain('`agent-name`');
    expect(at.asked()).toEqual([]);
  });
});

describe('regions that do not meet are reported with what to do', () => {
  test('an agent elsewhere than the build', async () => {
    const { at } = await withBuilds();
    const [here] = at.emulator.control.pipecat.seedHistory({ builds: 1, region: 'eu-central' });
    const [there] = at.emulator.control.pipecat.builds;
    await at.settle(await at.deploy(of(there?.id)));
    await expect(at.deploy(of(here?.id))).rejects.toMatchObject({
      message: expect.stringContaining('bot runs in us-west and the build was made in eu-central'),
      hint: expect.stringContaining('region: us-west'),
    });
    expect(at.requests('updateAgent')).toEqual([]);
  });

  test('an agent elsewhere than the input says', async () => {
    const { at, ids } = await withBuilds();
    const image = { of: { imageName: 'r/bot', imageTag: '1' } };
    await at.deploy(of(ids[0]));
    await expect(at.deploy({ ...image, region: 'ap-south' })).rejects.toThrow('`region` says ap-south');
  });

  test('a build elsewhere than the input says', async () => {
    const { at, ids } = await withBuilds();
    await expect(at.deploy({ ...of(ids[0]), region: 'ap-south' })).rejects.toThrow(
      'The build was made in us-west, and `region` says ap-south',
    );
    expect(at.requests('createAgent')).toEqual([]);
  });
});

describe('a refusal', () => {
  test('of a secret set says which and where it is named', async () => {
    const { at, ids } = await withBuilds();
    const error = (await at
      .deploy({ ...of(ids[0]), agentSettings: { secretSet: 'missing-set' } })
      .catch((thrown: unknown) => thrown)) as HttpError;
    expect(error).toBeInstanceOf(HttpError);
    expect(error.message).toContain('missing-set');
    expect(error.hint).toContain('pcc-deploy.toml');
  });

  test.each([401, 403])('%i names the key', async (status) => {
    const { at, ids } = await withBuilds();
    at.emulator.control.misbehave({ operation: 'createAgent', times: 9, fault: { kind: 'status', status } });
    await expect(at.deploy(of(ids[0]))).rejects.toMatchObject({ hint: expect.stringContaining('`api-key`') });
  });
});

/** Follows the rollout as a run does, with what a person sees of it. */
async function followed(at: Organization, request: Partial<DeploymentRequest>) {
  const events: string[] = [];
  const lines: string[] = [];
  const made = await at.deploy(request);
  const end = await followDeployment(deploymentsOf(at.cloud), made, {
    timeoutMs: 20_000,
    pollIntervalMs: 20,
    signal: never(),
    onEvent: ({ warning, reason, message }) =>
      void events.push(`${warning ? '! ' : ''}${reason}: ${message}`),
    onLines: (batch) => void lines.push(...batch),
    onStatus: () => undefined,
    onNotice: (message) => void at.notices.push(message),
  });
  return { ...end, events, lines };
}

/** Milliseconds of each phase of a rollout: a busy machine must ask within it, or it does not see the phase. */
const SEEN_MS = 400;

describe('a rollout as the user sees it', () => {
  test('shows its phases and its instances', async () => {
    const { at, ids } = await withBuilds(1, { rolloutStepMs: SEEN_MS });
    const { deployment, events, lines } = await followed(at, of(ids[0]));
    expect(deployment.status).toBe('healthy');
    expect(events).toEqual(
      expect.arrayContaining(['Validating: 0 of 1 instances ready', 'Active: 1 of 1 instances ready']),
    );
    expect(lines).toEqual([
      'INFO: Started server process',
      'INFO: Loading the pipeline',
      'INFO: Application startup complete.',
    ]);
    expectContract(at);
  });

  test('that crashes fails with its reason, its last exit code and its last words', async () => {
    const { at, ids } = await withBuilds(1, { rolloutStepMs: SEEN_MS });
    at.emulator.control.pipecat.rollout({ end: 'crash' });
    const { deployment, events, lines } = await followed(at, of(ids[0]));
    expect(deployment).toMatchObject({ status: 'failed', rawStatus: 'failed' });
    expect(deployment.error).toBe(
      "The agent crashed while it started; PCC_UNKNOWN_ERROR: Unknown error while starting the image; CrashLoopBackOff: 4 restarts, last exit code 1 (Error), ModuleNotFoundError: No module named 'pipecat'",
    );
    expect(events).toContain('! Health: The agent crashed while it started');
    expect(events.join('\n')).toContain('! CrashLoopBackOff: 1 restart, last exit code 1 (Error)');
    expect(events.at(-1)).toBe('! PCC_UNKNOWN_ERROR: Unknown error while starting the image');
    expect(lines.at(-1)).toBe("ModuleNotFoundError: No module named 'pipecat'");
    expectContract(at);
  });

  test('whose image cannot be pulled fails by the errors alone', async () => {
    const { at, ids } = await withBuilds();
    at.emulator.control.pipecat.rollout({ end: 'image' });
    const done = await at.settle(await at.deploy(of(ids[0])));
    expect(done.error).toContain('PCC_IMAGE_PULL_UNAUTHORIZED: The registry does not let');
    expect(done.error).toContain('ImagePullBackOff');
    expectContract(at);
  });

  test('is explained by its conditions', async () => {
    const { at, ids } = await withBuilds();
    at.emulator.control.pipecat.rollout({ end: 'degraded' });
    const done = await at.settle(await at.deploy(of(ids[0])));
    expect(done).toMatchObject({
      status: 'failed',
      error: 'SecretKeyMissing: Secret voice-secrets has no key OPENAI_API_KEY',
    });
    expect(done.events).toContainEqual({
      warning: true,
      reason: 'SecretKeyMissing',
      message: 'Secret voice-secrets has no key OPENAI_API_KEY',
    });
  });

  test('that fails says which one still serves', async () => {
    const { at, ids } = await withBuilds(2);
    const first = await at.settle(await at.deploy(of(ids[0])));
    at.emulator.control.pipecat.rollout({ end: 'crash' });
    const made = await at.deploy(of(ids[1]));
    expect(made.previous?.id).toBe(first.id);
    const done = await at.settle(made);
    expect(done).toMatchObject({ status: 'failed', previous: { id: first.id } });
    expect(Date.parse(done.previous?.createdAt ?? '')).not.toBeNaN();
  });

  test('after a failed one is not blamed for its errors', async () => {
    const { at, ids } = await withBuilds(2);
    at.emulator.control.pipecat.rollout({ end: 'crash' });
    await at.settle(await at.deploy(of(ids[0])));
    at.emulator.control.pipecat.rollout({ stepMs: 30 });
    const made = await at.deploy(of(ids[1]));
    expect(made.status).toBe('pending');
    await expect(at.settle(made)).resolves.toMatchObject({ status: 'healthy' });
  });

  test('that another one overtakes is superseded', async () => {
    const { at, ids } = await withBuilds(2);
    at.emulator.control.pipecat.rollout({ end: 'stuck' });
    const first = await at.deploy(of(ids[0]));
    await at.deploy(of(ids[1]));
    await expect(at.settle(first)).resolves.toMatchObject({ status: 'superseded' });
  });

  test('is not done by an answer that still shows the one before', async () => {
    const { at, ids } = await withBuilds(2);
    const first = await at.settle(await at.deploy(of(ids[0])));
    at.emulator.control.pipecat.rollout({ end: 'stuck' });
    const old = agent(at)?.desired;
    const made = await at.deploy(of(ids[1]));
    const late = { desiredDeploymentId: old, reconciledDeploymentId: old, ready: true, available: true };
    at.emulator.control.misbehave({ operation: 'getAgent', fault: { kind: 'replace', members: late } });
    await expect(deploymentsOf(at.cloud).get(made.id, never())).resolves.toMatchObject({
      status: 'pending',
      rawStatus: 'waiting',
    });
    expect(first.status).toBe('healthy');
  });
});

describe('a preview', () => {
  test('is an agent of its own that is updated in place', async () => {
    const { at, ids } = await withBuilds(2);
    const made = await at.deploy({ ...of(ids[0]), ...preview });
    expect(made).toMatchObject({ agentName: 'bot', previewLabel: 'pr-7' });
    expect(made.id.split('@')[0]).toBe(`bot-pr-7-${MARK}`);
    expect(at.notices).toContain(`The preview is the agent bot-pr-7-${MARK}`);
    const left = Date.parse(made.expiresAt ?? '') - Date.now();
    expect(Math.round(left / 60_000)).toBe(60);
    await at.settle(made);
    const next = await at.deploy({ ...of(ids[1]), ...preview });
    expect(next.previous?.id).toBe(made.id);
    expect([...at.emulator.control.pipecat.agents.keys()]).toEqual([`bot-pr-7-${MARK}`]);
    expect(deploymentsOf(at.cloud).inPlace).toBe(true);
    expectContract(at);
  });

  test('is found by its exact name and mark, never by resemblance; one without a mark is reported as such', async () => {
    const { at, ids } = await withBuilds();
    const other = markOf('forge.example/other/agents');
    const names = ['bot', 'bot-pr-12', 'bot-pr-1-b', 'xbot-pr-1', 'robot-pr-1', 'bot-pr-01'];
    const marked = [`bot-pr-13-${MARK}`, `bot-pr-14-${other}`, `robot-pr-15-${MARK}`];
    for (const agentName of [...names, ...marked]) await at.deploy({ ...of(ids[0]), agentName });
    const find = async (label?: string) => {
      const query = { agentName: 'bot', repositories: [OURS], ...(label && { label }) };
      const found = await collect(deploymentsOf(at.cloud).previews(query, never()));
      return found.map(({ id, previewLabel, repository, unmarked }) => ({
        id,
        previewLabel,
        ours: repository === OURS && unmarked === undefined,
      }));
    };
    const unmarked = { id: 'bot-pr-12', previewLabel: 'pr-12', ours: false };
    const mine = { id: `bot-pr-13-${MARK}`, previewLabel: 'pr-13', ours: true };
    expect(await find('pr-1')).toEqual([]);
    expect(await find('pr-12')).toEqual([unmarked]);
    expect(await find('pr-13')).toEqual([mine]);
    expect(await find('pr-14')).toEqual([]);
    expect(await find()).toEqual(expect.arrayContaining([unmarked, mine]));
    expect(await find()).toHaveLength(2);
    const all = await collect(deploymentsOf(at.cloud).previews({ repositories: [OURS] }, never()));
    expect(all.map(({ id }) => id).sort()).toEqual([`bot-pr-13-${MARK}`, `robot-pr-15-${MARK}`]);
    expect(Date.parse(all[0]?.createdAt ?? '')).not.toBeNaN();
    expectContract(at);
  });

  test('has a mark of the host, the owner and the name, in lower case', () => {
    expect(markOf('Forge.Example:3000/Octo/Agents')).toBe(markOf('forge.example:3000/octo/agents'));
    // printf %s forge.example/octo/agents | sha256sum
    expect(MARK).toBe('p0dd889');
  });

  test('without a repository is refused before any request', async () => {
    const { at, ids } = await withBuilds();
    const before = at.emulator.control.requests.length;
    const unnamed = { preview: { label: 'pr-7', ttlMs: 1 } };
    await expect(at.deploy({ ...of(ids[0]), ...unnamed })).rejects.toThrow(UserError);
    expect(at.emulator.control.requests).toHaveLength(before);
  });

  test('of an agent with a long name is shortened in its middle, reported, and found again', async () => {
    const { at, ids } = await withBuilds();
    const agentName = `front-desk-of-the-${'very-'.repeat(6)}grand-hotel`;
    const other = agentName.replace('very', 'fairy');
    const made = await at.deploy({ ...of(ids[0]), agentName, ...preview });
    const [name = ''] = made.id.split('@');
    expect(name).toMatch(/^front-desk.*-[0-9a-f]{8}-.*hotel-pr-7-p[0-9a-f]{6}$/);
    expect(name).toHaveLength(54);
    expect(at.notices.join()).toContain(`the preview is called ${name}`);
    const find = (of: { agentName: string; label?: string }) =>
      collect(deploymentsOf(at.cloud).previews({ ...of, repositories: [OURS] }, never()));
    expect(await find({ agentName, label: 'pr-7' })).toHaveLength(1);
    expect(await find({ agentName })).toHaveLength(1);
    expect(await find({ agentName: other })).toEqual([]);
  });

  test.each(['', '-', 'pr-'])('with the label %j is refused: it would end in a hyphen', async (label) => {
    const { at, ids } = await withBuilds();
    const odd = { preview: { label, ttlMs: 1, repository: OURS } };
    await expect(at.deploy({ ...of(ids[0]), ...odd })).rejects.toMatchObject({
      hint: expect.stringContaining('`preview-label`'),
    });
  });

  test('is taken down once; what is gone is gone', async () => {
    const { at, ids } = await withBuilds();
    const { remove, previews } = deploymentsOf(at.cloud);
    await at.deploy({ ...of(ids[0]), ...preview });
    const [found] = await collect(
      previews({ agentName: 'bot', label: 'pr-7', repositories: [OURS] }, never()),
    );
    expect(await remove(found?.id ?? '', never())).toBe('removed');
    expect(await remove(found?.id ?? '', never())).toBe('gone');
    expect(at.emulator.control.pipecat.agents.size).toBe(0);
    expectContract(at);
  });

  test('that a later run has deployed anew is not taken down by the earlier one', async () => {
    const { at, ids } = await withBuilds(2);
    const { remove } = deploymentsOf(at.cloud);
    const first = await at.deploy({ ...of(ids[0]), ...preview });
    const second = await at.deploy({ ...of(ids[1]), ...preview });
    expect(await remove(first.id, never())).toBe('gone');
    expect(at.emulator.control.pipecat.agents.size).toBe(1);
    expect(await remove(second.id, never())).toBe('removed');
  });
});
