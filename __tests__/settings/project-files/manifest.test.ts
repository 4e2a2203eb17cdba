import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { UserError } from '../../../src/errors.ts';
import { FaultyInputs } from '../../../src/settings/faults.ts';
import { messageOfRejection, openWorkspace, type Workspace } from '../support/workspace.ts';

const MANIFEST = `# the agent
build:
  context:
    root: ../
    include_paths:
      - agents/bot
      - shared
    dockerfile: agents/bot/Dockerfile
    dockerignore: agents/bot/.dockerignore
agent:
  name: support-bot
deployment:
  image:
    repository: registry.invalid/team/support-image
    tag: latest
local_development: {anything: [1, 2]}
`;

const ENVIRONMENTS = `schema_version: v1
environments:
  dev:
    kubernetes: {namespace: team-bots}
    auth: {principal: {account_id: a, user_id: u}}
`;

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
  await workspace.write('agents/bot/Dockerfile', 'FROM scratch\n');
  await workspace.write('shared/x', '');
  await workspace.write('agents/manifest.yaml', MANIFEST);
  await workspace.write('agents/environments.yaml', ENVIRONMENTS);
  await mkdir(join(workspace.root, '..', 'outside'));
  await symlink('../outside', join(workspace.root, 'way-out'));
});

afterAll(() => workspace.remove());

const read = (inputs: Readonly<Record<string, string>> = {}, manifest = 'agents/manifest.yaml') =>
  workspace.read({ inputs: { 'agent-name': '', manifest, ...inputs } });

/** A manifest with one thing changed, under a name of its own. */
async function changed(from: string, to: string): Promise<string> {
  expect(MANIFEST).toContain(from);
  await workspace.write('agents/changed.yaml', MANIFEST.replace(from, to));
  return 'agents/changed.yaml';
}

test('environments that are not there are the one fault: what the manifest declares counts all the same', async () => {
  await workspace.write('agents/other/manifest.yaml', MANIFEST.replace('root: ../', 'root: ../../'));
  const inputs = { deploy: 'preview', 'preview-label': 'demo' };
  const thrown = await read(inputs, 'agents/other/manifest.yaml').catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(FaultyInputs);
  const { message, settings } = thrown as FaultyInputs;
  expect(message.match(/^- .*/gm)).toEqual([expect.stringContaining('environment-config')]);
  expect(settings?.agent).toEqual({ by: 'agent-name', value: 'support-bot' });
});

describe('manifest.yaml supplies what it declares', () => {
  test('context, agent, image', async () => {
    const { context, agent, image, project } = await read();
    expect(context).toEqual({
      workspace: workspace.root,
      root: workspace.root,
      dockerfile: join(workspace.root, 'agents/bot/Dockerfile'),
      ignoreFile: join(workspace.root, 'agents/bot/.dockerignore'),
      includePaths: ['agents/bot', 'shared'],
    });
    expect(agent).toEqual({ by: 'agent-name', value: 'support-bot' });
    expect(image).toEqual({ name: 'support-image' });
    expect(project).toEqual({
      path: join(workspace.root, 'agents/manifest.yaml'),
      text: MANIFEST,
      agentName: 'support-bot',
      warnings: [],
    });
  });

  test('inputs given explicitly win', async () => {
    const includes = MANIFEST.replace('- agents/bot', '- bot').replace('      - shared\n', '');
    await workspace.write(
      'agents/changed.yaml',
      includes.replace('agents/bot/.dockerignore', '.dockerignore'),
    );
    const inputs = {
      context: 'agents',
      dockerfile: 'bot/Other',
      'agent-id': 'a-1',
      'image-name': 'mine',
      'image-tag': 'v1',
    };
    const settings = await read(inputs, 'agents/changed.yaml');
    expect(settings).toMatchObject({
      context: { root: join(workspace.root, 'agents'), dockerfile: join(workspace.root, 'agents/bot/Other') },
      agent: { by: 'agent-id', value: 'a-1' },
      image: { name: 'mine', tag: 'v1' },
    });
  });

  test('its tag names the image only where none is built', async () => {
    expect((await read({ build: 'never' })).image).toEqual({ name: 'support-image', tag: 'latest' });
  });

  test('a tag that looks like a number stays text; anchors are followed', async () => {
    const path = await changed('tag: latest', 'tag: 1.10');
    expect((await read({ build: 'never' }, path)).image.tag).toBe('1.10');
    const anchored = MANIFEST.replace('- agents/bot', '- &bot agents/bot').replace('- shared', '- *bot');
    await workspace.write(path, anchored);
    expect((await read({}, path)).context.includePaths).toEqual(['agents/bot', 'agents/bot']);
    const list = MANIFEST.replace(/include_paths:\n.*\n.*\n/, 'include_paths: *folders\n');
    await workspace.write(path, `folders: &folders [shared]\n${list}`);
    expect((await read({}, path)).context.includePaths).toEqual(['shared']);
  });

  test('without a repository the agent names the image', async () => {
    expect((await read({}, await changed('registry.invalid/team/support-image', "''"))).image.name).toBe(
      'support-bot',
    );
  });

  test('without include paths it warns that next to nothing is sent', async () => {
    const path = await changed('include_paths:\n      - agents/bot\n      - shared\n', 'include_paths: []\n');
    expect((await read({}, path)).context.includePaths).toEqual([]);
    expect(workspace.warned).toEqual([expect.stringContaining('has no folder')]);
  });
});

