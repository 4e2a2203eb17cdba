import {
  type RunningAction,
  type RunOptions,
  type RunRecord,
  runAction,
  spawnAction,
} from '../../emulator/runner/index.ts';
import { atEnd } from './cleanup.ts';
import { startInProcess } from './in-process.ts';
import { makeWorkspace, temporaryFolder } from './workspace.ts';

/** The repository's root: tests are started there. */
export const root = process.cwd();

/** The folder of the action under test: another one than the repository's where a change is tried in a copy. */
export const actionFolder = process.env.TEST_ACTION || root;

/** Runs the committed `dist/` as a platform does; workspace and temporary folder are fresh unless given. */
export function runBundle(options: Partial<RunOptions> = {}): Promise<RunRecord> {
  return runAction(complete(options));
}

/** The same, for a test that acts while it runs; what still runs after the last test is killed. */
export function spawnBundle(options: Partial<RunOptions> = {}): RunningAction {
  const running = spawnAction(complete(options));
  atEnd(() => running.signal('SIGKILL'));
  return running;
}

const asBundle = new Set<string>();

/**
 * Runs a step as one row of a table: the first row of each platform, event and set of inputs is `dist/` as a process, and
 * the others, which differ from it in values, are the sources in this process. With TEST_STEPS=bundle all are `dist/`.
 */
export function runStep(options: Partial<RunOptions> = {}): Promise<RunRecord> {
  const { platform, event, inputs = {}, node, nodeFlags, entry } = options;
  const kind = JSON.stringify([platform, event?.name, Object.keys(inputs).sort()]);
  const isFirst = !asBundle.has(kind);
  asBundle.add(kind);
  const isOfProcess = (node ?? nodeFlags ?? entry) !== undefined;
  const needsBundle =
    isFirst || isOfProcess || process.env.TEST_STEPS === 'bundle' || process.env.TEST_ACTION;
  return runAction({ ...complete(options), ...(!needsBundle && { start: startInProcess }) });
}

function complete(options: Partial<RunOptions>): RunOptions {
  return {
    action: actionFolder,
    temp: temporaryFolder('runner-temp'),
    ...options,
    workspace: options.workspace ?? makeWorkspace().path,
  };
}
