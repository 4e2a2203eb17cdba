import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import { atEnd } from '../support/cleanup.ts';
import { describeWithPythonClients, runPython } from '../support/python-clients.ts';
import { temporaryFolder } from '../support/workspace.ts';
import { archiveOf, ENVIRONMENTS, MANIFEST } from './fixtures/sgp.ts';
import { missing, paste } from './fixtures/shell.ts';

/** As `npm run emulator` starts it, but faster, and its own replies judged as well. */
async function startByHand(): Promise<Emulator> {
  const emulator = await startEmulator({ strict: false, checkReplies: true, builder: 'play', pace: 0 });
  atEnd(() => emulator.close());
  return emulator;
}

const variablesOf = ({ url, credentials }: Emulator) => ({
  SGP_CLIENT_BASE_URL: url,
  SGP_API_KEY: credentials.apiKey,
  SGP_ACCOUNT_ID: credentials.accountId,
});

async function until<T>(look: () => T | undefined | false): Promise<T> {
  for (let round = 0; round < 2_000; round += 1) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it did not come to that');
}

const lacking = missing('curl', 'jq');
if (lacking.length > 0) process.stderr.write(`skipped: the guide's samples: ${lacking} missing\n`);

/** The samples of the vendor's guide as they are printed; `build_abc123` is the guide's word for a build's id. */
(lacking.length > 0 ? describe.skip : describe)('the guide’s samples', () => {
  const SUBMIT = `curl -X POST $SGP_CLIENT_BASE_URL/v5/builds \\
    -H "x-api-key: $SGP_API_KEY" \\
    -H "x-selected-account-id: $SGP_ACCOUNT_ID" \\
    -F "context_archive=@build-context.tar.gz" \\
    -F "image_name=my-agent" \\
    -F "image_tag=v1.2.0" \\
    -F "agent_name=my-agent"`;
  const DEPLOY = `curl -X POST $SGP_CLIENT_BASE_URL/v5/agentex/deployments \\
    -H "x-api-key: $SGP_API_KEY" \\
    -H "x-selected-account-id: $SGP_ACCOUNT_ID" \\
    -H "Content-Type: application/json" \\
    -d '{
      "manifest_file": "name: my-agent\\nversion: 1.0\\n...",
      "environment_config": "environment: production\\nnamespace: agents\\n...",
      "build_id": "build_abc123"
    }'`;
  const SAMPLES: readonly (readonly [name: string, sample: string, told: string])[] = [
    [
      'the list of builds',
      `curl -s $SGP_CLIENT_BASE_URL/v5/builds \\
    -H "x-api-key: $SGP_API_KEY" \\
    -H "x-selected-account-id: $SGP_ACCOUNT_ID"`,
      '"has_more":false',
    ],
    [
      'one build',
      `curl -s $SGP_CLIENT_BASE_URL/v5/builds/$BUILD_ID \\
    -H "x-api-key: $SGP_API_KEY" \\
    -H "x-selected-account-id: $SGP_ACCOUNT_ID"`,
      '"build_status":"success"',
    ],
    [
      'cancel',
      `curl -X POST $SGP_CLIENT_BASE_URL/v5/builds/$BUILD_ID/cancel \\
  -H "x-api-key: $SGP_API_KEY" \\
  -H "x-selected-account-id: $SGP_ACCOUNT_ID"`,
      '"agent_name":"my-agent"',
    ],
    [
      'polling',
      `while true; do
    STATUS=$(curl -s $SGP_CLIENT_BASE_URL/v5/builds/$BUILD_ID \\
      -H "x-api-key: $SGP_API_KEY" \\
      -H "x-selected-account-id: $SGP_ACCOUNT_ID" \\
      | jq -r '.status')
    echo "Build status: $STATUS"
    case $STATUS in
      success|failed|cancelled|timed_out|error) break ;;
    esac
    sleep 5
  done`,
      'Build status: success',
    ],
    [
      'the build log',
      `curl -N $SGP_CLIENT_BASE_URL/v5/builds/$BUILD_ID/logs \\
  -H "x-api-key: $SGP_API_KEY" \\
  -H "x-selected-account-id: $SGP_ACCOUNT_ID"`,
      'data: {"line":',
    ],
    [
      'a deployment',
      `curl -s $SGP_CLIENT_BASE_URL/v5/agentex/deployments/$DEPLOYMENT_ID \\
    -H "x-api-key: $SGP_API_KEY" \\
    -H "x-selected-account-id: $SGP_ACCOUNT_ID"`,
      '"namespace":"agents"',
    ],
    [
      'the deployment’s log, page by page',
      `CURSOR=""
  while true; do
    RESPONSE=$(curl -s "$SGP_CLIENT_BASE_URL/v5/agentex/deployments/$DEPLOYMENT_ID/logs?limit=100&cursor=$CURSOR" \\
      -H "x-api-key: $SGP_API_KEY" \\
      -H "x-selected-account-id: $SGP_ACCOUNT_ID")
    echo "$RESPONSE" | jq -r '.lines[]'
    HAS_MORE=$(echo "$RESPONSE" | jq -r '.has_more')
    if [ "$HAS_MORE" != "true" ]; then
      break
    fi
    CURSOR=$(echo "$RESPONSE" | jq -r '.next_cursor')
  done`,
      '"message"',
    ],
    [
      'builds of an agent',
      `curl -s "$SGP_CLIENT_BASE_URL/v5/builds?agent_name=my-agent&limit=10&sort_order=desc" \\
    -H "x-api-key: $SGP_API_KEY" \\
    -H "x-selected-account-id: $SGP_ACCOUNT_ID"`,
      '"agent_name":"my-agent"',
    ],
    [
      'deployments of a label',
      `curl -s "$SGP_CLIENT_BASE_URL/v5/agentex/deployments?preview_label=pr-482&limit=1" \\
    -H "x-api-key: $SGP_API_KEY" \\
    -H "x-selected-account-id: $SGP_ACCOUNT_ID"`,
      '"items":[]',
    ],
    [
      'undeployed agents',
      `curl -s $SGP_CLIENT_BASE_URL/v5/builds/undeployed \\
  -H "x-api-key: $SGP_API_KEY" \\
  -H "x-selected-account-id: $SGP_ACCOUNT_ID"`,
      '[]',
    ],
    [
      'a deployment’s end',
      `curl -X DELETE $SGP_CLIENT_BASE_URL/v5/agentex/deployments/$DEPLOYMENT_ID \\
  -H "x-api-key: $SGP_API_KEY" \\
  -H "x-selected-account-id: $SGP_ACCOUNT_ID"`,
      '"status":"deleted"',
    ],
  ];

  test('work as they are, one after the other, and what the cloud ignores is in the journal', async () => {
    const emulator = await startByHand();
    const cwd = temporaryFolder('guide');
    writeFileSync(join(cwd, 'build-context.tar.gz'), await archiveOf({ Dockerfile: 'FROM scratch\n' }));
    const env = variablesOf(emulator);
    const submitted = await paste(SUBMIT, { cwd, env });
    const buildId = String(JSON.parse(submitted.stdout).id);
    await until(() => emulator.control.sgp.builds[0]?.status === 'success');
    const deployed = await paste(DEPLOY.replace('build_abc123', buildId), { cwd, env });
    const deploymentId = String(JSON.parse(deployed.stdout).id);
    await until(() => emulator.control.sgp.deployments[0]?.status === 'healthy');
    const ids = { BUILD_ID: buildId, DEPLOYMENT_ID: deploymentId };
    const answers: [string, ...unknown[]][] = [];
    for (const [name, sample] of SAMPLES) {
      const { exitCode, stdout } = await paste(sample, { cwd, env: { ...env, ...ids } });
      answers.push([name, exitCode, stdout]);
    }
    expect(answers).toEqual(SAMPLES.map(([name, , told]) => [name, 0, expect.stringContaining(told)]));
    expect(emulator.control.violations).toEqual([]);
    expect(
      emulator.control.ignored.flatMap(({ problems }) => problems.map(({ loc }) => loc.join('.'))),
    ).toEqual(['body.context_archive', 'header.accept']);
  });

  test('may be sent again: the guide names the agent each time', async () => {
    const emulator = await startByHand();
    const cwd = temporaryFolder('guide');
    writeFileSync(join(cwd, 'build-context.tar.gz'), await archiveOf({ Dockerfile: 'FROM scratch\n' }));
    for (const _round of [1, 2]) await paste(SUBMIT, { cwd, env: variablesOf(emulator) });
    expect(emulator.control.sgp.builds.map(({ agentName }) => agentName)).toEqual(['my-agent', 'my-agent']);
  });
});

