import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Given, messageOfRejection, openWorkspace, type Workspace } from './support/workspace.ts';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
  await workspace.write('Dockerfile', 'FROM scratch\n');
});

afterAll(() => workspace.remove());

const SGP = { cloud: 'sgp' };
const PRIME = { cloud: 'prime', 'agent-name': '', 'account-id': '' };
const PIPECAT = { cloud: 'pipecat', 'account-id': '' };
const NEVER = { build: 'never', deploy: 'production' };
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

const PIPECAT_ALONE = {
  'deploy-wait': 'false',
  'secret-set': 'voice',
  'image-credentials': 'pull',
  'agent-profile': 'our-own',
  'min-agents': '1',
  'max-agents': '5',
  'max-session-duration': '3600',
  'krisp-viva': 'tel',
  'managed-keys': 'true',
};

describe('an input of one cloud is named with its cloud when another is asked for', () => {
  const rows = [
    ...Object.entries(PIPECAT_ALONE).flatMap(([name, value]) =>
      [SGP, PRIME].map((cloud) => [name, value, cloud, 'Pipecat Cloud'] as const),
    ),
    ...[SGP, PIPECAT].map((cloud) => ['source-image', 'ghcr.io/o/a:1', cloud, 'Prime Intellect'] as const),
    ['image', 'ghcr.io/o/a:1', PRIME, 'Scale GenAI Platform and Pipecat Cloud'] as const,
  ];
  test.each(rows)('%s: %s with %j', async (name, value, cloud, theirs) => {
    const message = await messageOfRejection(workspace.read({ inputs: { ...cloud, [name]: value } }));
    expect(message).toMatch(
      new RegExp(`- ${name}: .* does not use this input; accepted: leave it out; it is for ${theirs}$`, 'm'),
    );
    expect(message).toContain('An input is faulty');
  });

  test('and one that stands as it does by default asks for nothing', async () => {
    const off = { 'deploy-wait': 'true', 'managed-keys': 'false', 'vm-image': 'false' };
    await expect(workspace.read({ inputs: off })).resolves.toMatchObject({ deployWait: true });
  });
});

describe('a label that makes a preview another agent’s', () => {
  const label = { 'preview-label': 'b-pr-7', 'pr-number': '7' };
  const refused =
    /preview-label: "b-pr-7" ends as the label of a pull request, and on Pipecat Cloud another agent/;

  test.each<[string, Given['inputs'], Given['occasion']]>([
    ['a deployment', { deploy: 'preview' }, {}],
    ['a teardown', {}, { closed: true }],
    ['a cleanup', { mode: 'cleanup' }, {}],
  ])('is refused on Pipecat for %s', async (_, inputs, occasion) => {
    const given = { inputs: { ...PIPECAT, ...label, ...inputs }, occasion: occasion ?? {} };
    expect(await messageOfRejection(workspace.read(given))).toMatch(refused);
  });

  test.each([
    ['where the cloud keeps labels', SGP, 'b-pr-7'],
    ['of the pull request itself', PIPECAT, 'pr-7'],
    ['with a word after the number', PIPECAT, 'pr-7-b'],
  ])('is accepted %s', async (_, cloud, text) => {
    const inputs = { ...cloud, ...label, 'preview-label': text };
    expect((await workspace.read({ inputs })).preview.label).toBe(text);
  });
});

describe('accepted', () => {
  test.each<[string, Given['inputs'], object]>([
    [
      'all that Pipecat knows, by the API’s names',
      { ...PIPECAT, ...PIPECAT_ALONE },
      {
        deployWait: false,
        agentSettings: {
          secretSet: 'voice',
          imagePullSecretSet: 'pull',
          agentProfile: 'our-own',
          autoScaling: { minAgents: 1, maxAgents: 5 },
          maxSessionDuration: 3600,
          krispViva: { audioFilter: 'tel' },
          enableIntegratedKeysProxy: true,
        },
      },
    ],
    [
      'an image of Pipecat by its digest',
      { ...PIPECAT, ...NEVER, image: `registry.example:5000/team/bot@${DIGEST}` },
      {
        image: {
          reference: `registry.example:5000/team/bot@${DIGEST}`,
          name: 'registry.example:5000/team/bot',
        },
      },
    ],
    [
      'an image of SGP by its tag',
      { ...SGP, build: 'never', image: 'registry.example/team/bot:1.2' },
      {
        image: { reference: 'registry.example/team/bot:1.2', name: 'registry.example/team/bot', tag: '1.2' },
      },
    ],
    [
      'a source of Prime, which names its copy',
      { ...PRIME, 'source-image': 'ghcr.io/octo/greeter:v1', context: 'gone' },
      {
        sourceImage: {
          reference: 'ghcr.io/octo/greeter:v1',
          isShared: false,
          name: 'greeter',
          tag: 'v1',
          isNamed: false,
        },
      },
    ],
    [
      'a source by its digest, with a name',
      { ...PRIME, 'source-image': `quay.io/octo/greeter@${DIGEST}`, 'image-name': 'mine' },
      { sourceImage: { isShared: false, name: 'mine', tag: 'sha256-0123456789abcdef', isNamed: true } },
    ],
    [
      'a source of Docker Hub',
      { ...PRIME, 'source-image': 'ubuntu', visibility: 'public' },
      { sourceImage: { isShared: true, name: 'ubuntu', tag: 'latest', isNamed: false } },
    ],
    [
      'deploy-wait with any cloud that stands on true',
      { ...SGP, 'deploy-wait': 'True' },
      { deployWait: true },
    ],
  ])('%s', async (_, inputs, expected) => {
    await expect(workspace.read({ inputs: inputs ?? {} })).resolves.toMatchObject(expected);
  });
});

