import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runStep } from '../support/bundle.ts';
import { sgpInputs, startSgp } from '../support/cloud.ts';
import { makeRepository, makeWorkspace } from '../support/workspace.ts';

const FILES = {
  'agents/x/Dockerfile': '# a comment\nFROM scratch\nCOPY app /app\n\nRUN echo before \\\n  && false\n',
  'agents/x/app/main.py': 'print("hi")\n',
};

/** A workspace as `actions/checkout` leaves it with `path: src`. */
function checkedOut(files: Readonly<Record<string, string>> = FILES): string {
  const { path } = makeWorkspace();
  execFileSync('cp', ['-a', makeRepository(files).path, join(path, 'src')]);
  return path;
}

describe('a checkout with path: files are named as the repository names them', () => {
  test.concurrent('the Dockerfile of a failing instruction, in annotation and summary', async () => {
    const sgp = await startSgp();
    const inputs = sgpInputs(sgp, { context: 'src/agents/x' });
    const run = await runStep({ workspace: checkedOut(), inputs });
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect(errors).toEqual([expect.objectContaining({ file: 'agents/x/Dockerfile', line: 5 })]);
    expect(run.summary).not.toContain('src/agents');
    expect(run.summary).toContain('agents/x/Dockerfile');
  });

  test.concurrent('a faulty manifest', async () => {
    const sgp = await startSgp();
    const workspace = checkedOut({ ...FILES, 'manifest.yaml': 'agent:\n  name: [\n' });
    const run = await runStep({ workspace, inputs: sgpInputs(sgp, { manifest: 'src/manifest.yaml' }) });
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect(errors).toEqual([expect.objectContaining({ file: 'manifest.yaml' })]);
    expect(errors[0]?.title).toBe('An input is faulty: manifest.yaml:3');
    for (const text of [errors[0]?.message, run.summary]) expect(text).not.toContain('src/manifest.yaml');
  });

  test.concurrent('a faulty project file of one of many agents', async () => {
    const sgp = await startSgp();
    const workspace = checkedOut({
      ...FILES,
      'agents/y/Dockerfile': 'FROM scratch\n',
      'agents/y/manifest.yaml': 'agent:\n  name: [\n',
    });
    const { 'agent-name': _one, ...inputs } = sgpInputs(sgp, { agents: 'src/agents/*' });
    const run = await runStep({ workspace, inputs });
    const files = run.annotations.filter(({ level }) => level === 'error').map(({ file }) => file);
    expect(files.sort()).toEqual(['agents/x/Dockerfile', 'agents/y/manifest.yaml']);
    expect(run.summary).toContain('`agents/y/manifest.yaml:');
  });

  test.concurrent('a faulty ignore file', async () => {
    const sgp = await startSgp();
    const workspace = checkedOut({ ...FILES, 'agents/x/.dockerignore': 'a\n!\n' });
    const run = await runStep({ workspace, inputs: sgpInputs(sgp, { context: 'src/agents/x' }) });
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect(errors).toEqual([expect.objectContaining({ file: 'agents/x/.dockerignore', line: 2 })]);
  });
});

test('a workspace that is the repository: nothing changes, and without git neither', async () => {
  const sgp = await startSgp();
  for (const workspace of [makeRepository(FILES).path, makeWorkspace(FILES).path]) {
    const run = await runStep({ workspace, inputs: sgpInputs(sgp, { context: 'agents/x' }) });
    expect(run.annotations).toEqual([expect.objectContaining({ file: 'agents/x/Dockerfile', line: 5 })]);
  }
});
