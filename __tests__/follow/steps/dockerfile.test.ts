import { describe, expect, test } from '@jest/globals';
import { locateInstruction } from '../../../src/follow/steps/dockerfile.ts';
import { instructionsOf } from '../../../src/follow/steps/dockerfile-instructions.ts';
import type { FailedInstructionHint } from '../../../src/follow/steps/steps.ts';

const DOCKERFILE = `# syntax=docker/dockerfile:1
ARG BASE=alpine
from golang:1.22 as Builder
WORKDIR /src
COPY go.mod ./
RUN go mod download
RUN apt-get update && \\
    # why this is needed

    apt-get install -y \\
      curl
RUN <<EOF
FROM nowhere
go build ./...
EOF
COPY <<-"A" <<B /etc/
	RUN no
	A
COPY no
B

FROM \${BASE}
ENV MODE=prod
ARG DIR=/app
COPY --from=Builder /src/app \${DIR}/bin
RUN echo same
RUN echo same
run   echo   $MODE
`;

const LINES = DOCKERFILE.split('\n');
const lineOf = (text: string, nth = 1) => {
  const found = LINES.flatMap((line, index) => (line.startsWith(text) ? [index + 1] : []));
  return found[nth - 1];
};

describe('instructionsOf', () => {
  test('knows continuations, comments within, here-documents and stages', () => {
    expect(instructionsOf(DOCKERFILE).map(({ line, keyword, stage }) => [line, keyword, stage])).toEqual([
      [2, 'ARG', -1],
      [3, 'FROM', 0],
      [4, 'WORKDIR', 0],
      [5, 'COPY', 0],
      [6, 'RUN', 0],
      [7, 'RUN', 0],
      [12, 'RUN', 0],
      [16, 'COPY', 0],
      [22, 'FROM', 1],
      [23, 'ENV', 1],
      [24, 'ARG', 1],
      [25, 'COPY', 1],
      [26, 'RUN', 1],
      [27, 'RUN', 1],
      [28, 'RUN', 1],
    ]);
    expect(instructionsOf(DOCKERFILE)[5]?.text).toBe('RUN apt-get update && apt-get install -y curl');
  });

  test('another escape character, CRLF and a byte order mark', () => {
    const text = '\uFEFF# escape=`\r\nFROM a\r\nRUN dir `\r\n  c:\\\r\nRUN b\r\n';
    expect(instructionsOf(text).map(({ line, text: own }) => [line, own])).toEqual([
      [2, 'FROM a'],
      [3, 'RUN dir c:\\'],
      [5, 'RUN b'],
    ]);
  });

  test.each([
    ['behind another directive', '# syntax=docker/dockerfile:1\n# escape=`\n', 'RUN a b'],
    ['not behind a comment', '# a comment\n# escape=`\n', 'RUN a `'],
    ['not behind an empty line', '\n# escape=`\n', 'RUN a `'],
  ])('another escape character counts %s', (_name, head, text) => {
    expect(instructionsOf(`${head}FROM a\nRUN a \`\n  b\n`)[1]?.text).toBe(text);
  });

  test('a shift is no here-document', () => {
    expect(instructionsOf('FROM a\nRUN echo $((1<<two))\nRUN b').map(({ line }) => line)).toEqual([1, 2, 3]);
  });
});

describe('locateInstruction', () => {
  test.each<readonly [string, FailedInstructionHint, number | undefined]>([
    ['the line that the builder gave', { reportedLine: 6, instruction: 'RUN go mod download' }, 6],
    ['not a line past the end', { reportedLine: 999, instruction: 'RUN go mod download' }, 6],
    ['not a line of another instruction', { reportedLine: 5, instruction: 'RUN go mod download' }, 6],
    ['the words', { instruction: 'RUN go mod download' }, 6],
    ['the words in other letters and spaces', { instruction: 'run  go mod  download' }, 6],
    [
      'the words over several lines',
      { instruction: 'RUN apt-get update &&     apt-get install -y       curl' },
      7,
    ],
    ['a here-document', { builder: 'buildkit', instruction: 'RUN <<EOF (FROM nowhere...)' }, 12],
    ['expanded variables', { instruction: 'COPY --from=Builder /src/app /app/bin' }, 25],
    ['twice the same words without a number', { instruction: 'RUN echo same' }, undefined],
    [
      'twice the same words in BuildKit, which counts layers of a stage',
      { builder: 'buildkit', instruction: 'RUN echo same', position: { number: 4, stage: 'stage-1' } },
      lineOf('RUN echo same', 2),
    ],
    [
      'twice the same words in the classic builder, which counts everything',
      { builder: 'classic', instruction: 'RUN echo same', position: { number: 13 } },
      lineOf('RUN echo same', 1),
    ],
    [
      'twice the same words in buildah, which counts within the stage',
      { builder: 'buildah', instruction: 'RUN echo same', position: { number: 5, stage: '2' } },
      lineOf('RUN echo same', 1),
    ],
    [
      'words that are not there, by number and keyword',
      {
        builder: 'buildkit',
        instruction: 'FROM docker.io/library/golang:1.22@sha256:12',
        position: { number: 1, stage: 'builder' },
      },
      3,
    ],
    ['words that are not there', { instruction: 'RUN something else' }, undefined],
    ['nothing to go by', {}, undefined],
  ])('%s', (_name, clue, line) => {
    expect(locateInstruction(DOCKERFILE, { clue })).toBe(line);
  });

  test('a huge file is not searched', () => {
    expect(
      locateInstruction(`RUN x\n${'#'.repeat(2 ** 20)}`, { clue: { instruction: 'RUN x' } }),
    ).toBeUndefined();
  });
});
