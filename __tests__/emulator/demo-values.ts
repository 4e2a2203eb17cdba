/** A value for each flag of the demo that takes one, as `--help` prints them; demo.test.ts runs each. */
export const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--cloud': ['sgp', 'prime', 'pipecat'],
  '--mode': ['run', 'plan', 'cleanup', 'report'],
  '--deploy': ['none', 'preview', 'production'],
  '--platform': ['github', 'gitea', 'forgejo', 'act'],
  '--input': ['dry-run=true'],
  '--pull-request': ['7'],
  '--entry': ['dist/index.js'],
};
