import { stopAll } from './mutation/jest.ts';
import { readOptions } from './mutation/options.ts';
import { readResults } from './mutation/results.ts';
import { runMutation } from './mutation/run.ts';
import { comparisonOf, summaryOf } from './mutation/summary.ts';

/**
 * Breaks each file of src on purpose and looks which test notices: `npm run mutation`, by hand, an hour or two long. It goes
 * on where the last call ended. Its options are in CONTRIBUTING.md.
 */
process.on('exit', stopAll);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

try {
  const options = readOptions(process.argv.slice(2));
  if (options.compare !== undefined) {
    const [before, after] = options.compare.map(readResults);
    if (before && after) {
      const { text, isWorse } = comparisonOf(before, after);
      console.log(text);
      if (isWorse) process.exitCode = 1;
    }
  } else {
    const results = options.summary
      ? readResults(options.results)
      : await runMutation(process.cwd(), options);
    console.log(summaryOf(results, options.perFile));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
