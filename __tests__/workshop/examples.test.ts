import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Shown } from '../../scripts/shown-workflows.ts';
import { CHOICES, INPUT_NAMES } from '../../src/settings/input-table.ts';
import {
  EXAMPLES,
  filledIn,
  inputsOf,
  isOurs,
  type Job,
  runsIf,
  SHOWN_WORKFLOWS,
  SNIPPETS,
  stepsOf,
  type Workflow,
  workflowOf,
} from './workflow-texts.ts';

const named = (all: readonly Shown[]) => all.map((shown) => [shown.where, shown] as const);

/** What a snippet has to hold to, whole workflow or not: each gives the faults that it finds. */
const RULES_OF_SNIPPETS: readonly (readonly [string, (shown: Shown) => readonly unknown[]])[] = [
  [
    'gives only inputs that exist',
    (shown) =>
      stepsOf(shown)
        .filter(isOurs)
        .flatMap((step) => Object.keys(inputsOf(step)))
        .filter((name) => !(INPUT_NAMES as readonly string[]).includes(name)),
  ],
  [
    'gives only values that a choice has',
    (shown) =>
      stepsOf(shown)
        .filter(isOurs)
        .flatMap((step) => Object.entries(inputsOf(step)))
        .filter(
          ([name, value]) =>
            name in CHOICES &&
            !String(value).includes('${{') &&
            !(CHOICES as Readonly<Record<string, readonly string[]>>)[name]?.includes(String(value)),
        ),
  ],
  [
    'names every action by its commit, with the version behind it',
    ({ text }) =>
      [...text.matchAll(/uses: (.*)$/gm)]
        .map(([, what]) => what ?? '')
        .filter(
          (what) => !/^(?:https:\/\/github\.com\/)?[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what),
        ),
  ],
  [
    'leaves no token behind',
    (shown) =>
      stepsOf(shown).filter(
        (step) => step.uses?.includes('actions/checkout@') && inputsOf(step)['persist-credentials'] !== false,
      ),
  ],
  ['asks for each job by its name', ({ text }) => [...text.matchAll(/needs\.\*.*/g)].map(([found]) => found)],
  ['runs no expression as a script', (shown) => stepsOf(shown).filter(({ run }) => run?.includes('${{'))],
  [
    'reads as secrets only what is one',
    ({ text }) =>
      [...text.matchAll(/secrets\.\w+/g)].map(([name]) => name).filter((name) => !/_KEY$/.test(name)),
  ],
];

describe.each(RULES_OF_SNIPPETS)('every snippet %s', (_rule, faults) => {
  test.each(named(SNIPPETS))('%s', (_where, shown) => {
    expect(faults(shown)).toEqual([]);
  });
});

/** What a whole workflow has to hold to. The README's are as short as can be: permissions in one place, no limits of time. */
const RULES_OF_WORKFLOWS: readonly (readonly [
  string,
  (workflow: Workflow, shown: Shown) => readonly unknown[],
])[] = [
  [
    'names jobs and outputs that exist',
    ({ jobs }, { text }) =>
      [...text.matchAll(/needs\.(\w+)\.outputs\.(\w+)/g)].filter(
        ([, job = '', output = '']) => jobs[job]?.outputs?.[output] === undefined,
      ),
  ],
  [
    'permits each job what it needs, and nothing by default',
    ({ permissions, jobs }, { where }) => {
      if (where.startsWith('README.md')) return permissions === undefined ? ['no permissions'] : [];
      const silent = Object.keys(jobs).filter((name) => jobs[name]?.permissions === undefined);
      return [...silent, ...Object.keys(permissions ?? { everything: 'by default' })];
    },
  ],
  [
    'may write where it comments on a pull request',
    (workflow) =>
      Object.entries(workflow.jobs)
        .filter(([, { steps = [] }]) =>
          steps.some((step) => isOurs(step) && comments(workflow, inputsOf(step))),
        )
        .filter(([, job]) => (job.permissions ?? workflow.permissions)?.['pull-requests'] !== 'write')
        .map(([name]) => name),
  ],
  [
    'limits the time of each job',
    ({ jobs }, { where }) =>
      where.startsWith('README.md') ? [] : Object.values(jobs).filter((job) => !job['timeout-minutes']),
  ],
  ['has a concurrency group', ({ concurrency }) => (concurrency?.group ? [] : ['none'])],
];

