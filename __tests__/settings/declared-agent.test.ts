import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { agentNameIn, declaredAgent } from '../../src/settings/declared-agent.ts';
import { makeWorkspace } from '../support/workspace.ts';

test.each<[name: string, text: string, agent: string | undefined]>([
  ['a manifest that does not parse', 'build: [\nagent:\n  acp_type: async\n  name: "bot" # ours\n', 'bot'],
  ['with carriage returns', 'agent:\r\n  name: bot\r\nx: [\r\n', 'bot'],
  ['a comment between', 'agent:\n# who\n  name: bot\n', 'bot'],
  ['a name of something else', 'agent:\n  x: 1\nbuild:\n  name: other\n', undefined],
  ['a name that no cloud takes', 'agent:\n  name: "Not A Name"\n', undefined],
  ['a TOML file that does not parse', 'image = \nagent_name = "voice-bot"\n', 'voice-bot'],
  ['none', '', undefined],
])('the agent of %s', (_name, text, agent) => {
  expect(agentNameIn(text)).toBe(agent);
});

test('is read from a file of the workspace alone', async () => {
  const { path, write } = makeWorkspace({ 'a/manifest.yaml': 'agent:\n  name: bot\nx: [\n' });
  expect(await declaredAgent(path, 'a/manifest.yaml')).toBe('bot');
  expect(await declaredAgent(path, 'gone.yaml')).toBeUndefined();
  symlinkSync(join(makeWorkspace({ m: 'agent:\n  name: theirs\n' }).path, 'm'), join(path, 'link'));
  expect(await declaredAgent(path, 'link')).toBeUndefined();
  write({ large: `agent:\n  name: bot\n${'#\n'.repeat(200_000)}` });
  expect(await declaredAgent(path, 'large')).toBeUndefined();
});
