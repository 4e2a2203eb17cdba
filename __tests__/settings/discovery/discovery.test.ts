import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CHOICES, INPUT_NAMES } from '../../../src/settings/input-table.ts';
import { type Given, messageOfRejection, openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
  await workspace.write('Dockerfile', 'FROM scratch\n');
  await workspace.write('agent/Dockerfile', 'FROM scratch\n');
});

afterEach(() => workspace.remove());

const FILES: Readonly<Record<string, string>> = {
  'manifest.yaml':
    'build: { context: { root: ., dockerfile: Dockerfile, include_paths: [.] } }\nagent: { name: support-agent }\n',
  'pcc-deploy.toml': 'agent_name = "support-agent"\n',
};

const NOTHING = { 'account-id': '', 'agent-name': '' };
const MY_BOTS = { repository: { name: 'my-bots' } };

async function write(...paths: readonly string[]): Promise<void> {
  for (const path of paths) await workspace.write(path, FILES[path.split('/').at(-1) ?? ''] ?? '');
}

/** The rows of docs/interface.md: the rule is written once. */
function rows(): readonly (readonly [string, Given, readonly string[], string])[] {
  const text = readFileSync('docs/interface.md', 'utf8');
  const section = text.slice(
    text.indexOf('### What is found'),
    text.indexOf('A pull request that is closed'),
  );
  const lines = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| given'));
  return lines
    .filter((line) => !line.includes('---'))
    .map((line) => {
      const [, given = '', files = '', used = ''] = line.split('|').map((cell) => cell.trim());
      const tokens = codes(given);
      const variables = tokens.filter((token) => /^[A-Z_]+$/.test(token));
      const inputs = tokens.filter((token) => !variables.includes(token)).map((token) => token.split(': '));
      const key: Record<string, string> = variables.some((name) => name.endsWith('_KEY'))
        ? { 'api-key': '' }
        : {};
      return [
        line,
        {
          inputs: { ...NOTHING, ...key, ...Object.fromEntries(inputs) },
          env: Object.fromEntries(variables.map((name) => [name, 'not-a-real-one'])),
          occasion: MY_BOTS,
        },
        codes(files),
        used,
      ] as const;
    });
}

