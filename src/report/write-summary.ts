import { appendFile, stat } from 'node:fs/promises';
import { bytesOf } from './units.ts';

/** GitHub drops a summary above 1 MiB, Gitea cuts it (docs/platform.md, Files, state, limits). */
export const SUMMARY_LIMIT = 900 * 1024;

/**
 * Adds the text to the step's summary file. Never throws: a summary must not change the result.
 * @param path GITHUB_STEP_SUMMARY; on Gitea the post step shares the file and its limit.
 * @returns whether it was written; if not, the log can contain it.
 */
export async function writeSummary(path: string | undefined, text: string): Promise<boolean> {
  if (!path) return false;
  try {
    const before = await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    if (before + bytesOf(text) > SUMMARY_LIMIT) return false;
    await appendFile(path, before > 0 ? `\n${text}` : text);
    return true;
  } catch {
    return false;
  }
}
