import { describe, expect, test } from '@jest/globals';
import { unusedInputs } from '../../src/settings/unused.ts';

function warnings(inputs: Readonly<Record<string, string>>): readonly string[] {
  const env = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const mode = (inputs.mode ?? 'run') as 'run';
  return unusedInputs(env, { mode, agents: inputs.agents === undefined ? [] : [inputs.agents] });
}

const WITHOUT_AGENTS = 'has no effect without agents, the folders of many agents.';

describe('an input that this step does not use is named', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'without agents',
      { parallel: '5', 'fail-fast': 'true', base: 'origin/main' },
      [`base ${WITHOUT_AGENTS}`, `parallel ${WITHOUT_AGENTS}`, `fail-fast ${WITHOUT_AGENTS}`],
    ],
    [
      'in mode plan',
      { mode: 'plan', agents: 'a/*', parallel: '5', 'fail-fast': 'true', base: 'main' },
      [
        'parallel has no effect in mode plan: only run uses it.',
        'fail-fast has no effect in mode plan: only run uses it.',
      ],
    ],
    [
      'in mode cleanup',
      { mode: 'cleanup', agents: 'a/*', base: 'main' },
      [
        'agents has no effect in mode cleanup: only run and plan use it.',
        'base has no effect in mode cleanup: only run and plan use it.',
      ],
    ],
    ['with agents', { agents: 'a/*', parallel: '5', 'fail-fast': 'true', base: 'main' }, []],
    ['as runners fill in the defaults', { parallel: '20', 'fail-fast': 'false', base: '' }, []],
    ['a switch that is off, in another spelling', { 'fail-fast': 'False' }, []],
  ])('%s', (_name, inputs, expected) => {
    expect(warnings(inputs)).toEqual(expected);
  });
});
