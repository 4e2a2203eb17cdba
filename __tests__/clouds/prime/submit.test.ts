import { afterEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../emulator/faults/fault.ts';
import { AbortedError, HttpError, UserError } from '../../../src/errors.ts';
import { type Account, closeAll, DOCKERFILE, open, TEAM } from './account.ts';

afterEach(closeAll);

const clean = ({ emulator }: Account) => expect(emulator.control.violations).toEqual([]);
const started = ({ emulator }: Account) => emulator.control.prime.builds.filter(({ isStarted }) => isStarted);
const fails = async (work: Promise<unknown>): Promise<UserError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
};

describe('a build', () => {
  test.each([
    ['current', 'VM image'],
    ['older', 'container image'],
  ] as const)(
    'is registered, uploaded, started and followed to its image (%s server)',
    async (generation, kind) => {
      const at = await open({ prime: { generation } });
      const build = await at.submit();
      expect(at.asked()).toEqual(['initiateBuild', 'uploadContext', 'startBuild']);
      expect(await at.end(build)).toMatchObject({
        id: build.id,
        status: 'succeeded',
        rawStatus: 'COMPLETED',
        image: 'prime/emulator/my-app:v1',
        artifacts: [{ kind, status: 'succeeded' }],
      });
      clean(at);
    },
  );

  test('sends only what was given, in snake case (disagreement 16)', async () => {
    const at = await open();
    await at.submit();
    expect(at.sent('initiateBuild')[0]?.body).toEqual({
      kind: 'json',
      value: { image_name: 'my-app', image_tag: 'v1', dockerfile_path: DOCKERFILE },
    });
    expect(at.sent('startBuild')[0]?.body).toEqual({ kind: 'json', value: { context_uploaded: true } });
    clean(at);
  });

  test('sends team, platform and visibility where they were given', async () => {
    const at = await open({ team: TEAM, request: { platform: 'linux/arm64', visibility: 'public' } });
    await at.submit();
    expect(at.sent('initiateBuild')[0]?.body).toMatchObject({
      value: { team_id: TEAM, platform: 'linux/arm64', visibility: 'PUBLIC' },
    });
    expect(at.emulator.control.prime.builds[0]).toMatchObject({ owner: TEAM, visibility: 'PUBLIC' });
    clean(at);
  });

  test('is known before the upload as unstarted, and as running before the answer to start', async () => {
    const at = await open();
    const { id } = await at.submit();
    expect(at.submitted.map((build) => [build.id, build.unstarted])).toEqual([
      [id, true],
      [id, undefined],
    ]);
  });

  test.each(['build', 'object', 'nothing'] as const)(
    'goes on where start answers %s',
    async (startAnswers) => {
      const at = await open({ prime: { startAnswers }, checkReplies: startAnswers === 'build' });
      expect(await at.end(await at.submit())).toMatchObject({ status: 'succeeded' });
    },
  );

  test.each([
    [200, 'camel'],
    [201, 'snake'],
  ] as const)(
    'is registered by an answer %i in %s case (disagreement 19)',
    async (initiateStatus, answers) => {
      const at = await open({ prime: { initiateStatus, answers }, checkReplies: false });
      expect(await at.end(await at.submit())).toMatchObject({ status: 'succeeded' });
    },
  );
});

