import { HttpError, UserError } from '../../errors.ts';
import type { Clock } from '../../wait.ts';
import { refuseTooLarge } from '../archive-limit.ts';
import type { Build, BuildRequest, ImageRequest, Progress } from '../cloud.ts';
import type { Hints, HttpClient } from '../http.ts';
import { type SendPlan, sendOnce } from '../send-once.ts';
import { CLOUD_TRAITS } from '../traits.ts';
import { readBuild } from './build-record.ts';
import { findOwn, readExistingBuildsIfPossible } from './existing-builds.ts';
import { type Agent, formOf } from './form.ts';
import { HOSTS } from './hosts.ts';

/**
 * Milliseconds for which a cancelled step still waits for the id of what it has just submitted (docs/platform.md,
 * Cancel).
 */
const GRACE = 2_500;

type SgpConnection = { readonly client: HttpClient; readonly clock: Clock };

/**
 * One build from one archive, or from one existing image, also where answers are lost or the agent is created
 * meanwhile (contracts/README.md, disagreement 3 and common status mapping).
 *
 * @throws {HttpError} as the cloud refuses; {UserError} where the author has to say which agent is meant.
 */
export async function submitBuild(
  { client, clock }: SgpConnection,
  request: BuildRequest | ImageRequest,
  progress: Progress,
  signal: AbortSignal,
): Promise<Build> {
  if ('archive' in request) refuseTooLarge(request, CLOUD_TRAITS.sgp);
  const before = await readExistingBuildsIfPossible(client, request.target, signal);
  const agent = before.agent;
  if (request.target.by === 'agent-name' && agent.id !== undefined)
    progress.notice(`Agent ${agent.name} is known to the account: its id is ${agent.id}`);
  const plan: Omit<SendPlan<Build>, 'send'> = {
    what: 'build',
    find: async () => {
      const own = await findOwn(client, request, before, signal);
      if (own) progress.submitted(own);
      return own;
    },
    notice: progress.notice,
    leftMs: client.leftMs,
    clock,
    signal,
  };
  const sendFor = (target: Agent) =>
    sendOnce({ ...plan, send: () => send(client, request, target, progress, signal) });
  try {
    return await sendFor(agent);
  } catch (error) {
    if (agent.name === undefined || !(error instanceof HttpError)) throw error;
    if (agent.id === undefined) {
      if (!isTaken(error)) throw error;
      // A parallel job may have just created it.
      const { agent: found } = await readExistingBuildsIfPossible(client, request.target, signal);
      if (found.id === undefined) throw nameTaken(agent.name, error);
      progress.notice(`Agent ${agent.name} has just been created: its id is ${found.id}`);
      return sendFor(found);
    }
    if (!asksForName(error)) throw error;
    progress.notice(
      'The cloud wants the agent’s name instead of its id: sending the build once more with it',
    );
    return sendFor({ name: agent.name });
  }
}

async function send(
  client: HttpClient,
  request: BuildRequest | ImageRequest,
  agent: Agent,
  progress: Progress,
  signal: AbortSignal,
): Promise<Build> {
  const call = {
    method: 'POST',
    path: '/v5/builds',
    body: formOf(request, agent),
    graceMs: GRACE,
    maskText: 'archive' in request ? Object.values(request.buildArgs) : [],
    hints: hintsFor(agent),
    signal,
  } as const;
  const submitted = (reply: unknown): Build => {
    const build = readBuild(reply);
    progress.submitted(build);
    return build;
  };
  return client.request(call, submitted).catch((error: unknown) => {
    throw error instanceof HttpError && 'archive' in request ? tooLarge(error, request) : error;
  });
}

function hintsFor(agent: Agent): Hints {
  return {
    404:
      agent.id === undefined
        ? `Check \`agent-name\` and \`account-id\`. ${HOSTS}`
        : `The account has no such agent: check \`agent-id\`, or give \`agent-name\` instead, and \`account-id\`. ${HOSTS}`,
  };
}

/** A gateway may just close the connection on a large body (contracts/sgp.openapi.yaml, PayloadTooLarge). */
function tooLarge(error: HttpError, { archive }: BuildRequest): HttpError {
  if (error.status !== 0 || error.effect === 'no' || archive.bytes <= CLOUD_TRAITS.sgp.archiveLimit.warnAbove)
    return error;
  const detail = `${error.detail}; the archive of ${archive.bytes} bytes is most likely too large`;
  const hint = 'Leave more out by the ignore file, or choose a smaller `context`.';
  return new HttpError({ ...error, status: 0, effect: 'no', detail }, { hint, cause: error });
}

function asksForName({ status, detail }: HttpError): boolean {
  return status === 422 && /agent_name\b.*(required|missing)/i.test(detail);
}

/** The contract does not say which status: any of these three, so that the words decide. */
function isTaken({ status, detail }: HttpError): boolean {
  return status === 409 || ((status === 400 || status === 422) && /\b(exists?|taken|in use)\b/i.test(detail));
}

function nameTaken(name: string, cause: HttpError): UserError {
  return new UserError(
    `The cloud refuses to create the agent ${name}, as it exists already: ${cause.detail}`,
    {
      hint: 'Give its id by the input `agent-id` instead of `agent-name`; the cloud’s page of the agent shows it.',
      cause,
    },
  );
}
