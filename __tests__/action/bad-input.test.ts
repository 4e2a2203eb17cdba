import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { RunRecord } from '../../emulator/runner/index.ts';
import { actionFolder, runBundle } from '../support/bundle.ts';
import { AGENT, agentJob, MANIFEST, sgpInputs, startSgp } from '../support/cloud.ts';
import { temporaryFolder } from '../support/workspace.ts';

type Row = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly prepare?: (workspace: string) => void;
  /** All of them are in the one error. */
  readonly says: readonly (string | RegExp)[];
  readonly event?: { readonly name: string; readonly payload: unknown };
};

const PULL_REQUEST = {
  name: 'pull_request',
  payload: {
    action: 'opened',
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: 'a'.repeat(40), ref: 'topic', repo: { full_name: 'octo/agents' } },
      base: { sha: 'b'.repeat(40), repo: { full_name: 'octo/agents' } },
    },
  },
};

const BEFORE: Readonly<Record<string, Row>> = {
  'misspelt values, all at once': {
    inputs: { cloud: 'sgpp', platform: 'linux/amd46', build: 'alway', 'build-timeout': '8 hours' },
    says: ['4 inputs are faulty', '"sgp"', '"linux/amd64"', '"always"', '"8 hours" is not a duration'],
  },
  'context outside the workspace': {
    inputs: { context: '../..' },
    says: ['context', 'outside'],
  },
  'context outside the workspace, through a link': {
    inputs: { context: 'link' },
    prepare: (workspace) => symlinkSync(temporaryFolder('outside'), join(workspace, 'link')),
    says: ['context', /outside-\w+/],
  },
  'a context that is not there': { inputs: { context: 'gone' }, says: ['context', 'gone'] },
  'http to a public host': {
    inputs: { 'base-url': 'http://api.example.com' },
    says: ['base-url', 'the key would travel in clear'],
  },
  'manifest that is not YAML': {
    inputs: { manifest: 'manifest.yaml' },
    files: { 'manifest.yaml': 'agent: [\n' },
    says: ['manifest.yaml:'],
  },
  'manifest without a field': {
    inputs: { manifest: 'manifest.yaml' },
    files: { 'manifest.yaml': MANIFEST.replace('    dockerfile: Dockerfile\n', '') },
    says: ['manifest.yaml', 'build.context.dockerfile'],
  },
  'manifest that points outside': {
    inputs: { manifest: 'manifest.yaml' },
    files: { 'manifest.yaml': MANIFEST.replace('root: .', 'root: ../..') },
    says: ['manifest.yaml', 'build.context.root'],
  },
  'build arguments': {
    inputs: { 'build-args': 'A=1\nB\nA=2\n=x' },
    says: ['build-args', 'line 2', 'line 3', 'line 4'],
  },
  'no Dockerfile': { inputs: { dockerfile: 'docker/Dockerfile' }, says: ['docker/Dockerfile'] },
  'an empty context': {
    inputs: { context: 'empty' },
    prepare: (workspace) => mkdirSync(join(workspace, 'empty')),
    says: ['empty'],
  },
  'two that exclude each other': {
    inputs: { 'agent-id': 'x' },
    says: ['agent-id, agent-name', 'they exclude each other'],
  },
  'deploy without a manifest': {
    inputs: { deploy: 'production' },
    says: ['manifest'],
  },
  'deploy without its environments': {
    inputs: { deploy: 'production', manifest: 'manifest.yaml' },
    files: { 'manifest.yaml': MANIFEST },
    says: ['environments.yaml'],
  },
  'a life that is no duration': { inputs: { 'preview-ttl': '0h' }, says: ['preview-ttl', '0h'] },
  'a preview without a pull request': {
    inputs: { deploy: 'preview', manifest: 'manifest.yaml' },
    files: { 'manifest.yaml': MANIFEST, 'environments.yaml': ENVIRONMENTS() },
    says: ['preview-label', 'pull_request'],
  },
  'a label of which nothing is left': {
    inputs: { deploy: 'preview', manifest: 'manifest.yaml', 'preview-label': '___' },
    files: { 'manifest.yaml': MANIFEST, 'environments.yaml': ENVIRONMENTS() },
    event: PULL_REQUEST,
    says: ['preview-label', '___'],
  },
  'no key': { inputs: { 'api-key': '' }, says: ['api-key', 'missing', 'SGP_API_KEY'] },
};