describe('the upload', () => {
  test('has length and type, is not chunked and carries no credentials', async () => {
    const at = await open();
    await at.submit();
    const [put] = at.sent('uploadContext');
    expect(put?.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(at.request.archive.bytes),
    });
    for (const name of ['authorization', 'transfer-encoding', 'cookie', 'x-api-key'])
      expect(put?.headers).not.toHaveProperty(name);
    expect(put?.body).toMatchObject({
      file: { bytes: at.request.archive.bytes, md5: at.request.archive.md5 },
    });
    clean(at);
  });

  test('goes to another port than the API, by the URL byte for byte, which is masked before its use', async () => {
    const at = await open();
    await at.submit();
    const [url = ''] = at.secrets;
    expect(new URL(url).port).not.toBe(new URL(at.emulator.url).port);
    expect(url).toContain('%2f20260401%2F');
    expect(url.endsWith(at.emulator.control.prime.builds[0]?.uploadTarget ?? '-')).toBe(true);
    expect(at.notices.join('\n')).not.toContain('X-Goog');
  });

  test.each<[string, Fault]>([
    ['503', { kind: 'status', status: 503 }],
    ['429', { kind: 'status', status: 429 }],
    ['408', { kind: 'status', status: 408 }],
    ['a cut connection', { kind: 'reset', when: 'during-body' }],
    ['a lost answer', { kind: 'lost-reply' }],
  ])('is sent again to the same address after %s', async (_name, fault) => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'uploadContext', times: 2, fault });
    expect(await at.end(await at.submit())).toMatchObject({ status: 'succeeded' });
    expect(at.sent('initiateBuild')).toHaveLength(1);
    expect(at.sent('uploadContext')).toHaveLength(3);
  });

  test('that is refused gets a new address, once, and says so', async () => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'uploadContext', fault: { kind: 'status', status: 403 } });
    const build = await at.submit();
    expect(at.asked()).toEqual([
      'initiateBuild',
      'uploadContext',
      'initiateBuild',
      'uploadContext',
      'startBuild',
    ]);
    expect(at.notices.join()).toContain('asking for another one. That build is never started.');
    expect(started(at).map(({ id }) => id)).toEqual([build.id]);
    expect(at.submitted.at(-1)?.id).toBe(build.id);
    expect(at.secrets).toHaveLength(2);
  });

  test('whose address has expired fails after the second one', async () => {
    const at = await open({ prime: { uploadSeconds: 0, tellsExpiry: false } });
    const error = await fails(at.submit());
    expect(error.message).toContain('ExpiredToken');
    expect(error.message).not.toMatch(/X-Goog|prime-presigned-upload/);
    expect(at.sent('initiateBuild')).toHaveLength(2);
    expect(started(at)).toEqual([]);
  });

  test('is tried again only while the address lives', async () => {
    const at = await open({ prime: { uploadSeconds: 5 } });
    const fault: Fault = { kind: 'status', status: 500 };
    at.emulator.control.misbehave({ operation: 'uploadContext', times: Number.POSITIVE_INFINITY, fault });
    await fails(at.submit());
    expect(at.sent('initiateBuild')).toHaveLength(2);
    expect(at.sent('uploadContext').length).toBeLessThan(14);
    expect(at.sent('startBuild')).toHaveLength(0);
  });

  test.each<[string, Fault, RegExp]>([
    ['a redirect', { kind: 'redirect', location: 'https://elsewhere.test/' }, /a redirect/],
    ['400', { kind: 'status', status: 400 }, /answered 400/],
    ['413', { kind: 'status', status: 413 }, /answered 413/],
  ])('ends at once after %s', async (_name, fault, message) => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'uploadContext', fault });
    expect((await fails(at.submit())).message).toMatch(message);
    expect(at.asked()).toEqual(['initiateBuild', 'uploadContext']);
  });

  test.each(['http://storage.example/x', 'ftp://storage.example/x', 'nowhere'])(
    'never goes to %s',
    async (url) => {
      const at = await open();
      const fault: Fault = { kind: 'replace', members: { upload_url: url } };
      at.emulator.control.misbehave({ operation: 'initiateBuild', fault });
      expect((await fails(at.submit())).message).toMatch(/not encrypted|no URL/);
      expect(at.asked()).toEqual(['initiateBuild']);
    },
  );
});

