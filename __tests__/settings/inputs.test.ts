import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { type Given, messageOfRejection, openWorkspace, type Workspace } from './support/workspace.ts';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
  await workspace.write('Dockerfile', 'FROM scratch\n');
  await workspace.write('app/Dockerfile', 'FROM scratch\n');
  await workspace.write('nameless.yaml', 'build: { context: { root: ., dockerfile: Dockerfile } }\n');
  await mkdir(join(workspace.root, '..', 'outside'));
  await symlink('../outside', join(workspace.root, 'way-out'));
  await symlink('app', join(workspace.root, 'way-in'));
});

afterAll(() => workspace.remove());

const PULL: Given['occasion'] = { event: 'pull_request', pullRequest: { number: 7 } };
const PRIME = { cloud: 'prime', 'agent-name': '', 'account-id': '' };
const PIPECAT = { cloud: 'pipecat', 'account-id': '' };
const NO_KEY = { 'api-key': '' };

test('what a step without any choice of its own gets', async () => {
  const settings = await workspace.read();
  expect(settings).toEqual({
    mode: 'run',
    cloud: 'sgp',
    connection: { baseUrl: 'https://api.egp.scale.com', apiKey: 'not-a-real-key', account: 'acc-1' },
    context: {
      workspace: workspace.root,
      root: workspace.root,
      dockerfile: join(workspace.root, 'Dockerfile'),
    },
    agent: { by: 'agent-name', value: 'bot' },
    image: { name: 'bot' },
    buildArgs: {},
    vmImage: false,
    build: 'auto',
    reuseWithinMs: 7 * 86_400_000,
    deploy: 'none',
    preview: { ttlMs: 8 * 3_600_000, keep: 1 },
    comment: { when: 'auto' },
    buildTimeoutMs: 30 * 60_000,
    deployTimeoutMs: 15 * 60_000,
    deployWait: true,
    pollIntervalMs: 5000,
    cancelOnAbort: true,
    history: 20,
    agents: [],
    parallel: 20,
    failFast: false,
    dryRun: false,
  });
  expect(workspace.warned).toEqual([]);
});

describe('accepted', () => {
  test.each<[string, Given, object]>([
    [
      'a pull request names its preview',
      { occasion: PULL, inputs: {} },
      { pullRequest: 7, preview: { label: 'pr-7' } },
    ],
    [
      'pr-number wins over the event',
      { occasion: PULL, inputs: { 'pr-number': '9' } },
      { pullRequest: 9, preview: { label: 'pr-9' } },
    ],
    [
      'agent-id',
      { inputs: { 'agent-name': '', 'agent-id': 'a-1' } },
      { agent: { by: 'agent-id', value: 'a-1' } },
    ],
    [
      'the repository names the image where no agent does',
      { inputs: PRIME, occasion: { repository: { name: 'My.Bots_' } } },
      { image: { name: 'my.bots' } },
    ],
    [
      'Prime with all it knows',
      { inputs: { ...PRIME, visibility: 'public', 'vm-image': 'true', platform: 'linux/arm64' } },
      { visibility: 'public', vmImage: true, platform: 'linux/arm64' },
    ],
    ['Pipecat with a region', { inputs: { ...PIPECAT, region: 'eu-central' } }, { region: 'eu-central' }],
    [
      'flags in all spellings of YAML 1.2',
      { inputs: { 'cancel-on-abort': 'False', 'dry-run': 'TRUE' } },
      { cancelOnAbort: false, dryRun: true },
    ],
    [
      'globs, one a line',
      { inputs: { mode: 'plan', agents: ' agents/* \r\n\n bots/**\n' } },
      { agents: ['agents/*', 'bots/**'] },
    ],
    ['a quick poll', { inputs: { 'poll-interval': '100ms' } }, { pollIntervalMs: 100 }],
    [
      'build: never with a build',
      { inputs: { build: 'never', 'build-id': 'b-1', context: 'gone' } },
      { buildId: 'b-1' },
    ],
    [
      'build: never with an image',
      { inputs: { build: 'never', 'image-name': 'r.invalid:5000/team/bot', 'image-tag': 'v1' } },
      { image: { name: 'r.invalid:5000/team/bot', tag: 'v1' } },
    ],
    [
      'a context by way of a link inside',
      { inputs: { context: 'way-in' } },
      { context: { root: expect.stringMatching(/workspace\/app$/) } },
    ],
    [
      'a Dockerfile beside the context',
      { inputs: { context: 'app', dockerfile: '../Dockerfile' } },
      { context: { dockerfile: expect.stringMatching(/workspace\/Dockerfile$/) } },
    ],
    [
      'deploy: auto on an event that deploys nothing',
      { inputs: { deploy: 'auto' }, occasion: { event: 'schedule' } },
      { deploy: 'auto' },
    ],
    [
      'a push whose pull request is looked up later',
      { inputs: { ...PIPECAT, deploy: 'preview' } },
      { deploy: 'preview' },
    ],
    [
      'closing needs neither context nor manifest',
      {
        inputs: { deploy: 'preview', context: 'gone', manifest: 'gone/manifest.yaml' },
        occasion: { ...PULL, closed: true },
      },
      { preview: { label: 'pr-7' } },
    ],
  ])('%s', async (_, given, expected) => {
    expect(await workspace.read(given)).toMatchObject(expected);
  });

  test.each<[string, Given]>([
    ['a dry run', { inputs: { ...NO_KEY, 'account-id': '', 'dry-run': 'true' } }],
    ['plan', { inputs: { ...NO_KEY, 'account-id': '', mode: 'plan', agents: 'a/*' } }],
    [
      'an event without secrets',
      { inputs: { ...NO_KEY, 'account-id': '' }, occasion: { secretsWithheld: true } },
    ],
  ])('without a key: %s', async (_, given) => {
    expect((await workspace.read(given)).connection).toBeUndefined();
  });
});

