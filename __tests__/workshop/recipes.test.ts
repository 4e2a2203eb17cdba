import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../../emulator/emulator.ts';
import { startForge } from '../../emulator/forge/index.ts';
import { shownWorkflows } from '../../scripts/shown-workflows.ts';
import { runBundle } from '../support/bundle.ts';
import { atEnd } from '../support/cleanup.ts';
import { makeWorkspace } from '../support/workspace.ts';
import { filledIn, inputsOf, isOurs, type Job, runsIf, workflowOf } from './workflow-texts.ts';

/** docs/use/recipes.md as it stands, each recipe on its event: which jobs run, and what the step then does. */

const HEAD = 'c0ffee'.padEnd(40, '0');
const OWN = {
  full_name: 'octo/greeter',
  default_branch: 'main',
  html_url: 'https://forge.example/octo/greeter',
};
const FORK = { full_name: 'stranger/greeter' };

const pullRequest = (action: string, from: object = OWN) => ({
  action,
  number: 7,
  label: { name: 'build' },
  pull_request: {
    number: 7,
    head: { sha: HEAD, ref: 'topic', repo: from },
    base: { sha: 'b'.repeat(40), ref: 'main', repo: OWN },
  },
  repository: OWN,
});
const workflowRun = (more: object = {}) => ({
  action: 'completed',
  workflow_run: {
    head_sha: HEAD,
    head_branch: 'topic',
    head_repository: OWN,
    conclusion: 'success',
    event: 'pull_request',
    pull_requests: [{ number: 7 }],
    ...more,
  },
  repository: OWN,
});
const comment = (body: string, author_association: string, issue: object = { pull_request: {} }) => ({
  action: 'created',
  issue: { number: 7, ...issue },
  comment: { body, author_association },
  repository: OWN,
});

const recipes = shownWorkflows().filter(({ where }) => where.startsWith('docs/use/recipes.md'));

function recipeOf(event: string) {
  const workflow = recipes.map(workflowOf).find(({ on }) => event in on);
  if (!workflow) throw new Error(`docs/use/recipes.md has no recipe for ${event}`);
  return workflow;
}

/** The jobs of the recipe for that event that such an event starts, by name. */
function jobsOn(event_name: string, event: object): Readonly<Record<string, Job>> {
  const github = { event_name, event, repository: OWN.full_name };
  return Object.fromEntries(
    Object.entries(recipeOf(event_name).jobs).filter(([, job]) => runsIf(job.if, { github })),
  );
}

describe('which jobs of a recipe run', () => {
  test.each<readonly [string, string, object, readonly string[]]>([
    ['a pull request that is opened', 'pull_request', pullRequest('opened'), ['preview']],
    ['a pull request that is closed', 'pull_request', pullRequest('closed'), ['preview']],
    ['the hourly schedule', 'schedule', { schedule: '17 * * * *' }, ['cleanup']],
    ['the daily schedule', 'schedule', { schedule: '41 6 * * *' }, ['report']],
    ['the label', 'pull_request_target', pullRequest('labeled', FORK), ['build']],
    ['another label', 'pull_request_target', { ...pullRequest('labeled', FORK), label: { name: 'bug' } }, []],
    ['tests that passed', 'workflow_run', workflowRun(), ['preview']],
    ['tests that failed', 'workflow_run', workflowRun({ conclusion: 'failure' }), []],
    ['tests of a fork', 'workflow_run', workflowRun({ head_repository: FORK }), []],
    ['tests of a push', 'workflow_run', workflowRun({ event: 'push' }), []],
    ['a member’s /preview', 'issue_comment', comment('/preview', 'MEMBER'), ['preview']],
    ['a stranger’s /preview', 'issue_comment', comment('/preview', 'NONE'), []],
    ['a contributor’s /preview', 'issue_comment', comment('/preview', 'CONTRIBUTOR'), []],
    ['a member’s other words', 'issue_comment', comment('/preview please', 'MEMBER'), []],
    ['/preview below an issue', 'issue_comment', comment('/preview', 'OWNER', {}), []],
  ])('on %s', (_name, event_name, event, names) => {
    expect(Object.keys(jobsOn(event_name, event))).toEqual(names);
  });
});

describe('what the step of a recipe does', () => {
  const files = [
    'Dockerfile',
    'manifest.yaml',
    'environments.yaml',
    'concierge/__main__.py',
    'concierge/requirements.txt',
  ];
  /** The example agent, where and as the recipes name it. */
  const checkout = () =>
    makeWorkspace(
      Object.fromEntries(
        files.map((name) => [
          `agent/${name}`,
          readFileSync(`examples/agent/${name}`, 'utf8').replace('name: concierge', 'name: support-agent'),
        ]),
      ),
    ).path;
  const KEY = 'emulator-key-not-a-secret';
  const secrets = { SGP_API_KEY: KEY, FORKS_SGP_API_KEY: KEY };
  const vars = { SGP_ACCOUNT_ID: 'emulator-account', FORKS_SGP_ACCOUNT_ID: 'emulator-account' };
  const built = { 'build-status': 'success' };
  const deployed = { ...built, 'deployment-status': 'healthy' };
  const preview = { ...deployed, 'preview-label': 'pr-7' };
  const push = { ref: 'refs/heads/main', after: HEAD, before: 'b'.repeat(40), repository: OWN };

  test.each<readonly [string, object, object]>([
    ['pull_request', pullRequest('opened'), preview],
    ['push', push, deployed],
    ['schedule', { schedule: '17 * * * *', repository: OWN }, { 'previews-deleted': '0' }],
    ['schedule', { schedule: '41 6 * * *', repository: OWN }, {}],
    ['pull_request_target', pullRequest('labeled', FORK), built],
    ['workflow_run', workflowRun(), preview],
    ['issue_comment', comment('/preview', 'MEMBER'), preview],
  ])('on %s', async (name, payload, outputs) => {
    const emulator = await startEmulator({ builder: 'play', pace: 0 });
    atEnd(() => emulator.close());
    const forge = await startForge({ flavour: 'github', repository: OWN.full_name });
    atEnd(forge.close);
    forge.pull({ number: 7, sha: HEAD, ref: 'topic' });
    const [job, ...others] = Object.values(jobsOn(name, payload));
    expect(others).toEqual([]);
    const step = job?.steps.find(isOurs) ?? {};
    const github = { event_name: name, event: payload, repository: OWN.full_name };
    const inputs = Object.fromEntries(
      Object.entries(inputsOf(step)).map(([input, value]) => [
        input,
        filledIn(String(value), { github, secrets, vars }),
      ]),
    );
    const record = await runBundle({
      workspace: checkout(),
      token: forge.tokens.workflow,
      event: { name, payload },
      job: { repository: OWN.full_name, apiUrl: forge.apiUrl, serverUrl: forge.serverUrl },
      inputs: { ...inputs, 'base-url': emulator.url },
    });
    expect(record).toMatchObject({ conclusion: 'success', outputs });
    const deploys = 'deployment-status' in outputs;
    expect('deployment-status' in record.outputs && record.outputs['deployment-status'] !== '').toBe(deploys);
    // What may write comments does, and nothing else.
    const comments = job?.permissions?.['pull-requests'] === 'write' ? 1 : 0;
    expect(forge.comments(7)).toHaveLength(comments);
  });
});