describe('a lost answer', () => {
  const losses: [string, Fault][] = [
    ['is cut', { kind: 'lost-reply' }],
    ['is half', { kind: 'truncated' }],
    ['is no JSON', { kind: 'truncated-json' }],
  ];
  test.each(losses)('to start that %s is looked up, and nothing is started twice', async (_name, fault) => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'startBuild', fault });
    // However long the builder takes to come to it.
    const begun: Fault = { kind: 'replace', members: { status: 'BUILDING' } };
    at.emulator.control.misbehave({ operation: 'getBuild', times: 1, fault: begun });
    const build = await at.submit();
    expect(at.asked().slice(2, 4)).toEqual(['startBuild', 'getBuild']);
    expect(at.sent('startBuild')).toHaveLength(1);
    expect(started(at).map(({ id }) => id)).toEqual([build.id]);
    expect(at.notices.join()).toContain(`the cloud has the started build ${build.id}`);
    expect(await at.end(build)).toMatchObject({ status: 'succeeded' });
    clean(at);
  });

  test('to start that had no effect has it sent again', async () => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'startBuild', fault: { kind: 'status', status: 500 } });
    await at.submit();
    expect(at.sent('startBuild')).toHaveLength(2);
    expect(started(at)).toHaveLength(1);
  });

  test('to start is no failure where the second request meets 409', async () => {
    const at = await open();
    // The build is read as if it had not begun, so that start goes out again.
    at.emulator.control.misbehave({ operation: 'startBuild', fault: { kind: 'lost-reply' } });
    const early: Fault = { kind: 'replace', members: { status: 'UPLOADING', artifacts: [] } };
    at.emulator.control.misbehave({ operation: 'getBuild', times: 4, fault: early });
    const build = await at.submit();
    expect(at.sent('startBuild').map(({ status }) => status)).toEqual([0, 409]);
    expect(await at.end(build)).toMatchObject({ status: 'succeeded' });
  });

  test('to start is no failure where the build waits for its turn all the while', async () => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'startBuild', fault: { kind: 'lost-reply' } });
    const waiting: Fault = { kind: 'replace', members: { status: 'PENDING', artifacts: [] } };
    const waits = at.emulator.control.misbehave({
      operation: 'getBuild',
      times: Number.POSITIVE_INFINITY,
      fault: waiting,
    });
    const build = await at.submit();
    expect(at.sent('startBuild').map(({ status }) => status)).toEqual([0, 409]);
    expect(waits.struck).toBeGreaterThan(1);
    expect(started(at).map(({ id }) => id)).toEqual([build.id]);
  });

  test('409 to start is fatal where the build has not begun', async () => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'startBuild', fault: { kind: 'status', status: 409 } });
    expect(await fails(at.submit())).toMatchObject({ status: 409 });
    expect(at.sent('startBuild')).toHaveLength(1);
  });

  test.each(losses)(
    'to initiate that %s leaves an unstarted record behind, no build',
    async (_name, fault) => {
      const at = await open();
      at.emulator.control.misbehave({ operation: 'initiateBuild', fault });
      const build = await at.submit();
      expect(at.sent('initiateBuild')).toHaveLength(2);
      expect(started(at).map(({ id }) => id)).toEqual([build.id]);
      expect(at.notices.join()).toContain('trying again');
    },
  );

  test('that comes within the grace after a cancel still tells the id', async () => {
    const at = await open();
    const cancel = new AbortController();
    at.emulator.control.misbehave({ operation: 'initiateBuild', fault: { kind: 'late-reply', ms: 200 } });
    const work = at.submit(cancel.signal);
    const outcome = work.catch((error: unknown) => error);
    while (at.sent('initiateBuild').length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    cancel.abort();
    expect(await outcome).toBeInstanceOf(AbortedError);
    expect(at.submitted).toHaveLength(1);
    expect(started(at)).toEqual([]);
  });

  test('after a cancel leaves the id known, and nothing started', async () => {
    const at = await open();
    const cancel = new AbortController();
    at.emulator.control.misbehave({ operation: 'uploadContext', fault: { kind: 'no-reply' } });
    const progress = { ...at.progress, submitted: () => setTimeout(() => cancel.abort(), 20) };
    const work = at.cloud.submit(at.request, progress as never, cancel.signal);
    await expect(work).rejects.toBeInstanceOf(AbortedError);
    expect(started(at)).toEqual([]);
  });
});

describe('a refusal', () => {
  test.each([
    [401, '`api-key`'],
    [402, 'billing'],
    [403, '`account-id`'],
  ])('%i is fatal and names what to look at', async (status, hint) => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'initiateBuild', fault: { kind: 'status', status } });
    const error = await fails(at.submit());
    expect(error).toBeInstanceOf(HttpError);
    expect(error.hint).toContain(hint);
    expect(at.asked()).toEqual(['initiateBuild']);
  });

  test('422 shows the parameters and their faults', async () => {
    const at = await open();
    const body = { errors: [{ param: 'image_tag', details: 'field required' }] };
    const fault: Fault = { kind: 'status', status: 422, body };
    at.emulator.control.misbehave({ operation: 'initiateBuild', fault });
    expect((await fails(at.submit())).message).toContain('image_tag: field required');
  });

  test.each(['build_id', 'upload_url'])('an answer without %s names it', async (member) => {
    const at = await open({ checkReplies: false });
    const fault: Fault = { kind: 'replace', members: { [member]: undefined } };
    at.emulator.control.misbehave({ operation: 'initiateBuild', fault });
    expect((await fails(at.submit())).message).toContain(`\`${member}\``);
    expect(at.asked()).toEqual(['initiateBuild']);
  });

  test.each([
    ['acme/my-app', 'v1', 'acme-my-app'],
    ['My App', 'v1', 'my-app'],
    ['-app-', 'v1', 'app'],
    ['///', 'v1', '`image-name`'],
    ['app', 'v 1', '`image-tag`'],
    ['app', '.v1', '`image-tag`'],
  ])('the name %s:%s is refused before any request', async (imageName, imageTag, hint) => {
    const at = await open({ request: { imageName, imageTag } });
    expect((await fails(at.submit())).hint).toContain(hint);
    expect(at.asked()).toEqual([]);
  });
});

