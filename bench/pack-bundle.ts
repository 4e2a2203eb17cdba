import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundled } from '../scripts/ncc.ts';

/**
 * `pack-child.js` bundled as the action is, below `scratch`; gives its path. Without bundling, most of a small tree's
 * time would be finding and reading thirty files.
 */
export async function packChild(scratch: string): Promise<string> {
  const folder = join(scratch, 'pack-child');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { files } = await bundled(join(import.meta.dirname, 'processes/pack-child.js'));
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  return join(folder, 'index.js');
}
