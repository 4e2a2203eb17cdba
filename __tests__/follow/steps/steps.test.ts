import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { locateInstruction } from '../../../src/follow/steps/dockerfile.ts';
import { createStepReader, type StepReader } from '../../../src/follow/steps/steps.ts';
import { anyText } from '../../support/any-text.ts';

/** Reads a log whose lines arrive a second apart. */
function read(log: string, decorate: (line: string) => string = (line) => line): StepReader {
  const reader = createStepReader();
  const lines = log.replace(/^\n/, '').trimEnd().split('\n');
  for (const [index, line] of lines.entries()) reader.read(decorate(line), index * 1000);
  reader.end(lines.length * 1000);
  return reader;
}

const BUILDKIT = `
#0 building with "default" instance using docker driver

#1 [internal] load build definition from Dockerfile
#1 transferring dockerfile: 312B done
#1 DONE 0.0s

#2 [internal] load metadata for docker.io/library/python:3.12
#2 DONE 0.6s

#3 [builder 1/3] FROM docker.io/library/python:3.12@sha256:1234
#3 resolve docker.io/library/python:3.12@sha256:1234 0.0s done
#3 DONE 1.4s

#4 [stage-1 1/4] FROM docker.io/library/alpine:3
#4 CACHED

#5 [builder 2/3] COPY requirements.txt .
#5 DONE 0.1s

#6 [builder 3/3] RUN pip install -r requirements.txt
#7 [stage-1 2/4] RUN apk add curl
#6 0.512 Collecting nothing
#7 0.101 fetch index
#6 1.204 ERROR: Could not find a version that satisfies nothing==9
#6 ERROR: process "/bin/sh -c pip install -r requirements.txt" did not complete successfully: exit code: 1

#7 CANCELED
------
 > [builder 3/3] RUN pip install -r requirements.txt:
0.512 Collecting nothing
1.204 ERROR: Could not find a version that satisfies nothing==9
------
Dockerfile:5
--------------------
   3 |
   4 |     COPY requirements.txt .
   5 | >>> RUN pip install \\
   6 | >>>   -r requirements.txt
   7 |
--------------------
ERROR: failed to solve: process "/bin/sh -c pip install -r requirements.txt" did not complete successfully: exit code: 1
`;

describe('BuildKit', () => {
  test('steps, their states and the durations that the builder gave', () => {
    expect(read(BUILDKIT).steps()).toEqual([
      {
        name: '[builder 1/3] FROM docker.io/library/python:3.12@sha256:1234',
        instruction: 'FROM docker.io/library/python:3.12@sha256:1234',
        seconds: 1.4,
        state: 'done',
      },
      {
        name: '[stage-1 1/4] FROM docker.io/library/alpine:3',
        instruction: 'FROM docker.io/library/alpine:3',
        state: 'cached',
      },
      {
        name: '[builder 2/3] COPY requirements.txt .',
        instruction: 'COPY requirements.txt .',
        seconds: 0.1,
        state: 'done',
      },
      {
        name: '[builder 3/3] RUN pip install -r requirements.txt',
        instruction: 'RUN pip install -r requirements.txt',
        seconds: 1.204,
        state: 'failed',
      },
      {
        name: '[stage-1 2/4] RUN apk add curl',
        instruction: 'RUN apk add curl',
        seconds: 0.101,
        state: 'cancelled',
      },
    ]);
  });

  test('the failing step has its own lines out of the interleaved ones', () => {
    const failing = read(BUILDKIT).failing();
    expect(failing?.step.name).toBe('[builder 3/3] RUN pip install -r requirements.txt');
    expect(failing?.lines).toEqual([
      'Collecting nothing',
      'ERROR: Could not find a version that satisfies nothing==9',
    ]);
    expect(failing?.message).toContain('exit code: 1');
    expect(failing?.clue.reportedLine).toBe(5);
  });

  test.each([
    ['colours', (line: string) => `\u001b[34m${line.replace('RUN', '\u001b[1mRUN\u001b[0m')}\u001b[0m`],
    ['a service prefix', (line: string) => `[Container] 2026/03/04 10:00:00 ${line}`],
    ['a finer service prefix', (line: string) => `[Container] 2026/03/04 10:00:00.123456 ${line}`],
    ['ISO times', (line: string) => `2026-03-04T10:00:00.123456789Z ${line}`],
    ['carriage returns', (line: string) => `old text\r${line}\r`],
  ])('reads through %s', (_name, decorate) => {
    expect(read(BUILDKIT, decorate).steps()).toEqual(read(BUILDKIT).steps());
    expect(read(BUILDKIT, decorate).failing()).toEqual(read(BUILDKIT).failing());
  });

  test('platforms are part of the name and no part of the stage', () => {
    const failing = read(
      '#5 [linux/amd64 builder 2/3] RUN make\n#5 0.1 no rule\n#5 ERROR: exit code: 2',
    ).failing();
    expect(failing?.clue.position).toEqual({ number: 2, of: 3, stage: 'builder' });
  });

  test('a step of the builder itself is shown where it failed', () => {
    const reader = read(
      '#1 [internal] load build definition\n#1 DONE 0.0s\n#2 [internal] load metadata for docker.io/library/nope:1\n#2 ERROR: docker.io/library/nope:1: not found',
    );
    expect(reader.steps().map(({ name }) => name)).toEqual([
      '[internal] load metadata for docker.io/library/nope:1',
    ]);
    expect(reader.failing()?.message).toContain('not found');
  });

  test('what a step prints is not taken for a step', () => {
    const reader = read(
      '#5 [2/2] RUN noisy\n#5 0.1 #6 [1/1] RUN fake\n#5 0.2 Step 1/1 : RUN fake\n#5 0.3 dockerfile parse error on line 1: no\nStep 1/1 : RUN fake\n#5 DONE 0.3s',
    );
    expect(reader.steps()).toEqual([
      { name: '[2/2] RUN noisy', instruction: 'RUN noisy', seconds: 0.3, state: 'done' },
    ]);
  });
});

