import { describe, expect, test } from '@jest/globals';
import { runStep } from '../support/bundle.ts';
import { agentJob, sgpInputs, startSgp } from '../support/cloud.ts';
import { forgeOf, HEAD, MANIFESTED, pullRequestStep } from '../support/pull-request.ts';

/** Markdown as it reads: links by their words, without the signs of code and emphasis, and escapes. */
function read(markdown: string): string {
  return markdown.replaceAll(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1').replaceAll(/[`*]|\\(?=[_*<>[\]#&~!|])/g, '');
}

const DEPLOY = { deploy: 'preview', manifest: 'manifest.yaml', 'environment-config': 'environments.yaml' };

test('a deploy that is refused: built, refused by the cloud, and no preview that does not exist', async () => {
  const sgp = await startSgp();
  const forge = await forgeOf('github');
  sgp.control.misbehave({
    operation: 'createDeployment',
    times: 9,
    fault: {
      kind: 'status',
      status: 422,
      body: { detail: 'secret OPENAI_KEY does not exist in the account' },
    },
  });
  const run = await runStep(pullRequestStep(sgp, forge, 1, { inputs: DEPLOY }));
  const said = 'Built; the deploy was refused: secret OPENAI_KEY does not exist in the account';
  const [error] = run.annotations.filter(({ level }) => level === 'error');
  expect(error).toMatchObject({ title: 'Built; the deploy was refused' });
  expect(error?.message).toContain(said);
  expect(error?.message).toContain('What to do: ');
  const comment = read(forge.comments(7).at(-1)?.body ?? '');
  for (const page of [comment, read(run.summary)]) {
    expect(page).toContain(said);
    expect(page).toContain('What to do: Fix what Scale GenAI Platform names');
    expect(page).not.toMatch(/Preview \| pr-7|Deployment \|/);
    expect(page).toMatch(/not deployed/i);
  }
  expect(run.log).toMatch(/^✗ Deploy failed after .*secret OPENAI_KEY/m);
  expect(run.faults).toEqual([]);
});

describe('a step whose inputs are faulty', () => {
  test('is called after its image where no input names an agent', async () => {
    const sgp = await startSgp();
    const forge = await forgeOf('github');
    const inputs = { cloud: 'prime', 'account-id': '', 'agent-name': '', 'build-timeout': '8 hours' };
    const run = await runStep(pullRequestStep(sgp, forge, 1, { inputs }));
    expect(run.exitCode).toBe(1);
    expect(read(forge.comments(7).at(-1)?.body ?? '')).toContain('### ❌ greeter');
  });

  const FAULTY = { 'account-id': '', history: '-3', 'build-timeout': '8 hours' };
  const misspelt = { 'INPUT_ACOUNT-ID': 'emulator-account' };

  test('is in annotation, summary and comment, each fault once', async () => {
    const sgp = await startSgp();
    const forge = await forgeOf('github');
    await runStep(pullRequestStep(sgp, forge, 1));
    expect(forge.comments(7).at(-1)?.body).toContain('✅');
    const sent = sgp.control.requests.length;
    const run = await runStep(
      pullRequestStep(sgp, forge, 2, {
        inputs: FAULTY,
        env: {
          ...misspelt,
          GITHUB_ACTION_REPOSITORY: 'acme/cloud-build-action',
          GITHUB_ACTION_REF: 'v1',
          GITHUB_SERVER_URL: 'https://github.example',
        },
      }),
    );
    expect(sgp.control.requests).toHaveLength(sent);
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.title).toBe('3 inputs are faulty: build-timeout, history, account-id');
    const faults = [
      'history: must be a whole number, 0 or more, got "-3"',
      'build-timeout: "8 hours" is not a duration',
      'account-id: missing',
      'the step gives "acount-id", which is not an input: is it misspelt?',
    ];
    const comment = forge.comments(7).at(-1)?.body ?? '';
    for (const text of [errors[0]?.message ?? '', read(comment), read(run.summary)])
      for (const fault of faults) expect(text).toContain(fault);
    expect(errors[0]?.message.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(3);
    for (const fault of faults) expect(run.log.split(fault)).toHaveLength(2);
    expect(run.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
    expect(comment).toContain(`Commit \`${HEAD.slice(0, 12)}\` was not built`);
    expect(comment).not.toContain('✅');
    expect(run.faults).toEqual([]);
  });

  test('of the project file: the section of the agent that the file names says so', async () => {
    const sgp = await startSgp();
    const forge = await forgeOf('github', { repository: 'octo/agents' });
    const inputs = { 'agent-name': '', manifest: 'manifest.yaml' };
    const step = (run: number, files: Readonly<Record<string, string>>) => {
      const { job, ...rest } = pullRequestStep(sgp, forge, run, { inputs });
      const { workspace } = agentJob(files).options;
      return runStep({ ...rest, workspace, job: { ...job, repository: 'octo/agents' } });
    };
    await step(1, MANIFESTED);
    const body = () => forge.comments(7).at(-1)?.body ?? '';
    expect(body()).toContain('✅');
    await step(2, { ...MANIFESTED, 'manifest.yaml': `${MANIFESTED['manifest.yaml']}x: [\n` });
    expect(body().match(/section key=\S+/g)).toEqual(['section key=sgp/greeter']);
    expect(body()).not.toContain('✅');
  });

  test('of a project file that names nobody: a section of the file, until the step knows its agent', async () => {
    const sgp = await startSgp();
    const forge = await forgeOf('github', { repository: 'octo/agents' });
    const inputs = { 'agent-name': '', manifest: 'manifest.yaml' };
    const { 'manifest.yaml': manifest, ...unnamed } = MANIFESTED;
    const step = (run: number, files: Readonly<Record<string, string>>) => {
      const { job, ...rest } = pullRequestStep(sgp, forge, run, { inputs });
      const { workspace } = agentJob(files).options;
      return runStep({ ...rest, workspace, job: { ...job, repository: 'octo/agents' } });
    };
    const body = () => forge.comments(7).at(-1)?.body ?? '';
    await step(1, unnamed);
    expect(body().match(/section key=\S+/g)).toEqual(['section key=sgp/manifest.yaml']);
    expect(body()).toContain('❌ `manifest.yaml`');
    await step(2, { ...unnamed, 'manifest.yaml': manifest });
    expect(body().match(/section key=\S+/g)).toEqual(['section key=sgp/greeter']);
    expect(body()).toContain('## ✅ Cloud builds: 1 ready');
  });

  test('is a list with links to the documentation in the summary', async () => {
    const sgp = await startSgp();
    const forge = await forgeOf('github');
    const run = await runStep({
      ...pullRequestStep(sgp, forge, 1, { inputs: { ...FAULTY, comment: 'never' } }),
      env: {
        GITHUB_ACTION_REPOSITORY: 'acme/cloud-build-action',
        GITHUB_ACTION_REF: 'v1',
        GITHUB_SERVER_URL: 'https://github.example',
      },
    });
    expect(run.summary).toContain('## ❌ 3 inputs are faulty');
    expect(run.summary).toContain(
      '- [`account-id`](https://github.example/acme/cloud-build-action/blob/v1/README.md#input-account-id): missing',
    );
    expect(forge.comments(7)).toEqual([]);
  });

  test('on a runner whose annotations are lines of the log has its list there once', async () => {
    const sgp = await startSgp();
    const forge = await forgeOf('gitea');
    const run = await runStep({ ...pullRequestStep(sgp, forge, 1, { inputs: FAULTY }), platform: 'gitea' });
    expect(run.main.stdout.split('"8 hours" is not a duration')).toHaveLength(2);
    expect(run.main.stdout).toMatch(/^- build-timeout: "8 hours" is not a duration/m);
    expect(run.annotations.find(({ level }) => level === 'error')?.message).toContain('3 inputs are faulty');
    expect(forge.comments(7).at(-1)?.body).toContain('was not built');
  });

  test('of which one is the cloud: the section of the cloud that was meant says so', async () => {
    const sgp = await startSgp();
    const forge = await forgeOf('github');
    await runStep(pullRequestStep(sgp, forge, 1));
    await runStep(pullRequestStep(sgp, forge, 2, { inputs: { cloud: 'sgpp' } }));
    const comment = forge.comments(7).at(-1)?.body ?? '';
    expect(comment.match(/section key=/g)).toHaveLength(1);
    expect(read(comment)).toContain('cloud: "sgpp" is not known');
  });
});

test('a context that cannot be packed: the comment says of which commit', async () => {
  const sgp = await startSgp();
  const forge = await forgeOf('github');
  const { workspace } = agentJob({ 'app/main.py': '' }).options;
  await runStep({ ...pullRequestStep(sgp, forge, 1), workspace });
  const body = forge.comments(7).at(-1)?.body ?? '';
  expect(body).toContain('There is no Dockerfile');
  expect(body).toContain(`[\`${HEAD.slice(0, 7)}\`]`);
});

test('what fails before the first phase is in the summary, too', async () => {
  const sgp = await startSgp();
  const { options } = agentJob(MANIFESTED);
  const inputs = { build: 'never', 'build-id': 'nope', manifest: 'manifest.yaml', deploy: 'production' };
  const run = await runStep({ ...options, inputs: sgpInputs(sgp, inputs) });
  expect(run.exitCode).toBe(1);
  expect(read(run.summary)).toContain('Scale GenAI Platform refused the request');
});

test('why nothing was deployed is one line in log and summary', async () => {
  const sgp = await startSgp();
  const { options } = agentJob(MANIFESTED);
  const run = await runStep({
    ...options,
    event: { name: 'push', payload: { ref: 'refs/heads/topic', repository: { default_branch: 'main' } } },
    job: { ...options.job, ref: 'refs/heads/topic' },
    inputs: sgpInputs(sgp, { deploy: 'auto', manifest: 'manifest.yaml' }),
  });
  expect(run.conclusion).toBe('success');
  const why =
    'deploy: auto deploys pull requests, and pushes to the default branch main; this is a push to topic';
  expect(run.log.split(`Nothing was deployed: ${why}.`)).toHaveLength(2);
  expect(read(run.summary)).toContain(`Not deployed | ${why}`);
});
