import type { Deployment, Deployments, PreviewQuery } from '../../clouds/cloud.ts';
import type { DuePreview } from '../../report/pages/cleanup.ts';
import { duration, utcMinute } from '../../report/units.ts';
import { pullRequestIn } from '../../settings/deploy/deploy.ts';
import { formatDuration } from '../../settings/duration.ts';
import { isLive } from '../deployment/previews.ts';
import type { PullRequestStates } from './pull-requests.ts';

type DueRule = {
  /** `preview-ttl`, for previews to which the cloud gave no expiry; milliseconds. */
  readonly ttlMs: number;
  /** The input `preview-label`: the author's own label, to which `preview-ttl` applies too. */
  readonly ownLabel?: string;
  /** The addresses of this repository, `<host>/<owner>/<name>`. */
  readonly repositories: readonly string[];
  /** Milliseconds since the epoch at the cloud; right once the first preview was read. */
  readonly now: () => number;
};

export type PreviewInventory = {
  readonly due: readonly (DuePreview & { readonly preview: Deployment })[];
  /** Live previews that stay. */
  readonly kept: number;
};

/** Reads all previews of the agent, or of all agents, page by page; keeps only those in memory that must be deleted. */
export async function duePreviews(
  deployments: Deployments,
  agentName: string | undefined,
  rule: DueRule,
  pulls: PullRequestStates,
  signal: AbortSignal,
): Promise<PreviewInventory> {
  const due: (DuePreview & { preview: Deployment })[] = [];
  const seen = new Set<string>();
  let kept = 0;
  for (const of of checksOf(deployments, agentName, rule)) {
    for await (const preview of deployments.previews(of, signal)) {
      if (!isLive(preview) || seen.has(preview.id)) continue;
      const reason = await reasonToDelete(preview, rule, pulls);
      if (reason === undefined) {
        kept += 1;
        continue;
      }
      seen.add(preview.id);
      const { id, agentName: agent, previewLabel: label = '' } = preview;
      due.push({ id, ...(agent !== undefined && { agent }), label, reason, preview });
    }
  }
  return { due, kept };
}

/** Where a preview is an agent of its own, a label that the author chose is only found by a query for it. */
function checksOf(
  { inPlace }: Deployments,
  agentName: string | undefined,
  { ownLabel, repositories }: DueRule,
): readonly PreviewQuery[] {
  if (agentName === undefined) return [{ repositories }];
  const asksAlone = inPlace && ownLabel !== undefined && pullRequestIn(ownLabel) === undefined;
  const all = { agentName, repositories };
  return asksAlone ? [all, { ...all, label: ownLabel }] : [all];
}

async function reasonToDelete(
  preview: Deployment,
  rule: DueRule,
  pulls: PullRequestStates,
): Promise<string | undefined> {
  const label = preview.previewLabel ?? '';
  const number = pullRequestIn(label);
  const isOwnLabel = number !== undefined || label === rule.ownLabel || preview.repository !== undefined;
  const expired = expiryReason(preview, rule, isOwnLabel);
  if (expired !== undefined || number === undefined) return expired;
  return (await pulls.of(number)) === 'closed' ? `pull request ${number} is closed` : undefined;
}

/** The cloud's own expiry applies to every label; `preview-ttl` only to labels that this action gives. */
function expiryReason(preview: Deployment, { ttlMs, now }: DueRule, isOwnLabel: boolean): string | undefined {
  const expiresAt = Date.parse(preview.expiresAt ?? '');
  if (!Number.isNaN(expiresAt)) {
    return expiresAt <= now() ? `it expired ${utcMinute(expiresAt) ?? ''}` : undefined;
  }
  const age = now() - Date.parse(preview.createdAt ?? '');
  if (!isOwnLabel || !(age > ttlMs)) return undefined;
  return `it is ${duration(age)} old, and preview-ttl is ${formatDuration(ttlMs)}`;
}
