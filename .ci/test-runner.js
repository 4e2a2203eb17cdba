import runner from 'jest-circus/runner';

/**
 * jest's own runner, with the one difference that modules may be loaded between two tests of a file: the steps that tests
 * run beside each other in one process load their modes when they need them, whichever test has just ended.
 */
export default function runTests(globalConfig, config, environment, runtime, ...rest) {
  runtime.leaveTestCode = () => undefined;
  return runner.default(globalConfig, config, environment, runtime, ...rest);
}
