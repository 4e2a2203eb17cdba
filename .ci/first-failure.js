import { relative } from 'node:path';

/** A jest reporter that names each failed test on a line of its own as soon as it has failed, for scripts/mutation/. */
export default class FirstFailure {
  onTestCaseResult(test, { status, fullName }) {
    if (status === 'failed') say(test, fullName);
  }

  onTestFileResult(test, { testExecError }) {
    if (testExecError) say(test, '(the file itself)');
  }
}

function say({ path, context }, test) {
  const file = relative(context.config.rootDir, path);
  process.stdout.write(`\nfailed: ${JSON.stringify({ file, test })}\n`);
}
