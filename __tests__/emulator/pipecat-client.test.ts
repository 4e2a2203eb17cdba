import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { describeWithPythonClients, runPythonClient } from '../support/python-clients.ts';
import { makeWorkspace, type Workspace } from '../support/workspace.ts';
import { closeAll, start } from './fixtures/pipecat.ts';

afterEach(closeAll);

const MANIFEST = `agent_name = "my-bot"
secret_set = "my-secrets"
architecture = "arm64"
agent_profile = "team-large"
max_session_duration = 600

[scaling]
min_agents = 1
max_agents = 3

[krisp_viva]
audio_filter = "tel"
`;

type At = Awaited<ReturnType<typeof start>>;

/** The CLI in a project's folder, with the variables of the emulator's greeting; without an organization it asks for one. */
function cliOf({ emulator }: At, cwd: string, organization?: string) {
  const env = {
    PIPECAT_API_HOST: emulator.url,
    PIPECAT_TOKEN: emulator.credentials.apiKey,
    ...(organization === undefined ? {} : { PIPECAT_ORG: organization }),
  };
  return (...args: string[]) => runPythonClient('pipecat', ['cloud', ...args], { cwd, env });
}

describeWithPythonClients('pipecat cloud', () => {
  let project: Workspace;
  beforeAll(() => {
    project = makeWorkspace({
      Dockerfile: 'FROM python:3.12-slim\nCOPY bot.py /\n',
      'bot.py': 'print()\n',
      'pcc-deploy.toml': MANIFEST,
    });
  });

  const succeeded = (words: string) => ({ exitCode: 0, output: expect.stringContaining(words) });

  test('deploys by a cloud build, by the build it finds, by force, and updates', async () => {
    const at = await start({ rolloutStepMs: 1 });
    const { builds, agents } = at.emulator.control.pipecat;
    const cli = cliOf(at, project.path);
    expect(await cli('deploy', '--yes')).toMatchObject(succeeded("'my-bot' is ready"));
    expect(agents.get('my-bot')?.settings).toEqual({
      buildId: builds[0]?.id,
      secretSet: 'my-secrets',
      architecture: 'arm64',
      agentProfile: 'team-large',
      maxSessionDuration: 600,
      autoScaling: { minAgents: 1, maxAgents: 3 },
      krispViva: { audioFilter: 'tel' },
    });
    const first = agents.get('my-bot')?.desired;
    // A deploy with --yes alone forces as little as one that was confirmed.
    expect(await cli('deploy', '--yes')).toMatchObject(succeeded('Warning: The configuration is identical'));
    expect(agents.get('my-bot')?.desired).toBe(first);
    expect(await cli('deploy', '--force')).toMatchObject(succeeded('Cached Build Found'));
    expect(agents.get('my-bot')?.desired).not.toBe(first);
    expect(builds).toHaveLength(1);
    project.write({ 'bot.py': 'print(2)\n' });
    expect(await cli('deploy', '--yes', '--max-agents', '5')).toMatchObject(succeeded('Update complete'));
    expect(builds).toHaveLength(2);
    expect(agents.get('my-bot')?.settings).toMatchObject({
      buildId: builds[1]?.id,
      autoScaling: { maxAgents: 5 },
    });
    expect(at.emulator.control.violations).toEqual([]);
  });

  test('deploys an image with its credentials, in a region of its own', async () => {
    const at = await start({ rolloutStepMs: 1, architectures: ['amd64', 'arm64'] });
    const cli = cliOf(at, project.path, 'acme');
    const args = ['deploy', 'other-bot', 'registry.example/bot:1', '--credentials', 'registry-credentials'];
    expect(await cli(...args, '--region', 'us-east', '--yes')).toMatchObject(
      succeeded('Deployment complete'),
    );
    const agent = at.emulator.control.pipecat.agents.get('other-bot');
    expect(agent).toMatchObject({
      region: 'us-east',
      settings: { imagePullSecretSet: 'registry-credentials' },
    });
    expect(await cli(...args, '--region', 'mars', '--yes')).toMatchObject({ exitCode: 1 });
    expect(at.emulator.control.violations).toEqual([]);
  });

  test('is shown why a build or an agent failed', async () => {
    const at = await start({ rolloutStepMs: 1, secretSets: ['my-secrets'], pullSecretSets: [] });
    const cli = cliOf(at, project.path, 'acme');
    at.emulator.control.script({ lines: ['#5 ERROR: no such file'], end: 'failed' });
    const failed = await cli('deploy', '--yes');
    expect(failed).toMatchObject({ exitCode: 1, output: expect.stringContaining('no such file') });
    at.emulator.control.pipecat.rollout({ end: 'crash' });
    const crashed = await cli('deploy', '--yes');
    expect(crashed).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('Agent deployment failed'),
    });
    const status = await cli('agent', 'status', 'my-bot');
    expect(status).toMatchObject(succeeded('Error: PCC_UNKNOWN_ERROR'));
    const unknown = await cli('deploy', '--yes', '--secrets', 'none');
    expect(unknown).toMatchObject({ exitCode: 1, output: expect.stringContaining("'none' not found") });
    expect(at.emulator.control.violations).toEqual([]);
  });

  test('lists, shows and deletes agents and builds', async () => {
    const at = await start({ rolloutStepMs: 1 });
    const { control } = at.emulator;
    const source = {
      repoFullName: 'acme/bot',
      ref: 'refs/heads/main',
      commitSha: 'abcdef0'.repeat(6).slice(0, 40),
    };
    const [build] = control.pipecat.seedHistory({ builds: 1, source });
    const cli = cliOf(at, project.path, 'acme');
    await at.call('POST', '/v1/agents', { serviceName: 'my-bot', buildId: build?.id, architecture: 'arm64' });
    const id = build?.id ?? '';
    expect(await cli('build', 'list')).toMatchObject(succeeded('acme/bot@abcdef0'));
    expect(await cli('build', 'status', id)).toMatchObject(succeeded('Image Size: 50.0 MB'));
    expect(await cli('build', 'logs', id)).toMatchObject(succeeded('#1 [1/1] FROM scratch'));
    expect(await cli('agent', 'link', 'my-bot', '--repo', 'acme/bot', '--branch', 'main')).toMatchObject({
      exitCode: 0,
    });
    expect(await cli('agent', 'list')).toMatchObject(succeeded('acme/bot@main'));
    const status = await cli('agent', 'status', 'my-bot');
    expect(status).toMatchObject(succeeded(`Build: ${id}`));
    for (const words of ['Ready: True', 'Architecture: arm64', 'Auto-deploy On Push: yes'])
      expect(status.output).toContain(words);
    expect(await cli('agent', 'logs', 'my-bot')).toMatchObject(succeeded('Application startup complete.'));
    expect(await cli('agent', 'unlink', 'my-bot', '--force')).toMatchObject({ exitCode: 0 });
    expect(await cli('agent', 'delete', 'my-bot', '--force')).toMatchObject(
      succeeded('deleted successfully'),
    );
    expect(control.pipecat.agents.size).toBe(0);
    expect(control.violations).toEqual([]);
  });

  test('shows the sentence where something is not played', async () => {
    const at = await start();
    const sessions = await cliOf(at, project.path, 'acme')('agent', 'sessions', 'my-bot');
    expect(sessions).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('does not play sessions'),
    });
  });
});
