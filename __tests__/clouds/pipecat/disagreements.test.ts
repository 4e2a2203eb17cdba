import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { repositoryRoot } from '../../../emulator/root.ts';
import { CLOUD_TRAITS } from '../../../src/clouds/traits.ts';
import { type PackedContext, writeArchive } from '../../../src/context/archive/archive.ts';
import type { Tree } from '../../../src/context/entry.ts';
import { listTree } from '../../../src/context/listing/tree.ts';
import { discard, listed, type Plan, plant } from '../../context/scratch-tree.ts';
import { closeAll, collect, deploymentsOf, expectContract, never, open, packed } from './organization.ts';

afterEach(closeAll);

const SOURCES = { Dockerfile: 'FROM python:3.12-slim\n', 'bot/main.py': 'print()\n', 'bot/other.py': '' };

/** The archive that a run would send of these files, for as long as `use` runs. */
async function withArchive<T>(plan: Plan, use: (archive: PackedContext) => Promise<T>): Promise<T> {
  const folder = plant(plan);
  const out = plant({});
  try {
    const { dockerfileEntry, entryPrefix: prefix, archiveLimit: limit } = CLOUD_TRAITS.pipecat;
    const dockerfile = join(folder, 'Dockerfile');
    const tree = await listTree({ workspace: folder, root: folder, dockerfile, dockerfileEntry });
    const destination = join(out, 'context.tar.gz');
    return await use(await writeArchive(tree, { destination, prefix, limit, md5: true, signal: never() }));
  } finally {
    discard(folder);
    discard(out);
  }
}

function archiveHash(plan: Plan): Promise<string> {
  return withArchive(plan, async ({ md5 }) => md5 ?? '');
}

