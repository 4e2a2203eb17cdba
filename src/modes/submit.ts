import type { Build, BuildRequest } from '../clouds/cloud.ts';
import { CLOUD_TRAITS } from '../clouds/traits.ts';
import { submittedLine } from '../report/story.ts';
import type { Context } from './pack.ts';
import { phase } from './phase.ts';
import { saveRunning } from './running.ts';
import type { Step } from './step.ts';

/** The request that a packed context becomes; the same facts that a dry run prints. */
export function buildRequest({ settings }: Step, { tree, packed, identity }: Context): BuildRequest {
  return {
    archive: { path: packed.path, bytes: packed.bytes, md5: packed.md5 },
    target: identity.target,
    imageName: identity.imageName,
    imageTag: identity.imageTag,
    buildArgs: settings.buildArgs,
    ...(settings.platform === undefined ? {} : { platform: settings.platform }),
    source: identity.source,
    workingTreeHash: packed.workingTreeHash,
    dockerfile: tree.dockerfile,
  };
}

/** Sends the build; from the moment the cloud has it, post can cancel it. */
export async function submitBuild(step: Step, request: BuildRequest): Promise<Build> {
  const { console, ledger, settings, state } = step;
  const traits = CLOUD_TRAITS[settings.cloud];
  ledger.noteBuild({ imageName: request.imageName, imageTag: request.imageTag });
  const work = async () => {
    const cloud = await step.cloud();
    console.info(`Sending ${request.imageName}:${request.imageTag} to ${traits.title}.`);
    return cloud.submit(
      request,
      {
        notice: (message) => console.info(message),
        secret: (value) => console.mask(value),
        submitted: (build) => {
          ledger.noteBuild({ id: build.id });
          saveRunning(state, {
            cloud: settings.cloud,
            buildId: build.id,
            building: true,
            cancelAsked: false,
          });
          void step.comment.update();
        },
      },
      step.signal,
    );
  };
  return phase(step, { name: 'Submit' }, work, (build, ms) =>
    submittedLine({ buildId: build.id, bytes: request.archive.bytes, ms }),
  );
}
