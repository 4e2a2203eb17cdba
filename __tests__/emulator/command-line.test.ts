import { describe, expect, test } from '@jest/globals';
import { readCommandLine } from '../../emulator/command-line.ts';

describe('the command line', () => {
  test('without flags starts with the defaults', () => {
    expect(readCommandLine([], {})).toMatchObject({
      kind: 'start',
      history: 0,
      options: { port: 0, builder: 'auto', workers: 4, pace: 1, strict: false, misbehave: [], sgp: {} },
    });
  });

  test('takes strictness and the generation of a server', () => {
    const secrets = ['--sgp', '{"secrets":["openai"],"secretLists":"older"}'];
    const line = readCommandLine(['--strict', '--prime', '{"generation":"older"}', ...secrets], {});
    expect(line).toMatchObject({
      options: {
        strict: true,
        prime: { generation: 'older' },
        sgp: { secrets: ['openai'], secretLists: 'older' },
      },
    });
  });

  test('takes misbehaviour from flags and environment; always has no end, slashes make a pattern', () => {
    const fault = { kind: 'html', status: 502 };
    const line = readCommandLine(
      ['--misbehave', JSON.stringify({ path: '/logs$/', times: 'always', fault })],
      {
        EMULATOR_MISBEHAVE: JSON.stringify([{ operation: 'getBuild', fault }]),
      },
    );
    expect(line).toMatchObject({
      options: {
        misbehave: [
          { operation: 'getBuild', fault },
          { path: /logs$/, times: Number.POSITIVE_INFINITY, fault },
        ],
      },
    });
  });

  test.each([
    ['a builder that is none', ['--builder', 'docker'], 'expected auto, buildah or play'],
    ['a port that is none', ['--port', 'x'], '--port x: expected a number'],
    ['misbehaviour that is no JSON', ['--misbehave', '{'], 'expected JSON'],
    ['misbehaviour without a fault', ['--misbehave', '{}'], 'no fault.kind'],
    ['an unknown flag', ['--prot', '1'], '--prot'],
    ['a server’s options that are no object', ['--sgp', '[]'], '--sgp: expected a JSON object'],
    [
      'an option that no server has',
      ['--prime', '{"generaton":"older"}'],
      '--prime: no option generaton; there are',
    ],
    [
      'a word that no option has',
      ['--prime', '{"generation":"oldest"}'],
      'generation is one of current, older',
    ],
    [
      'a word that no option of Pipecat’s has',
      ['--pipecat', '{"architecture":"arm64"}'],
      'architecture is one of known, unknown',
    ],
    [
      'a value of another type',
      ['--sgp', '{"rolloutStepMs":"1"}'],
      'rolloutStepMs has to be a number, like 400',
    ],
  ])('refuses %s', (_name, args, message) => {
    expect(() => readCommandLine(args, {})).toThrow(message);
  });
});
