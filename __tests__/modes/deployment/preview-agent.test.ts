import { describe, expect, test } from '@jest/globals';
import type { Cloud, Deployment } from '../../../src/clouds/cloud.ts';
import { previewAgent } from '../../../src/modes/deployment/preview-agent.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';

/** Of a step without a checkout. */
const FOLDER = { root: '/nowhere', workspace: '/nowhere' };
const OURS = 'forge.example.test/octo/agents';
const THEIRS = 'other.example.test/else/where';

const preview = (id: string, agentName: string, repository = OURS, status = 'healthy') =>
  ({ id, agentName, repository, status, rawStatus: status, events: [] }) as unknown as Deployment;

async function agentOf(previews: readonly Deployment[], settings: object = {}) {
  const recorder = createRunRecorder({ cloud: 'sgp', outcome: 'removed', source: {}, phases: [] });
  const step = {
    settings: { context: FOLDER, ...settings },
    trigger: { event: 'pull_request', repository: { addresses: [OURS] } },
    signal: new AbortController().signal,
    console: { info: () => undefined },
    repositories: new Map(),
    recorder,
  } as unknown as Step;
  const cloud = {
    deployments: {
      previews: async function* () {
        yield* previews;
      },
      removalCommand: () => 'curl',
    },
    list: async function* () {
      yield { id: 'b1', agentId: 'a1', agentName: 'by-id' };
    },
  } as unknown as Cloud;
  const agent = await previewAgent(step, cloud, 'pr-7');
  return { agent, left: (recorder.result().previewsLeft ?? []).map(({ id }) => id) };
}

describe('the agent whose previews go is', () => {
  test.each<
    [
      name: string,
      previews: readonly Deployment[],
      settings: object,
      agent: string | undefined,
      left: readonly string[],
    ]
  >([
    ['the input’s', [], { agent: { by: 'agent-name', value: 'bot' } }, 'bot', []],
    ['the project file’s', [], { project: { agentName: 'bot' } }, 'bot', []],
    ['that of the id', [], { agent: { by: 'agent-id', value: 'a1' } }, 'by-id', []],
    ['that of the label’s own previews', [preview('p1', 'bot'), preview('p2', 'bot')], {}, 'bot', []],
    [
      'not of those that are gone',
      [preview('p1', 'gone', OURS, 'deleted'), preview('p2', 'bot')],
      {},
      'bot',
      [],
    ],
    ['not of another repository’s', [preview('p1', 'theirs', THEIRS), preview('p2', 'bot')], {}, 'bot', []],
    [
      'none where all are another repository’s, which are named',
      [preview('p1', 'theirs', THEIRS)],
      {},
      undefined,
      ['p1'],
    ],
    ['none where there is none', [], {}, undefined, []],
  ])('%s', async (_name, previews, settings, agent, left) => {
    expect(await agentOf(previews, settings)).toEqual({ agent, left });
  });

  test('not told where several carry the label', async () => {
    const several = [preview('p1', 'one'), preview('p2', 'two')];
    await expect(agentOf(several)).rejects.toThrow(
      'Previews labelled pr-7 belong to several agents (one, two).',
    );
  });
});