describe('one fault', () => {
  const source = (given: string, more: Record<string, string> = {}) => ({
    ...PRIME,
    'source-image': given,
    ...more,
  });
  const image = (given: string, more: Record<string, string> = {}) => ({
    ...PIPECAT,
    ...NEVER,
    image: given,
    ...more,
  });
  test.each<[string, Record<string, string>, string]>([
    [
      'no image',
      image('Not An Image'),
      '- image: "Not An Image" is no reference of an image; accepted: a reference such as registry.example/team/app:1.2',
    ],
    [
      'no tag',
      image('registry.example/team/app'),
      '- image: "registry.example/team/app" has neither a tag nor a digest',
    ],
    [
      'half a digest',
      image('registry.example/app@sha256:12'),
      '- image: "registry.example/app@sha256:12" is no reference',
    ],
    ['two tags', image('registry.example/app:1:2'), '- image: "registry.example/app:1:2" is no reference'],
    [
      'an address',
      image('https://registry.example/app:1'),
      '- image: "https://registry.example/app:1" is no reference',
    ],
    [
      'an image that is built as well',
      { ...PIPECAT, image: 'r.example/a:1' },
      '- image: "r.example/a:1" is an image that was built elsewhere, and build is "auto"; accepted: build: never',
    ],
    [
      'an image and a build',
      image('r.example/a:1', { 'build-id': 'b-1' }),
      '- image, build-id: they exclude each other',
    ],
    [
      'an image and a name',
      image('r.example/a:1', { 'image-name': 'a' }),
      '- image, image-name: they exclude each other',
    ],
    [
      'an image of SGP by its digest alone',
      { ...SGP, build: 'never', image: `r.example/a@${DIGEST}` },
      `has a digest and no tag`,
    ],
    [
      'an image of SGP for no agent',
      { ...SGP, 'agent-name': '', build: 'never', image: 'r.example/a:1' },
      '- agent-name: missing: Scale GenAI Platform needs the name of the agent',
    ],
    [
      'no source',
      source('ghcr.io/Octo/App:1'),
      '- source-image: "ghcr.io/Octo/App:1" is no reference of an image; accepted: one reference such as',
    ],
    ['two sources', source('ghcr.io/o/a:1,ghcr.io/o/b:1'), 'is no reference of an image'],
    [
      'a registry that is not allowed',
      source('gcr.io/o/a:1'),
      '- source-image: Prime Intellect takes no images from "gcr.io"; accepted: public images of Docker Hub, ghcr.io, quay.io, public.ecr.aws, registry.k8s.io, mcr.microsoft.com',
    ],
    ['a registry that resembles one', source('ghcr.io:5000/o/a:1'), 'takes no images from "ghcr.io:5000"'],
    [
      'a source where nothing is made',
      source('ghcr.io/o/a:1', { build: 'never', 'image-name': 'a' }),
      '- source-image, build: "ghcr.io/o/a:1" is to become an image, and build: never makes none',
    ],
    [
      'a name for what is everybody’s',
      source('ubuntu:22.04', { 'image-name': 'mine' }),
      '- source-image, image-name: "mine" cannot be given: an image of Docker Hub becomes a public image of the platform',
    ],
    [
      'a private one',
      source('docker.io/bitnami/redis:7', { visibility: 'private' }),
      '- source-image, visibility: "private" cannot be',
    ],
    [
      'a team’s',
      source('index.docker.io/library/ubuntu', { 'account-id': 'team-1' }),
      '- source-image, account-id: a team cannot own it',
    ],
    [
      'production on Prime',
      { ...PRIME, deploy: 'production' },
      '- deploy: "production" was given, and Prime Intellect deploys nothing; accepted: none',
    ],
    [
      'agents below none',
      { ...PIPECAT, 'min-agents': '-1' },
      '- min-agents: must be a whole number, 0 or more, got "-1"',
    ],
    ['no agents at the most', { ...PIPECAT, 'max-agents': '0' }, '- max-agents: must be 1 or more, got 0'],
    [
      'fewer at the most than at least',
      { ...PIPECAT, 'min-agents': '5', 'max-agents': '2' },
      '- min-agents, max-agents: at least 5 and at most 2 agents cannot both be',
    ],
    [
      'a session that is too long',
      { ...PIPECAT, 'max-session-duration': '14401' },
      '- max-session-duration: must be from 60 to 14400, got 14401',
    ],
    [
      'a filter that is none',
      { ...PIPECAT, 'krisp-viva': 'telephone' },
      '- krisp-viva: "telephone" is not known; accepted: tel, pro',
    ],
    [
      'a flag that is none',
      { ...PIPECAT, 'managed-keys': 'yes' },
      '- managed-keys: "yes" is neither true nor false; accepted: true, false; did you mean "true"?',
    ],
  ])('%s', async (_, inputs, expected) => {
    const message = await messageOfRejection(workspace.read({ inputs }));
    expect(message).toContain(expected);
    expect(message).toContain('An input is faulty; no request was made');
  });
});
