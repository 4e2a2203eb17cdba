import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/emulator.ts';
import { atEnd } from '../support/cleanup.ts';
import {
  type CommandRun,
  describeWithPythonClients,
  openCommandLine,
  runPython,
} from '../support/python-clients.ts';
import { makeWorkspace } from '../support/workspace.ts';

/** As `npm run emulator` starts it, but faster, and its own replies judged as well. */
async function start(prime: EmulatorOptions['prime'] = {}): Promise<Emulator> {
  const options: EmulatorOptions = { strict: false, checkReplies: true, builder: 'play', pace: 0 };
  const emulator = await startEmulator({ ...options, prime: { vmImageMs: 0, ...prime } });
  atEnd(() => emulator.close());
  return emulator;
}

const variablesOf = ({ url, credentials }: Emulator, team = '') => ({
  PRIME_API_BASE_URL: url,
  PRIME_API_KEY: credentials.apiKey,
  PRIME_TEAM_ID: team,
});

async function settled({ control }: Emulator, count: number): Promise<void> {
  const done = () =>
    control.prime.builds.filter(({ artifacts }) => artifacts[0]?.endedAt !== undefined).length;
  for (let round = 0; round < 2_000 && done() < count; round += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(done()).toBe(count);
}

const context = makeWorkspace({ Dockerfile: 'FROM scratch\n', 'app.py': 'print(1)\n', 'note.log': 'x\n' });

/** The command `prime`, which looks after its many builds every 10 s otherwise. */
const PRIME = `
from prime_cli.commands import images_bulk
from prime_cli.main import run
images_bulk.POLL_INTERVAL_SECONDS = 0.1
`;

type Images = {
  /** Runs `prime images …` where the context is. */
  readonly run: (args: readonly string[], team?: string) => Promise<CommandRun>;
  /** The same; it has to end well. */
  readonly ok: (args: readonly string[], team?: string) => Promise<string>;
  /** Reference, visibility and artifact type of what `list` has. */
  readonly listed: (team?: string) => Promise<readonly unknown[]>;
};

let command: ReturnType<typeof openCommandLine> | undefined;

/** One process for all tests: to load it takes longer than what it then does. */
function imagesOf(emulator: Emulator): Images {
  command ??= openCommandLine(PRIME, { cwd: context.path });
  const ask = command;
  const run: Images['run'] = (args, team) => ask(['images', ...args], variablesOf(emulator, team));
  const ok: Images['ok'] = async (args, team) => {
    const { exitCode, output } = await run(args, team);
    expect([args, exitCode, output]).toEqual([args, 0, expect.any(String)]);
    return output;
  };
  const listed: Images['listed'] = async (team) => {
    const { data } = JSON.parse(await ok(['list', '--output', 'json'], team)) as {
      data: readonly Record<string, unknown>[];
    };
    return data.map(({ displayRef, visibility, artifactType }) => [displayRef, visibility, artifactType]);
  };
  return { run, ok, listed };
}

describeWithPythonClients('the vendor’s command line (prime)', () => {
  test('pushes, lists, publishes, updates and deletes an image', async () => {
    const emulator = await start();
    const { ok, listed } = imagesOf(emulator);
    expect(await ok(['push', 'app:v1', '--arch', 'arm64'])).toContain('prime/emulator/app:v1');
    await settled(emulator, 1);
    expect(emulator.control.prime.builds[0]).toMatchObject({
      platform: 'linux/arm64',
      artifacts: [{ status: 'COMPLETED' }],
    });
    expect(await listed()).toEqual([['prime/emulator/app:v1', 'PRIVATE', 'VM_SANDBOX']]);
    expect(await ok(['list'])).toContain('Ready');
    await ok(['publish', 'app:v1']);
    expect(await listed()).toEqual([['prime/emulator/app:v1', 'PUBLIC', 'VM_SANDBOX']]);
    await ok(['unpublish', 'prime/emulator/app:v1']);
    const updated = await ok(['update', 'app:v1', '--name', 'final', '--tag', 'v2', '--public']);
    expect(updated).toContain('→ final:v2');
    expect(await listed()).toEqual([['prime/emulator/final:v2', 'PUBLIC', 'VM_SANDBOX']]);
    await ok(['update', 'final:v2', '--to-team', 'emulator-team', '--yes']);
    expect(await listed('emulator-team')).toEqual([['prime/emulator-team/final:v2', 'PUBLIC', 'VM_SANDBOX']]);
    await ok(['delete', 'prime/team-emulator-team/final:v2', '--yes']);
    expect(await listed('emulator-team')).toEqual([]);
    expect(emulator.control.violations).toEqual([]);
    expect(emulator.control.ignored).toEqual([]);
  });

  test('pushes for a team, and makes images of those of other registries', async () => {
    const emulator = await start();
    const { ok } = imagesOf(emulator);
    await ok(['push', 'app:v1', '--public'], 'emulator-team');
    await ok(['push', '--source-image', 'ubuntu:22.04']);
    await ok(['push', 'mine:v1', '--source-image', 'ghcr.io/acme/app:v1']);
    const several = ['push', '--source-image', 'ghcr.io/acme/one:v1,quay.io/acme/two:v2'];
    expect(await ok(several)).toContain('Builds: 2');
    await settled(emulator, 5);
    expect(emulator.control.prime.builds.map(({ image, visibility }) => [image, visibility])).toEqual([
      ['prime/emulator-team/app:v1', 'PUBLIC'],
      ['ubuntu:22.04', 'PUBLIC'],
      ['prime/emulator/mine:v1', 'PRIVATE'],
      ['prime/emulator/one:v1', 'PRIVATE'],
      ['prime/emulator/two:v2', 'PRIVATE'],
    ]);
    expect(emulator.control.violations).toEqual([]);
  });

  test('says what the server says: a registry that is not allowed, an image that is not there', async () => {
    const emulator = await start();
    const { run } = imagesOf(emulator);
    const refused = await run(['push', '--source-image', 'gcr.io/acme/app:v1']);
    expect([refused.exitCode, refused.output]).toEqual([1, expect.stringContaining('gcr.io is not allowed')]);
    const unknown = await run(['publish', 'none:v1']);
    expect([unknown.exitCode, unknown.output]).toEqual([1, expect.stringContaining('Image not found')]);
  });

  test('pushes many at once, of Dockerfiles and of other registries', async () => {
    const emulator = await start();
    const { ok } = imagesOf(emulator);
    mkdirSync(join(context.path, 'second'), { recursive: true });
    writeFileSync(join(context.path, 'second', 'Dockerfile'), 'FROM scratch\n');
    const rows = [
      { image: 'one:v1', context: '.' },
      { image: 'two:v1', context: 'second' },
      { source: 'ghcr.io/acme/three:v3' },
      { source: 'python:3.12' },
    ];
    context.write({ 'images.jsonl': rows.map((row) => JSON.stringify(row)).join('\n') });
    const output = await ok(['push-bulk', '--manifest', 'images.jsonl']);
    expect(output).toContain('4/4 builds completed');
    expect(emulator.control.violations).toEqual([]);
  });
});

const SESSION = `
import json
from prime_sandboxes import APIClient, BuildImageRequest, ImageClient

client = ImageClient(APIClient())
one = client.transfer_image("ghcr.io/acme/app:v1", image_name="mine", image_tag="v9", platform="linux/arm64")
many = client.transfer_image("ghcr.io/acme/app:v1,ghcr.io/acme/missing:x")
hub = client.transfer_image("docker.io/library/redis:7")
begun = client.initiate_build(BuildImageRequest(image_name="app", image_tag="v1"))
print(json.dumps({
    "one": one.full_image_path,
    "many": [[r.source_image, r.build and r.build.full_image_path, r.error, r.retryable] for r in many.results],
    "hub": [hub.full_image_path, hub.visibility],
    "begun": [begun.upload_url.startswith("http://127.0.0.1:"), begun.expires_in],
    "status": client.get_build_status(begun.build_id)["status"],
    "page": [client.list(limit=1).total_count is not None, client.list(search="none").data],
}))
`;

describeWithPythonClients('the vendor’s SDK (prime-sandboxes)', () => {
  test('transfers images, one and several, and reads what comes of them', async () => {
    const emulator = await start();
    const run = await runPython(SESSION, { env: variablesOf(emulator) });
    expect([run.exitCode, run.output]).toEqual([0, expect.any(String)]);
    expect(JSON.parse(run.stdout)).toEqual({
      one: 'prime/emulator/mine:v9',
      many: [
        ['ghcr.io/acme/app:v1', 'prime/emulator/app:v1', null, false],
        ['ghcr.io/acme/missing:x', null, expect.stringContaining('not found'), false],
      ],
      hub: ['redis:7', 'PUBLIC'],
      begun: [true, 3600],
      status: 'PENDING',
      page: [true, []],
    });
    expect(emulator.control.violations).toEqual([]);
  });
});
