import { expect, test } from '@jest/globals';
import type { Deployment, DeploymentRequest } from '../../../src/clouds/cloud.ts';
import { previewAddress } from '../../../src/modes/deployment/preview-address.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';
import type { Settings } from '../../../src/settings/settings.ts';

const DEPLOYMENT = { id: 'bot-pr-7@3', previewLabel: 'pr-7' } as Deployment;
const REQUEST = { agentName: 'bot', of: { buildId: 'b1' } } as unknown as DeploymentRequest;

function addressOf(url: string | undefined, inPlace: boolean, pull?: number) {
  const settings = { preview: { url }, pullRequest: pull } as unknown as Settings;
  const recorder = createRunRecorder({ cloud: 'sgp', outcome: 'building', source: {}, phases: [] });
  const step = { settings, trigger: {} as never, recorder };
  return previewAddress(step, inPlace ? { inPlace } : {}, REQUEST, DEPLOYMENT);
}

test.each<
  [name: string, template: string | undefined, inPlace: boolean, pull: number | undefined, address: object]
>([
  [
    'by its address',
    'https://{label}.example.test/{agent}',
    false,
    undefined,
    { url: 'https://pr-7.example.test/bot' },
  ],
  [
    'by its deployment',
    'https://x.example.test/{deployment}',
    false,
    undefined,
    { url: 'https://x.example.test/bot-pr-7%403' },
  ],
  ['by its name where it is an agent of its own', undefined, true, undefined, { reach: 'bot-pr-7' }],
  [
    'by both',
    'https://x.example.test/{deployment}',
    true,
    undefined,
    { reach: 'bot-pr-7', url: 'https://x.example.test/bot-pr-7' },
  ],
  ['by nothing', undefined, false, undefined, {}],
  ['by no address that names what is not there', 'https://x.example.test/{pr}', false, undefined, {}],
  ['by its pull request', 'https://x.example.test/{pr}', false, 7, { url: 'https://x.example.test/7' }],
])('a preview is reached %s', (_name, template, inPlace, pull, address) => {
  expect(addressOf(template, inPlace, pull)).toEqual(address);
});
