import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { agentNameIn, agentOfFile, declaredAgent } from '../../src/settings/declared-agent.ts';
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

test.each<[string, path: string, agent: string | undefined]>([
  ['what it declares', 'a/manifest.yaml', 'bot'],
  ['its folder, where it names none', 'b/manifest.yaml', 'b'],
  ['its folder, where it is missing', 'agents/Re_Fund/manifest.yaml', 're-fund'],
  ['none at the root', 'manifest.yaml', undefined],
])('faults of a file are those of %s', async (_name, file, agent) => {
  const files = { 'a/manifest.yaml': 'agent:\n  name: bot\nx: [\n', 'b/manifest.yaml': 'agent: [\n' };
  expect(await agentOfFile(makeWorkspace(files).path, file)).toBe(agent);
});
