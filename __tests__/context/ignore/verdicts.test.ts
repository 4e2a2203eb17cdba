/** Verdicts of Docker's own matcher and walker, made once by oracle/main.go, which says how to make more. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  canPrune,
  excludedBy,
  type IgnoreRules,
  readIgnoreRules,
} from '../../../src/context/ignore/rules.ts';
import { UserError } from '../../../src/errors.ts';

type Verdict = {
  ignore: string;
  bytes?: string;
  tree: number;
  walk?: string;
  kept?: string;
  error?: boolean;
};
type Fixture = { trees: string[][]; verdicts: Verdict[] };

const file = process.env.IGNORE_VERDICTS || new URL('./verdicts.json', import.meta.url);
const fixture = JSON.parse(readFileSync(file, 'utf8')) as Fixture;

/** The chain of verdicts from the root to `path`; `pruning` also skips what Docker does not read. */
function isKept(rules: IgnoreRules, path: string, pruning: boolean): boolean {
  const parts = path.split('/');
  let parent = new Uint8Array(rules.patterns.length);
  let excluded = false;
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const here = parts.slice(0, depth).join('/');
    const own = new Uint8Array(rules.patterns.length);
    excluded = excludedBy(rules, here, parent, own) >= 0;
    if (pruning && excluded && depth < parts.length && canPrune(rules, here)) return false;
    parent = own;
  }
  return !excluded;
}

function walked(rules: IgnoreRules, paths: readonly string[]): string {
  const kept = paths.filter((path) => isKept(rules, path, true));
  return paths
    .map((path) => (kept.some((one) => one === path || one.startsWith(`${path}/`)) ? '1' : '0'))
    .join('');
}

/** What of a verdict ours does not share. */
async function differences({ bytes, tree, walk, kept, error, ...verdict }: Verdict): Promise<unknown[]> {
  const ignore = bytes === undefined ? verdict.ignore : Buffer.from(bytes, 'base64');
  const paths = fixture.trees[tree] ?? [];
  let rules: IgnoreRules;
  try {
    rules = await readIgnoreRules(ignore, '.dockerignore');
  } catch (thrown) {
    return thrown instanceof UserError && error === true ? [] : [{ ignore, thrown: String(thrown) }];
  }
  if (error === true) return [{ ignore, expected: 'an error' }];
  const ours = {
    walk: walked(rules, paths),
    kept: paths.map((p) => (isKept(rules, p, false) ? '1' : '0')).join(''),
  };
  return paths.flatMap((path, at) => [
    ...(ours.walk[at] === walk?.[at] ? [] : [{ ignore, path, walk: walk?.[at] }]),
    ...(ours.kept[at] === kept?.[at] ? [] : [{ ignore, path, kept: kept?.[at] }]),
  ]);
}

describe('verdicts of the Go original', () => {
  test('the fixture holds thousands of verdicts, errors and differences between walk and path', () => {
    const { verdicts } = fixture;
    expect(verdicts.reduce((sum, { walk = '' }) => sum + walk.length, 0)).toBeGreaterThan(10_000);
    expect(verdicts.filter(({ error }) => error).length).toBeGreaterThan(100);
    expect(verdicts.filter(({ walk, kept }) => walk !== kept).length).toBeGreaterThan(10);
  });

  test('every one is ours too', async () => {
    const found = await Promise.all(fixture.verdicts.map(differences));
    expect(found.flat().slice(0, 10)).toEqual([]);
  });
});