const CLASSIC = `
Sending build context to Docker daemon  4.096kB
Step 1/4 : FROM alpine:3
 ---> 9234e8fb04c4
Step 2/4 : ENV A=b
 ---> Using cache
 ---> 1111aaaa2222
Step 3/4 : RUN make
 ---> Running in 1234567890ab
cc main.c
make: *** [all] Error 2
The command '/bin/sh -c make' returned a non-zero code: 2
`;

const BUILDAH = `
[1/2] STEP 1/2: FROM golang AS build
[1/2] STEP 2/2: RUN go build
--> 0123456789ab
[2/2] STEP 1/3: FROM scratch
[2/2] STEP 2/3: COPY --from=build /app /app
--> Using cache 0123456789abcdef
[2/2] STEP 3/3: RUN /app "quoted"
hello
sh: not found
subprocess exited with status 127
Error: building at STEP "RUN /app \\"quoted\\"": while running runtime: exit status 127
`;

const KANIKO = `
INFO[0000] Retrieving image manifest alpine:3
INFO[0001] Using caching version of cmd: RUN apk add curl
INFO[0002] RUN apk add curl
INFO[0002] Found cached layer, extracting to filesystem
INFO[0003] COPY . /app
INFO[0003] Taking snapshot of files...
INFO[0005] RUN make all
INFO[0005] Cmd: /bin/sh
INFO[0005] Args: [-c make all]
INFO[0005] Running: [/bin/sh -c make all]
cc main.c
make: *** [all] Error 2
error building image: error building stage: failed to execute command: waiting for process to exit: exit status 2
`;

