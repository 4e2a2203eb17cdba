import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import type { Console } from '../../host/console/console.ts';
import type { LeftRunning } from './running.ts';

const WHY = 'the post step was given other inputs than the step itself, as happens inside composite actions';

/**
 * For a post that must not contact the cloud: one warning for each thing that may still run there, and where to end
 * it.
 */
export function warnOfLeftRunning(console: Pick<Console, 'warning'>, left: readonly LeftRunning[]): void {
  for (const one of left) {
    const { title } = CLOUD_TRAITS[one.cloud];
    const where = one.access?.baseUrl === undefined ? title : `${title} (${one.access.baseUrl})`;
    const reported = `${WHY} (actions/runner#3514). Cancel it there.`;
    for (const what of namesOf(one)) console.warning(`${what} may go on at ${where}: ${reported}`);
  }
}

function namesOf({ submitting, building, cancelAsked, buildId, previewId }: LeftRunning): readonly string[] {
  return [
    ...(submitting ? [`A build of ${submitting.imageName}:${submitting.imageTag}`] : []),
    ...(building && !cancelAsked && buildId !== undefined ? [`Build ${buildId}`] : []),
    ...(previewId === undefined ? [] : [`The rollout of preview ${previewId}`]),
  ];
}
