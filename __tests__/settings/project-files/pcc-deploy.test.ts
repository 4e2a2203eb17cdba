import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { messageOfRejection, openWorkspace, type Workspace } from '../support/workspace.ts';

const WHOLE = `agent_name = "voice-bot"
image = "registry.invalid:5000/team/voice-bot:0.1"
image_credentials = "pull-set"
secret_set = "voice-secrets"
region = "eu-central"
agent_profile = "agent-2x"
max_session_duration = 3600
enable_managed_keys = true
websocket_auth = "token"

[scaling]
min_agents = 0
max_agents = 10

[krisp_viva]
audio_filter = "tel"

[build]
context_dir = "server"
dockerfile = "docker/Dockerfile"
`;

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
  await workspace.write('bots/server/docker/Dockerfile', 'FROM scratch\n');
});

afterAll(() => workspace.remove());

async function read(text: string, inputs: Readonly<Record<string, string>> = {}) {
  await workspace.write('bots/pcc-deploy.toml', text);
  const base = { cloud: 'pipecat', 'account-id': '', 'agent-name': '', manifest: 'bots/pcc-deploy.toml' };
  return workspace.read({ inputs: { ...base, ...inputs } });
}

describe('pcc-deploy.toml supplies what it declares', () => {
  test('in the API’s words', async () => {
    const settings = await read(WHOLE);
    expect(settings).toMatchObject({
      agent: { by: 'agent-name', value: 'voice-bot' },
      image: { name: 'registry.invalid:5000/team/voice-bot' },
      region: 'eu-central',
      context: {
        root: join(workspace.root, 'bots/server'),
        dockerfile: join(workspace.root, 'bots/server/docker/Dockerfile'),
      },
    });
    expect(settings.project?.agentSettings).toEqual({
      imagePullSecretSet: 'pull-set',
      secretSet: 'voice-secrets',
      agentProfile: 'agent-2x',
      maxSessionDuration: 3600,
      enableIntegratedKeysProxy: true,
      websocketAuth: 'token',
      autoScaling: { minAgents: 0, maxAgents: 10 },
      krispViva: { audioFilter: 'tel' },
    });
    expect(workspace.warned).toEqual([]);
  });

  test('and nothing that it does not set', async () => {
    const { project, region, context } = await read(
      'agent_name = "voice-bot"\nsecret_set = ""\n[scaling]\nmin_agents = 1\n',
    );
    expect(project?.agentSettings).toEqual({ autoScaling: { minAgents: 1 } });
    expect(region).toBeUndefined();
    expect(context.root).toBe(workspace.root);
  });

  test('inputs given explicitly win', async () => {
    const settings = await read(WHOLE, { region: 'us-west', 'agent-name': 'mine', context: 'bots' });
    expect(settings).toMatchObject({
      region: 'us-west',
      agent: { value: 'mine' },
      context: { root: join(workspace.root, 'bots') },
    });
  });

  test('an image is deployed by its own tag', async () => {
    expect((await read(WHOLE, { build: 'never', deploy: 'production' })).image.tag).toBe('0.1');
  });

  test('architecture, resources and excludes as they are set', async () => {
    const { agentSettings, context } = await read(
      'architecture = "amd64"\n[resources]\ncpu = "500m"\nmemory = "1Gi"\n[build.exclude]\npatterns = [\n  "*.md",\n  "./notes/",\n]\n',
    );
    expect(agentSettings).toEqual({ architecture: 'amd64', resources: { cpu: '500m', memory: '1Gi' } });
    expect(context.exclude).toEqual({
      file: 'bots/pcc-deploy.toml',
      patterns: [
        { text: '*.md', line: 7 },
        { text: 'notes', line: 8 },
      ],
    });
  });

  test('the tables of the vendor’s command line are named once, and nothing of them is read', async () => {
    const settings = await read(
      'agent_name = "x"\n[docker]\nimage_name = "y"\n[git]\nrepo = "o/r"\nbranch = "main"\n',
    );
    expect(settings.agentSettings).toBeUndefined();
    expect(settings.project?.notes).toEqual([
      'bots/pcc-deploy.toml: [git] and [docker] are used by the vendor’s command line alone, not here.'.replace(
        '’',
        "'",
      ),
    ]);
    expect(workspace.warned).toEqual([]);
  });

  test('a build or an image that exists, where nothing is built', async () => {
    const never = { build: 'never', deploy: 'production' };
    expect((await read('agent_name = "xy"\nbuild_id = "b-1"\n', never)).buildId).toBe('b-1');
    expect((await read('agent_name = "xy"\nbuild_id = "b-1"\n')).buildId).toBeUndefined();
    expect((await read(WHOLE, never)).image).toEqual({
      reference: 'registry.invalid:5000/team/voice-bot:0.1',
      name: 'registry.invalid:5000/team/voice-bot',
      tag: '0.1',
    });
    expect((await read(WHOLE, { ...never, 'image-tag': '0.2' })).image).toEqual({
      name: 'registry.invalid:5000/team/voice-bot',
      tag: '0.2',
    });
  });

  test('inputs given explicitly win over each of its settings', async () => {
    const { agentSettings } = await read(
      `${WHOLE}[resources]\ncpu = "1"\nmemory = "2Gi"\n`.replace('agent_profile = "agent-2x"\n', ''),
      {
        'secret-set': 'others',
        'image-credentials': 'their-pull',
        'agent-profile': 'our-own',
        'min-agents': '2',
        'max-session-duration': '60',
        'krisp-viva': 'pro',
        'managed-keys': 'false',
      },
    );
    expect(agentSettings).toEqual({
      imagePullSecretSet: 'their-pull',
      secretSet: 'others',
      agentProfile: 'our-own',
      maxSessionDuration: 60,
      enableIntegratedKeysProxy: false,
      websocketAuth: 'token',
      autoScaling: { minAgents: 2, maxAgents: 10 },
      krispViva: { audioFilter: 'pro' },
    });
  });

  test('a byte order mark is no key', async () => {
    expect((await read(`\uFEFF${WHOLE}`)).agent?.value).toBe('voice-bot');
  });
});

