import { describe, expect, test } from '@jest/globals';
import { type Played, play } from '../support/scenario.ts';

/** Of post: what a person reads there. */
const linesOf = ({ run }: Played) =>
  (run.post?.stdout ?? '').split('\n').filter((line) => line.includes('comment'));

/** The token of a cancelled job is refused at once: Gitea before 1.27 or with a runner before 2.0, and Forgejo. */
describe.each(['gitea-1.25', 'forgejo'] as const)('a cancelled job on %s whose token is dead', (platform) => {
  test('has one line of post that says so, and its build is cancelled all the same', async () => {
    const played = await play({
      story: 'post',
      comment: true,
      platform,
      rules: [
        {
          cloud: 'forge',
          times: Number.POSITIVE_INFINITY,
          since: 'cancel',
          fault: { kind: 'status', status: 401 },
        },
      ],
    });
    expect(played.cancelled).toBe(true);
    expect(played.run.post).toMatchObject({ exitCode: 0, stderr: '' });
    const lines = linesOf(played).filter((line) => !line.startsWith('::'));
    expect(lines).toEqual([
      expect.stringContaining(
        'could not be brought up to date, it may still say that this run is under way: the forge does not accept the token of a cancelled job any more',
      ),
    ]);
    expect(played.run.post?.events.filter(({ kind }) => kind === 'annotation')).toEqual([]);
  });

  test('has no such line where the token lives', async () => {
    const played = await play({ story: 'post', comment: true, platform, rules: [] });
    expect(played.cancelled).toBe(true);
    expect(linesOf(played).join('\n')).not.toContain('brought up to date');
    expect(linesOf(played).join('\n')).toContain('The comment says now that this run was cancelled.');
  });
});
