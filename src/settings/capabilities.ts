import type { CloudInput, CloudTraits } from '../clouds/traits.ts';
import { isForMany } from './agents.ts';
import type { DeployTarget } from './deploy/deploy.ts';
import { type Faults, quote } from './faults.ts';
import { INPUT_DEFAULTS, type InputName } from './input-table.ts';
import type { InputReader } from './reader.ts';
import type { Settings } from './settings.ts';

/** Reports what was asked for that this cloud cannot do, by the cloud's traits, before anything is sent. */
export function checkCapabilities(
  reader: InputReader,
  traits: CloudTraits,
  all: readonly CloudTraits[],
  faults: Faults,
): void {
  for (const name of new Set(all.flatMap(({ inputs }) => [...inputs]))) {
    if (traits.inputs.has(name) || !isGiven(reader, name)) continue;
    const knowing = all.filter(({ inputs }) => inputs.has(name)).map(({ title }) => title);
    const problem = `${traits.title} does not use this input`;
    faults.add({ where: name, problem, accepted: `leave it out; it is for ${knowing.join(' and ')}` });
  }
  checkImage(reader, traits, faults);
  if (traits.deploys) return;
  const problem = `${traits.title} deploys nothing`;
  const deploy = reader.text('deploy');
  if (isDeploy(deploy))
    faults.add({
      where: 'deploy',
      problem: `${quote(deploy ?? '')} was given, and ${problem}`,
      accepted: 'none',
    });
  if (reader.text('mode') === 'cleanup')
    faults.add({ where: 'mode', problem: `${problem}: there are no previews to clean up` });
}

/** Checks what depends on how the cloud names images. */
function checkImage(reader: InputReader, { title, plainImageNames }: CloudTraits, faults: Faults): void {
  const name = reader.text('image-name');
  if (plainImageNames && name?.includes('/')) {
    const problem = `${title} takes no / in an image's name: the owner is the account's`;
    faults.add({
      where: 'image-name',
      problem,
      accepted: 'the name alone',
      meant: name.split('/').at(-1) ?? '',
    });
  }
}

/** Whether the input asks for something: a flag with its default value, or one that is off, does not. */
export function isGiven(reader: InputReader, name: InputName): boolean {
  const nothing = INPUT_DEFAULTS[name] === 'true' ? /^true$/i : /^false$/i;
  return reader.explicit(name) !== undefined && !nothing.test(reader.text(name) ?? '');
}

function isDeploy(deploy: string | undefined): boolean {
  return deploy !== undefined && deploy !== 'none';
}

/** Inputs that exclude each other on every cloud. */
export function checkExclusions(reader: InputReader, faults: Faults): void {
  if (reader.text('agent-id') !== undefined && reader.text('agent-name') !== undefined) {
    faults.add({
      where: 'agent-id, agent-name',
      problem: 'they exclude each other',
      accepted: 'one of them',
    });
  }
  // Alone it means `build: never`; since runners fill in the default, `auto` may mean that nothing was given.
  if (reader.text('build-id') !== undefined && reader.text('build') === 'always') {
    const problem = 'it is a build that exists, and build: always makes another one';
    faults.add({ where: 'build-id', problem, accepted: 'leave out build-id, or build' });
  }
}

type Completeness = {
  readonly settings: Pick<Settings, 'mode' | 'agent' | 'project' | 'build' | 'buildId' | 'agents' | 'image'>;
  readonly target: DeployTarget;
  readonly traits: CloudTraits;
  readonly closed: boolean;
  /** The input; if it is given but faulty, the missing agent is not reported too. */
  readonly manifest: string | undefined;
  /** An image was chosen, not only derived from the agent's or the repository's name. */
  readonly choosesImage: boolean;
};

/** Checks that everything is given that this run needs. */
export function checkComplete(of: Completeness, faults: Faults): void {
  const { mode, agent, build, buildId, agents, project } = of.settings;
  if (mode === 'plan' && agents.length === 0) {
    const accepted = 'globs of agent folders, one a line';
    faults.add({ where: 'agents', problem: 'missing: mode plan needs it', accepted });
  }
  const misread = of.manifest !== undefined && project === undefined && !of.closed;
  if (agent === undefined && !misread && needsAgent(of)) {
    const names = AGENT_INPUTS.filter((name) => of.traits.inputs.has(name));
    const unnamed = project ? `, and ${of.manifest ?? project.path} lacks agent.name` : '';
    const problem = `missing: ${of.traits.title} needs the name of the agent${unnamed}`;
    const place = of.manifest && project ? { place: { file: of.manifest } } : {};
    faults.add({ where: 'agent-name', problem, accepted: names.join(', or '), ...place });
  }
  const deploysOnly = mode === 'run' && !of.closed && build === 'never' && !isForMany(of.settings);
  if (deploysOnly && buildId === undefined && !of.choosesImage) {
    const problem = 'missing: with build: never there is nothing to deploy';
    faults.add({
      where: 'build-id',
      problem,
      accepted: of.traits.inputs.has('image')
        ? 'build-id, image, or image-name and image-tag'
        : 'build-id, or image-name and image-tag',
    });
  }
}

const AGENT_INPUTS = ['agent-name', 'agent-id', 'manifest'] as const satisfies readonly CloudInput[];

/** Whether an agent is needed: clouds that know agents by id build for an agent; the others need one only to deploy. */
function needsAgent({ settings, target, traits, closed }: Completeness): boolean {
  if (settings.mode !== 'run' || closed || isForMany(settings)) return false;
  // Registering an image makes a build.
  const builds =
    (settings.build !== 'never' || settings.image.reference !== undefined) && traits.inputs.has('agent-id');
  return builds || (target !== 'none' && traits.deploys);
}