function ENVIRONMENTS(): string {
  return 'schema_version: v1\nenvironments:\n  dev:\n    kubernetes: { namespace: a }\n    auth: { principal: { account_id: a, user_id: b } }\n';
}

function errorOf(run: RunRecord): string {
  expect(run.exitCode).toBe(1);
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  expect(run.faults).toEqual([]);
  return `${errors[0]?.title} ${errors[0]?.file ?? ''}:${errors[0]?.line ?? ''} ${errors[0]?.message}`;
}

describe('refused before any request', () => {
  test.concurrent.each(Object.entries(BEFORE))(
    '%s',
    async (_name, { inputs, files, prepare, says, event }) => {
      const sgp = await startSgp();
      const { options, repository } = agentJob({ ...AGENT, ...files });
      prepare?.(repository.path);
      const run = await runBundle({ ...options, ...(event && { event }), inputs: sgpInputs(sgp, inputs) });
      const message = errorOf(run);
      for (const part of says) {
        if (typeof part === 'string') expect(message).toContain(part);
        else expect(message).toMatch(part);
      }
      expect(sgp.control.requests).toEqual([]);
      expect(run.main.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(sgp.credentials.apiKey);
    },
  );
});

describe('a faulty input loads no more than its report', () => {
  /** Bytes: each takes a start time, and the entry grows unseen. */
  const ENTRY = 269_000;

  /** The files of dist/ that V8 saw. */
  function loadedBy(inputs: Readonly<Record<string, string>>): readonly string[] {
    const folder = temporaryFolder('loaded');
    const reports = join(folder, 'coverage');
    const env = {
      PATH: process.env.PATH,
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      NODE_V8_COVERAGE: reports,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    };
    const { status } = spawnSync(process.execPath, [join(actionFolder, 'dist/index.js')], { env });
    expect(status).toBe(1);
    return readdirSync(reports).flatMap((name) => {
      const report = JSON.parse(readFileSync(join(reports, name), 'utf8')) as { result: { url: string }[] };
      return report.result.flatMap(({ url }) => (url.startsWith('file:') ? basename(url) : []));
    });
  }

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['an unknown cloud', { cloud: 'no-such-cloud' }, ['index.js']],
    ['no key', {}, ['index.js']],
    ['a value that a known cloud does not take', { cloud: 'prime', platform: 'z80' }, ['index.js']],
    ['several at once', { cloud: 'pipecat', build: 'alway', 'build-timeout': '1 parsec' }, ['index.js']],
    ['an image that is none', { cloud: 'sgp', image: '??' }, ['given-image.js', 'index.js']],
  ])('%s', (_name, inputs, files) => {
    expect([...new Set(loadedBy(inputs))].sort()).toEqual(files);
    expect(statSync(join(actionFolder, 'dist/index.js')).size).toBeLessThan(ENTRY);
  });
});

describe('refused by the cloud', () => {
  test.concurrent.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a wrong key', { 'api-key': 'not-the-right-key' }, ['401', 'api-key']],
    ['a wrong account', { 'account-id': 'not-the-right-account' }, ['403', 'account-id']],
    [
      'no such agent',
      { 'agent-name': '', 'agent-id': '00000000-0000-4000-8000-000000000000' },
      ['404', 'agent-id'],
    ],
  ])('%s: fatal at once, never with the value', async (_name, inputs, says) => {
    const sgp = await startSgp();
    const run = await runBundle({ ...agentJob().options, inputs: sgpInputs(sgp, inputs) });
    const message = errorOf(run);
    for (const part of says) expect(message).toContain(part);
    for (const value of Object.values(inputs)) if (value) expect(message).not.toContain(value);
    expect(run.main.stdout).not.toContain('trying again');
    expect(sgp.control.sgp.builds).toEqual([]);
  });
});

