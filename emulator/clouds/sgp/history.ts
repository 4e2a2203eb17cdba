import { createHash, randomUUID } from 'node:crypto';
import { addBuild, agentKey, type SgpBuild, type SgpDeployment, type SgpState } from './state.ts';

export type History = {
  readonly account: string;
  readonly builds: number;
  /** Used in turn; default three. */
  readonly agents?: readonly string[];
  /** The time of the last build; default an hour ago. */
  readonly until?: Date;
  /**
   * The repository of the builds, `<host>/<owner>/<name>`; `null` for builds without one. Default
   * example.com/acme/agents.
   */
  readonly repository?: string | null;
  /** Their branch; default main. */
  readonly ref?: string;
};

const AGENTS = ['concierge', 'ledger-agent', 'translator'];
const HOUR = 60 * 60 * 1000;

/** Adds earlier builds, one every 37 minutes; the same numbers give the same history. */
export function seedHistory(state: SgpState, history: History): readonly SgpBuild[] {
  const agents = history.agents ?? AGENTS;
  const until = history.until?.getTime() ?? Date.now() - HOUR;
  return Array.from({ length: history.builds }, (_, index) => {
    const agentName = agents[index % agents.length] ?? 'agent';
    const digest = createHash('sha256').update(`${agentName} ${index}`).digest('hex');
    const createdAt = new Date(until - (history.builds - 1 - index) * 37 * 60 * 1000);
    const startedAt = new Date(
      createdAt.getTime() + 2000 + (Number.parseInt(digest.slice(0, 2), 16) % 20) * 1000,
    );
    const seconds = 80 + (Number.parseInt(digest.slice(2, 5), 16) % 240);
    const status = index % 17 === 5 ? 'failed' : index % 41 === 7 ? 'cancelled' : 'success';
    const imageTag = digest.slice(0, 12);
    const build = addBuild(state, {
      account: history.account,
      agentName,
      imageName: agentName,
      imageTag,
      source: {
        source_repo: history.repository === undefined ? 'example.com/acme/agents' : history.repository,
        source_commit: digest.slice(0, 40),
        source_ref: history.ref ?? 'main',
        source_subpath: `agents/${agentName}`,
        source_dirty: false,
        working_tree_hash: digest,
      },
      status,
      createdAt,
      startedAt,
      endedAt: new Date(startedAt.getTime() + seconds * 1000),
      imageUrl:
        status === 'success'
          ? `registry.emulator.localhost/${history.account}/${agentName}:${imageTag}`
          : undefined,
    });
    build.log.add('#1 [1/1] FROM scratch', `#1 DONE ${seconds}.0s`);
    build.log.end();
    return build;
  });
}

export type PastPreview = {
  readonly agentName: string;
  readonly label: string;
  readonly expiresAt: Date;
  /** Default an hour ago. */
  readonly createdAt?: Date;
  /** Default `healthy`. */
  readonly status?: SgpDeployment['status'];
  readonly buildId?: string;
  /**
   * The repository of its build if no `buildId` is given; `null` for a preview without a build. Default
   * `PREVIEWS_OF`.
   */
  readonly repository?: string | null;
};

/** The default repository of previews. */
const PREVIEWS_OF = 'forge.example/octo/agents';

/** Adds previews that were rolled out earlier; they do not expire by themselves. */
export function seedPreviews(
  state: SgpState,
  account: string,
  previews: readonly PastPreview[],
): readonly SgpDeployment[] {
  const builds = new Map<string, string>();
  const buildOf = ({ agentName, buildId, repository = PREVIEWS_OF }: PastPreview) => {
    if (buildId !== undefined || repository === null) return buildId;
    const key = `${agentName} ${repository}`;
    if (!builds.has(key)) {
      const known = state.agents.has(agentKey(account, agentName));
      const [made] = seedHistory(state, { account, builds: 1, agents: [agentName], repository });
      // So old that lists show neither it nor its agent; it can only be read by its id.
      state.builds.pop();
      if (!known) state.agents.delete(agentKey(account, agentName));
      if (made) builds.set(key, made.id);
    }
    return builds.get(key);
  };
  const added = previews.map((preview): SgpDeployment => {
    const { agentName, label, expiresAt, createdAt, status } = preview;
    return {
      id: `deploy_${randomUUID().replaceAll('-', '').slice(0, 16)}`,
      account,
      buildId: buildOf(preview),
      agentName,
      namespace: 'previews',
      manifest: `agent:\n  name: ${agentName}\n`,
      environmentConfig: '',
      release: `${agentName}-${label}`,
      preview: { label, expiresAt },
      createdAt: createdAt ?? new Date(Date.now() - HOUR),
      events: [],
      lines: [],
      stop: new AbortController(),
      status: status ?? 'healthy',
      wasHealthy: true,
      expiry: undefined,
    };
  });
  state.deployments.push(...added);
  return added;
}
