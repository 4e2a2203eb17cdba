import { type Forge, startForge } from '../../emulator/forge/index.ts';
import type { Story } from '../../scripts/reliability/phases.ts';
import { composeComment, readComment } from '../../src/report/comment/body.ts';
import type { Section } from '../../src/report/comment/marker.ts';

const HOUR = 3_600_000;

/** The section of another workflow from an hour ago. */
const NEIGHBOUR: Section = {
  key: 'another/agent',
  state: 'succeeded',
  mark: { workflow: '0a1b2c3d', runId: 1, runNumber: 1, attempt: 1, at: Date.now() - HOUR },
  body: '### ✅ another agent · ready',
  cut: false,
};

/**
 * The forge of a story, with pull request 7. If the story changes a comment, that comment exists with another
 * workflow's section.
 */
export async function startStoryForge(story: Story): Promise<Forge> {
  const flavour = story === 'post' ? 'gitea' : 'github';
  const forge = await startForge({ flavour, repository: 'acme/agents' });
  forge.pull({ number: 7, sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic' });
  if (story !== 'run') await writeNeighbour(forge);
  return forge;
}

async function writeNeighbour({ apiUrl, tokens }: Forge): Promise<void> {
  const { body } = composeComment(new Map([[NEIGHBOUR.key, NEIGHBOUR]]));
  await fetch(`${apiUrl}/repos/acme/agents/issues/7/comments`, {
    method: 'POST',
    headers: { authorization: `token ${tokens.workflow}`, 'content-type': 'application/json' },
    body: JSON.stringify({ body }),
  });
}

/** Key → state of the sections of each comment on the pull request. */
export function sectionsOn(forge: Forge): readonly Readonly<Record<string, string>>[] {
  return forge
    .comments(7)
    .map(({ body }) =>
      Object.fromEntries([...readComment(body).values()].map(({ key, state }) => [key, state])),
    );
}
