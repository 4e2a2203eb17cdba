import { describe, expect, test } from '@jest/globals';
import { runStep } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { forgeOf, pullRequestStep } from '../support/pull-request.ts';
import { serve } from '../support/server.ts';

const sgp = await startSgp({ sgp: { rolloutStepMs: 10 } });
const DEPLOYS = { manifest: 'manifest.yaml', deploy: 'preview' };

/** A run whose preview is reached at `url`, with what the comment said in between. */
async function previewAt(url: string, inputs: Readonly<Record<string, string>>) {
  const forge = await forgeOf('github');
  const seen: string[] = [];
  const run = await runStep({
    ...pullRequestStep(sgp, forge, 1, { inputs: { ...DEPLOYS, 'preview-url': `${url}/{label}`, ...inputs } }),
    onEvent: () => void seen.push(forge.comments(7).at(-1)?.body ?? ''),
  });
  return { run, forge, seen: seen.join('\n') };
}

describe('preview-check', () => {
  test('has the step wait until the preview answers, and reports how fast it did', async () => {
    let count = 0;
    const preview = await serve((_request, response) => {
      count += 1;
      response.writeHead(count < 3 ? 502 : 200).end('not yet');
    });
    const { run, forge } = await previewAt(preview.url, { 'preview-check': '/healthz/{agent}?pr={pr}' });
    expect(run.log).toMatch(/✓ Verify preview: answered in /);
    expect(run.conclusion).toBe('success');
    expect(run.annotations).toEqual([]);
    expect(preview.requests.map(({ url }) => url)).toEqual(Array(3).fill('/healthz/greeter?pr=7'));
    for (const { headers } of preview.requests) expect(headers).not.toHaveProperty('authorization');
    expect(forge.comments(7).at(-1)?.body).toMatch(/answered in /);
    expect(run.outputs['deployment-status']).toBe('healthy');
  });

  test('is what the comment says while it lasts: in the row and in the section, with no word of ready', async () => {
    const forge = await forgeOf('github');
    const body = () => forge.comments(7).at(-1)?.body ?? '';
    let meanwhile = '';
    // It answers once the comment says that it is waited for: a step that says so too late, or never, fails by its time.
    const preview = await serve((_request, response) => {
      const isTold = /verifying/i.test(body());
      if (isTold) meanwhile ||= body();
      response.writeHead(isTold ? 200 : 502).end('not yet');
    });
    const run = await runStep(
      pullRequestStep(sgp, forge, 1, {
        inputs: {
          ...DEPLOYS,
          'preview-url': `${preview.url}/{label}`,
          'preview-check': '/healthz',
          'deploy-timeout': '60s',
        },
      }),
    );
    expect(run.conclusion).toBe('success');
    const [row = ''] = meanwhile.split('\n').filter((line) => /^\|.*greeter/.test(line));
    expect(row).toMatch(/verifying/);
    const section = meanwhile.slice(meanwhile.indexOf(row) + row.length);
    expect(section).toMatch(/verifying/);
    for (const text of [row, section]) expect(text).not.toMatch(/\bready\b|answered in/);
    expect(body()).not.toMatch(/verifying/);
    expect(body()).toMatch(/answered in /);
  });

  test('fails the step where it never does, with status, first line and time', async () => {
    const preview = await serve((_request, response) =>
      response.writeHead(503).end('::error::boom <b>@everyone</b>\nsecond line'),
    );
    const { run, forge } = await previewAt(preview.url, {
      'preview-check': '/healthz',
      'deploy-timeout': '5s',
    });
    expect(run.exitCode).toBe(1);
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ title: 'Preview does not answer' });
    expect(errors[0]?.message).toMatch(/did not answer with success in \S+.*\/healthz gave 503: .*boom/);
    expect(errors[0]?.message).not.toContain('second line');
    const body = forge.comments(7).at(-1)?.body ?? '';
    // As code, which nothing in it acts in.
    expect(body).toContain('gave 503: `::error::boom <b>@everyone</b>`');
    expect(run.outputs['deployment-status']).toBe('healthy');
  });

  test('on Pipecat, where the new preview has replaced the earlier one, names none that still runs', async () => {
    const preview = await serve((_request, response) => response.writeHead(503).end());
    const inputs = {
      cloud: 'pipecat',
      'account-id': '',
      region: 'us-west',
      deploy: 'preview',
      'preview-url': `${preview.url}/{label}`,
      'preview-check': '/healthz',
      'deploy-timeout': '8s',
    };
    const run = await runStep(pullRequestStep(sgp, await forgeOf('github'), 1, { inputs }));
    expect(run.summary).toContain('Preview does not answer');
    expect(run.summary).not.toContain('Still running');
  });

  test('without it nothing is asked', async () => {
    const preview = await serve((_request, response) => response.writeHead(500).end());
    const { run } = await previewAt(preview.url, {});
    expect(run.conclusion).toBe('success');
    expect(preview.requests).toEqual([]);
    expect(run.log).not.toContain('Verify preview');
  });
});