describe('what does not stop the step is reported', () => {
  test.each<[string, string, string[]]>([
    [
      'unknown keys',
      'agent_name = "x"\nsecret_sett = "y"\n[scaling]\nmin_agent = 1\n',
      [
        'bots/pcc-deploy.toml:2: "secret_sett" is not known and was ignored. Did you mean "secret_set"?',
        'bots/pcc-deploy.toml:4: "scaling.min_agent" is not known and was ignored. Did you mean "min_agents"?',
      ],
    ],
    [
      'a former key',
      'enable_krisp = true\n',
      [expect.stringContaining('enable_krisp is no longer known') as unknown as string],
    ],
  ])('%s', async (_, text, expected) => {
    await read(text);
    expect(workspace.warned).toEqual(expected);
  });
});

describe('a faulty file is reported with file, line and field', () => {
  test.each<[string, string, string]>([
    ['not TOML', 'agent_name = "x"\nimage = \n', '- bots/pcc-deploy.toml:2: is not TOML: '],
    [
      'another type',
      'agent_name = "x"\nsecret_set = 7\n',
      '- bots/pcc-deploy.toml:2: secret_set is not text',
    ],
    ['no table', 'scaling = 7\n', '- bots/pcc-deploy.toml:1: scaling is not a table'],
    [
      'no count',
      '\n[scaling]\nmin_agents = -1\n',
      '- bots/pcc-deploy.toml:3: scaling.min_agents is not a whole number',
    ],
    [
      'no flag',
      'enable_managed_keys = "yes"\n',
      '- bots/pcc-deploy.toml:1: enable_managed_keys is not true or false',
    ],
    [
      'an image without a tag',
      'agent_name = "x"\nimage = "registry.example/bot"\n',
      '- bots/pcc-deploy.toml:2: image is "registry.example/bot"; accepted: a reference with its tag',
    ],
    [
      'an image and a build',
      'image = "registry.example/bot:1"\nbuild_id = "b-1"\n',
      '- bots/pcc-deploy.toml:2: build_id and image exclude each other',
    ],
    [
      'an architecture that is none',
      'architecture = "x86"\n',
      '- bots/pcc-deploy.toml:1: architecture is not one of amd64, arm64 (it is "x86")',
    ],
    [
      'a profile and resources',
      'agent_profile = "agent-2x"\n[resources]\ncpu = "1"\nmemory = "2Gi"\n',
      '- bots/pcc-deploy.toml:1: agent_profile and [resources] exclude each other',
    ],
    [
      'half of the resources',
      'agent_name = "x"\n[resources]\ncpu = "1"\n',
      '- bots/pcc-deploy.toml:2: [resources] needs both cpu and memory',
    ],
    [
      'resources that are no quantity',
      '[resources]\ncpu = "much"\nmemory = "2Gi"\n',
      '- bots/pcc-deploy.toml:2: resources.cpu is not a quantity such as "500m" or "1" (it is "much")',
    ],
    [
      'an audio filter that is none',
      '[krisp_viva]\naudio_filter = "loud"\n',
      '- bots/pcc-deploy.toml:2: krisp_viva.audio_filter is not one of tel, pro (it is "loud")',
    ],
    [
      'a session that is too short',
      'max_session_duration = 59\n',
      '- bots/pcc-deploy.toml:1: max_session_duration is not a whole number from 60 to 14400 (it is 59)',
    ],
    [
      'fewer at the most than at least',
      '[scaling]\nmin_agents = 3\nmax_agents = 2\n',
      '- bots/pcc-deploy.toml:3: scaling.max_agents is 2, below min_agents, 3',
    ],
    [
      'excludes that are no texts',
      '[build.exclude]\npatterns = [1]\n',
      '- bots/pcc-deploy.toml:2: build.exclude.patterns is not a list of texts',
    ],
    [
      'context outside',
      '[build]\ncontext_dir = "../../"\n',
      '- bots/pcc-deploy.toml:2: build.context_dir "../../" leads to ',
    ],
    [
      'Dockerfile outside',
      '[build]\ncontext_dir = "server"\ndockerfile = "../x"\n',
      '- bots/pcc-deploy.toml:3: build.dockerfile "../x" leads to ',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await messageOfRejection(read(text))).toContain(expected);
  });
});

