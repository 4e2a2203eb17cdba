import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AgentsRun, measured, runInMonorepo, withClouds } from './agents-run.ts';
import { type Monorepo, makeMonorepo } from './data/monorepo.ts';
import { summary, versionOf } from './measure.ts';
import type { Bench, Row } from './row.ts';

const AGENTS = 100;
const SECONDS = 20;
const PARALLEL = String(AGENTS);

/** Bounds of the issue that asked for this (docs/performance.md). */
const BOUNDS = { whole: 1.3, peakMb: 250, perAgentMb: 1.5, requests: 2, plan: 1.5, alone: 1.1 };

type Plan = {
  readonly agents: number;
  readonly seconds: number;
  readonly many: number;
  readonly rounds: number;
};

/**
 * Many agents in one process, compared with packing and the longest build, with one agent, and with as many
 * processes.
 */
export const benchAgents: Bench = async ({ quick, nodes, scratch, say }) => {
  const plan: Plan = quick
    ? { agents: 20, seconds: 5, many: 100, rounds: 2 }
    : { agents: AGENTS, seconds: SECONDS, many: 1_000, rounds: 5 };
  const folder = mkdtempSync(join(scratch, 'agents-'));
  try {
    const rows: Row[] = [];
    for (const node of nodes) {
      const place = { node, scratch: folder };
      const common = { bench: 'agents', node: versionOf(node) } as const;
      say(`${plan.agents} agents of ${plan.seconds} s with ${common.node}`);
      rows.push(...(await manyAtOnce(place, plan)).map((row) => ({ ...common, ...row })));
      say(`${plan.many} agents, 10 of them changed`);
      rows.push(...(await fewOfMany(place, plan)).map((row) => ({ ...common, ...row })));
      say(`${plan.rounds} times one agent, by agents and by a plain step`);
      rows.push(...(await oneAgent(place, plan)).map((row) => ({ ...common, ...row })));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

type Place = Pick<AgentsRun, 'node' | 'scratch'>;
type Figure = Omit<Row, 'bench' | 'node'>;
async function manyAtOnce(place: Place, { agents, seconds }: Plan): Promise<readonly Figure[]> {
  const monorepo = makeMonorepo(place.scratch, agents, agents);
  const inputs = { agents: 'agents/*', base: monorepo.before, parallel: PARALLEL };
  const packing = await measured(
    place,
    monorepo,
    { builds: 0, seconds: 0 },
    { comment: false, inputs: { ...inputs, 'dry-run': 'true' } },
  );
  const all = await measured(place, monorepo, { builds: agents, seconds }, { comment: true, inputs });
  const ten = await measured(
    place,
    monorepo,
    { builds: 10, seconds },
    {
      comment: true,
      inputs: {
        ...inputs,
        agents: firstTen(monorepo),
      },
    },
  );
  const { sample, arrived } = all;
  const separate = await asProcesses(place, monorepo, { agents, seconds });
  const what = `${agents} agents of ${seconds} s`;
  const whole = sample.seconds / (packing.sample.seconds + seconds);
  const growth = (sample.peakMb - ten.sample.peakMb) / (agents - 10);
  const rate = arrived.cloud / agents / sample.seconds;
  return [
    { what: `${what}, to packing all and one build`, value: whole, unit: 'x', bound: BOUNDS.whole },
    { what: `${what}: peak memory`, value: sample.peakMb, unit: 'MB', bound: BOUNDS.peakMb },
    {
      what: `${what}: memory an agent, beyond the first ten`,
      value: growth,
      unit: 'MB',
      bound: BOUNDS.perAgentMb,
    },
    { what: `${what}: requests to the cloud, each agent`, value: rate, unit: '/s', bound: BOUNDS.requests },
    {
      what: `${what}: most writes to the forge within 3 s, but for the last word`,
      value: mostWithin(arrived.writes.slice(0, -1), 2_900),
      unit: 'requests',
      bound: 1,
    },
    { what: `${what}: runner seconds`, value: sample.seconds, unit: 's' },
    { what: `${what}: requests to the forge`, value: arrived.forge, unit: 'requests' },
    ...separate,
  ];
}

/** The same agents, each in a process of its own like the jobs of a matrix, as many at once as `parallel` says. */
async function asProcesses(
  place: Place,
  monorepo: Monorepo,
  { agents, seconds }: { readonly agents: number; readonly seconds: number },
): Promise<readonly Figure[]> {
  return withClouds(agents, seconds, async (clouds) => {
    const samples = await Promise.all(
      monorepo.names.map((name) =>
        runInMonorepo(clouds, {
          ...place,
          monorepo,
          comment: true,
          inputs: { manifest: `agents/${name}/manifest.yaml` },
        }),
      ),
    );
    const { forge } = await clouds.look();
    const runner = samples.reduce((sum, sample) => sum + sample.seconds, 0);
    const memory = samples.reduce((sum, sample) => sum + sample.peakMb, 0);
    const what = `${agents} processes of one agent each`;
    return [
      { what: `${what}: runner seconds, together`, value: runner, unit: 's' },
      { what: `${what}: peak memory, together`, value: memory, unit: 'MB' },
      { what: `${what}: requests to the forge`, value: forge, unit: 'requests' },
    ];
  });
}

/** The value of `agents` for the first ten. */
function firstTen({ names }: Monorepo): string {
  return names
    .slice(0, 10)
    .map((name) => `agents/${name}`)
    .join('\n');
}

/** The largest number of times within this many milliseconds. */
function mostWithin(times: readonly number[], ms: number): number {
  const counts = times.map((from) => times.filter((at) => at >= from && at < from + ms).length);
  return Math.max(0, ...counts);
}

async function fewOfMany(place: Place, { many }: Plan): Promise<readonly Figure[]> {
  const monorepo = makeMonorepo(place.scratch, many, 10);
  const inputs = { agents: 'agents/*', base: monorepo.before };
  const builds = { builds: 10, seconds: 1 };
  const all = await measured(place, monorepo, builds, { comment: false, inputs });
  const plan = await measured(place, monorepo, builds, {
    comment: false,
    inputs: { ...inputs, mode: 'plan' },
  });
  const only = await measured(place, monorepo, builds, {
    comment: false,
    inputs: {
      ...inputs,
      agents: firstTen(monorepo),
    },
  });
  const rest = (all.sample.seconds - only.sample.seconds) / plan.sample.seconds;
  return [
    {
      what: `${many} agents, 10 changed: what the others cost, to mode plan`,
      value: rest,
      unit: 'x',
      bound: BOUNDS.plan,
    },
  ];
}

/** One agent by `agents` compared with a plain step, round by round. */
async function oneAgent(place: Place, { rounds }: Plan): Promise<readonly Figure[]> {
  const monorepo = makeMonorepo(place.scratch, 1, 1);
  const [name = ''] = monorepo.names;
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const builds = { builds: 1, seconds: 5 };
    const inputs = { agents: 'agents/*', base: monorepo.before };
    const byAgents = await measured(place, monorepo, builds, { comment: true, inputs });
    const plain = await measured(place, monorepo, builds, {
      comment: true,
      inputs: { manifest: `agents/${name}/manifest.yaml` },
    });
    ratios.push(byAgents.sample.seconds / plain.sample.seconds);
  }
  return [
    {
      what: 'one agent of 5 s by agents, to a plain step',
      ...summary(ratios),
      unit: 'x',
      bound: BOUNDS.alone,
    },
  ];
}