function codes(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

describe('docs/interface.md, "What is found"', () => {
  test('has rows whose words are inputs', () => {
    const names = rows().flatMap(([, { inputs = {} }]) => Object.keys(inputs));
    expect(rows().length).toBeGreaterThan(25);
    expect(INPUT_NAMES).toEqual(expect.arrayContaining(names));
  });

  test.each(rows())('%s', async (_, given, files, used) => {
    await write(...files);
    if (used.startsWith('an error')) {
      const message = await messageOfRejection(workspace.read(given));
      for (const named of codes(used)) expect(message).toContain(named);
      expect(message).toContain('An input is faulty');
      return;
    }
    const settings = await workspace.read(given);
    const { agent, cloud, project } = settings;
    const found = [
      `cloud: ${cloud}`,
      ...(project ? [`manifest: ${relative(workspace.root, project.path)}`] : []),
      ...(agent ? [`${agent.by}: ${agent.value}`] : []),
    ];
    expect(found).toEqual(codes(used));
  });
});

describe('the log says what was found and why', () => {
  test.each<[string, Given, readonly string[], readonly string[]]>([
    [
      'by a file',
      { inputs: NOTHING },
      ['pcc-deploy.toml'],
      [
        'cloud: pipecat, because pcc-deploy.toml is here',
        'manifest: pcc-deploy.toml, because it is the only one and no other was named',
      ],
    ],
    [
      'by an input',
      { inputs: { ...NOTHING, 'account-id': 'a' } },
      [],
      [
        'cloud: sgp, because account-id is given',
        'agent-name: my-bots, because nothing names the agent and the repository is called so',
      ],
    ],
    [
      'by a variable',
      { inputs: { ...NOTHING, 'api-key': '' }, env: { PRIME_API_KEY: 'not-a-real-one' } },
      [],
      ['cloud: prime, because PRIME_API_KEY is set'],
    ],
    ['nothing where nothing was looked for', {}, ['manifest.yaml', 'pcc-deploy.toml'], []],
  ])('%s', async (_, given, files, expected) => {
    await write(...files);
    await workspace.read({ occasion: MY_BOTS, ...given });
    expect(workspace.noted).toEqual(expected);
  });
});

test('what was found is held against all the rest, and everything wrong is reported', async () => {
  await write('pcc-deploy.toml');
  const inputs = { ...NOTHING, platform: 'linux/amd64', history: 'x' };
  const message = await messageOfRejection(workspace.read({ inputs, occasion: MY_BOTS }));
  expect(message).toContain('2 inputs are faulty');
  expect(message).toContain('accepted: linux/arm64');
});

test('a fault that no discovery could end stays as it is', async () => {
  await write('pcc-deploy.toml');
  const message = await messageOfRejection(workspace.read({ inputs: { history: 'x' }, occasion: MY_BOTS }));
  expect(message).toContain('An input is faulty');
  expect(workspace.noted).toEqual([]);
});

test.each([
  ['a folder of that name', (): Promise<void> => workspace.write('pcc-deploy.toml/x', '')],
  ['a context outside', (): Promise<void> => workspace.write('../outside/pcc-deploy.toml', '')],
])('%s is no project file', async (_, make) => {
  await make();
  const inputs = { ...NOTHING, context: '../outside' };
  expect(await messageOfRejection(workspace.read({ inputs, occasion: MY_BOTS }))).toContain(
    '- account-id: missing',
  );
});

test('a project file that is misread names no agent, and no repository stands in for it', async () => {
  await workspace.write('pcc-deploy.toml', 'agent_name = \n');
  const message = await messageOfRejection(workspace.read({ inputs: NOTHING, occasion: MY_BOTS }));
  expect(message).toContain('- pcc-deploy.toml:1: is not TOML');
  expect(message).toContain('An input is faulty');
});

test.each([
  ['My.Bots_', 'my-bots'],
  ['--x--', 'x'],
])('the repository %s gives the agent’s name %s', async (name, expected) => {
  const inputs = { ...NOTHING, 'account-id': 'a' };
  expect((await workspace.read({ inputs, occasion: { repository: { name } } })).agent?.value).toBe(expected);
});

describe('a closed pull request', () => {
  const closed = { ...MY_BOTS, event: 'pull_request', pullRequest: { number: 7 }, closed: true };
  const inputs = { ...NOTHING, cloud: 'pipecat', deploy: 'preview' };

  test('without a checkout names no agent by the repository', async () => {
    expect((await workspace.read({ inputs, occasion: closed })).agent).toBeUndefined();
  });

  test('with one is read as an open one', async () => {
    await workspace.write('.git/HEAD', 'ref: refs/heads/main\n');
    expect((await workspace.read({ inputs, occasion: closed })).agent?.value).toBe('my-bots');
    await write('pcc-deploy.toml');
    expect((await workspace.read({ inputs, occasion: closed })).agent?.value).toBe('support-agent');
  });
});

describe('agent-name', () => {
  const id = '0f0e5a9e-2f2c-4a56-8d62-1c2d3e4f5a6b';
  test.each([
    ['sgp', 'bot', 'agent-name'],
    ['sgp', id, 'agent-id'],
    ['sgp', id.toUpperCase(), 'agent-id'],
    ['sgp', `${id}-bot`, 'agent-name'],
    ['pipecat', id, 'agent-name'],
  ] as const)('on %s %s is taken as %s', async (cloud, value, by) => {
    const account = cloud === 'sgp' ? {} : { 'account-id': '' };
    const { agent } = await workspace.read({ inputs: { cloud, 'agent-name': value, ...account } });
    expect(agent).toEqual({ by, value });
  });
});

describe('a name that no agent can have is a fault', () => {
  const LONG = 'a'.repeat(55);
  const PIPECAT = { cloud: 'pipecat', 'account-id': '' };
  test.each<[string, Given['inputs'], RegExp]>([
    ['on SGP', { 'agent-name': 'My Agent' }, /"My Agent" is no name of an agent on Scale.*"my-agent"\?/],
    [
      'on Pipecat',
      { ...PIPECAT, deploy: 'production', 'agent-name': 'my_agent' },
      /on Pipecat.*"my-agent"\?/,
    ],
    ['too short', { ...PIPECAT, deploy: 'production', 'agent-name': 'a' }, /accepted: 2 to 54 lower-case/],
    ['too long', { ...PIPECAT, deploy: 'production', 'agent-name': LONG }, /accepted: 2 to 54 lower-case/],
    ['of a preview', { ...PIPECAT, deploy: 'preview', 'agent-name': '-a' }, /"-a" is no name.*"a"\?/],
  ])('%s', async (_, inputs, expected) => {
    const occasion = { pullRequest: { number: 7 } };
    expect(await messageOfRejection(workspace.read({ inputs: inputs ?? {}, occasion }))).toMatch(expected);
  });

  test.each<[string, Given['inputs']]>([
    ['a preview, whose name is shortened', { deploy: 'preview', 'agent-name': LONG }],
    ['a build alone, which has no agent there', { 'agent-name': 'My Agent' }],
  ])('but on Pipecat not of %s', async (_, inputs) => {
    const occasion = { pullRequest: { number: 7 } };
    const { agent } = await workspace.read({ inputs: { ...PIPECAT, ...inputs }, occasion });
    expect(agent?.value).toBe(inputs?.['agent-name']);
  });

  test('in the project file as well', async () => {
    await workspace.write('pcc-deploy.toml', 'agent_name = "My Agent"\n');
    const inputs = { ...PIPECAT, deploy: 'production', 'agent-name': '', manifest: 'pcc-deploy.toml' };
    expect(await messageOfRejection(workspace.read({ inputs }))).toMatch(/agent-name: "My Agent" is no name/);
  });

  test('that hides no other: nothing that is found could resolve it', async () => {
    const env = { PIPECAT_API_KEY: 'k', SGP_API_KEY: 'k', SGP_ACCOUNT_ID: 'a' };
    const inputs = { 'agent-name': 'My Agent', 'api-key': '', 'account-id': '' };
    const message = await messageOfRejection(workspace.read({ inputs, env }));
    expect(message).toMatch(/agent-name: "My Agent" is no name/);
    expect(message).not.toContain('cloud: missing');
  });
});

describe('build-id', () => {
  test.each([
    ['', 'never'],
    ['auto', 'never'],
    ['never', 'never'],
  ])('with build %j means build: %s', async (build, expected) => {
    const settings = await workspace.read({ inputs: { build, 'build-id': 'b-1', context: 'gone' } });
    expect(settings).toMatchObject({ build: expected, buildId: 'b-1' });
  });

  test('with build: always is a contradiction', async () => {
    const message = await messageOfRejection(
      workspace.read({ inputs: { build: 'always', 'build-id': 'b-1' } }),
    );
    expect(message).toContain('- build-id: it is a build that exists, and build: always makes another one');
  });

  test('the values of build are all covered', () => {
    expect(CHOICES.build).toEqual(['auto', 'always', 'never']);
  });
});