const SESSION = `
import io, json, os, time
from pathlib import Path
from scale_gp_beta import SGPClient

client = SGPClient(_strict_response_validation=True)
told = {}

def ended(build):
    while build.build_status in ("queued", "running", "cancelling"):
        time.sleep(0.02)
        build = client.build.retrieve(build.id)
    return build

# Forms of an archive that the SDK takes: a path, an open file, bytes with a name, and with a type of one's own.
archive = Path("build-context.tar.gz")
forms = [archive, archive.open("rb"), ("context.tar.gz", archive.read_bytes()),
         ("context", archive.read_bytes(), "application/octet-stream")]
build = ended(client.build.create(context_archive=forms[0], image_name="my-agent", image_tag="v1",
    agent_name="my-agent", build_args=json.dumps({"A": "1"}), platform="linux/amd64", source_dirty=True))
told["status"] = build.build_status
told["forms"] = [ended(client.build.create(context_archive=form, image_name="my-agent", image_tag=f"f{i}",
    agent_id=build.agent_id)).build_status for i, form in enumerate(forms[1:])]
told["listed"] = [entry.image_tag for entry in client.build.list(agent_name="my-agent", limit=2, sort_order="desc")]
told["undeployed"] = [entry.agent_name for entry in client.build.list_undeployed()]
told["log"] = [chunk.line for chunk in client.build.logs(build.id)]
told["cancel"] = client.build.cancel(build.id).build_status

image = client.build.create(image_url="registry.example/team/other:v7", image_name="other", image_tag="v7", agent_name="other")
told["registered"] = [image.build_status, image.image_url]

files = {"manifest_file": os.environ["MANIFEST"], "environment_config": os.environ["ENVIRONMENTS"]}
deploy = client.deploy.create(build_id=build.id, preview=True, preview_label="pr-1", **files)
while deploy.status in ("pending", "in_progress", "running"):
    time.sleep(0.02)
    deploy = client.deploy.retrieve(deploy.id)
told["deploy"] = deploy.status
told["deploys"] = [entry.id == deploy.id for entry in client.deploy.list(preview_label="pr-1", limit=1)]
page = client.deploy.logs(deploy.id, limit=3)
told["lines"] = len(page.lines)
client.deploy.logs(deploy.id, limit=100, cursor=page.next_cursor)
told["deleted"] = client.deploy.delete(deploy.id).status

told["credentials"] = [entry.name for entry in client.credentials.list()]
told["named"] = client.credentials.retrieve_by_name("openai").name
told["secrets"] = [entry.key for entry in client.secrets.list()]
try:
    client.secrets.create(key="new", value="obviously-false")
except Exception as error:
    told["unplayed"] = [error.status_code, error.body["detail"]]
print(json.dumps(told))
`;