function comments({ on }: Workflow, { mode = 'run' }: Readonly<Record<string, unknown>>): boolean {
  const events = ['pull_request', 'pull_request_target', 'workflow_run', 'issue_comment'];
  return mode === 'run' && events.some((event) => event in on);
}

describe.each(RULES_OF_WORKFLOWS)('every workflow %s', (_rule, faults) => {
  test.each(named(SHOWN_WORKFLOWS))('%s', (_where, shown) => {
    expect(faults(workflowOf(shown), shown)).toEqual([]);
  });
});

/** Runs, as far as a concurrency group can tell them apart: parts of the `github` context. */
const push = (sha: string, ref = 'refs/heads/main') => ({
  event_name: 'push',
  ref,
  sha,
  run_id: sha,
  event: {},
});
const pullRequest = (number: number, action: string, event_name: string) => ({
  event_name,
  ref: `refs/pull/${number}/merge`,
  sha: `${number}-${action}`,
  run_id: `${number}-${action}`,
  event: { action, label: { name: 'build' }, pull_request: { number } },
});
const scheduled = (schedule: string) => ({
  event_name: 'schedule',
  ref: 'refs/heads/main',
  sha: 'newest',
  run_id: schedule,
  event: { schedule },
});

const events = ['pull_request', 'pull_request_target', 'push', 'schedule'];
const concurrent = SHOWN_WORKFLOWS.map((shown) => [shown.where, workflowOf(shown)] as const).filter(
  ([, { on }]) => events.some((event) => event in on),
);

describe.each(concurrent)('the concurrency of %s', (_where, { on, concurrency, jobs }) => {
  const groupOf = (github: object) => filledIn(concurrency?.group ?? '', { github });
  const cancels = (github: object) => filledIn(String(concurrency?.['cancel-in-progress']), { github });
  const event = 'pull_request_target' in on ? 'pull_request_target' : 'pull_request';
  const plans = Object.values(jobs).some(({ steps = [] }) =>
    steps.some((step) => isOurs(step) && inputsOf(step).agents !== undefined),
  );

  if (event in on) {
    test('a newer run of a pull request, and its closing, cancel the older one', () => {
      const opened = pullRequest(7, 'opened', event);
      for (const action of ['synchronize', 'closed']) {
        expect(groupOf(pullRequest(7, action, event))).toBe(groupOf(opened));
        expect(cancels(pullRequest(7, action, event))).toBe('true');
      }
      expect(groupOf(pullRequest(8, 'opened', event))).not.toBe(groupOf(opened));
    });
  }

  if ('push' in on) {
    test('a push cancels nothing, and the closing of a merge is not in its group', () => {
      expect(cancels(push('a'))).toBe('false');
      expect(groupOf(pullRequest(7, 'closed', event))).not.toBe(groupOf(push('a')));
    });

    test(
      plans
        ? 'no push takes the place of one that waits: each may touch other agents'
        : 'the pushes to a branch wait for each other',
      () => {
        expect(groupOf(push('a')) === groupOf(push('b'))).toBe(!plans);
        expect(groupOf(push('a', 'refs/heads/main')) === groupOf(push('a', 'refs/heads/other'))).toBe(plans);
      },
    );
  }

  if ('schedule' in on) {
    test('scheduled runs of one kind wait for each other, and for nothing else', () => {
      expect(cancels(scheduled('17 * * * *'))).toBe('false');
      expect(groupOf(scheduled('17 * * * *'))).not.toBe(groupOf(scheduled('41 6 * * *')));
      expect(groupOf(scheduled('17 * * * *'))).not.toBe(groupOf(push('newest')));
    });
  }
});

const example = (name: string): Shown =>
  EXAMPLES.find(({ where }) => where === `examples/workflows/${name}.yml`) ?? { where: name, text: '' };

describe.each(['github/monorepo-matrix', 'gitea/monorepo-matrix'])('the gate of %s', (name) => {
  const gate = workflowOf(example(name)).jobs.agents;

  test.each([
    ['success', 'success', 'open'],
    ['success', 'skipped', 'open'],
    ['success', 'failure', 'closed'],
    ['success', 'cancelled', 'closed'],
    ['failure', 'skipped', 'closed'],
    ['cancelled', 'skipped', 'closed'],
  ])('plan %s, agents %s: %s', (plan, agent, state) => {
    const needs = { plan: { result: plan }, agent: { result: agent } };
    expect(gate?.steps.map((step) => runsIf(step.if, { needs }))).toEqual([state === 'closed']);
  });

  test('is asked on every event that builds, whatever went wrong before', () => {
    const on = (event_name: string) => runsIf(gate?.if, { github: { event_name } });
    expect(['pull_request', 'push', 'schedule'].map(on)).toEqual([true, true, false]);
  });
});

