import { writeFileSync } from 'node:fs';

/** A jest reporter that leaves its counts in TEST_RESULTS, for .ci/run: `npm cit` passes no flags on to the tests. */
export default class TestCounts {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results;
    const counts = { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites };
    writeFileSync(process.env.TEST_RESULTS, JSON.stringify(counts));
  }
}