describe('429 (disagreements 20 and 21)', () => {
  test('of the rate limiter waits as long as it is asked to', async () => {
    const at = await open();
    const fault: Fault = {
      kind: 'status',
      status: 429,
      retryAfter: 7,
      body: { detail: 'Too Many Requests' },
    };
    at.emulator.control.misbehave({ operation: 'initiateBuild', times: 2, fault });
    await at.submit();
    expect(at.sent('initiateBuild')).toHaveLength(3);
    expect(at.clock.slept.filter((ms) => ms >= 6_900)).toHaveLength(2);
  });

  test('without a time waits 2 s, doubled to 60 s, within the budget', async () => {
    const at = await open();
    const fault: Fault = { kind: 'status', status: 429, body: { detail: 'Too Many Requests' } };
    at.emulator.control.misbehave({ operation: 'initiateBuild', times: Number.POSITIVE_INFINITY, fault });
    expect(await fails(at.submit())).toMatchObject({ status: 429 });
    const longest = [2, 4, 8, 16, 32, 60];
    expect(at.clock.slept.length).toBeGreaterThanOrEqual(5);
    for (const [index, ms] of at.clock.slept.entries()) {
      expect(ms).toBeLessThanOrEqual((longest[index] ?? 60) * 1000);
      expect(ms).toBeGreaterThanOrEqual((longest[index] ?? 60) * 750);
    }
  });

  test('of an exhausted quota ends at once and names the oldest images', async () => {
    const at = await open({ prime: { maxImages: 3 } });
    const builds = at.emulator.control.prime.seedHistory({ builds: 3, images: ['a', 'b', 'c'] });
    const error = await fails(at.submit());
    expect(error.message).toContain('Image limit exceeded. Personal has 3 images');
    expect(error.hint).toContain(`Delete images at Prime Intellect`);
    expect(error.hint).toContain(`${builds[0]?.image} (${builds[0]?.createdAt.toISOString().slice(0, 10)}`);
    expect(at.clock.slept).toEqual([]);
    expect(at.asked()).toEqual(['initiateBuild', 'listImages']);
    clean(at);
  });

  test('of an exhausted storage names the largest images of the team', async () => {
    const at = await open({ team: TEAM, prime: { maxImageBytes: 1 } });
    at.emulator.control.prime.seedHistory({ builds: 2, images: ['a'], owner: TEAM });
    const error = await fails(at.submit());
    expect(error.message).toContain('Image storage limit exceeded');
    expect(error.hint).toContain('50 MB');
    expect(at.sent('listImages')[0]?.query).toEqual({ teamId: TEAM, limit: '250' });
    clean(at);
  });

  test.each<[string, Fault]>([
    [
      'in capitals',
      { kind: 'status', status: 429, retryAfter: 60, body: { detail: 'IMAGE LIMIT EXCEEDED' } },
    ],
    ['at start', { kind: 'status', status: 429, body: { detail: 'image storage limit exceeded' } }],
  ])('is a quota %s, and the images need not be had', async (name, fault) => {
    const at = await open();
    const operation = name === 'at start' ? 'startBuild' : 'initiateBuild';
    at.emulator.control.misbehave({ operation, fault });
    at.emulator.control.misbehave({ operation: 'listImages', fault: { kind: 'html', status: 502 } });
    const error = await fails(at.submit());
    expect(error.hint).toBe(
      'Delete images at Prime Intellect that nobody needs any more; then run the job again.',
    );
    expect(at.sent(operation)).toHaveLength(1);
  });
});