test('rollback and promotion wait in the group of the deployments to production', () => {
  const groupIn = (name: string, github: object) =>
    filledIn(workflowOf(example(name)).concurrency?.group ?? '', { github });
  const byHand = { ...push('a'), event_name: 'workflow_dispatch', event: { inputs: {} } };
  expect(groupIn('github/rollback', byHand)).toBe(groupIn('github/single-agent', push('b')));
  expect(groupIn('github/promote', byHand)).toBe(groupIn('github/single-agent', push('b')));
});

describe('the examples', () => {
  test('are there for one agent and for many, on each forge', () => {
    expect(EXAMPLES.map(({ where }) => where.replace('examples/workflows/', ''))).toEqual([
      'forgejo/monorepo.yml',
      'forgejo/single-agent.yml',
      'gitea/monorepo-matrix.yml',
      'gitea/monorepo.yml',
      'gitea/single-agent.yml',
      'github/monorepo-matrix.yml',
      'github/monorepo.yml',
      'github/promote.yml',
      'github/rollback.yml',
      'github/single-agent.yml',
    ]);
  });

  test.each(named(EXAMPLES.filter(({ where }) => where.includes('/monorepo'))))(
    '%s uses every mode, but for the plan where one step does it',
    (where, shown) => {
      const modes = stepsOf(shown)
        .filter(isOurs)
        .map((step) => inputsOf(step).mode ?? 'run');
      const isMatrix = where.includes('-matrix');
      expect(modes.sort()).toEqual(CHOICES.mode.filter((mode) => isMatrix || mode !== 'plan').sort());
    },
  );

  test.each(named(EXAMPLES))('%s names actions as its forge finds them', (where, shown) => {
    const all = stepsOf(shown).flatMap(({ uses }) => uses ?? []);
    const whole = all.filter((uses) => uses.startsWith('https://github.com/'));
    expect(whole).toEqual(where.includes('/github/') ? [] : all);
  });

  test.each(['github/rollback', 'github/promote'])('%s.yml deploys and builds nothing', (name) => {
    const given = stepsOf(example(name)).filter(isOurs).map(inputsOf);
    expect(given).toMatchObject([{ build: 'never', deploy: 'production' }]);
  });
});

describe('docs/use/recipes.md', () => {
  const recipes = SHOWN_WORKFLOWS.filter(({ where }) => where.startsWith('docs/use/recipes.md')).map(
    workflowOf,
  );

  test.each(['pull_request', 'pull_request_target', 'workflow_run', 'issue_comment', 'push', 'schedule'])(
    'has one whole workflow for %s',
    (event) => {
      expect(recipes.filter(({ on }) => event in on)).toHaveLength(1);
      expect(readFileSync('docs/use/recipes.md', 'utf8')).toContain(`\n## ${event}\n`);
    },
  );

  test.each(['pull_request_target', 'workflow_run', 'issue_comment'])(
    'on %s, where strangers meet secrets: a condition, a fixed commit, nothing of the checkout run, no production',
    (event) => {
      const [recipe] = recipes.filter(({ on }) => event in on);
      const jobs: readonly Job[] = Object.values(recipe?.jobs ?? {});
      expect(jobs.map((job) => job.if)).toEqual([expect.any(String)]);
      const steps = jobs.flatMap((job) => job.steps);
      const checkout = steps.findIndex(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect(String(steps[checkout]?.with?.ref)).toMatch(/head[._]sha|outputs\.commit/);
      expect(steps.slice(checkout + 1).map(isOurs)).toEqual([true]);
      expect(inputsOf(steps[checkout + 1] ?? {}).deploy).toBe(
        event === 'pull_request_target' ? 'none' : 'preview',
      );
    },
  );
});

describe('README.md', () => {
  const steps = SNIPPETS.filter(({ where }) => /^(?:README|docs\/use\/quick-start)\.md/.test(where))
    .flatMap(stepsOf)
    .filter(isOurs);

  test('shows every cloud, or the quick start that it leads to does', () => {
    const clouds = steps.map((step) => inputsOf(step).cloud ?? 'sgp');
    expect([...new Set(clouds)].sort()).toEqual([...CHOICES.cloud].sort());
  });

  test('says which commit the zeros stand for', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(
      'git ls-remote https://github.com/OWNER/cloud-build-action',
    );
  });
});
