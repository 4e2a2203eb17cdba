import { readdir, readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { serve } from '../support/server.ts';
import { canBuild, closeAll, scratchImage, start } from './fixtures/sgp.ts';

afterEach(closeAll);

const able = await canBuild();
if (!able)
  process.stderr.write('skipped: buildah or a static busybox is missing, no image is really built\n');

const FIELDS = { agent_name: 'my-agent', image_name: 'my-agent', image_tag: 'v1' };

async function processesNaming(text: string): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
  return (await Promise.all(commands)).filter((command) => command.replaceAll('\0', ' ').includes(text))
    .length;
}

/** The address of a server that answers nobody before all are there. */
async function meetingOf(members: number): Promise<string> {
  const there: ServerResponse[] = [];
  const { url } = await serve((_request, response) => {
    there.push(response);
    if (there.length === members) for (const one of there) one.end();
  });
  return url;
}

(able ? describe : describe.skip)('with buildah', () => {
  test('a RUN really runs, with the build args, and what it prints arrives', async () => {
    const client = await start({ builder: 'buildah' });
    const script = 'echo "$GREETING on stdout"; echo "on stderr" >&2; echo "then stdout"';
    const fields = { ...FIELDS, build_args: '{"GREETING":"bonjour"}' };
    const made = await client.submit(fields, await scratchImage(script));
    const lines = await client.lines(String(made.body.id));
    // Buildah reads the two streams side by side: only what came by one of them is in order.
    const printed = lines.filter((line) => / stdout$/.test(line));
    expect(printed).toEqual(['bonjour on stdout', 'then stdout']);
    expect(lines).toContain('on stderr');
    expect(lines.join('\n')).toContain('STEP 4/5: RUN');
    await client.until(`/v5/builds/${made.body.id}`, 'build_status', 'success');
    expect(client.emulator.control.violations).toEqual([]);
  });

  test('a RUN that fails, fails the build', async () => {
    const client = await start({ builder: 'auto' });
    const made = await client.submit(FIELDS, await scratchImage('echo before; exit 7'));
    const lines = await client.lines(String(made.body.id));
    expect(lines).toContain('before');
    expect(lines.join('\n')).toMatch(/exit status 7/);
    await client.until(`/v5/builds/${made.body.id}`, 'build_status', 'failed');
  });

  test('three builds at once, each with its own log', async () => {
    const client = await start({ builder: 'buildah' });
    const names = ['one', 'two', 'three'];
    const address = await meetingOf(names.length);
    const script = (name: string) =>
      `echo ${name}-1; echo ${name}-2; /bin/busybox wget -q -O - ${address}; echo ${name}-3; echo ${name}-4`;
    const made = await Promise.all(
      names.map(async (name) =>
        client.submit({ agent_name: name, image_name: name }, await scratchImage(script(name))),
      ),
    );
    for (const [index, build] of made.entries()) {
      const lines = await client.lines(String(build.body.id));
      const own = [1, 2, 3, 4].map((count) => `${names[index]}-${count}`);
      expect(lines.filter((line) => /^(one|two|three)-\d$/.test(line))).toEqual(own);
      await client.until(`/v5/builds/${build.body.id}`, 'build_status', 'success');
    }
  });

  test('cancelling ends the builder and all it started; the next build works', async () => {
    const client = await start({ builder: 'buildah' });
    const mark = `sleep 4${process.pid}`;
    const made = await client.submit(FIELDS, await scratchImage(`echo up; /bin/busybox ${mark}`));
    const path = `/v5/builds/${made.body.id}`;
    for await (const [line] of client.emulator.control.sgp.builds[0]?.log.follow(
      0,
      AbortSignal.timeout(20_000),
    ) ?? []) {
      if (client.emulator.control.sgp.builds[0]?.log.lines.includes('up') || line === undefined) break;
    }
    expect(await processesNaming(mark)).toBeGreaterThan(0);
    await client.call('POST', `${path}/cancel`);
    await client.until(path, 'build_status', 'cancelled');
    expect(await processesNaming(mark)).toBe(0);
    const next = await client.submit(
      { agent_id: made.body.agent_id, image_name: 'again' },
      await scratchImage('echo fine'),
    );
    await client.until(`/v5/builds/${next.body.id}`, 'build_status', 'success');
  });

  test('closing the emulator ends what it builds', async () => {
    const client = await start({ builder: 'buildah' });
    const mark = `sleep 5${process.pid}`;
    await client.submit(FIELDS, await scratchImage(`echo up; /bin/busybox ${mark}`));
    const log = client.emulator.control.sgp.builds[0]?.log;
    for await (const _ of log?.follow(0, AbortSignal.timeout(20_000)) ?? [])
      if (log?.lines.includes('up')) break;
    await client.emulator.close();
    expect(await processesNaming(mark)).toBe(0);
  });
});