describe('a faulty manifest is reported with file, line and field', () => {
  test.each<[string, string, string, string]>([
    ['not YAML', 'name: support-bot', 'name: [', '- agents/changed.yaml:12: is not YAML: '],
    [
      'two documents',
      'name: support-bot',
      'name: support-bot\n---\na: 1',
      '- agents/changed.yaml:12: is not YAML: it has more than one document',
    ],
    ['a field missing', '    root: ../\n', '', '- agents/changed.yaml:4: build.context.root is missing'],
    [
      'a field empty',
      'dockerfile: agents/bot/Dockerfile',
      'dockerfile:',
      '- agents/changed.yaml:8: build.context.dockerfile is missing',
    ],
    [
      'a field of another type',
      'root: ../',
      'root: [..]',
      '- agents/changed.yaml:4: build.context.root is not text',
    ],
    [
      'a list of another type',
      '- shared',
      '- {a: b}',
      '- agents/changed.yaml:7: build.context.include_paths.1 is not text',
    ],
    [
      'no list',
      'include_paths:\n      - agents/bot\n      - shared',
      'include_paths: shared',
      '- agents/changed.yaml:5: build.context.include_paths is not a list',
    ],
    [
      'an agent name',
      'support-bot',
      'Support Bot',
      '- agents/changed.yaml:11: agent.name is "Support Bot"; accepted: lower-case letters, digits and hyphens',
    ],
    [
      'root outside',
      'root: ../',
      'root: ../../',
      '- agents/changed.yaml:4: build.context.root "../../" leads to ',
    ],
    ['root outside through a link', 'root: ../', 'root: ../way-out', '/outside, outside the workspace '],
    [
      'root that is not there',
      'root: ../',
      'root: gone',
      '- agents/changed.yaml:4: build.context.root "gone" is not a folder (looked at ',
    ],
    [
      'Dockerfile outside the root',
      'dockerfile: agents',
      'dockerfile: ../../x',
      '- agents/changed.yaml:8: build.context.dockerfile "../../x/bot/Dockerfile" leads to ',
    ],
    [
      'ignore file outside the root',
      'dockerignore: agents/bot/',
      'dockerignore: ../',
      '- agents/changed.yaml:9: build.context.dockerignore "../.dockerignore" leads to ',
    ],
    [
      'include path outside the root',
      '- shared',
      '- ../outside',
      '- agents/changed.yaml:7: build.context.include_paths "../outside" leads to ',
    ],
    [
      'include path outside through a link',
      '- shared',
      '- way-out',
      '- agents/changed.yaml:7: build.context.include_paths "way-out" leads to ',
    ],
    [
      'include path that is a file',
      '- shared',
      '- shared/x',
      '- agents/changed.yaml:7: build.context.include_paths "shared/x" is not a folder',
    ],
  ])('%s', async (_, from, to, expected) => {
    const path = await changed(from, to);
    const error = await read({}, path).catch((thrown: UserError) => thrown);
    expect((error as UserError).message).toContain(expected);
    expect((error as UserError).place?.file).toBe('agents/changed.yaml');
    expect((error as UserError).message).toContain('An input is faulty');
  });

  test.each<[string, string, string]>([
    ['text', 'just text\n', ':1: does not hold a mapping'],
    ['nothing', '', ':1: does not hold a mapping'],
    ['two documents', `${MANIFEST}---\n${MANIFEST}`, ' is not YAML: '],
    ['a doubled key', `${MANIFEST}agent: {name: x}\n`, ':17: is not YAML: '],
  ])('a file that holds %s', async (_, text, expected) => {
    await workspace.write('agents/changed.yaml', text);
    expect(await messageOfRejection(read({}, 'agents/changed.yaml'))).toContain(expected);
  });

  test.each<[string, string, string]>([
    ['missing', 'gone/manifest.yaml', '- manifest: "gone/manifest.yaml" does not exist (looked at '],
    ['a folder', 'agents', '- manifest: "agents" is a folder (looked at '],
    ['outside', '../outside/manifest.yaml', '- manifest: "../outside/manifest.yaml" leads to '],
    ['outside through a link', 'way-out/manifest.yaml', '- manifest: "way-out/manifest.yaml" leads to '],
  ])('a file that is %s', async (_, path, expected) => {
    expect(await messageOfRejection(read({}, path))).toContain(expected);
  });

  test('a file that is not UTF-8', async () => {
    await writeFile(join(workspace.root, 'agents/changed.yaml'), Buffer.from([0xff, 0xfe, 0x80]));
    expect(await messageOfRejection(read({}, 'agents/changed.yaml'))).toContain('is not UTF-8 text');
  });
});