describe('the number of agents of input and file together', () => {
  const SCALED = '[scaling]\nmin_agents = 2\nmax_agents = 4\n';
  const read4 = (inputs: Readonly<Record<string, string>>) =>
    read(`agent_name = "voice-bot"\n${SCALED}`, { deploy: 'production', ...inputs });

  test.each([
    ['one input', { 'min-agents': '3' }, { minAgents: 3, maxAgents: 4 }],
    ['the other input', { 'max-agents': '9' }, { minAgents: 2, maxAgents: 9 }],
    ['both inputs', { 'min-agents': '7', 'max-agents': '8' }, { minAgents: 7, maxAgents: 8 }],
  ])('%s wins', async (_name, inputs, autoScaling) => {
    const settings = await read4(inputs as unknown as Record<string, string>);
    expect(settings.agentSettings).toMatchObject({ autoScaling });
  });

  test.each([
    [
      'min-agents',
      { 'min-agents': '5' },
      'at least 5 and at most 4 agents cannot both be, one of them by the project file',
    ],
    [
      'max-agents',
      { 'max-agents': '1' },
      'at least 2 and at most 1 agents cannot both be, one of them by the project file',
    ],
  ])('%s that does not fit the file is a fault', async (_name, inputs, words) => {
    const message = await messageOfRejection(read4(inputs as unknown as Record<string, string>));
    expect(message).toContain(words);
  });
});
