import type { Build } from '../../clouds/cloud.ts';
import { buildLine } from '../../report/log-lines.ts';
import { saveRunning } from '../cancel/running.ts';
import type { Step } from '../step/step.ts';
import { imageOf } from './facts.ts';

/**
 * The cloud answered a submit with an equal build that had succeeded before. There is nothing to follow, and its
 * duration is not one of this run.
 */
export function takeCached({ console, recorder, settings, state }: Step, build: Build): Build {
  saveRunning(state, { cloud: settings.cloud, buildId: build.id, built: 'success' });
  recorder.noteBuild({
    id: build.id,
    status: 'success',
    ...imageOf(build, recorder.result().build),
    reused: { ...(build.createdAt && { createdAt: build.createdAt }) },
  });
  console.info(buildLine(recorder.result().build ?? { steps: [] }));
  return build;
}
