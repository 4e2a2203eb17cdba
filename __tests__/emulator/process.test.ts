import { expect, test } from '@jest/globals';
import { runLines } from '../../emulator/builder/process.ts';

test.each([
  ['that ends by itself is not touched by its limit', ['sh', '-c', 'echo one; exit 3'], 60_000, 3],
  ['is ended at its limit, with what it started', ['sh', '-c', 'echo one; sleep 600; true'], 20, -1],
])('a program %s', async (_name, command, limitMs, code) => {
  const lines: string[] = [];
  expect(await runLines(command, { limitMs, onLine: (line) => lines.push(line) })).toBe(code);
  // The limit may strike before the first line.
  expect(['', 'one']).toContain(lines.join());
});