describe('one fault', () => {
  test.each<[string, Given, string]>([
    [
      'unknown cloud',
      { inputs: { cloud: 'pime' } },
      '- cloud: "pime" is not known; accepted: sgp, prime, pipecat; did you mean "prime"?',
    ],
    [
      'misspelt value',
      { inputs: { build: 'allways' } },
      '- build: "allways" is not known; accepted: auto, always, never; did you mean "always"?',
    ],
    ['shortened value', { inputs: { deploy: 'prod', ...PIPECAT } }, 'did you mean "production"?'],
    [
      'a value like no other',
      { inputs: { mode: 'xyzzyxyzzy' } },
      '- mode: "xyzzyxyzzy" is not known; accepted: run, plan, cleanup, report; the closest is "run"',
    ],
    ['value in capitals', { inputs: { comment: 'Never' } }, 'did you mean "never"?'],
    [
      'neither true nor false',
      { inputs: { 'dry-run': 'yes' } },
      '- dry-run: "yes" is neither true nor false; accepted: true, false; did you mean "true"?',
    ],
    ['no count', { inputs: { history: '-1' } }, '- history: must be a whole number, 0 or more, got "-1"'],
    [
      'an unknown name in an address',
      { inputs: { 'preview-url': 'https://{lable}.preview.example' } },
      '- preview-url: {lable} is not known (did you mean {label}?); known are {agent}, {label}, {deployment}, {build}, {tag}, {pr}; accepted: an https address such as https://{label}.preview.example/{agent}',
    ],
    [
      'a path to check without an address',
      { inputs: { 'preview-check': '/healthz' } },
      '- preview-check: "/healthz" is a path, and there is no preview-url that it could belong to; accepted: a path such as /healthz together with preview-url, or an https address such as https://{label}.preview.example/{agent}/healthz',
    ],
    [
      'an address to check in clear',
      { inputs: { 'preview-check': 'http://preview.example/healthz' } },
      '- preview-check: it must begin with https://, not http://',
    ],
    [
      'an unknown name in an address to check',
      { inputs: { 'preview-check': 'https://preview.example/{branch}' } },
      '- preview-check: {branch} is not known',
    ],
    [
      'a path to check that is another host',
      {
        inputs: {
          'preview-url': 'https://{label}.preview.example',
          'preview-check': '//elsewhere.example/x',
        },
      },
      '- preview-check: "//elsewhere.example/x" is not an address',
    ],
    ['a count too small', { inputs: { 'preview-keep': '0' } }, '- preview-keep: must be 1 or more, got 0'],
    [
      'no duration',
      { inputs: { 'preview-ttl': '8 hours' } },
      '- preview-ttl: "8 hours" is not a duration; accepted: a whole number above zero and one of ms, s, m, h, d, w, as in 90m, 8h, 3d, 1w; did you mean "8h"?',
    ],
    ['a duration of nothing', { inputs: { 'preview-ttl': '0h' } }, '- preview-ttl: "0h" is not a duration'],
    [
      'a wait that no timer can',
      { inputs: { 'build-timeout': '40d' } },
      '- build-timeout: "40d" is too long; accepted: 24d or less',
    ],
    [
      'a hail of requests',
      { inputs: { 'poll-interval': '1ms' } },
      '- poll-interval: "1ms" is too short; accepted: 100ms or more',
    ],
    ['two agents', { inputs: { 'agent-id': 'a-1' } }, '- agent-id, agent-name: they exclude each other'],
    [
      'no agent',
      { inputs: { 'agent-name': '' } },
      '- agent-name: missing: Scale GenAI Platform needs the name of the agent; accepted: agent-name, or agent-id, or manifest',
    ],
    [
      'no agent in the manifest either',
      { inputs: { 'agent-name': '', manifest: 'nameless.yaml' } },
      '- agent-name: missing: Scale GenAI Platform needs the name of the agent, and nameless.yaml lacks agent.name; accepted',
    ],
    [
      'the label of another pull request',
      { inputs: { 'preview-label': 'pr-8', 'pr-number': '7' } },
      '- preview-label: "pr-8" is the label of pull request 8, and this run is about 7; accepted: pr-7, or another label',
    ],
    [
      'build arguments',
      { inputs: { 'build-args': 'A=1\nsecret\nA=2' } },
      '- build-args: line 2 has no "=", line 3 repeats the key A of line 1; accepted: lines of KEY=VALUE',
    ],
    [
      'an input of another cloud',
      { inputs: { visibility: 'public' } },
      '- visibility: Scale GenAI Platform does not use this input; accepted: leave it out; it is for Prime Intellect',
    ],
    [
      'a flag of another cloud',
      { inputs: { 'vm-image': 'true' } },
      '- vm-image: Scale GenAI Platform does not use this input',
    ],
    [
      'region on a cloud without',
      { inputs: { region: 'eu' } },
      '- region: Scale GenAI Platform does not use this input; accepted: leave it out; it is for Pipecat Cloud',
    ],
    [
      'build arguments on Prime',
      { inputs: { ...PRIME, 'build-args': 'A=1' } },
      '- build-args: Prime Intellect does not use this input; accepted: leave it out; it is for Scale GenAI Platform',
    ],
    [
      'an account on Pipecat',
      { inputs: { ...PIPECAT, 'account-id': 'x' } },
      '- account-id: Pipecat Cloud has no account ids; accepted: leave it out',
    ],
    [
      'deploy on Prime',
      { inputs: { ...PRIME, deploy: 'auto' } },
      '- deploy: "auto" was given, and Prime Intellect deploys nothing; accepted: none',
    ],
    [
      'cleanup on Prime',
      { inputs: { ...PRIME, mode: 'cleanup' } },
      '- mode: Prime Intellect deploys nothing: there are no previews to clean up',
    ],
    [
      'a platform of another cloud',
      { inputs: { ...PIPECAT, platform: 'linux/amd64' } },
      '- platform: "linux/amd64" is not known; accepted: linux/arm64; did you mean "linux/arm64"?',
    ],
    ['plan of nothing', { inputs: { mode: 'plan' } }, '- agents: missing: mode plan needs it'],
    [
      'build: never of nothing',
      { inputs: { build: 'never' } },
      '- build-id: missing: with build: never there is nothing to deploy; accepted: build-id, image, or image-name and image-tag',
    ],
    [
      'an image name with a tag',
      { inputs: { 'image-name': 'My/Bot:1' } },
      '- image-name: "My/Bot:1" is not an image name; accepted: lower-case letters and digits, divided by one of . _ -, without a tag; did you mean "my/bot"?',
    ],
    [
      'a tag',
      { inputs: { 'image-tag': 'feature/x' } },
      'not beginning with . or -; did you mean "feature-x"?',
    ],
    ['a tag without a letter that fits', { inputs: { 'image-tag': '日本' } }, 'not beginning with . or -'],
    [
      'a digest in a name',
      { inputs: { 'image-name': 'r.invalid/bot@sha256:ab' } },
      'without a tag; did you mean "r.invalid/bot"?',
    ],
    [
      'a label of nothing',
      { inputs: { 'preview-label': '✨/✨' } },
      '- preview-label: "✨/✨" has no character that a label can have; accepted: letters, digits and hyphens, at most 30',
    ],
    [
      'a preview of no pull request',
      { inputs: { ...PIPECAT, deploy: 'preview' }, occasion: { event: 'schedule' } },
      '- preview-label: missing: the event "schedule" carries no pull request to name the preview after; accepted: a label or pr-number; these events carry a pull request: pull_request, pull_request_target, issue_comment on a pull request',
    ],
    [
      'no key',
      { inputs: NO_KEY },
      '- api-key: missing; accepted: the key of Scale GenAI Platform, here or in the environment variable SGP_API_KEY',
    ],
    [
      'no account',
      { inputs: { 'account-id': '' } },
      '- account-id: missing; accepted: the account id at Scale GenAI Platform, here or in the environment variable SGP_ACCOUNT_ID',
    ],
    [
      'no account although the key is there',
      { inputs: { 'account-id': '' }, occasion: { secretsWithheld: true } },
      '- account-id: missing',
    ],
    [
      'http to a public host',
      { inputs: { 'base-url': 'http://cloud.invalid/x' } },
      '- base-url: with http to cloud.invalid the key would travel in clear; accepted: an https address such as https://api.egp.scale.com',
    ],
    ['no address', { inputs: { 'base-url': 'cloud.invalid' } }, '- base-url: it is not a URL'],
    ['another scheme', { inputs: { 'base-url': 'ftp://cloud.invalid' } }, '- base-url: ftp: is not https'],
    ['context outside', { inputs: { context: '../outside' } }, '- context: "../outside" leads to '],
    [
      'absolute context outside',
      { inputs: { context: '/' } },
      '- context: "/" leads to /, outside the workspace ',
    ],
    [
      'context outside through a link',
      { inputs: { context: 'way-out' } },
      '/outside, outside the workspace ',
    ],
    [
      'context below a link that leaves',
      { inputs: { context: 'way-out/deeper/still' } },
      '/outside/deeper/still, outside the workspace ',
    ],
    [
      'context that is not there',
      { inputs: { context: 'gone' } },
      '- context: "gone" is not a folder (looked at ',
    ],
    [
      'context that is a file',
      { inputs: { context: 'Dockerfile' } },
      '- context: "Dockerfile" is not a folder (looked at ',
    ],
    [
      'Dockerfile outside',
      { inputs: { dockerfile: '../outside/Dockerfile' } },
      '- dockerfile: "../outside/Dockerfile" leads to ',
    ],
    [
      'Dockerfile outside through a link',
      { inputs: { dockerfile: 'way-out/Dockerfile' } },
      '- dockerfile: "way-out/Dockerfile" leads to ',
    ],
  ])('%s', async (_, given, expected) => {
    const message = await messageOfRejection(workspace.read(given));
    expect(message).toContain('An input is faulty; no request was made:\n');
    expect(message).toContain(expected);
  });
});

