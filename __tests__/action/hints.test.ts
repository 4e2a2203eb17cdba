import { expect, test } from '@jest/globals';
import type { RunOptions } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { AGENT, agentJob, MANIFEST, sgpInputs, startSgp } from '../support/cloud.ts';
import { MANIFESTED } from '../support/pull-request.ts';
import { temporaryFolder } from '../support/workspace.ts';

type Row = {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Of the workspace; none: it is empty, without a checkout. */
  readonly files?: Readonly<Record<string, string>>;
  readonly says: readonly string[];
  readonly never?: readonly string[];
};

const CHECKOUT = 'Check the repository out first: the workspace is empty';
const IN_FOLDER = { 'agent/Dockerfile': AGENT.Dockerfile, 'agent/app/main.py': '' };
const PUSH = { name: 'push', payload: { ref: 'refs/heads/topic', repository: { default_branch: 'main' } } };

const ROWS: Readonly<Record<string, Row>> = {
  'an empty workspace': { says: [CHECKOUT], never: ['Set dockerfile', 'Set context'] },
  'an empty workspace and a context': { inputs: { context: 'agent' }, says: ['context', CHECKOUT] },
  'an empty workspace and a Dockerfile': { inputs: { dockerfile: 'docker/Dockerfile' }, says: [CHECKOUT] },
  'an empty workspace and a manifest': {
    inputs: { manifest: 'manifest.yaml' },
    says: ['manifest: "manifest.yaml" does not exist', CHECKOUT],
  },
  'an empty workspace and a cleanup, which reads no files': {
    inputs: { mode: 'cleanup', 'api-key': '' },
    says: ['api-key: missing'],
    never: [CHECKOUT, 'Commit '],
  },
  'a Dockerfile given relative to the workspace': {
    files: IN_FOLDER,
    inputs: { context: 'agent', dockerfile: 'agent/Dockerfile' },
    says: ['Did you mean dockerfile: Dockerfile? It is relative to the context folder'],
  },
  'a Dockerfile one folder down': {
    files: IN_FOLDER,
    says: ['Did you mean context: agent? There is a Dockerfile in it'],
  },
  'a Dockerfile in each of several folders': {
    files: { ...IN_FOLDER, 'other/Dockerfile': 'FROM scratch\n' },
    says: ['these have a Dockerfile: agent, other'],
  },
  'an empty secret': {
    files: AGENT,
    inputs: { 'api-key': '' },
    says: [
      'api-key: missing',
      'SGP_API_KEY',
      "the repository's settings",
      'pull requests from forks get none',
    ],
  },
  'a preview on a push': {
    files: MANIFESTED,
    inputs: { deploy: 'preview', manifest: 'manifest.yaml' },
    says: ['Give deploy: auto, which deploys previews on pull requests'],
  },
  'a deploy whose manifest no input names': {
    files: { ...AGENT, 'manifest.yaml': MANIFEST },
    inputs: { deploy: 'production' },
    says: ['manifest: missing', 'did you mean "manifest.yaml"?'],
  },
};

function jobOf({ files }: Row): Partial<RunOptions> {
  if (files !== undefined) return agentJob(files).options;
  return { workspace: temporaryFolder('empty') };
}

test.concurrent.each(Object.entries(ROWS))('%s', async (_name, row) => {
  const sgp = await startSgp();
  const run = await runStep({ ...jobOf(row), event: PUSH, inputs: sgpInputs(sgp, row.inputs) });
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  const message = errors[0]?.message ?? '';
  for (const words of row.says) expect(message).toContain(words);
  for (const words of row.never ?? []) expect(message).not.toContain(words);
  expect(message).not.toContain('`');
  expect(run.exitCode).toBe(1);
  expect(sgp.control.sgp.builds).toEqual([]);
  expect(message).not.toContain(sgp.credentials.apiKey);
});
