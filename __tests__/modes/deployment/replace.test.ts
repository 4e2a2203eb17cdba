import { expect, test } from '@jest/globals';
import type { Deployment, Deployments } from '../../../src/clouds/cloud.ts';
import { AbortedError } from '../../../src/errors.ts';
import { removeOwned } from '../../../src/modes/deployment/replace.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';

test('a cancel between two deletions: the result names the preview that is gone', async () => {
  const recorder = createRunRecorder({ cloud: 'sgp', outcome: 'removed', source: {}, phases: [] });
  recorder.note({ previewsDeleted: ['d0'] });
  const cancel = new AbortController();
  const step = { recorder, signal: cancel.signal, console: { info: () => undefined } } as unknown as Step;
  const remove = async (id: string) => {
    if (id === 'd1') return 'removed' as const;
    cancel.abort();
    throw new AbortedError('cancelled');
  };
  const previews = ['d1', 'd2', 'd3'].map((id) => ({ id }) as Deployment);
  const removing = removeOwned(step, { remove } as unknown as Deployments, previews);
  await expect(removing).rejects.toThrow(AbortedError);
  expect(recorder.result().previewsDeleted).toEqual(['d0', 'd1']);
});