/** A name for each row of contracts/README.md, "Disagreements between sources", that is about Pipecat Cloud. */
describe('disagreement', () => {
  test('22: the region is the given one', async () => {
    const at = await open();
    await at.submit(await packed({ region: 'eu-central' }));
    expect(at.asked()).not.toContain('getProperties');
    for (const operation of ['createUploadUrl', 'createBuild'])
      expect(at.requests(operation)[0]?.body).toMatchObject({ value: { region: 'eu-central' } });
    expectContract(at);
  });

  test.each(['wrapped', 'bare'] as const)('22: else the organization’s default, %s', async (properties) => {
    const at = await open({ properties, defaultRegion: 'ap-south' });
    await expect(at.submit(await packed())).resolves.toMatchObject({ region: 'ap-south' });
    expectContract(at);
  });

  test.each([
    ['it is not told', undefined],
    ['it cannot be read', { kind: 'status', status: 403 } as const],
    ['it cannot be reached', { kind: 'reset', when: 'before-body' } as const],
  ])('22: else it is left out, where %s', async (_name, fault) => {
    const at = await open({ regionRequired: false, properties: 'without-region' });
    if (fault) at.emulator.control.misbehave({ operation: 'getProperties', times: 9, fault });
    await expect(at.submit(await packed())).resolves.toMatchObject({ region: 'us-west' });
    expect(at.requests('createUploadUrl')[0]?.body).toEqual({ kind: 'json', value: {} });
    expect(at.requests('createBuild')[0]?.body).not.toHaveProperty('value.region');
  });

  test.each([
    ['could not be reached', { kind: 'reset', when: 'before-body' } as const],
    ['was asked too often', { kind: 'status', status: 429 } as const],
    ['failed', { kind: 'status', status: 503 } as const],
  ])('22: it is asked again where the server %s at first', async (_name, fault) => {
    const at = await open({ defaultRegion: 'ap-south' });
    at.emulator.control.misbehave({ operation: 'getProperties', fault });
    await expect(at.submit(await packed())).resolves.toMatchObject({ region: 'ap-south' });
    expect(at.requests('createBuild')[0]?.body).toMatchObject({ value: { region: 'ap-south' } });
  });

  test.each([true, false])(
    '23: a hit is verified, whether the Dockerfile filters (%s) or not',
    async (filters) => {
      const at = await open({ filtersByDockerfile: filters });
      const files = {
        'a/Dockerfile': 'FROM scratch\nCOPY x /\n',
        'b/Dockerfile': 'FROM scratch\nCOPY x /\n',
        x: '',
      };
      const a = await at.build(await packed({ dockerfile: 'a/Dockerfile' }, files));
      const b = await at.build(await packed({ dockerfile: 'b/Dockerfile' }, files));
      expect(a.contextHash).toBe(b.contextHash);
      const filter = {
        contextHash: a.contextHash ?? '',
        dockerfile: 'a/Dockerfile',
        status: 'succeeded',
      } as const;
      const hits = await collect(at.cloud.list(filter, never()));
      expect(hits.map(({ id }) => id)).toEqual([a.id]);
      const looked = at.requests('listBuilds').at(-1)?.query;
      expect(looked).toMatchObject({ dockerfilePath: 'a/Dockerfile', limit: '100', status: 'success' });
      expectContract(at);
    },
  );

  test.each(['reconciled', 'older'] as const)('24: ready by the %s rule', async (readiness) => {
    const at = await open({ readiness });
    const [build] = at.emulator.control.pipecat.seedHistory(1);
    const made = await at.deploy({ of: { buildId: build?.id ?? '' } });
    await expect(at.settle(made)).resolves.toMatchObject({ status: 'healthy' });
    expectContract(at);
  });

  const rows: [name: string, members: object, status: string][] = [
    [
      'reconciled, available and ready',
      { reconciledDeploymentId: 'd1', available: true, ready: true },
      'healthy',
    ],
    [
      'ready by its deprecated name',
      { reconciledDeploymentId: 'd1', available: true, activeDeploymentReady: true },
      'healthy',
    ],
    ['available is missing', { reconciledDeploymentId: 'd1', ready: true }, 'healthy'],
    ['not available', { reconciledDeploymentId: 'd1', available: false, ready: true }, 'progressing'],
    ['not ready', { reconciledDeploymentId: 'd1', available: true, ready: false }, 'progressing'],
    ['not reconciled', { reconciledDeploymentId: null, available: true, ready: true }, 'pending'],
    ['another one reconciled', { reconciledDeploymentId: 'd0', available: true, ready: true }, 'pending'],
    ['older: available and ready', { available: true, activeDeploymentReady: true }, 'healthy'],
    ['older: not ready', { available: true, activeDeploymentReady: false }, 'progressing'],
    [
      'older: ready of the revision before',
      { available: true, activeDeploymentReady: true, currentRevision: { deploymentID: 'd0' } },
      'progressing',
    ],
    [
      'errors',
      { reconciledDeploymentId: 'd1', available: true, ready: true, errors: [{ code: 'X' }] },
      'failed',
    ],
    [
      'failed',
      {
        reconciledDeploymentId: 'd1',
        available: true,
        currentRevision: { deploymentID: 'd1', phase: 'Failed' },
      },
      'failed',
    ],
    [
      'the revision before has failed',
      { reconciledDeploymentId: 'd0', currentRevision: { deploymentID: 'd0', phase: 'Failed' } },
      'pending',
    ],
  ];
  test.each(rows)('24: %s', async (_name, members, status) => {
    const at = await open();
    const [build] = at.emulator.control.pipecat.seedHistory(1);
    await at.deploy({ of: { buildId: build?.id ?? '' } });
    const none = { ready: undefined, available: undefined, activeDeploymentReady: undefined };
    const bare = { ...none, reconciledDeploymentId: undefined, currentRevision: undefined };
    const record = { ...bare, desiredDeploymentId: 'd1', activeDeploymentId: 'd1', ...members };
    at.emulator.control.misbehave({ operation: 'getAgent', fault: { kind: 'replace', members: record } });
    await expect(deploymentsOf(at.cloud).get('bot@d1', never())).resolves.toMatchObject({ status });
  });

  test('24: the wanted deployment is that of the first read, where the answer reports none', async () => {
    const at = await open({ tellsDeployment: false });
    const [build] = at.emulator.control.pipecat.seedHistory(1);
    const made = await at.deploy({ of: { buildId: build?.id ?? '' } });
    expect(made.id).toBe(`bot@${at.emulator.control.pipecat.agents.get('bot')?.desired}`);
    await expect(at.settle(made)).resolves.toMatchObject({ status: 'healthy' });
  });

  test.each(['bare', 'body'] as const)('25: an agent comes %s', async (agentAnswers) => {
    const at = await open({ agentAnswers });
    const builds = at.emulator.control.pipecat.seedHistory(2);
    for (const { id } of builds) {
      const made = await at.deploy({ of: { buildId: id } });
      await expect(at.settle(made)).resolves.toMatchObject({ status: 'healthy' });
    }
    expect(at.requests('updateAgent')).toHaveLength(1);
    await at.deploy({ of: { buildId: builds[1]?.id ?? '' } });
    expect(at.notices.join()).toContain('nothing was rolled out');
    expectContract(at);
  });

  test.each(['texts', 'objects'] as const)('26: log lines come as %s', async (logLines) => {
    const at = await open({ logLines });
    at.emulator.control.script({ lines: ['one', '', 'two\n', '{"three": 3}', 'four\nfive'] });
    const { id } = await at.build(await packed());
    const lines = at.cloud.log?.kind === 'polled' ? await at.cloud.log.read(id, never()) : [];
    expect(lines).toEqual(['one', '', 'two', '{"three": 3}', 'four', 'five']);
    expectContract(at);
  });

  test('a log that is not there yet is empty, one that is refused is an error', async () => {
    const at = await open();
    const { log } = at.cloud;
    const read = (status: 403 | 404) => {
      at.emulator.control.misbehave({ operation: 'getBuildLogs', fault: { kind: 'status', status } });
      return log?.kind === 'polled' ? log.read('build_1', never()) : undefined;
    };
    expect(await read(404)).toEqual([]);
    await expect(read(403)).rejects.toMatchObject({ status: 403 });
  });

  test('27: the log is asked for by its limit alone', async () => {
    const at = await open({ maxLogLines: 2 });
    at.emulator.control.script({ lines: ['one', 'two', 'three'] });
    const { id } = await at.build(await packed());
    const { log } = at.cloud;
    if (log?.kind !== 'polled') throw new Error('a polled log was expected');
    expect(log.pageSize).toBe(10_000);
    expect(await log.read(id, never())).toEqual(['two', 'three']);
    expect(at.requests('getBuildLogs').map(({ query }) => query)).toEqual([{ limit: '10000' }]);
  });

  const { dockerfileEntry, leavesOutCredentials } = CLOUD_TRAITS.pipecat;
  const secrets = { Dockerfile: 'FROM scratch\n', '.env': 'KEY=1\n', 'dist/x': '', 'a.log': '' };
  const filesOf = (tree: Tree) =>
    [...tree.entries].filter(({ kind }) => kind === 'file').map(({ path }) => path);

  test('28: no list of ours decides what is sent, but what looks like a credential never is', async () => {
    await listed(secrets, { dockerfileEntry, leavesOutCredentials }, (tree) => {
      expect(filesOf(tree)).toEqual(['Dockerfile', 'a.log', 'dist/x']);
      expect(tree.leftOut).toContainEqual({ reason: 'credentials', count: 1, examples: ['.env'] });
      expect(tree.files).toBe(3);
      expect(tree.credentials).toEqual([]);
    });
  });

  test('28: an exception of the ignore file is the author’s own word, and still named', async () => {
    const plan = { ...secrets, '.dockerignore': 'dist\n!.env\n' };
    await listed(plan, { dockerfileEntry, leavesOutCredentials }, (tree) => {
      expect(filesOf(tree)).toEqual(['.dockerignore', '.env', 'Dockerfile', 'a.log']);
      expect(tree.credentials.map(({ path }) => path)).toEqual(['.env']);
    });
  });

  test('29: links go as links, so that a changed target changes the hash', async () => {
    const hashes = await Promise.all(
      ['->main.py', '->other.py'].map((link) => archiveHash({ ...SOURCES, 'bot/link.py': link })),
    );
    expect(new Set([...hashes, await archiveHash(SOURCES)]).size).toBe(3);
  });

  test('30: our own archive has one hash, which the cloud counts as we do', async () => {
    expect(await archiveHash(SOURCES)).toBe(await archiveHash(SOURCES));
    const at = await open();
    await withArchive(SOURCES, async (archive) => {
      const build = await at.submit(await packed({ archive }));
      expect(build.contextHash).toBe(archive.md5?.slice(0, 16));
    });
    expect(at.debugged).toEqual([]);
    expectContract(at);
  });

  test('30: another count of the cloud’s is worth a debug line', async () => {
    const at = await open();
    const request = await packed();
    await at.submit({ ...request, archive: { ...request.archive, md5: 'f'.repeat(32) } });
    expect(at.debugged.join()).toContain(`${request.archive.md5?.slice(0, 16)}, not ffffffffffffffff`);
  });

  const keys: [name: string, key: string, words: RegExp | undefined][] = [
    ['a personal access token', 'pcc_pat_not-a-real-token', /personal access token.*private API key/],
    ['a public key', 'pk_not-a-real-key', /public API key.*private API key/],
    ['a private key', 'sk_not-a-real-key', undefined],
  ];
  test.each(keys)('31: %s', (_name, key, words) => {
    const fault = CLOUD_TRAITS.pipecat.keyFault?.(key);
    if (words) expect(fault).toMatch(words);
    else expect(fault).toBeUndefined();
    expect(fault ?? '').not.toContain(key);
  });
});

test('every row of the table about Pipecat Cloud has its test here', () => {
  const table = readFileSync(join(repositoryRoot(), 'contracts/README.md'), 'utf8');
  const rows = [...table.matchAll(/^\| (\d+) \| Pipecat /gm)].map(([, number]) => number);
  const own = readFileSync(join(repositoryRoot(), '__tests__/clouds/pipecat/disagreements.test.ts'), 'utf8');
  expect(rows.length).toBeGreaterThan(5);
  for (const number of rows) expect(own).toMatch(new RegExp(`'${number}: `));
});
