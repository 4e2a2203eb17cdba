import { describe, expect, test } from '@jest/globals';
import type { RunRecord } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { MANIFEST, startSgp } from '../support/cloud.ts';
import { forgeOf, HEAD, MANIFESTED, pullRequestStep } from '../support/pull-request.ts';
import { makeRepository } from '../support/workspace.ts';

type Row = {
  readonly files?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The builder's log; played from the Dockerfile where absent. */
  readonly lines?: readonly string[];
  /** All of them are in the annotation, the comment and the summary, as they read without Markdown. */
  readonly says: readonly string[];
  /** In comment and summary. */
  readonly shows?: readonly (string | RegExp)[];
  readonly never?: readonly string[];
};

const COPY = 'FROM scratch\nCOPY app /app\nCOPY README.md .\n';
const NOISE = Array.from({ length: 2000 }, (_, at) => `${at} of a log that no grammar knows`);

function step(...printed: readonly string[]): readonly string[] {
  return [
    '#4 [1/2] FROM docker.io/library/python:3.12',
    '#4 DONE 0.1s',
    '#5 [2/2] RUN make',
    ...printed.map((line, at) => `#5 ${(at / 10).toFixed(1)} ${line}`),
    '#5 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 2',
    '------',
    ' > [2/2] RUN make:',
    ...printed.slice(-3),
    '------',
    'ERROR: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2',
  ];
}

const ROWS: Readonly<Record<string, Row>> = {
  'a file that the include paths leave out': {
    files: { Dockerfile: COPY, 'README.md': '# hi\n' },
    inputs: { manifest: 'manifest.yaml' },
    says: [
      '"/README.md": not found',
      'README.md is in the context folder, but build.context.include_paths in manifest.yaml does not include it',
      'Set it to "." to send the whole folder',
    ],
  },
  'a file that .dockerignore leaves out': {
    files: { Dockerfile: COPY, 'README.md': '# hi\n', '.dockerignore': '# docs\nREADME.md\n' },
    says: [
      '"/README.md": not found',
      'README.md is in the context folder, but .dockerignore:2 (README.md) leaves it out',
      'add the line !README.md at its end',
    ],
  },
  'a file that is spelt otherwise': {
    files: { Dockerfile: COPY, 'readme.md': '# hi\n' },
    says: ['README.md is not in the context folder', 'Did you mean readme.md?'],
  },
  'a file outside of the context': {
    files: { 'agent/Dockerfile': COPY, 'agent/app/x': 'x', 'README.md': '# hi\n' },
    inputs: { context: 'agent' },
    says: ['README.md is not in the context folder agent', 'It is in the workspace, outside of the context'],
  },
  'a base image that is not there': {
    lines: [
      '#2 [internal] load metadata for docker.io/library/nope:1',
      '#2 ERROR: docker.io/library/nope:1: not found',
      '------',
      ' > [internal] load metadata for docker.io/library/nope:1:',
      '------',
      'Dockerfile:1',
      '--------------------',
      '   1 | >>> FROM scratch',
      '--------------------',
      'ERROR: failed to solve: docker.io/library/nope:1: failed to resolve source metadata: not found',
    ],
    says: ['docker.io/library/nope:1: not found', "Check the image's name, tag and platform in FROM"],
  },
  'an image that may not be read': {
    lines: [
      'Step 1/2 : FROM private/image:1',
      'pull access denied for private/image, repository does not exist or may require authorization',
    ],
    says: ['pull access denied for private/image', 'If it is private, the cloud needs an image'],
  },
  'an address that is not there': {
    lines: [
      '#4 [1/2] FROM docker.io/library/alpine:3',
      '#4 DONE 0.1s',
      '#5 [2/2] ADD https://example.com/model.bin /models/',
      '#5 ERROR: failed to load cache key: invalid response status 404',
    ],
    says: ['invalid response status 404', 'Check the address: the server has no such file'],
  },
  'a log without recognisable steps': {
    lines: [...NOISE, 'linker: undefined symbol main', 'the builder gives up'],
    says: ['linker: undefined symbol main'],
    shows: ['the builder gives up', '0 of a log that no grammar knows', /… 1,\d{3} lines left out …/],
  },
  'an error far above the end of its step': {
    lines: step(
      ...Array.from({ length: 200 }, (_, at) => `cc -c file${at}.c`),
      'file200.c:7:1: error: expected identifier',
      ...Array.from({ length: 200 }, (_, at) => `waiting for job ${at}`),
    ),
    says: ['file200.c:7:1: error: expected identifier'],
    shows: ['waiting for job 199', /lines left out/],
  },
  'a command that prints nothing': {
    lines: [
      ...step(),
      'Dockerfile:2',
      '--------------------',
      '   1 |     FROM docker.io/library/python:3.12',
      '   2 | >>> RUN make',
      '   3 |     ',
      '--------------------',
    ],
    says: ['RUN make'],
    shows: [/\*\*Why:\*\* `process "\/bin\/sh -c make" did not complete successfully: exit code: 2`/],
    never: ['Why: 3 |', 'Last lines'],
  },
  'progress behind the error': {
    lines: step(
      'fatal: unable to access the index',
      ...Array.from({ length: 300 }, (_, at) => `Collecting package-${at}`),
    ),
    says: ['fatal: unable to access the index'],
    never: ['Collecting package-7\n'],
  },
};

/** Markdown as it reads: without the signs of code and emphasis, escapes and entities. */
function read(markdown: string): string {
  return markdown.replaceAll(/[`*]|\\(?=[_*<>[\]#&~!|])/g, '');
}

async function play(row: Row): Promise<{ readonly run: RunRecord; readonly comment: string }> {
  const sgp = await startSgp();
  const forge = await forgeOf('github');
  if (row.lines)
    sgp.control.script({ for: { imageTag: HEAD.slice(0, 12) }, lines: row.lines, end: 'failed' });
  const repository = makeRepository({ ...MANIFESTED, 'manifest.yaml': MANIFEST, ...row.files });
  const options = pullRequestStep(sgp, forge, 1, { ...(row.inputs ? { inputs: row.inputs } : {}) });
  const run = await runStep({ ...options, workspace: repository.path });
  expect(run.faults).toEqual([]);
  return { run, comment: forge.comments(7).at(-1)?.body ?? '' };
}

describe('why a build failed is in annotation, comment and summary', () => {
  test.concurrent.each(Object.entries(ROWS))('%s', async (_name, row) => {
    const { run, comment } = await play(row);
    expect(run.exitCode).toBe(1);
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    const places = {
      annotation: errors[0]?.message ?? '',
      comment: read(comment),
      summary: read(run.summary),
    };
    for (const words of row.says)
      for (const [place, text] of Object.entries(places))
        expect({ place, text }).toMatchObject({ text: expect.stringContaining(words) });
    for (const words of row.shows ?? [])
      for (const text of [comment, run.summary]) expect(text).toMatch(words);
    for (const words of row.never ?? [])
      for (const text of Object.values(places)) expect(text).not.toContain(words);
    expect(places.annotation).not.toContain('`');
    expect(comment).not.toMatch(/`[^`\n]*[,;]`/);
  });
});
