import { afterEach, describe, expect, test } from '@jest/globals';
import { HttpError } from '../../../src/errors.ts';
import { closeAll, expectContract, never, open, packed } from './organization.ts';

afterEach(closeAll);

type Control = Awaited<ReturnType<typeof open>>['emulator']['control'];

describe('the upload', () => {
  test('sends the fields as they came, our type where there was none, and the file last', async () => {
    for (const uploadFields of ['typed', 'untyped'] as const) {
      const at = await open({ uploadFields });
      await at.submit(await packed());
      const [upload] = at.requests('uploadContext');
      const order = upload?.body.kind === 'form' ? upload.body.order : [];
      expect(order.at(-1)).toBe('file');
      expect(order.filter((name) => name === 'Content-Type')).toHaveLength(1);
      expect(upload?.headers.authorization).toBeUndefined();
      expect(upload?.headers['content-length']).toMatch(/^\d+$/);
      expectContract(at);
    }
  });

  test('has everything that was signed masked before it is used', async () => {
    const at = await open();
    const seen: number[] = [];
    const secret = (value: string) => {
      at.secrets.push(value);
      seen.push(at.requests('uploadContext').length);
    };
    await at.cloud.submit(await packed(), { ...at.progress, secret }, never());
    const [upload] = at.requests('uploadContext');
    const fields = upload?.body.kind === 'form' ? upload.body.fields : {};
    expect(at.secrets).toEqual(
      ['Policy', 'X-Amz-Credential', 'X-Amz-Security-Token', 'X-Amz-Signature'].map((name) => fields[name]),
    );
    expect(seen).toEqual([0, 0, 0, 0]);
  });

  test('with a target that ran out is tried again with a new one', async () => {
    const at = await open();
    at.emulator.control.pipecat.expireTargets(1);
    await expect(at.submit(await packed())).resolves.toMatchObject({ status: 'queued' });
    expect(at.requests('createUploadUrl')).toHaveLength(2);
    expect(at.requests('uploadContext').map(({ status }) => status)).toEqual([403, 204]);
    expect(at.notices).toEqual([
      expect.stringMatching(/AccessDenied: Invalid according to Policy: Policy expired.*new upload target$/),
    ]);
    expectContract(at);
  });

  test('gives up after a second one, with the storage’s own words and none of the signed values', async () => {
    const at = await open();
    at.emulator.control.pipecat.expireTargets(99);
    const error = (await at.submit(await packed()).catch((thrown: unknown) => thrown)) as HttpError;
    expect(error).toBeInstanceOf(HttpError);
    expect(error.message).toContain('answered 403: AccessDenied: Invalid according to Policy');
    expect(error.hint).toContain('15 minutes');
    expect(at.requests('createUploadUrl')).toHaveLength(2);
    expect(at.clock.slept).toEqual([0]);
    expect(at.requests('createBuild')).toEqual([]);
    for (const secret of at.secrets) expect(error.message).not.toContain(secret);
  });

  const passing: [name: string, fault: Parameters<Control['misbehave']>[0]['fault']][] = [
    ['a reset', { kind: 'reset', when: 'during-body' }],
    ['a lost answer', { kind: 'lost-reply' }],
    ['500', { kind: 'status', status: 500 }],
    ['503 with HTML', { kind: 'html', status: 503 }],
    [
      'the storage’s own time-out',
      { kind: 'status', status: 400, body: { message: 'RequestTimeout: idle' } },
    ],
  ];
  test.each(passing)('%s brings a new target', async (_name, fault) => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'uploadContext', fault });
    await at.submit(await packed());
    expect(at.requests('createUploadUrl')).toHaveLength(2);
  });

  const final: [name: string, fault: Parameters<Control['misbehave']>[0]['fault'], hint: string][] = [
    [
      'too large',
      { kind: 'status', status: 400, body: { message: 'EntityTooLarge: too large' } },
      'ignore file',
    ],
    ['413', { kind: 'status', status: 413 }, 'ignore file'],
    ['a redirect', { kind: 'redirect', location: 'https://elsewhere.test/' }, 'The object storage redirects'],
  ];
  test.each(final)('%s ends it', async (_name, fault, hint) => {
    const at = await open();
    at.emulator.control.misbehave({ operation: 'uploadContext', fault, times: 9 });
    await expect(at.submit(await packed())).rejects.toMatchObject({ hint: expect.stringContaining(hint) });
    expect(at.requests('uploadContext')).toHaveLength(1);
  });

  test('never goes out in clear', async () => {
    const at = await open();
    const members = { uploadUrl: 'http://storage.invalid/x' };
    at.emulator.control.misbehave({
      operation: 'createUploadUrl',
      times: 9,
      fault: { kind: 'replace', members },
    });
    await expect(at.submit(await packed())).rejects.toThrow('which is not encrypted');
    expect(at.requests('uploadContext')).toEqual([]);
  });
});