describeWithPythonClients('the vendor’s SDK (scale-gp-beta)', () => {
  test('creates, reads, lists, follows, cancels, deploys and deletes; its strict validation takes every reply', async () => {
    const emulator = await startEmulator({
      strict: false,
      checkReplies: true,
      builder: 'play',
      pace: 0,
      sgp: { secrets: ['openai', 'stripe'], rolloutStepMs: 20 },
    });
    atEnd(() => emulator.close());
    const cwd = temporaryFolder('sdk');
    writeFileSync(
      join(cwd, 'build-context.tar.gz'),
      await archiveOf({ Dockerfile: 'FROM scratch\nRUN true\n' }),
    );
    const env = { ...variablesOf(emulator), MANIFEST, ENVIRONMENTS };
    const run = await runPython(SESSION, { cwd, env });
    expect([run.exitCode, run.output]).toEqual([0, expect.any(String)]);
    expect(JSON.parse(run.stdout)).toEqual({
      status: 'success',
      forms: ['success', 'success', 'success'],
      listed: expect.arrayContaining(['f2', 'f1', 'f0', 'v1']),
      undeployed: ['my-agent'],
      log: expect.arrayContaining([expect.stringContaining('RUN true')]),
      cancel: 'success',
      registered: ['success', 'registry.example/team/other:v7'],
      deploy: 'healthy',
      deploys: [true],
      lines: 3,
      deleted: 'deleted',
      credentials: ['openai', 'stripe'],
      named: 'openai',
      secrets: ['openai', 'stripe'],
      unplayed: [501, expect.stringContaining('does not play secrets')],
    });
    // Nothing but what is not played; the SDK is told not to ask again.
    expect(emulator.control.violations.map(({ path }) => path)).toEqual(['/v5/sgp/secrets']);
  });
});
