import type { Build, BuildRequest } from '../../clouds/cloud.ts';
import { contextHashOf } from '../../clouds/context-hash.ts';
import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import { AbortedError, HttpError } from '../../errors.ts';
import { submittedLine } from '../../report/log-lines.ts';
import { saveAccess } from '../cancel/access.ts';
import { type Submitting, saveRunning } from '../cancel/running.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import type { Context } from './pack.ts';

/** The build request for a packed context; a dry run prints the same values. */
export function buildRequest({ settings }: Step, { tree, packed, identity }: Context): BuildRequest {
  return {
    archive: {
      path: packed.path,
      bytes: packed.bytes,
      ...(packed.md5 === undefined ? {} : { md5: packed.md5 }),
    },
    target: identity.target,
    imageName: identity.imageName,
    imageTag: identity.imageTag,
    buildArgs: settings.buildArgs,
    ...(settings.platform === undefined ? {} : { platform: settings.platform }),
    ...(settings.visibility === undefined ? {} : { visibility: settings.visibility }),
    ...(settings.region === undefined ? {} : { region: settings.region }),
    source: identity.source,
    workingTreeHash: packed.workingTreeHash,
    dockerfile: tree.dockerfile,
  };
}

/** Whether the failed request cannot have made a build: then post has not to look for one. */
function isNothingSent(thrown: unknown): boolean {
  if (thrown instanceof AbortedError) return !thrown.unanswered;
  return thrown instanceof HttpError && (thrown.method === 'GET' || thrown.effect === 'no');
}

function submittingOf(request: BuildRequest): Submitting {
  const { imageName, imageTag, workingTreeHash, target, dockerfile, region } = request;
  const at = new Date().toISOString();
  const where = { dockerfile, ...(region !== undefined && { region }) };
  const isHashed = request.archive.md5 !== undefined;
  const archive = isHashed ? { archive: { contextHash: contextHashOf(request), ...where } } : {};
  const sent = { imageName, imageTag, workingTreeHash, ...archive, at, pid: process.pid };
  if (target.by === 'agent-id') return { ...sent, agent: target.agentId };
  return target.by === 'agent-name' ? { ...sent, agent: target.agentName } : sent;
}

/** The request failed or was given up before the build had an id: there is none, or post looks for it. */
function noteUnknown({ recorder, settings, state }: Step, thrown: unknown): void {
  if (isNothingSent(thrown)) {
    saveRunning(state, { cloud: settings.cloud });
    return;
  }
  const mayRun = thrown instanceof AbortedError && !CLOUD_TRAITS[settings.cloud].startsBuildsById;
  if (mayRun) recorder.noteBuild({ status: 'cancelled', goesOn: 'perhaps' });
}

/** Sends the build; as soon as the cloud has it, post can cancel it. */
export async function submitBuild(step: Step, request: BuildRequest): Promise<Build> {
  const { console, recorder, settings, state } = step;
  const traits = CLOUD_TRAITS[settings.cloud];
  recorder.noteBuild({ imageName: request.imageName, imageTag: request.imageTag });
  /** The id of a record that does not start by itself, while the archive is being sent. */
  let unstarted: string | undefined;
  const work = async () => {
    const cloud = await step.cloud();
    console.info(`Sending ${request.imageName}:${request.imageTag} to ${traits.title}.`);
    saveAccess(step);
    saveRunning(state, { cloud: cloud.name, submitting: submittingOf(request) });
    const sent = cloud.submit(
      request,
      {
        notice: (message) => console.info(message),
        debug: (message) => console.debug(message),
        secret: (value) => console.mask(value),
        submitted: (build) => {
          unstarted = build.unstarted ? build.id : undefined;
          recorder.noteBuild({ id: build.id });
          const how = build.unstarted ? { unstarted: build.unstarted } : { building: true };
          saveRunning(state, { cloud: cloud.name, buildId: build.id, ...how });
          void step.comment.update();
        },
      },
      step.signal,
    );
    return sent.catch((thrown: unknown) => {
      if (recorder.result().build?.id === undefined) noteUnknown(step, thrown);
      if (step.signal.aborted && unstarted !== undefined) {
        recorder.noteBuild({ status: 'cancelled' });
        console.info(`Build ${unstarted} was not started: nothing is running at ${traits.title}.`);
      }
      throw thrown;
    });
  };
  return phase(step, { name: 'Submit', withinMs: settings.buildTimeoutMs }, work, (build, ms) =>
    submittedLine({ buildId: build.id, bytes: request.archive.bytes, ms }),
  );
}
