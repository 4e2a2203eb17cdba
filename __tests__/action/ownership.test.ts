import { describe, expect, test } from '@jest/globals';
import type { PastPreview } from '../../emulator/clouds/sgp/history.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { type Forge, startForge } from '../../emulator/forge/index.ts';
import type { RunOptions, RunRecord } from '../../emulator/runner/index.ts';
import { markOf } from '../../src/clouds/pipecat/agent-name.ts';
import { runStep } from '../support/bundle.ts';
import { atEnd } from '../support/cleanup.ts';
import { AGENT, agentJob, sgpInputs, startSgp } from '../support/cloud.ts';
import { makeWorkspace } from '../support/workspace.ts';

const HOUR = 3_600_000;
const FORMER = 'octo/old-agents';
const NUMBER = 4711;

/** A forge that knows the repository by its number and by a name that it had before. */
async function forgeOf(repositoryId = NUMBER): Promise<Forge> {
  const forge = await startForge({ repository: 'octo/agents', formerNames: [FORMER], repositoryId });
  atEnd(forge.close);
  return forge;
}

/** Pull request 7 was closed, and there is no checkout; or the schedule that cleans up comes by. */
function wayIn(way: 'closed' | 'cleanup', forge: Forge): Pick<RunOptions, 'event' | 'job' | 'token'> {
  const repository = { full_name: 'octo/agents', default_branch: 'main', id: NUMBER };
  const repo = { full_name: 'octo/agents' };
  const head = { sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic', repo };
  const pull_request = { number: 7, state: 'closed', head, base: { sha: 'b'.repeat(40), repo } };
  return {
    job: { repository: 'octo/agents', serverUrl: forge.serverUrl, apiUrl: forge.apiUrl },
    token: forge.tokens.workflow,
    event:
      way === 'closed'
        ? { name: 'pull_request', payload: { action: 'closed', number: 7, pull_request, repository } }
        : { name: 'schedule', payload: { schedule: '0 * * * *', repository } },
  };
}

const live = ({ control }: Emulator) =>
  control.sgp.deployments.filter(({ status }) => status !== 'deleted').map(({ id }) => id);

type Row = {
  readonly preview: (forge: Forge) => Partial<PastPreview>;
  readonly unreadable?: true;
  /** The number of the repository that the forge leads to from the former name. */
  readonly number?: number;
  /** Absent: it is this repository's, and goes. */
  readonly left?: RegExp;
};

const hostOf = (forge: Forge) => new URL(forge.serverUrl).host;

const ROWS: Readonly<Record<string, Row>> = {
  'of a build of this repository': {
    preview: (forge) => ({ repository: `${hostOf(forge)}/octo/agents` }),
  },
  'of a build of this repository, in other letters': {
    preview: (forge) => ({ repository: `${hostOf(forge)}/Octo/Agents` }),
  },
  'of a build of another repository': {
    preview: (forge) => ({ repository: `${hostOf(forge)}/octo/others` }),
    left: /it was built from another repository \(.*octo\/others\)/,
  },
  'of the same owner and name on another forge': {
    preview: () => ({ repository: 'other-forge.example/octo/agents' }),
    left: /it was built from another repository \(other-forge\.example\/octo\/agents\)/,
  },
  'of a build that names no repository': {
    preview: (forge) => ({ repository: `${hostOf(forge)}/octo/agents`, nameless: true }),
    left: /its build \S+ names no repository/,
  },
  'of a build whose record is refused once': {
    preview: (forge) => ({ repository: `${hostOf(forge)}/octo/agents` }),
    unreadable: true,
    left: /the record of its build \S+ could not be read \(status 403\)/,
  },
  'of a build that is gone': {
    preview: () => ({ buildId: 'build_gone' }),
    left: /the record of its build build_gone could not be read \(status 404\)/,
  },
  'of no build': {
    preview: () => ({ repository: null }),
    left: /it names no build that could say whose it is/,
  },
  'of this repository by the name that it had before': {
    preview: (forge) => ({ repository: `${hostOf(forge)}/${FORMER}` }),
  },
  'of a former name that is another repository’s now': {
    preview: (forge) => ({ repository: `${hostOf(forge)}/${FORMER}` }),
    number: 815,
    left: /it was built from another repository/,
  },
};

describe.each(['closed', 'cleanup'] as const)('SGP, on %s: a preview', (way) => {
  test.each(Object.entries(ROWS))('%s', async (_name, { preview, unreadable, number, left }) => {
    const [sgp, forge] = await Promise.all([startSgp(), forgeOf(number)]);
    forge.pull({ number: 7, sha: 'c0ffee'.padEnd(40, '0') });
    forge.closePull(7);
    const { nameless, ...facts } = preview(forge) as Partial<PastPreview> & { nameless?: true };
    if (nameless) {
      const [build] = sgp.control.sgp.seedHistory({ builds: 1, agents: ['greeter'], repository: null });
      Object.assign(facts, { buildId: build?.id });
    }
    const soon = new Date(Date.now() + HOUR);
    const [one] = sgp.control.sgp.seedPreviews([
      { agentName: 'greeter', label: 'pr-7', expiresAt: soon, ...facts },
    ]);
    if (unreadable) {
      const fault = { kind: 'status', status: 403 } as const;
      sgp.control.misbehave({ operation: 'getBuild', times: 1, fault });
    }
    const inputs = sgpInputs(sgp, way === 'cleanup' ? { mode: 'cleanup' } : { comment: 'auto' });
    const run = await runStep({ ...wayIn(way, forge), inputs });
    expect(run.conclusion).toBe('success');
    expect(live(sgp)).toEqual(left === undefined ? [] : [one?.id]);
    expect(run.outputs['previews-deleted']).toBe(left === undefined ? '1' : '0');
    if (left === undefined) return;
    expect(run.log).toContain(`Preview ${one?.id} (pr-7) is left alone: `);
    expect(run.log).toMatch(left);
    expect(run.log).toMatch(
      new RegExp(`curl .*-X DELETE .*\\$SGP_API_KEY.*'${sgp.url}/v5/agentex/deployments/${one?.id}'`),
    );
    expect(run.log).not.toContain(sgp.credentials.apiKey);
    expect(run.summary).toContain('left alone');
    if (way === 'closed') expect(forge.comments(7)[0]?.body).toMatch(/pr-7.* was left alone: /);
  });
});

test('cleanup without an agent: all previews of this repository, whatever their agent', async () => {
  const [sgp, forge] = await Promise.all([startSgp(), forgeOf()]);
  const ours = `${hostOf(forge)}/octo/agents`;
  const past = new Date(Date.now() - HOUR);
  sgp.control.sgp.seedPreviews([
    { agentName: 'greeter', label: 'pr-7', expiresAt: past, repository: ours },
    { agentName: 'porter', label: 'demo', expiresAt: past, repository: ours },
    { agentName: 'porter', label: 'pr-8', expiresAt: past, repository: 'forge.example/octo/others' },
    { agentName: 'porter', label: 'pr-9', expiresAt: past, repository: `${hostOf(forge)}/octo/others` },
    { agentName: 'porter', label: 'pr-10', expiresAt: past, repository: `${hostOf(forge)}/octo/others` },
  ]);
  const { 'agent-name': _none, ...inputs } = sgpInputs(sgp, { mode: 'cleanup' });
  const run = await runStep({ ...wayIn('cleanup', forge), inputs });
  expect(run.conclusion).toBe('success');
  expect(run.outputs['previews-deleted']).toBe('2');
  expect(sgp.control.sgp.deployments.map(({ status }) => status)).toEqual([
    'deleted',
    'deleted',
    'healthy',
    'healthy',
    'healthy',
  ]);
  expect(run.log).not.toContain('left alone');
  // A repository is looked up once, however many previews it has.
  expect(forge.requests.filter(({ path }) => path.endsWith('/repos/octo/others'))).toHaveLength(1);
});

describe('a build carries the repository of the event', () => {
  const sent = async (options: Partial<RunOptions>) => {
    const sgp = await startSgp();
    const run = await runStep({ ...options, inputs: sgpInputs(sgp) });
    expect(run.conclusion).toBe('success');
    const submit = sgp.control.requests.findLast(({ operation }) => operation === 'submitBuild');
    return submit?.body.kind === 'form' ? submit.body.fields : {};
  };
  const job = { repository: 'Octo/Agents', serverUrl: 'https://Forge.Example:8443' };
  const repository = { full_name: 'Octo/Agents', default_branch: 'main' };

  test('where git knows none', async () => {
    const fields = await sent({ workspace: makeWorkspace(AGENT).path, job });
    expect(fields.source_repo).toBe('forge.example:8443/Octo/Agents');
  });

  test('where the checkout is another one’s', async () => {
    const event = { name: 'push', payload: { repository } };
    const fields = await sent({ ...agentJob().options, job, event });
    expect(fields.source_repo).toBe('forge.example:8443/Octo/Agents');
  });

  test('by the address that people use, where the runner knows an internal one', async () => {
    const html_url = 'https://git.example/Octo/Agents';
    const event = { name: 'push', payload: { repository: { ...repository, html_url } } };
    const fields = await sent({ ...agentJob().options, job, event });
    expect(fields.source_repo).toBe('git.example/Octo/Agents');
  });

  test('and never a branch of it where the commit is a fork’s, whatever the fork calls its branch', async () => {
    const head = { sha: 'c0ffee'.padEnd(40, '0'), ref: 'main', repo: { full_name: 'stranger/agents' } };
    const base = { sha: 'b'.repeat(40), repo: { full_name: 'Octo/Agents' } };
    const pull_request = { number: 7, state: 'open', head, base };
    const event = { name: 'pull_request_target', payload: { action: 'opened', pull_request, repository } };
    const fields = await sent({ ...agentJob().options, job, event });
    expect(fields.source_ref).toBe('pull/7/head');
  });
});

describe('Pipecat: a preview agent bears the mark of its repository', () => {
  let files = 0;
  type Given = {
    readonly emulator: Emulator;
    readonly inputs: Readonly<Record<string, string>>;
    readonly repository?: string;
    readonly closed?: number;
  };
  const step = ({ emulator, inputs, repository = 'octo/agents', closed }: Given): Promise<RunRecord> => {
    files += 1;
    const { options } = agentJob({ ...AGENT, 'app/number': String(files) });
    const head = { sha: 'a'.repeat(40), ref: 'topic', repo: { full_name: repository } };
    const pull_request = { number: closed, state: 'closed', head, base: { repo: { full_name: repository } } };
    return runStep({
      ...options,
      job: { ...options.job, repository, serverUrl: 'https://forge.example' },
      ...(closed !== undefined && {
        event: { name: 'pull_request', payload: { action: 'closed', number: closed, pull_request } },
      }),
      inputs: {
        cloud: 'pipecat',
        'base-url': emulator.url,
        'api-key': emulator.credentials.apiKey,
        comment: 'never',
        history: '0',
        'poll-interval': '200ms',
        deploy: 'preview',
        ...inputs,
      },
    });
  };
  const start = () => startSgp({ pipecat: { rolloutStepMs: 10 } });
  const agents = ({ control }: Emulator) => [...control.pipecat.agents.keys()].sort();
  const mark = markOf('forge.example/octo/agents');

  test('a production agent of the preview’s name is neither updated nor deleted, and that is said first', async () => {
    const emulator = await start();
    emulator.control.pipecat.seedAgents([{ name: 'bot-voice', createdAt: new Date(Date.now() - HOUR) }]);
    const before = emulator.control.pipecat.agents.get('bot-voice')?.desired;
    const inputs = { 'agent-name': 'bot', 'preview-label': 'voice' };
    const run = await step({ emulator, inputs });
    expect(run.conclusion).toBe('success');
    expect(run.outputs['preview-label']).toBe('voice');
    expect(agents(emulator)).toEqual(['bot-voice', `bot-voice-${mark}`]);
    const words = 'Preview bot-voice (voice) is left alone: its name has no mark of this repository';
    expect(run.main.stdout).toContain(words);
    expect(run.main.stdout.indexOf(words)).toBeLessThan(run.main.stdout.indexOf('::group::Pack'));
    // It may well be in production: no command that deletes it.
    expect(run.log).not.toContain('curl');
    const closed = await step({ emulator, inputs, closed: 7 });
    expect(closed.conclusion).toBe('success');
    expect(agents(emulator)).toEqual(['bot-voice']);
    expect(emulator.control.pipecat.agents.get('bot-voice')?.desired).toBe(before);
    expect(emulator.control.violations).toEqual([]);
  });

  test('two repositories with an agent of one name keep their previews apart', async () => {
    const emulator = await start();
    const inputs = { 'agent-name': 'shared', 'preview-label': 'pr-7' };
    await step({ emulator, inputs });
    await step({ emulator, inputs, repository: 'acme/voices' });
    const other = `shared-pr-7-${markOf('forge.example/acme/voices')}`;
    expect(agents(emulator)).toEqual([other, `shared-pr-7-${mark}`].sort());
    const closed = await step({ emulator, inputs, closed: 7 });
    expect(closed.outputs['previews-deleted']).toBe('1');
    expect(agents(emulator)).toEqual([other]);
  });

  test('one of an earlier release is left, and named with the command that removes it', async () => {
    const emulator = await start();
    emulator.control.pipecat.seedAgents([{ name: 'bot-pr-7', createdAt: new Date(Date.now() - HOUR) }]);
    const closed = await step({ emulator, inputs: { 'agent-name': 'bot' }, closed: 7 });
    expect(closed.conclusion).toBe('success');
    expect(closed.outputs['previews-deleted']).toBe('0');
    expect(agents(emulator)).toEqual(['bot-pr-7']);
    expect(closed.log).toContain('Preview bot-pr-7 (pr-7) is left alone: its name has no mark');
    expect(closed.log).toMatch(/curl .*\$PIPECAT_API_KEY.*\/v1\/agents\/bot-pr-7'/);
  });

  test('a cleanup without an agent takes all of this repository’s past their time, and no other', async () => {
    const emulator = await start();
    const createdAt = new Date(Date.now() - 9 * HOUR);
    const other = markOf('forge.example/acme/voices');
    const ours = [`bot-pr-7-${mark}`, `bot-voice-${mark}`];
    const others = ['bot', 'bot-pr-8', `bot-pr-9-${other}`];
    emulator.control.pipecat.seedAgents([...ours, ...others].map((name) => ({ name, createdAt })));
    const run = await step({ emulator, inputs: { mode: 'cleanup', deploy: 'none' } });
    expect(run.conclusion).toBe('success');
    expect(agents(emulator)).toEqual([...others].sort());
  });
});
