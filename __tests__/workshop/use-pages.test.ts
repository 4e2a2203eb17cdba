import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Emulator } from '../../emulator/emulator.ts';
import { startForge } from '../../emulator/forge/index.ts';
import { runBundle } from '../support/bundle.ts';
import { atEnd } from '../support/cleanup.ts';
import { startSgp } from '../support/cloud.ts';
import { makeRepository } from '../support/workspace.ts';
import { filledIn, inputsOf, isOurs, runsIf, type Step, stepsOf, type Workflow } from './workflow-texts.ts';

/** What README.md and docs/use/ tell people to write, done as it says: files, workflows and scripts as they stand on the pages. */

type Section = { readonly title: string; readonly text: string };

function sectionsOf(page: string): readonly Section[] {
  return readFileSync(page, 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((text) => ({ title: text.split('\n')[0] ?? '', text }));
}

/** Each block below a line that begins with its path. */
function filesOf({ text }: Section): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/^`([^`\n]+)`: [^\n]*\n\n```\w+\n(.*?)^```$/gms)];
  return Object.fromEntries(found.map(([, path = '', content = '']) => [path, content]));
}

const blockOf = ({ text }: Section, language: string) =>
  new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(text)?.[1] ?? '';

const REPOSITORY = { full_name: 'octo/support', default_branch: 'main' };
const HEAD = 'c0ffee'.padEnd(40, '0');
const PULL_REQUEST = {
  action: 'opened',
  number: 7,
  pull_request: {
    number: 7,
    head: { sha: HEAD, ref: 'topic', repo: REPOSITORY },
    base: { sha: 'b'.repeat(40), ref: 'main', repo: REPOSITORY },
  },
  repository: REPOSITORY,
};
const PUSH = { ref: 'refs/heads/main', after: HEAD, before: 'b'.repeat(40), repository: REPOSITORY };

/** What a reader has besides: an agent that builds. */
const DOCKERFILE = 'FROM scratch\nCOPY . /app\nRUN echo hello\n';
const SOURCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Scale GenAI Platform': {
    'agent/Dockerfile': DOCKERFILE,
    'agent/.dockerignore': '*.log\n',
    'agent/support_agent/main.py': 'print("hi")\n',
    'agent/support_agent/requirements.txt': 'requests\n',
  },
  'Pipecat Cloud': { Dockerfile: DOCKERFILE, 'bot.py': 'print("hi")\n' },
  'Prime Intellect': { 'agent/Dockerfile': DOCKERFILE, 'agent/main.py': 'print("hi")\n' },
};

function inputsFor(step: Step, emulator: Emulator, event: object): Readonly<Record<string, string>> {
  const { apiKey, accountId } = emulator.credentials;
  const names = ['SGP_API_KEY', 'PRIME_API_KEY', 'PIPECAT_API_KEY'];
  const contexts = {
    secrets: Object.fromEntries(names.map((name) => [name, apiKey])),
    vars: { SGP_ACCOUNT_ID: accountId },
    github: { event },
  };
  return Object.fromEntries(
    Object.entries(inputsOf(step)).map(([name, value]) => [name, filledIn(String(value), contexts)]),
  );
}

const SGP = 'Scale GenAI Platform';
const quickStart = sectionsOf('docs/use/quick-start.md').filter(({ title }) => title in SOURCES);
const ofSgp = filesOf(quickStart.find(({ title }) => title === SGP) ?? { title: '', text: '' });

describe('README.md and docs/use/quick-start.md', () => {
  const inReadme = sectionsOf('README.md').filter(({ text }) => /^`\.github\/workflows\//m.test(text));
  const parts = [...inReadme, ...quickStart];

  test('have a part for each cloud, and one for who reads no further', () => {
    expect(quickStart.map(({ title }) => title)).toEqual(Object.keys(SOURCES));
    expect(inReadme.map(({ title }) => title)).toEqual(['A workflow and a manifest']);
  });

  const built = { 'build-status': 'success' };
  const deployed = { ...built, 'deployment-status': 'healthy' };
  const events = [
    ['pull_request', PULL_REQUEST],
    ['push', PUSH],
  ] as const;
  const rows = parts.flatMap((part) =>
    events.map(([name, event]) => [part.title, name, event, part] as const),
  );

  test.each(rows)('%s on %s', async (title, name, event, part) => {
    const emulator = await startSgp();
    const forge = await startForge({ flavour: 'github', repository: REPOSITORY.full_name });
    atEnd(forge.close);
    forge.pull({ number: 7, sha: HEAD, ref: 'topic' });
    // README.md leaves environments.yaml to the quick start.
    const files = { ...(title in SOURCES ? {} : ofSgp), ...filesOf(part) };
    const workflows = Object.keys(files).filter((path) => path.startsWith('.github/workflows/'));
    const { on, jobs } = parse(files[workflows[0] ?? ''] ?? '') as Workflow;
    expect([workflows.length, name in on, Object.keys(jobs).length]).toEqual([1, true, 1]);
    const steps = Object.values(jobs)[0]?.steps ?? [];
    const github = { event_name: name, event };
    expect(steps.every((step) => runsIf(step.if, { github }))).toBe(true);
    const step = steps.find(isOurs) ?? {};
    const record = await runBundle({
      workspace: makeRepository({ ...SOURCES[title in SOURCES ? title : SGP], ...files }).path,
      token: forge.tokens.workflow,
      event: { name, payload: event },
      job: { repository: REPOSITORY.full_name, apiUrl: forge.apiUrl, serverUrl: forge.serverUrl },
      inputs: { ...inputsFor(step, emulator, event), 'base-url': emulator.url },
    });
    const expected = title === 'Prime Intellect' ? built : deployed;
    expect(record.conclusion === 'success' ? '' : record.log).toBe('');
    expect(record.outputs).toMatchObject(expected);
    expect(record.log).not.toContain('::warning');
    const label = name === 'pull_request' && expected === deployed ? 'pr-7' : undefined;
    expect(record.outputs['preview-label'] || undefined).toBe(label);
    expect(emulator.control.violations).toEqual([]);
  });
});

