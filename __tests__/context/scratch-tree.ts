/** Trees on disk for the tests of the listing. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Tree, TreeRequest } from '../../src/context/entry.ts';
import { listTree } from '../../src/context/listing/tree.ts';

/** A path with `/` at its end is a folder; `->target` is a link, `#fifo` a pipe, `+x` a program. */
export type Plan = Readonly<Record<string, string>>;

/** @returns the absolute path, links resolved; `discard` it afterwards */
export function plant(plan: Plan): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'context-')));
  for (const [path, content] of Object.entries(plan)) {
    const absolute = join(root, path);
    if (path.endsWith('/')) {
      mkdirSync(absolute, { recursive: true });
      continue;
    }
    mkdirSync(dirname(absolute), { recursive: true });
    if (content.startsWith('->')) symlinkSync(content.slice(2), absolute);
    else if (content === '#fifo') execFileSync('mkfifo', [absolute]);
    else writeFileSync(absolute, content.replace(/^\+x/, ''));
    if (content.startsWith('+x')) chmodSync(absolute, 0o755);
  }
  return root;
}

export function discard(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

export const SGP = { name: 'Dockerfile', keepsOriginal: true } as const;

/** Lists a folder that is workspace and context at once. */
export function list(root: string, more: Partial<TreeRequest> = {}): Promise<Tree> {
  return listTree({
    workspace: root,
    root,
    dockerfile: join(root, 'Dockerfile'),
    dockerfileEntry: SGP,
    ...more,
  });
}

/** Plants, lists with the workspace as context unless told otherwise, and removes. */
export async function listed<T = Tree>(
  plan: Plan,
  request: Partial<TreeRequest> = {},
  read: (tree: Tree, root: string) => T = (tree) => tree as T,
): Promise<T> {
  const workspace = plant(plan);
  try {
    const root = join(workspace, request.root ?? '');
    const tree = await listTree({
      dockerfileEntry: SGP,
      ...request,
      workspace,
      root,
      dockerfile: join(root, request.dockerfile ?? 'Dockerfile'),
      ...(request.ignoreFile === undefined ? {} : { ignoreFile: join(root, request.ignoreFile) }),
    });
    return read(tree, root);
  } finally {
    discard(workspace);
  }
}

export function paths(tree: Tree): string[] {
  return [...tree.entries].map(({ path, kind }) => (kind === 'folder' ? `${path}/` : path));
}
