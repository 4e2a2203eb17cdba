import { omitUndefined } from '../../omit-undefined.ts';
import type { Build, BuildStatus, UndeployedAgent } from '../cloud.ts';
import { ReplyFault } from '../http.ts';
import { fieldsOf, instantOf, isFields, requiredText, textOf } from '../reply.ts';

/** Both vocabularies, in lower case (contracts/README.md, disagreement 11); what is not listed is `unknown`. */
const STATUSES: Readonly<Record<string, BuildStatus>> = {
  queued: 'queued',
  pending: 'queued',
  running: 'running',
  in_progress: 'running',
  cancelling: 'running',
  canceling: 'running',
  success: 'succeeded',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  timed_out: 'timed-out',
  error: 'errored',
  // Ended without a result: the record is being removed, or could not be removed.
  deleting: 'errored',
  delete_failed: 'errored',
};

/**
 * A build of any known server version (contracts/README.md, disagreements 1 and 2).
 *
 * @throws {ReplyFault} naming the member without which nothing can be done.
 */
export function readBuild(reply: unknown): Build {
  const fields = fieldsOf(reply, 'a build');
  const rawStatus = requiredText(fields, 'the build', 'build_status', 'status');
  const status = Object.hasOwn(STATUSES, rawStatus.toLowerCase())
    ? STATUSES[rawStatus.toLowerCase()]
    : undefined;
  const removed = /^delet/i.test(rawStatus) ? 'the build is being deleted on the cloud' : undefined;
  return omitUndefined<Build>({
    id: requiredText(fields, 'the build', 'id', 'build_id'),
    status: status ?? 'unknown',
    rawStatus,
    account: textOf(fields, 'account_id'),
    agentId: textOf(fields, 'agent_id'),
    agentName: textOf(fields, 'agent_name'),
    imageName: textOf(fields, 'image_name'),
    imageTag: textOf(fields, 'image_tag'),
    image: textOf(fields, 'image_url'),
    createdAt: instantOf(fields, 'created_at'),
    startedAt: instantOf(fields, 'build_start_time'),
    endedAt: instantOf(fields, 'build_end_time'),
    sourceCommit: textOf(fields, 'source_commit'),
    sourceRef: textOf(fields, 'source_ref'),
    sourceRepo: textOf(fields, 'source_repo'),
    workingTreeHash: textOf(fields, 'working_tree_hash'),
    error: textOf(fields, 'error_message', 'error') ?? removed,
  });
}

/** A bare list as documented, or one in `items`. */
export function readUndeployed(reply: unknown): readonly UndeployedAgent[] {
  const list = isFields(reply) ? reply.items : reply;
  if (!Array.isArray(list)) throw new ReplyFault('the reply holds no list of agents');
  return list.map((entry) => {
    const fields = fieldsOf(entry, 'an agent');
    const builds = fields.total_builds;
    if (typeof builds !== 'number')
      throw new ReplyFault('`total_builds` of an agent is missing in the reply');
    return {
      agentName: requiredText(fields, 'an agent', 'agent_name'),
      builds,
      latest: readBuild(fields.latest_build),
    };
  });
}
