import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runStep } from '../support/bundle.ts';
import { AGENT, agentJob, sgpInputs, startSgp } from '../support/cloud.ts';
import { testNodes } from '../support/nodes.ts';
import { EVERY_PLATFORM } from '../support/platforms.ts';

const sgp = await startSgp();
describe.each(testNodes)('with Node $version', ({ path: node }) => {
  test.concurrent.each(EVERY_PLATFORM)('a finished build on %s', async (platform) => {
    const sgp = await startSgp();
    const { options, repository } = agentJob();
    const run = await runStep({ ...options, node, platform, inputs: sgpInputs(sgp) });

    expect(run.log).toContain('✓ Pack: 2 files');
    expect(run.conclusion).toBe('success');
    const sha = repository.git('rev-parse', 'HEAD');
    expect(run.outputs).toMatchObject({
      skipped: 'false',
      reused: 'false',
      'build-status': 'success',
      'image-name': 'greeter',
      'image-tag': sha.slice(0, 12),
      'context-files': '2',
    });
    expect(JSON.parse(run.outputs.result ?? '')).toMatchObject({ 'build-id': run.outputs['build-id'] });
    expect(run.jobOutputs).toEqual(run.outputs);
    expect(run.faults).toEqual([]);
    expect(run.annotations).toEqual([]);
    expect(run.post?.exitCode).toBe(0);
    expect(sgp.control.violations).toEqual([]);
  });
});

test('what was sent is what git and the contract say', async () => {
  const { options, repository } = agentJob();
  repository.write({ 'app/untracked.txt': 'x\n' });
  const run = await runStep({
    ...options,
    inputs: sgpInputs(sgp, { 'image-tag': 'sent', platform: 'linux/arm64', 'build-args': 'A=1\nB=two=2' }),
  });
  const submit = sgp.control.requests.findLast((request) => request.operation === 'submitBuild');
  const fields = submit?.body.kind === 'form' ? submit.body.fields : {};
  expect(fields).toMatchObject({
    image_name: 'greeter',
    image_tag: 'sent',
    platform: 'linux/arm64',
    build_args: '{"A":"1","B":"two=2"}',
    source_commit: repository.git('rev-parse', 'HEAD'),
    source_ref: 'main',
    source_repo: 'forge.example/octo/greeter',
    source_dirty: 'true',
    working_tree_hash: run.outputs['context-hash'],
  });
  expect(fields).not.toHaveProperty('source_subpath');
});

test('the whole log is in log-file and, line by line, on stdout', async () => {
  const lines = Array.from({ length: 500 }, (_, index) => `line ${index} ünï\u{1F600}`);
  sgp.control.script({ for: { imageTag: 'whole-log' }, lines });
  const run = await runStep({
    ...agentJob().options,
    inputs: sgpInputs(sgp, { 'image-tag': 'whole-log' }),
  });
  expect(readFileSync(run.outputs['log-file'] ?? '', 'utf8')).toBe(`${lines.join('\n')}\n`);
  expect(run.main.stdout.split('\n').filter((line) => line.startsWith('line '))).toEqual(lines);
});

test('the log reads as a story: one group a phase, one closing line each outside', async () => {
  const run = await runStep({ ...agentJob().options, inputs: sgpInputs(sgp) });
  const groups = run.main.events.flatMap((event) => (event.kind === 'group' ? [event.title] : []));
  expect(groups).toEqual(['Pack', 'Submit', `Build ${run.outputs['build-id']}`]);
  let open = false;
  const outside: string[] = [];
  for (const event of run.main.events) {
    if (event.kind === 'group') open = true;
    else if (event.kind === 'endgroup') open = false;
    else if (event.kind === 'text' && !open) outside.push(event.raw);
  }
  expect(outside.filter((line) => line !== '')).toEqual([
    expect.stringMatching(/^✓ Pack: 2 files, /),
    expect.stringMatching(/^✓ Submit: build /),
    expect.stringMatching(/^✓ Build \S+ succeeded in /),
  ]);
});

test('the summary has the facts and the steps', async () => {
  const run = await runStep({ ...agentJob().options, inputs: sgpInputs(sgp) });
  expect(run.summary).toContain('Scale GenAI Platform');
  expect(run.summary).toContain('COPY app /app');
  // Nothing of a build of less than ten seconds is worth a chart.
  expect(run.summary).not.toContain('mermaid');
});

