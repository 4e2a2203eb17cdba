import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
  // Ends what hangs, and measures nothing: a busy machine may take many times as long as a quiet one.
  testTimeout: 150_000,
  // A suite waits for two thirds of its time: for builds that are played, pauses of the step, connections that are silent.
  maxWorkers: 3 * availableParallelism(),
  // Tests that are said to be concurrent; most of their time they wait.
  maxConcurrency: 12,
  testSequencer: '<rootDir>/.ci/longest-first.js',
  testRunner: '<rootDir>/.ci/test-runner.js',
  ...(process.env.TEST_RESULTS || process.env.TEST_DURATIONS
    ? { reporters: ['default', '<rootDir>/.ci/test-counts.js'] }
    : {}),
};
