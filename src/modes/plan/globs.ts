import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { nearest, quote } from '../../settings/faults.ts';
import { type GlobMatch, matchFolders, nearestFolder } from './agent-folders.ts';

/**
 * The folders that the input `agents` names, each once, by path.
 * @throws {UserError} naming every glob that matches nothing, and the nearest folder that exists
 */
export async function agentFolders(workspace: string, globs: readonly string[]): Promise<readonly string[]> {
  const matches = await matchFolders(workspace, globs);
  const empty = matches.filter(({ folders }) => folders.length === 0);
  if (matches.length === 0) {
    throw new UserError('agents: every line begins with "!", so that nothing is named.', {
      hint: 'Give at least one glob of agent folders, for example agents/*.',
    });
  }
  if (empty.length > 0) throw matchesNothing(workspace, empty);
  return [...new Set(matches.flatMap(({ folders }) => folders))].sort();
}

function matchesNothing(workspace: string, empty: readonly GlobMatch[]): UserError {
  const sentences = empty.map(
    ({ glob }) => `agents: ${quote(glob)} matches no folder; ${trace(workspace, glob)}.`,
  );
  return new UserError(sentences.join('\n'), {
    hint: empty.some(({ glob }) => isOtherList(glob))
      ? 'Give one glob a line, as in `agents: |` and then agents/a and agents/b, each on a line of its own, without dashes, quotes, brackets or commas.'
      : 'Globs are relative to the workspace: check the spelling, and that the repository was checked out before this step.',
  });
}

/** A list as YAML or a shell has it: an input is a text, whose lines are the list. */
function isOtherList(glob: string): boolean {
  return /^(?:- |["'[])|,(?![^{]*\})|\S\s+\S/.test(glob);
}

const NAMED = 5;

function trace(workspace: string, glob: string): string {
  const { folder, missing, siblings } = nearestFolder(workspace, glob);
  const name = folder === '.' ? 'the workspace' : folder;
  if (missing === undefined && isLink(join(workspace, folder)))
    return `${name} is a link to a folder, and links are not followed: name the folder that it leads to`;
  const meant = missing === undefined ? undefined : nearest(missing, siblings);
  if (meant !== undefined) {
    return `${folder === '.' ? '' : `${folder}/`}${meant} is the nearest folder that exists`;
  }
  const listed = siblings.slice(0, NAMED).join(', ');
  const there = siblings.length > NAMED ? `${listed}, …` : listed || 'no folders';
  return `the nearest folder that exists is ${name}, which has ${there}`;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
