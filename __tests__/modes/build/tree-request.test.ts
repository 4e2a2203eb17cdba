import { expect, test } from '@jest/globals';
import { CLOUD_TRAITS } from '../../../src/clouds/traits.ts';
import { treeRequest } from '../../../src/modes/build/tree-request.ts';
import type { Settings } from '../../../src/settings/settings.ts';

const context = { workspace: '/w', root: '/w/agent', dockerfile: '/w/agent/Dockerfile' };

test.each(['sgp', 'prime', 'pipecat'] as const)(
  '%s: the project file is left out where the cloud wants',
  (cloud) => {
    const traits = CLOUD_TRAITS[cloud];
    const of = (project?: { readonly path: string }) =>
      treeRequest({ cloud, context, project } as unknown as Settings);
    const { projectFile, ...rest } = of({ path: 'agent/project.file' });
    expect(projectFile).toBe(traits.leavesOutProjectFile ? 'agent/project.file' : undefined);
    expect(rest).toEqual({
      ...context,
      dockerfileEntry: traits.dockerfileEntry,
      leavesOutCredentials: traits.leavesOutCredentials,
    });
    expect(of()).toEqual(rest);
  },
);
