import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/**
 * Starts the test files that took longest first, so that no worker is left with one of them in the end. A fresh clone has no
 * timings of its own: those of an earlier whole run are in test-durations.json (milliseconds by file), which
 * `TEST_DURATIONS=.ci/test-durations.json npm test` writes anew. A file that is not in it is taken for a long one.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const known = JSON.parse(readFileSync(new URL('./test-durations.json', import.meta.url), 'utf8'));
    const weight = ({ path, context }) =>
      known[relative(context.config.rootDir, path)] ?? Number.POSITIVE_INFINITY;
    return [...tests].sort((one, other) => weight(other) - weight(one) || (one.path < other.path ? -1 : 1));
  }
}
