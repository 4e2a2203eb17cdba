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
  testTimeout: 30_000,
  // Both cores of a small machine: the suites wait more than they compute.
  maxWorkers: '100%',
  ...(process.env.TEST_RESULTS ? { reporters: ['default', '<rootDir>/.ci/test-counts.js'] } : {}),
};
