import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { CLOUD_TRAITS } from '../clouds/traits.ts';
import type { PackedContext } from '../context/archive.ts';
import type { LeftOut, Tree } from '../context/entry.ts';
import { hashTree } from '../context/hash.ts';
import { listTree } from '../context/tree.ts';
import { packedLine } from '../report/story.ts';
import { count } from '../report/units.ts';
import { type Identity, identify } from './identity.ts';
import { phase } from './phase.ts';
import type { Step } from './step.ts';

/** Lists the context as Docker would send it and tells what the author should know of it. */
export function listContext(step: Step): Tree {
  const { settings, console } = step;
  const { dockerfileEntry } = CLOUD_TRAITS[settings.cloud];
  const tree = listTree({ ...settings.context, dockerfileEntry });
  for (const notice of tree.notices) console.notice(notice);
  warnOfCredentials(step, tree);
  for (const left of tree.leftOut) console.info(leftOutLine(left));
  return tree;
}

const NAMED_CREDENTIALS = 10;

/** One warning, before anything is uploaded (issue: credentials that lie in the context). */
function warnOfCredentials({ console }: Step, { credentials }: Tree): void {
  if (credentials.length === 0) return;
  const named = credentials.slice(0, NAMED_CREDENTIALS);
  const more = credentials.length > named.length ? ` and ${credentials.length - named.length} more` : '';
  const paths = named.map((file) => file.path).join(', ');
  const lines = [...new Set(named.map((file) => file.ignoreLine))].join('  ');
  console.warning(
    `The context holds files that look like credentials: ${paths}${more}. They will be uploaded and may end up in the image. To keep them out, add to the ignore file: ${lines}`,
    { title: 'Credentials in the build context' },
  );
}

/** `left out by .dockerignore:3 "node_modules": 2 entries (node_modules, web/node_modules)`. */
export function leftOutLine(left: LeftOut): string {
  const examples =
    left.examples.length === 0
      ? ''
      : ` (${left.examples.join(', ')}${left.count > left.examples.length ? ', …' : ''})`;
  return `left out ${reasonWords(left)}: ${count(left.count, 'entry', 'entries')}${examples}`;
}

function reasonWords({ reason, rule }: LeftOut): string {
  switch (reason) {
    case 'ignored':
      return rule ? `by ${rule.file}:${rule.line} "${rule.pattern}"` : 'by the ignore file';
    case 'git-folder':
      return 'because builds rarely need it; !.git in the ignore file brings it back';
    case 'replaced':
      return 'because another file takes its place';
    case 'outside-include-paths':
      return 'because the manifest does not include it';
    case 'socket':
    case 'fifo':
    case 'device':
      return `because an archive cannot carry a ${reason}`;
  }
}

/** A context that is ready to be sent, and what its image will be called. */
export type Context = { readonly tree: Tree; readonly identity: Identity; readonly packed: PackedContext };

/** Lists, names and packs the context into the runner's temporary folder. */
export async function packContext(step: Step): Promise<Context> {
  const { console, ledger, settings, signal } = step;
  const traits = CLOUD_TRAITS[settings.cloud];
  const work = async () => {
    const tree = listContext(step);
    const identity = await identify(step, () => hashTree(tree, signal));
    const { writeArchive } = await import('../context/archive.ts');
    const folder = await mkdtemp(join(step.temp, 'cloud-build-'));
    step.discard(folder);
    const packed = await writeArchive(tree, {
      destination: join(folder, 'context.tar.gz'),
      prefix: traits.entryPrefix,
      limit: traits.archiveLimit,
      signal,
    });
    for (const notice of packed.notices) console.notice(notice);
    const hash = traits.contextHash === 'archive-md5' ? packed.md5.slice(0, 16) : packed.workingTreeHash;
    ledger.note({ context: { files: tree.files, bytes: packed.bytes, hash } });
    return { tree, identity, packed, hash };
  };
  return phase(step, { name: 'Pack' }, work, ({ tree, packed, hash }, ms) =>
    packedLine({ files: tree.files, contentBytes: tree.bytes, archiveBytes: packed.bytes, hash, ms }),
  );
}
