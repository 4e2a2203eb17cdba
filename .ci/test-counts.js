import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * A jest reporter that leaves its counts in TEST_RESULTS, for .ci/run (`npm cit` passes no flags on to the tests), and how long
 * each file took in TEST_DURATIONS, for longest-first.js.
 */
export default class TestCounts {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results;
    const counts = { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites };
    write(process.env.TEST_RESULTS, counts);
    const took = results.testResults.map(({ testFilePath, perfStats }) => [
      relative(this.rootDir, testFilePath),
      perfStats.runtime,
    ]);
    write(process.env.TEST_DURATIONS, Object.fromEntries(took.sort(([a], [b]) => (a < b ? -1 : 1))));
  }
}

function write(file, value) {
  if (file) writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);
}
