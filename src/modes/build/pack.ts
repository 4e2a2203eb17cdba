import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Build, Source } from '../../clouds/cloud.ts';
import { contextHashOf } from '../../clouds/context-hash.ts';
import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import type { PackedContext } from '../../context/archive/archive.ts';
import type { LeftOut, Tree } from '../../context/entry.ts';
import { hashTree } from '../../context/hash/hash.ts';
import { listTree } from '../../context/listing/listing.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import { knownContextLine, packedLine } from '../../report/log-lines.ts';
import { count } from '../../report/units.ts';
import { createEntryCollector, type Entries } from '../reuse/entry-list.ts';
import { canCompare } from '../reuse/rebuilt.ts';
import { findReusable } from '../reuse/reuse.ts';
import { holdLines } from '../step/held-console.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { keyedComment, withoutOldBuild } from './archive-comment.ts';
import { type Identity, identify } from './identity.ts';
import type { BuildInputs } from './inputs.ts';
import { warnOfOtherCommit } from './other-commit.ts';
import { treeRequest } from './tree-request.ts';

/** Lists the context as Docker would send it, and reports what the author should know of it. */
async function listContext(step: Step): Promise<Tree> {
  const { console } = step;
  const tree = await listTree(treeRequest(step.settings));
  for (const notice of tree.notices) console.notice(notice);
  for (const warning of tree.warnings) console.warning(warning);
  warnOfCredentials(step, tree);
  await console.buildLines(tree.leftOut.map(leftOutLine));
  return tree;
}

/** @throws {UserError} that names the largest files, before anything is read or sent */
async function refuseTooLarge({ settings }: Step, tree: Tree): Promise<void> {
  const { contentLimit } = CLOUD_TRAITS[settings.cloud];
  if (tree.bytes <= contentLimit) return;
  const { overContentLimit } = await import(
    /* webpackChunkName: "archive" */ '../../context/archive/archive.ts'
  );
  throw overContentLimit(tree, contentLimit);
}

const NAMED_CREDENTIALS = 10;

/** One warning, before anything is uploaded (docs/security.md). */
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
function leftOutLine(left: LeftOut): string {
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
    case 'credentials':
      return 'because it looks like credentials; a line with ! and its name in the ignore file brings it back';
    case 'project-file':
      return 'because it says how the agent is deployed, which is no part of the image; a line with ! and its name in the ignore file brings it back';
    case 'git-credentials':
      return 'because it holds a credential of git, which no image needs; nothing brings it back';
    case 'outside-include-paths':
      return 'because the manifest does not include it';
    case 'socket':
    case 'fifo':
    case 'device':
      return `because an archive cannot carry a ${reason}`;
  }
}

/** A context that is ready to be sent, and what its image will be called. */
export type Context = BuildInputs & {
  readonly packed: PackedContext;
  /** For the comparison with the last build; absent where there is no cache to compare with. */
  readonly entries?: Entries;
};

/** The build of an equal context, found before anything was packed or sent. */
type Reused = { readonly reused: Build };

/**
 * Lists, names and packs the context into the runner's temporary folder; under `build: auto` only where no
 * earlier build of the identical inputs is found, which takes no more than hashing it.
 */
export async function packContext(step: Step): Promise<Context | Reused> {
  // As long as the checkout was not read: where that fails, the comment says which commit it is about.
  const { commit, ref } = step.trigger;
  step.recorder.note({ source: omitUndefined<Source>({ commit, ref }) });
  // On hosts whose annotations are lines of the log nobody would see them in its folded group.
  const { console, release } = holdLines(step.console, ['notice', 'warning']);
  const packing = { ...step, console };
  const work = async () => {
    const tree = await listContext(packing);
    await refuseTooLarge(packing, tree);
    const identity = await identify(packing, () => hashTree(tree, step.signal));
    warnOfOtherCommit(packing, identity.checkedOut);
    return (await reuseByTree(packing, tree, identity)) ?? (await pack(packing, tree, identity));
  };
  const packed = phase(
    step,
    { name: 'Pack', withinMs: step.settings.buildTimeoutMs },
    work,
    (context, ms) => {
      const { files = 0, contentBytes = 0, hash = '' } = step.recorder.result().context ?? {};
      const facts = { files, contentBytes, hash, ms };
      return 'reused' in context
        ? knownContextLine(facts)
        : packedLine({ ...facts, archiveBytes: context.packed.bytes });
    },
  );
  return packed.finally(release);
}

async function reuseByTree(step: Step, tree: Tree, identity: Identity): Promise<Reused | undefined> {
  const { findsBuildsBy } = CLOUD_TRAITS[step.settings.cloud];
  if (step.settings.build !== 'auto' || step.settings.dryRun || findsBuildsBy === 'archive-hash')
    return undefined;
  const hash = await hashTree(tree, step.signal);
  step.recorder.note({ context: { files: tree.files, contentBytes: tree.bytes, hash } });
  const reused = await findReusable(step, { tree, identity, hash });
  return reused && { reused };
}

async function pack(step: Step, tree: Tree, identity: Identity): Promise<Context | Reused> {
  const { console, recorder, settings, signal } = step;
  const traits = CLOUD_TRAITS[settings.cloud];
  const { writeArchive } = await import(/* webpackChunkName: "archive" */ '../../context/archive/archive.ts');
  const folder = await mkdtemp(join(step.temp, 'cloud-build-'));
  step.removeAtEnd(folder);
  const collector = canCompare(step) ? createEntryCollector() : undefined;
  const packed = await writeArchive(tree, {
    destination: join(folder, 'context.tar.gz'),
    prefix: traits.entryPrefix,
    limit: traits.archiveLimit,
    ...(traits.contextHash === 'archive-md5' && { md5: true, comment: keyedComment(step) }),
    ...(collector && { onEntry: collector.note }),
    signal,
  });
  for (const notice of packed.notices) console.notice(notice);
  const isHashed = traits.contextHash === 'archive-md5';
  const mayBeFound = settings.build === 'auto' && !settings.dryRun && traits.findsBuildsBy === 'archive-hash';
  const made = { packed, hash: isHashed ? contextHashOf({ archive: packed }) : packed.workingTreeHash };
  const { unread, ...sent } = mayBeFound
    ? await withoutOldBuild(step, made, tree.dockerfile)
    : { ...made, unread: true };
  const { bytes } = sent.packed;
  recorder.note({ context: { files: tree.files, bytes, contentBytes: tree.bytes, hash: sent.hash } });
  const entries = collector?.entries();
  const context = { tree, identity, ...sent, ...(entries && { entries }) };
  const reused = unread ? undefined : await findReusable(step, context);
  return reused ? { reused } : context;
}
