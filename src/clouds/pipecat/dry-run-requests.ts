import type { BuildRequest } from '../cloud.ts';
import { contextHashOf } from '../context-hash.ts';
import type { DeploymentRequest } from '../deployment.ts';
import type { DryRunRequest } from '../dry-run-request.ts';
import { settingsOf } from './agent-body.ts';
import { checkedName, previewName } from './agent-name.ts';

const DEFAULT_REGION = 'the organization’s default';

/** What a submit would send, for a dry run. */
export function dryRunRequests(request: BuildRequest): readonly DryRunRequest[] {
  const { archive, dockerfile, region } = request;
  const asked = region === undefined ? [{ method: 'GET', path: '/v1/properties', fields: {} }] : [];
  const where = { region: region ?? DEFAULT_REGION };
  return [
    ...asked,
    { method: 'GET', path: `/v1/builds?contextHash=${contextHashOf(request)}`, fields: {} },
    { method: 'POST', path: '/v1/builds/upload-url', fields: where },
    {
      method: 'POST',
      path: '<presigned URL>',
      fields: {
        '(uploadFields)': 'as the cloud gives them',
        file: `context.tar.gz, ${archive.bytes} bytes`,
      },
    },
    {
      method: 'POST',
      path: '/v1/builds',
      fields: { uploadId: 'as the cloud gives it', ...where, dockerfilePath: dockerfile },
    },
  ];
}

/** What a deployment would send: the create, or without `serviceName` and `region` the update of an agent that is there. */
export function dryRunDeploy(request: DeploymentRequest): readonly DryRunRequest[] {
  const { agentName, preview, region } = request;
  const name = preview ? previewName(agentName, preview.label) : checkedName(agentName);
  const settings = Object.entries(settingsOf(request)).map(([member, value]) => [member, inWords(value)]);
  const fields = { serviceName: name, region: region ?? 'the build’s', ...Object.fromEntries(settings) };
  return [
    { method: 'GET', path: `/v1/agents/${name}`, fields: {} },
    { method: 'POST', path: `/v1/agents, or /v1/agents/${name} where the agent exists`, fields },
  ];
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
