import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { CHOICES, INPUT_NAMES } from '../../src/settings/input-table.ts';

type Step = { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> };
type Workflow = { readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>> };

describe.each(['github', 'gitea'])('the monorepo workflow for %s', (platform) => {
  const text = readFileSync(`examples/workflows/${platform}/monorepo.yml`, 'utf8');
  const { jobs } = parse(text) as Workflow;
  const inputs = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses?.includes('/cloud-build-action@'))
    .map((step) => step.with ?? {});

  test('gives only inputs that exist', () => {
    expect(inputs.length).toBeGreaterThan(3);
    const names: readonly string[] = INPUT_NAMES;
    expect(inputs.flatMap((given) => Object.keys(given)).filter((name) => !names.includes(name))).toEqual([]);
  });

  test('uses every mode', () => {
    expect(inputs.map(({ mode }) => mode ?? 'run').sort()).toEqual([...CHOICES.mode].sort());
  });

  test('names jobs and outputs that exist', () => {
    for (const [, job = '', output = ''] of text.matchAll(/needs\.(\w+)\.outputs\.(\w+)/g)) {
      expect(jobs[job]).toHaveProperty(['outputs', output]);
    }
  });
});

describe('the snippets of README.md', () => {
  const snippets = [...readFileSync('README.md', 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms)].map(
    ([, text = '']) => parse(text) as Workflow | readonly Step[],
  );
  const steps = snippets.flatMap((snippet) =>
    'jobs' in snippet ? Object.values(snippet.jobs).flatMap((job) => job.steps) : snippet,
  );
  const inputs = steps
    .filter(({ uses }) => uses?.includes('/cloud-build-action@'))
    .map((step) => step.with ?? {});

  test('give only inputs that exist', () => {
    const names: readonly string[] = INPUT_NAMES;
    expect(inputs.flatMap((given) => Object.keys(given)).filter((name) => !names.includes(name))).toEqual([]);
  });

  test('show every cloud', () => {
    expect([...new Set(inputs.map(({ cloud }) => cloud ?? 'sgp'))].sort()).toEqual([...CHOICES.cloud].sort());
  });
});
