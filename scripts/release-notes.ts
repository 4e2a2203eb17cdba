import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * Prints the notes of a release: its part of CHANGELOG.md, and how to use and verify it. `node
 * scripts/release-notes.ts v1.2.3 OWNER/REPOSITORY COMMIT`, from the repository's root. Imports no package.
 */

/**
 * What CHANGELOG.md says below the heading `## 1.2.3` (a date may follow), up to the next such heading.
 * @param tag for example `v1.2.3`
 * @throws {Error} if there is no such heading, or nothing below it
 */
export function changesOf(changelog: string, tag: string): string {
  const version = tag.replace(/^v/, '');
  const parts = changelog.split(/^## /m).slice(1);
  const part = parts.find((text) => text.split(/\s/, 1)[0] === version);
  const changes = part?.slice(part.indexOf('\n')).trim();
  if (!changes)
    throw new Error(`CHANGELOG.md says nothing of ${version}: expected a heading "## ${version}"`);
  return changes;
}

export function releaseNotes(changelog: string, tag: string, repository: string, commit: string): string {
  return `${changesOf(changelog, tag)}

## Use this release

\`\`\`yaml
- uses: ${repository}@${commit} # ${tag}
\`\`\`

\`dist/\` was rebuilt from the sources and attested: \`gh attestation verify dist/index.js --repo ${repository}\` in a
checkout of this commit says so ([SECURITY.md](https://github.com/${repository}/blob/${tag}/SECURITY.md)).
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const [tag = '', repository = '', commit = ''] = process.argv.slice(2);
    process.stdout.write(releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), tag, repository, commit));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