test('all faults are in one message, each on a line', async () => {
  const inputs = {
    build: 'nevr',
    deploy: 'preveiw',
    'preview-ttl': 'soon',
    'api-key': '',
    context: 'gone',
    'image-tag': '-x',
  };
  const error = await workspace.read({ inputs }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  const [title, ...faults] = (error as UserError).message.split('\n');
  expect(title).toBe('6 inputs are faulty; no request was made:');
  expect(faults.map((fault) => /^- ([a-z-]+): /.exec(fault)?.[1]).sort()).toEqual(Object.keys(inputs).sort());
});

describe('a misspelt value invents no other fault', () => {
  const bare = { 'api-key': '', 'account-id': '', 'agent-name': '' };

  test.each<[string, Record<string, string>]>([
    ['mode: PLAN, which needs neither key nor agent', { ...bare, mode: 'PLAN', agents: 'a/*' }],
    ['mode: clean-up, which needs no agent', { mode: 'clean-up', 'agent-name': '' }],
    ['dry-run: yes, which needs no key', { 'dry-run': 'yes', 'api-key': '', 'account-id': '' }],
  ])('%s', async (_name, inputs) => {
    expect(await messageOfRejection(workspace.read({ inputs }))).toContain('An input is faulty');
  });
});

test('a faulty cloud does not hide the other faults, nor invent any', async () => {
  const message = await messageOfRejection(
    workspace.read({ inputs: { cloud: 'x', visibility: 'public', history: 'y', context: 'way-out' } }),
  );
  expect(message).toContain('3 inputs are faulty');
});

test('with a faulty cloud the rest is held against what any cloud takes', async () => {
  const inputs = {
    cloud: 'spg',
    platform: 'linux/arm46',
    'base-url': 'http://cloud.invalid',
    manifest: 'gone.yaml',
  };
  const message = await messageOfRejection(workspace.read({ inputs }));
  expect(message).toContain('4 inputs are faulty');
  expect(message).toContain('did you mean "sgp"?');
  expect(message).toContain('did you mean "linux/arm64"?');
});

test('with a faulty cloud, what only some clouds take is no fault', async () => {
  const inputs = {
    cloud: 'x',
    platform: 'linux/arm/v7',
    'account-id': '',
    'build-args': 'A=1',
    region: 'us',
  };
  const message = await messageOfRejection(workspace.read({ inputs }));
  expect(message).toContain('An input is faulty');
});

describe('addresses', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a path prefix stays', { 'base-url': 'https://proxy.invalid/egp//' }, 'https://proxy.invalid/egp'],
    ['loopback name', { 'base-url': 'http://localhost:8080/' }, 'http://localhost:8080'],
    ['loopback address', { 'base-url': 'http://127.1.2.3:1' }, 'http://127.1.2.3:1'],
    ['loopback of IPv6', { 'base-url': 'http://[::1]:1' }, 'http://[::1]:1'],
    ['suffix of Prime', { ...PRIME, 'base-url': 'https://p.invalid/x/api/v1/' }, 'https://p.invalid/x'],
    ['suffix of Pipecat', { ...PIPECAT, 'base-url': 'https://p.invalid/v1' }, 'https://p.invalid'],
    ['what is a suffix elsewhere stays', { 'base-url': 'https://p.invalid/v1' }, 'https://p.invalid/v1'],
  ])('%s', async (_, inputs, expected) => {
    expect((await workspace.read({ inputs })).connection?.baseUrl).toBe(expected);
  });

  test.each([
    'http://localhost.cloud.invalid',
    'http://127.0.0.1.cloud.invalid',
    'http://1270.0.0.1.invalid',
    'http://0x7f.invalid',
    'http://[::2]',
  ])('%s is not loopback', async (address) => {
    expect(await messageOfRejection(workspace.read({ inputs: { 'base-url': address } }))).toContain(
      '- base-url: ',
    );
  });
});

