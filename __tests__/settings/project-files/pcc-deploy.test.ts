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

  test('a byte order mark is no key', async () => {
    expect((await read(`\uFEFF${WHOLE}`)).agent?.value).toBe('voice-bot');
  });
});

describe('what does not stop the step is told', () => {
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
      'excludes',
      '[build]\nexclude = ["*.md"]\n',
      [expect.stringContaining('[build] exclude is not applied') as unknown as string],
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

describe('a faulty file is told with file, line and field', () => {
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
