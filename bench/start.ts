import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measure.ts';

/**
 * The start-up time of every step: `dist/` with a faulty input until it exits, compared with `node -e 0`. Runs
 * alternate, so that a busy machine slows both equally.
 */
type StartRow = {
  readonly node: string;
  /** Medians, milliseconds. */
  readonly bareMs: number;
  readonly startMs: number;
  /** `startMs` over `bareMs`. */
  readonly ratio: number;
  /** Smallest and largest ratio of neighbouring runs. */
  readonly spread: readonly [number, number];
  /** How many files of dist/ were loaded until then, and their bytes. */
  readonly loadedBytes: number;
  readonly loadedFiles: number;
};

/** @param bundle the bundle's entry  @param node the binary that starts it */
export function measureStart(bundle: string, node = process.execPath, rounds = 21): StartRow {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    const env = {
      PATH: process.env.PATH,
      INPUT_CLOUD: 'no-such-cloud',
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
    };
    const pairs = Array.from({ length: rounds }, () => ({
      bare: timed(node, ['-e', '0'], env, 0),
      start: timed(node, [bundle], env, 1),
    }));
    const bareMs = median(pairs.map(({ bare }) => bare));
    const startMs = median(pairs.map(({ start }) => start));
    const ratios = pairs.map(({ bare, start }) => start / bare).sort((a, b) => a - b);
    return {
      node: spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim(),
      bareMs,
      startMs,
      ratio: startMs / bareMs,
      spread: [ratios[0] ?? 0, ratios.at(-1) ?? 0],
      ...loaded(bundle, node, env, folder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(node: string, args: readonly string[], env: NodeJS.ProcessEnv, exitCode: number): number {
  const begun = performance.now();
  const { status } = spawnSync(node, args, { env, stdio: 'ignore' });
  const took = performance.now() - begun;
  if (status !== exitCode)
    throw new Error(`${node} ${args.join(' ')} exited with ${status}, not with ${exitCode}`);
  return took;
}

/** V8's coverage lists every loaded script. */
function loaded(bundle: string, node: string, env: NodeJS.ProcessEnv, folder: string) {
  const reports = join(folder, 'coverage');
  spawnSync(node, [bundle], { env: { ...env, NODE_V8_COVERAGE: reports }, stdio: 'ignore' });
  const urls = readdirSync(reports).flatMap((name) => {
    const report = JSON.parse(readFileSync(join(reports, name), 'utf8')) as { result: { url: string }[] };
    return report.result.map(({ url }) => url);
  });
  const files = [...new Set(urls)].filter((url) => url.startsWith('file:'));
  const bytes = files.map((url) => statSync(new URL(url)).size);
  return { loadedFiles: files.length, loadedBytes: bytes.reduce((sum, size) => sum + size, 0) };
}
