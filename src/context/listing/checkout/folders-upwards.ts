import { dirname } from 'node:path';
import type { TreeRequest } from '../../entry.ts';
import { pathInside } from '../path-inside.ts';

/** The context folder and those above it, up to the workspace. */
export function foldersUpwards({ root, workspace }: Pick<TreeRequest, 'root' | 'workspace'>): string[] {
  const folders = [root];
  for (let folder = root; folder !== workspace && pathInside(workspace, folder) !== undefined; ) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}