describe('docs/use/from-curl.md', () => {
  const [part] = sectionsOf('docs/use/from-curl.md');
  const agent = () => makeRepository({ ...SOURCES[SGP], ...ofSgp });

  /** What was asked of the cloud that a person would name. */
  function asked({ control }: Emulator): readonly unknown[] {
    const ofOperation = (operation: string) =>
      control.requests.filter((request) => request.operation === operation).map(({ body }) => body);
    const submits = ofOperation('submitBuild').map((body) => {
      const { image_name, image_tag, agent_name } = body.kind === 'form' ? body.fields : {};
      return { image_name, image_tag, agent_name };
    });
    const deployments = ofOperation('createDeployment').map((body) => {
      const { manifest_file, environment_config } = (body.kind === 'json' ? body.value : {}) as Readonly<
        Record<string, unknown>
      >;
      return { manifest_file, environment_config };
    });
    return [...submits, ...deployments];
  }

  test('has a step that asks for what its script asks for', async () => {
    if (!part) throw new Error('the page has no part');
    const scripted = await startSgp();
    const workspace = agent();
    const sha = workspace.git('rev-parse', 'HEAD');
    const { apiKey, accountId } = scripted.credentials;
    const shell = await promisify(execFile)(
      'bash',
      ['-c', `sleep() { command sleep 0.2; }\n${blockOf(part, 'bash')}`],
      {
        cwd: workspace.path,
        timeout: 120_000,
        env: {
          ...process.env,
          GITHUB_SHA: sha,
          SGP_API_KEY: apiKey,
          SGP_ACCOUNT_ID: accountId,
          SGP_CLIENT_BASE_URL: scripted.url,
        },
      },
    );
    expect(shell.stdout).toMatch(/success\n(?:.*\n)*healthy\n$/);

    const stepped = await startSgp();
    const [step = {}] = stepsOf({ where: 'docs/use/from-curl.md', text: blockOf(part, 'yaml') });
    const record = await runBundle({
      workspace: agent().path,
      event: { name: 'push', payload: PUSH },
      job: { sha, ref: 'refs/heads/main' },
      inputs: { ...inputsFor(step, stepped, PUSH), 'base-url': stepped.url },
    });
    expect(record).toMatchObject({ conclusion: 'success', outputs: { 'deployment-status': 'healthy' } });
    expect(asked(stepped)).toEqual(asked(scripted));
    expect(asked(scripted)).toHaveLength(2);
  });
});