test.concurrent('a value that the cloud does not take: its words for the field, without the value', async () => {
  const sgp = await startSgp();
  const problem = { loc: ['body', 'image_tag'], msg: 'is not to its liking', input: 'a-tag-of-mine' };
  sgp.control.misbehave({
    operation: 'submitBuild',
    times: 9,
    fault: { kind: 'status', status: 422, body: { detail: [problem] } },
  });
  const run = await runBundle({
    ...agentJob().options,
    inputs: sgpInputs(sgp, { 'image-tag': 'a-tag-of-mine' }),
  });
  const message = errorOf(run);
  expect(message).toContain('422: body.image_tag: is not to its liking');
  expect(message).not.toContain('a-tag-of-mine');
  expect(sgp.control.requests.filter(({ operation }) => operation === 'submitBuild')).toHaveLength(1);
});

describe('the agent', () => {
  test.concurrent('that the account has is built by its id, a new one by its name', async () => {
    const sgp = await startSgp();
    const [known] = sgp.control.sgp.seedHistory({ builds: 1, agents: ['greeter'] });
    await runBundle({ ...agentJob().options, inputs: sgpInputs(sgp) });
    await runBundle({ ...agentJob().options, inputs: sgpInputs(sgp, { 'agent-name': 'newcomer' }) });
    const sent = sgp.control.requests
      .filter(({ operation }) => operation === 'submitBuild')
      .map(({ body }) => (body.kind === 'form' ? body.fields : {}));
    expect(sent[0]).toMatchObject({ agent_id: known?.agentId });
    expect(sent[0]).not.toHaveProperty('agent_name');
    expect(sent[1]).toMatchObject({ agent_name: 'newcomer' });
    expect(sent[1]).not.toHaveProperty('agent_id');
    expect(sgp.control.violations).toEqual([]);
  });

  test.concurrent('that several jobs create at once is created once, and each has its build', async () => {
    const sgp = await startSgp();
    sgp.control.misbehave({ operation: 'listBuilds', times: 3, fault: { kind: 'late-reply', ms: 1_500 } });
    const runs = ['a', 'b', 'c'].map((tag) =>
      runBundle({ ...agentJob().options, inputs: sgpInputs(sgp, { 'image-tag': tag }) }),
    );
    for (const run of await Promise.all(runs)) expect(run.outputs['build-status']).toBe('success');
    expect(new Set(sgp.control.sgp.builds.map(({ agentId }) => agentId)).size).toBe(1);
    expect(sgp.control.sgp.builds).toHaveLength(3);
  });

  test.concurrent('and everything else comes from the manifest', async () => {
    const sgp = await startSgp();
    const files = { ...AGENT, 'manifest.yaml': MANIFEST };
    const run = await runBundle({
      ...agentJob(files).options,
      inputs: sgpInputs(sgp, { 'agent-name': '', manifest: 'manifest.yaml' }),
    });
    expect(run.outputs).toMatchObject({
      'build-status': 'success',
      'image-name': 'greeter',
      'context-files': '2',
    });
  });

  test.concurrent('build: never takes a build as it is, and refuses one that did not succeed', async () => {
    const sgp = await startSgp();
    const builds = sgp.control.sgp.seedHistory({ builds: 6, agents: ['greeter'] });
    const good = builds.find(({ status }) => status === 'success');
    const bad = builds.find(({ status }) => status === 'failed');
    const inputs = { build: 'never', manifest: 'manifest.yaml', deploy: 'production' };
    const files = { ...AGENT, 'manifest.yaml': MANIFEST, 'environments.yaml': ENVIRONMENTS() };
    const fine = await runBundle({
      ...agentJob(files).options,
      inputs: sgpInputs(sgp, { ...inputs, 'build-id': good?.id ?? '' }),
    });
    expect(fine.outputs).toMatchObject({ 'build-id': good?.id, 'deployment-status': 'healthy' });
    const refused = await runBundle({
      ...agentJob(files).options,
      inputs: sgpInputs(sgp, { ...inputs, 'build-id': bad?.id ?? '' }),
    });
    expect(errorOf(refused)).toContain('only a successful build can be deployed');
    expect(sgp.control.requests.filter(({ operation }) => operation === 'submitBuild')).toEqual([]);
  });
});
