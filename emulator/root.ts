import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, both from the sources and from `lib/`. @throws {Error} outside a checkout. */
export function repositoryRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'contracts', 'sgp.openapi.yaml'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the emulator needs the contracts/ folder of its repository');
    folder = parent;
  }
  return folder;
}