test('a failing instruction: one error on its line of the Dockerfile, reported in the summary', async () => {
  const { options } = agentJob({
    ...AGENT,
    'docker/prod.Dockerfile': '# a comment\nFROM scratch\nCOPY app /app\n\nRUN echo before \\\n  && false\n',
  });
  const run = await runStep({
    ...options,
    inputs: sgpInputs(sgp, { dockerfile: 'docker/prod.Dockerfile' }),
  });
  expect(run.conclusion).toBe('failure');
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ 'build-status': 'failed', 'context-files': '3' });
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect(errors).toEqual([expect.objectContaining({ file: 'docker/prod.Dockerfile', line: 5 })]);
  expect(run.summary).toContain('RUN echo before');
});

test('a dry run packs, prints what would be sent, sends nothing and needs no key', async () => {
  const before = sgp.control.requests.length;
  const { 'api-key': _key, 'account-id': _account, ...inputs } = sgpInputs(sgp, { 'dry-run': 'true' });
  const { options } = agentJob({ ...AGENT, '.dockerignore': 'secret\n', secret: 'x' });
  symlinkSync('app/main.py', join(options.workspace, 'main.py'));
  const run = await runStep({ ...options, inputs });
  expect(run.conclusion).toBe('success');
  expect(run.log).toMatch(/^ *app\/main\.py$/m);
  expect(run.log).toMatch(/^ *main\.py -> app\/main\.py$/m);
  expect(run.log).toMatch(/POST \/v5\/builds[\s\S]*image_name: greeter/);
  expect(run.log).toContain('.dockerignore:1');
  expect(run.outputs['context-hash']).toMatch(/^[0-9a-f]{64}$/);
  expect(sgp.control.requests.length).toBe(before);
});

test('a fork has no key: green, a warning, skipped', async () => {
  const { 'api-key': _key, ...inputs } = sgpInputs(sgp);
  const pull = {
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: 'a'.repeat(40), ref: 'x', repo: { fork: true, full_name: 'someone/agents' } },
      base: { sha: 'b'.repeat(40), repo: { full_name: 'octo/agents' } },
    },
  };
  const run = await runStep({
    ...agentJob().options,
    inputs,
    event: { name: 'pull_request', payload: { action: 'opened', ...pull } },
  });
  expect(run.conclusion).toBe('success');
  expect(run.outputs).toMatchObject({ skipped: 'true' });
  expect(run.annotations).toEqual([expect.objectContaining({ level: 'warning' })]);
});

test('on a pull request the tag is the head commit, not the merge commit', async () => {
  const head = 'c0ffee'.padEnd(40, '0');
  const pull = {
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: head, ref: 'topic', repo: { full_name: 'octo/agents' } },
      base: { sha: 'b'.repeat(40), repo: { full_name: 'octo/agents' } },
    },
  };
  const run = await runStep({
    ...agentJob().options,
    inputs: sgpInputs(sgp),
    event: { name: 'pull_request', payload: { action: 'opened', ...pull } },
  });
  expect(run.outputs['image-tag']).toBe('c0ffee000000');
});

test('the archive holds what git and Docker would send, Dockerfile at the root', async () => {
  const { options } = agentJob({
    ...AGENT,
    'docker/Dockerfile': 'FROM scratch\nCOPY app /x\n',
    'docker/Dockerfile.dockerignore': '**/*.md\n',
    'app/notes.md': 'no\n',
    '.dockerignore': 'app\n',
  });
  const run = await runStep({
    ...options,
    inputs: sgpInputs(sgp, { dockerfile: 'docker/Dockerfile', 'image-tag': 'placed' }),
  });
  const build = sgp.control.sgp.builds.find((one) => one.imageTag === 'placed');
  expect(build).toBeDefined();
  expect(run.outputs['build-status']).toBe('success');
  expect(run.log).toContain('Dockerfile.dockerignore:1');
});

test('on pull_request_target a checkout of the base branch is warned of, outside of the group Pack', async () => {
  const head = 'c0ffee'.padEnd(40, '0');
  const full_name = 'octo/greeter';
  const pull_request = {
    number: 7,
    head: { sha: head, ref: 'topic', repo: { full_name } },
    base: { sha: 'b'.repeat(40), repo: { full_name } },
  };
  const repository = { full_name, html_url: 'https://forge.example/octo/greeter' };
  const { options } = agentJob();
  const run = await runStep({
    ...options,
    inputs: sgpInputs(sgp),
    event: {
      name: 'pull_request_target',
      payload: { action: 'opened', number: 7, pull_request, repository },
    },
  });
  expect(run.conclusion).toBe('success');
  expect(run.outputs['image-tag']).toBe(head.slice(0, 12));
  expect(run.annotations).toHaveLength(1);
  const own = options.job?.sha?.slice(0, 12);
  const outside = run.main.stdout.replace(/^::group::[\s\S]*?^::endgroup::$/gm, '');
  expect(outside).toContain(
    `::warning::The files are those of commit ${own} of the default branch, and the image`,
  );
});
