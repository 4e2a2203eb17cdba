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
  // The suites wait a third of their time, so one more than there are cores.
  maxWorkers: availableParallelism() + 1,
  testSequencer: '<rootDir>/.ci/longest-first.js',
  ...(process.env.TEST_RESULTS || process.env.TEST_DURATIONS
    ? { reporters: ['default', '<rootDir>/.ci/test-counts.js'] }
    : {}),
};
