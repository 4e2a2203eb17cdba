/**
 * Packs or hashes once in a process of its own, including its start: `node pack-child.js pack|hash <root>
 * <destination>`.
 */
import { listTree } from '../../src/context/listing/tree.ts';

const [mode, root = '', destination = ''] = process.argv.slice(2);
const tree = await listTree({
  workspace: root,
  root,
  dockerfile: `${root}/Dockerfile`,
  dockerfileEntry: 'in-place',
});
if (mode === 'pack') {
  const { writeArchive } = await import(
    /* webpackChunkName: "archive" */ '../../src/context/archive/archive.ts'
  );
  const limit = { refuseAbove: Number.MAX_SAFE_INTEGER, warnAbove: Number.MAX_SAFE_INTEGER };
  await writeArchive(tree, { destination, prefix: '', limit });
} else {
  const { hashTree } = await import(/* webpackChunkName: "hash" */ '../../src/context/hash/hash.ts');
  process.stdout.write(await hashTree(tree));
}
