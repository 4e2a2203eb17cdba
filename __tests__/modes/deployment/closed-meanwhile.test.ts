import { describe, expect, test } from '@jest/globals';
import { isDeployedTooLate } from '../../../src/modes/deployment/closed-meanwhile.ts';
import type { Step } from '../../../src/modes/step/step.ts';

type Known = { readonly open: boolean } | Error | undefined;

/** A run on an event of pull request 7, and what the forge says of it. */
function stepOf(facts: {
  event?: string;
  deploy?: string;
  told?: boolean;
  number?: number;
  forge?: Known;
}): Step {
  const { event = 'pull_request', deploy = 'preview', told = true, number = 7, forge } = facts;
  const getPullRequest = async () => {
    if (forge instanceof Error) throw forge;
    return forge;
  };
  return {
    settings: { deploy, pullRequest: number === 7 ? undefined : number },
    trigger: { event, pushToDefaultBranch: false, pullRequest: { number: 7, open: told } },
    signal: new AbortController().signal,
    console: { debug: () => undefined },
    forge: async () => ({ getPullRequest }),
  } as unknown as Step;
}

describe('it is too late for a preview where its pull request is closed', () => {
  test.each<[name: string, told: boolean, forge: Known, closed: boolean]>([
    ['as the forge says now', true, { open: false }, true],
    ['not as the event said', false, { open: true }, false],
    ['as the event said where there is no other word', false, undefined, true],
    ['as the event said where the forge fails', false, new Error('503'), true],
    ['not where both say so', true, { open: true }, false],
  ])('%s', async (_name, told, forge, closed) => {
    expect(await isDeployedTooLate(stepOf({ told, forge }))).toBe(closed);
  });

  test('the event says nothing of another one', async () => {
    expect(await isDeployedTooLate(stepOf({ told: false, number: 9 }))).toBe(false);
  });
});

describe('it is too late to deploy', () => {
  const closed = { open: false };
  test.each<[name: string, facts: Parameters<typeof stepOf>[0], late: boolean]>([
    ['a preview of a closed one', { forge: closed }, true],
    ['no preview of an open one', { forge: { open: true } }, false],
    ['production on its event', { deploy: 'production', forge: closed }, true],
    ['no production by a comment', { deploy: 'production', event: 'issue_comment', forge: closed }, false],
    ['nothing where nothing is deployed', { deploy: 'none', forge: closed }, false],
  ])('%s', async (_name, facts, late) => {
    expect(await isDeployedTooLate(stepOf(facts))).toBe(late);
  });
});
