import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Emulator } from './emulator.ts';
import { type Forge, startForge } from './forge/index.ts';
import { type RunOptions, type RunRecord, spawnAction } from './runner/index.ts';

type PullRequestDemo = {
  readonly number: number;
  readonly emulator: Emulator;
  /** A run of the action, without its event. */
  readonly options: RunOptions;
  /** The folder for the comment's states. */
  readonly folder: string;
  readonly write: (text: string) => void;
};

type Stage = {
  readonly title: string;
  readonly action: 'opened' | 'synchronize' | 'closed';
  readonly sha: string;
  /** A build that fails, with its log. */
  readonly failing?: readonly string[];
};

const STAGES: readonly Stage[] = [
  { title: 'the pull request is opened', action: 'opened', sha: '1f0e'.repeat(10) },
  { title: 'a second push', action: 'synchronize', sha: '2d3c'.repeat(10) },
  {
    title: 'a push that breaks the build',
    action: 'synchronize',
    sha: '3b4a'.repeat(10),
    failing: [
      '#1 [internal] load build definition from Dockerfile',
      '#5 [2/3] RUN pip install --no-cache-dir -r requirements.txt',
      '#5 1.204 ERROR: No matching distribution found for flask==99 (thanks, @everyone, see #1)',
      '#5 ERROR: process "/bin/sh -c pip install --no-cache-dir -r requirements.txt" did not complete successfully: exit code: 1',
    ],
  },
  { title: 'the pull request is closed', action: 'closed', sha: '3b4a'.repeat(10) },
];

/**
 * A pull request from opened to closed, on a local forge; each state of its comment becomes a file.
 * @returns whether each run ended as its scene expects
 */
export async function playPullRequest(demo: PullRequestDemo): Promise<boolean> {
  const { number, folder, options, write } = demo;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const bodies: string[] = [];
  const flavour = options.platform === 'github' || options.platform === 'act' ? 'github' : 'gitea';
  const forge = await startForge({ flavour, onComment: ({ body }) => bodies.push(body) });
  let good = true;
  try {
    for (const [index, stage] of STAGES.entries()) {
      write(`\n── ${stage.title} ──\n`);
      forge.pull({ number, sha: stage.sha, ref: 'topic' });
      if (stage.failing) demo.emulator.control.script({ lines: stage.failing, delays: 300, end: 'failed' });
      const record = await playStage(demo, forge, { stage, runNumber: index + 1 });
      good &&= (record.conclusion === 'success') === (stage.failing === undefined);
      // After the close, everything that the pull request deployed has to be gone, wherever this clone came from.
      if (stage.action === 'closed') good &&= Number(record.outputs['previews-deleted']) > 0;
      write(`${record.conclusion}; ${await save(bodies.splice(0), folder, index + 1, stage.action)}\n`);
    }
    await writeFile(join(folder, 'deployments.json'), `${JSON.stringify(forge.deployments(), null, 2)}\n`);
  } finally {
    await forge.close();
  }
  write(`\nThe states of the comment are in ${folder}\n`);
  return good;
}

async function playStage(
  { number, options, write }: PullRequestDemo,
  forge: Forge,
  { stage, runNumber }: { readonly stage: Stage; readonly runNumber: number },
): Promise<RunRecord> {
  const full_name = forge.repository;
  const head = { sha: stage.sha, ref: 'topic', repo: { full_name } };
  const pull_request = { number, head, base: { ref: 'main', repo: { full_name } } };
  const repository = { full_name, default_branch: 'main' };
  const { serverUrl, apiUrl } = forge;
  return spawnAction({
    ...options,
    token: forge.tokens.workflow,
    event: { name: 'pull_request', payload: { action: stage.action, number, pull_request, repository } },
    job: { repository: full_name, serverUrl, apiUrl, runNumber, runId: 5000 + runNumber, sha: stage.sha },
    inputs: { ...options.inputs, 'github-environment': 'preview' },
    onEvent: ({ raw }) => {
      // The closing lines of the phases tell the story.
      if (/^[✓✗■]/u.test(raw)) write(`${raw}\n`);
    },
  }).done;
}

async function save(
  bodies: readonly string[],
  folder: string,
  stage: number,
  action: string,
): Promise<string> {
  for (const [index, body] of bodies.entries()) {
    await writeFile(join(folder, `${stage}-${action}-${index + 1}.md`), `${body}\n`);
  }
  const states = bodies.map(
    (body) => /^<!-- cloud-build-action:section .*\bstate=(\S+)/m.exec(body)?.[1] ?? '?',
  );
  return `the comment said ${states.join(', then ') || 'nothing new'}`;
}