describe('builders that go step by step', () => {
  test.each([
    ['classic', CLASSIC, ['done', 'cached', 'failed'], 'RUN make', ['cc main.c', 'make: *** [all] Error 2']],
    [
      'buildah',
      BUILDAH,
      ['done', 'done', 'done', 'cached', 'failed'],
      'RUN /app "quoted"',
      ['hello', 'sh: not found', 'subprocess exited with status 127'],
    ],
    [
      'kaniko',
      KANIKO,
      ['cached', 'done', 'failed'],
      'RUN make all',
      ['cc main.c', 'make: *** [all] Error 2'],
    ],
  ])('%s', (_name, log, states, instruction, lines) => {
    const reader = read(log);
    expect(reader.steps().map(({ state }) => state)).toEqual(states);
    expect(reader.failing()?.step.instruction).toBe(instruction);
    expect(reader.failing()?.lines).toEqual(lines);
    expect(reader.failing()?.message).toMatch(/exit status|non-zero code/);
  });

  const CACHED = 'INFO[0000] Using caching version of cmd: RUN make';
  test.each([
    ['before any step', [CACHED, 'INFO[0001] COPY . /app']],
    ['after another', ['INFO[0000] COPY . /app', CACHED]],
  ])('a step that kaniko calls cached %s is so', (_name, lines) => {
    const reader = read([...lines, 'INFO[0002] RUN make', 'INFO[0002] CMD ["a"]'].join('\n'));
    expect(reader.steps().map(({ instruction, state }) => [instruction, state])).toEqual([
      ['COPY . /app', 'done'],
      ['RUN make', 'cached'],
      ['CMD ["a"]', expect.any(String)],
    ]);
  });

  test('durations come from the builder where it has figures, else from the arrival of the lines', () => {
    expect(read(KANIKO).steps()[1]).toMatchObject({ instruction: 'COPY . /app', seconds: 2 });
    expect(read(CLASSIC).steps()[0]).toMatchObject({ instruction: 'FROM alpine:3', seconds: 2 });
  });

  test('an old buildah that does not count to a total', () => {
    const reader = read(
      'STEP 1: FROM scratch\nSTEP 2: RUN false\nerror building at STEP "RUN false": exit status 1',
    );
    expect(reader.failing()?.clue.position).toEqual({ number: 2 });
    expect(reader.failing()?.message).toBe('exit status 1');
  });

  test('the last step begun failed where the builder does not say so', () => {
    const reader = read('Step 1/2 : FROM a\nStep 2/2 : RUN b\nError response from daemon: out of memory');
    expect(reader.failing()?.step).toMatchObject({ instruction: 'RUN b', state: 'failed' });
    expect(reader.failing()?.message).toBe('out of memory');
  });

  test('a success ends what had no word of its end', () => {
    const reader = createStepReader();
    reader.read('STEP 1/1: FROM scratch', 0);
    reader.end(1500, 'succeeded');
    expect(reader.steps()).toEqual([
      { name: '[1/1] FROM scratch', instruction: 'FROM scratch', seconds: 1.5, state: 'done' },
    ]);
    expect(reader.failing()).toBeUndefined();
  });

  test('a Dockerfile that cannot be read at all', () => {
    const failing = read(
      'Error response from daemon: dockerfile parse error line 3: unknown instruction: RUNN',
    ).failing();
    expect(failing?.clue.reportedLine).toBe(3);
    expect(locateInstruction('FROM a\n\nRUNN b\n', failing ?? { clue: {} })).toBe(3);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '#1 ',
    '#2 ',
    '[1/2] ',
    'RUN x',
    'ERROR: y',
    'DONE 1.0s',
    'CACHED',
    'CANCELED',
    '0.5 ',
    'Step 1/2 : ',
    'STEP 1/2: ',
    'INFO[0001] ',
    'error building image: z',
    'building at STEP "',
    '": ',
    ' ---> ',
    '\u001b[1m',
    '\r',
    '>>> ',
    '3 | ',
    'dockerfile parse error on line 9: ',
    'failed to solve: ',
  );
  const line = fc.array(fc.oneof(piece, anyText({ maxLength: 8 })), { maxLength: 6 });

  test('is read without a throw and within bounds', () => {
    fc.assert(
      fc.property(
        fc.array(
          line.map((parts) => parts.join('')),
          { maxLength: 80 },
        ),
        fc.string(),
        (lines, dockerfile) => {
          const reader = createStepReader();
          for (const [index, text] of lines.entries()) reader.read(text, index);
          reader.end(lines.length, 'succeeded');
          const failing = reader.failing();
          expect(failing?.lines.length ?? 0).toBeLessThanOrEqual(20);
          const place = failing && locateInstruction(dockerfile, failing);
          expect(place ?? 1).toBeGreaterThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('steps without end, names without end and lines without end are cut', () => {
    const reader = createStepReader();
    for (let index = 0; index < 1500; index++) {
      reader.read(`#${index} [1/2] RUN ${'x'.repeat(5000)}`, index);
      for (let count = 0; count < 25; count++) reader.read(`#${index} 0.1 ${'y'.repeat(5000)}`, index);
    }
    reader.read('#1499 ERROR: at last', 1500);
    expect(reader.steps().length).toBe(1000);
    expect(reader.steps()[0]?.name.length).toBe(500);
    expect(reader.failing()?.lines.length).toBe(25);
    expect(reader.failing()?.lines[0]?.length).toBe(1000);
  });
});