describe('a deploy sends two files', () => {
  const deploy = { deploy: 'production' };

  test('environments.yaml beside the manifest', async () => {
    expect((await read(deploy)).project?.environmentConfig).toEqual({
      path: join(workspace.root, 'agents/environments.yaml'),
      text: ENVIRONMENTS,
    });
    expect(workspace.warned).toEqual([]);
  });

  test('and only a deploy does', async () => {
    expect((await read({ deploy: 'auto' })).project?.environmentConfig).toBeUndefined();
  });

  test('no manifest: both paths that were looked at', async () => {
    const message = await messageOfRejection(workspace.read({ inputs: deploy }));
    expect(message).toContain('- manifest: missing: a deploy sends it and its environments');
    expect(message).toContain(join(workspace.root, 'manifest.yaml'));
    expect(message).toContain(join(workspace.root, 'environments.yaml'));
  });

  test('no manifest given, but one lies there', async () => {
    const message = await messageOfRejection(workspace.read({ inputs: { ...deploy, context: 'agents' } }));
    expect(message).toContain('did you mean "agents/manifest.yaml"?');
  });

  test('no environments: both paths that were looked at', async () => {
    await workspace.write('lonely/manifest.yaml', MANIFEST);
    const message = await messageOfRejection(read(deploy, 'lonely/manifest.yaml'));
    expect(message).toContain('- environment-config: "lonely/environments.yaml" does not exist (looked at ');
    expect(message).toContain(join(workspace.root, 'lonely/environments.yaml'));
    expect(message).toContain(join(workspace.root, 'lonely/manifest.yaml'));
  });

  test.each<[string, string, string]>([
    ['not YAML', 'a: [', '- env.yaml:1: is not YAML: '],
    ['no environments', 'schema_version: v1\n', '- env.yaml:1: environments has no environments'],
    [
      'none among them',
      'schema_version: v1\nenvironments: {}\n',
      '- env.yaml:2: environments has no environments',
    ],
  ])('environments that no server accepts: %s', async (_, text, expected) => {
    await workspace.write('env.yaml', text);
    expect(await messageOfRejection(read({ ...deploy, 'environment-config': 'env.yaml' }))).toContain(
      expected,
    );
  });

  test.each<[string, string, string]>([
    ['several', `${ENVIRONMENTS}  prod: {}\n`, 'env.yaml has 2 environments (dev, prod); '],
    ['another version', ENVIRONMENTS.replace('v1', 'v2'), 'env.yaml:1: schema_version is not v1.'],
    [
      'a namespace',
      ENVIRONMENTS.replace('team-bots', 'Team_Bots'),
      'env.yaml:4: "Team_Bots" is not a Kubernetes namespace.',
    ],
    [
      'a principal',
      ENVIRONMENTS.replace(', user_id: u', ''),
      'env.yaml:5: auth.principal needs account_id and exactly one of',
    ],
  ])('environments that may fail: %s', async (_, text, expected) => {
    await workspace.write('env.yaml', text);
    await read({ ...deploy, 'environment-config': 'env.yaml' });
    expect(workspace.warned).toEqual([expect.stringContaining(expected)]);
  });

  test('another agent than the manifest’s is reported', async () => {
    await read({ ...deploy, 'agent-name': 'other' });
    expect(workspace.warned).toEqual([
      expect.stringContaining('agent-name is other, but the manifest that is deployed names support-bot'),
    ]);
  });
});
