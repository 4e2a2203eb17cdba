import { execFileSync } from 'node:child_process';

export type NodeBinary = {
  /** For the test's name, e.g. `v24.21.0`. */
  readonly version: string;
  readonly path: string;
};

/**
 * The node binaries that `dist/` must run under: TEST_NODES, paths with `:` between them; else the one that runs the tests.
 * A path that cannot be started is an error, not a test less.
 */
export const testNodes: readonly NodeBinary[] = (process.env.TEST_NODES || process.execPath)
  .split(':')
  .filter(Boolean)
  .map((path) => ({ path, version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim() }));