describe('credentials', () => {
  test('come from the cloud’s environment variables where no input is given, in their order', async () => {
    const env = {
      PRIME_API_KEY: 'prime-key',
      PRIME_TEAM_ID: 'team',
      PRIME_BASE_URL: 'https://b.invalid',
      PRIME_API_BASE_URL: 'https://a.invalid/api/v1',
    };
    const { connection } = await workspace.read({ inputs: { ...PRIME, ...NO_KEY }, env });
    expect(connection).toEqual({ apiKey: 'prime-key', account: 'team', baseUrl: 'https://a.invalid' });
    expect(workspace.masked).toContain('prime-key');
  });

  test('a faulty variable is named', async () => {
    const message = await messageOfRejection(
      workspace.read({ env: { SGP_CLIENT_BASE_URL: 'http://x.invalid' } }),
    );
    expect(message).toContain('- base-url (from SGP_CLIENT_BASE_URL): with http');
  });

  test('are masked first, and shown by no fault', async () => {
    const inputs = {
      ...PIPECAT,
      'api-key': 'pcc_pat_0000',
      'github-token': 'token-0000',
      'base-url': 'https://user:word-0000@x.invalid',
      mode: 'x',
    };
    const message = await messageOfRejection(workspace.read({ inputs, env: { SGP_API_KEY: 'other-0000' } }));
    expect(workspace.masked).toEqual(['pcc_pat_0000', 'token-0000', 'other-0000']);
    expect(message).toContain(
      '- api-key: it is a personal access token; Pipecat Cloud builds need a private API key',
    );
    expect(message).toContain('- base-url: it has a user name or password');
    expect(message).not.toContain('0000');
  });

  test.each(['two words', 'two\nlines', 'ünicode'])('no key looks like %j', async (key) => {
    const message = await messageOfRejection(workspace.read({ inputs: { 'api-key': key } }));
    expect(message).toContain('- api-key: it has characters that a key cannot have');
    expect(message).not.toContain(key);
  });
});

describe('warnings', () => {
  test.each<[string, Given, string[]]>([
    [
      'a misspelt input',
      { env: { INPUT_DOKERFILE: 'x', INPUT_BUILD_ARGS: 'A=1' } },
      [
        'There is no input "build_args"; it was ignored. Did you mean "build-args"?',
        'There is no input "dokerfile"; it was ignored. Did you mean "dockerfile"?',
      ],
    ],
    ['inputs of someone else', { env: { INPUT_XYZZYXYZZYXYZZY: 'x' } }, []],
    [
      'a long label',
      { inputs: { 'preview-label': 'a'.repeat(31) } },
      [
        `preview-label "${'a'.repeat(31)}" becomes ${'a'.repeat(21)}-61c60b48: a label has lower-case letters, digits and hyphens, at most 30, and ends in a hash where it had to be changed.`,
      ],
    ],
    [
      'a label in other letters',
      { inputs: { 'preview-label': 'PR_7' } },
      [
        'preview-label "PR_7" becomes pr7-781e3820: a label has lower-case letters, digits and hyphens, at most 30, and ends in a hash where it had to be changed.',
      ],
    ],
  ])('%s', async (_, given, expected) => {
    await workspace.read(given);
    expect(workspace.warned).toEqual(expected);
  });
});
