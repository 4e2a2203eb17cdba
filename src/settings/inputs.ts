import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CloudName } from '../clouds/cloud.ts';
import type { CloudTraits } from '../clouds/traits.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { named, readAgent, wantsAgent } from './agent.ts';
import { readAgentSettings } from './agent-settings.ts';
import { checkForMany, isForMany } from './agents.ts';
import { checkCapabilities, checkComplete, checkExclusions } from './capabilities.ts';
import { maskCredentials, type Need, readConnection } from './connection.ts';
import { resolveContext } from './context-folder.ts';
import { type DeployTarget, deployTarget } from './deploy.ts';
import type { Discovery } from './discovery.ts';
import { collectFaults, type Faults } from './faults.ts';
import { readGivenImages } from './given-image.ts';
import { nameImage } from './image.ts';
import { type PlainSettings, readPlain } from './plain.ts';
import { openProject } from './project.ts';
import type { Project } from './project-files/project-files.ts';
import { createInputReader, type InputReader, oneOf, unknownInputs } from './reader.ts';
import type { EventFacts, Settings } from './settings.ts';
import { checkForAnyCloud } from './unknown-cloud.ts';

export type SettingsSources = {
  readonly traits: Readonly<Record<CloudName, CloudTraits>>;
  readonly trigger: EventFacts;
  /** Called with every credential before anything else happens. */
  readonly mask: (secret: string) => void;
  /** Called with what the author should know although it stops nothing, one sentence each. */
  readonly warn?: (message: string) => void;
  /** Called with what is as it should be and worth a line of the log. */
  readonly note?: (message: string) => void;
};

/**
 * What the inputs say, checked and complete (docs/interface.md, inputs). Makes no request.
 * @param found what else counts, beside the inputs that were found and are among those of `env`
 * @throws {FaultyInputs} that names every fault at once: the input, what was given, what is accepted
 */
export async function readInputs(
  env: NodeJS.ProcessEnv,
  sources: SettingsSources,
  found: Pick<Discovery, 'fault' | 'agentName'> = {},
): Promise<Settings> {
  maskCredentials(env, Object.values(sources.traits), sources.mask);
  const faults = collectFaults();
  const warnings = [...unknownInputs(env)];
  const reader = createInputReader(env, faults);
  const plain = readPlain(reader, sources.trigger, faults, warnings);
  checkExclusions(reader, faults);
  checkForMany(reader, plain, faults);
  const traits = plain.cloud && sources.traits[plain.cloud];
  const scope = scopeOf(plain, reader, sources.trigger, await workspaceOf(env));
  if (found.fault) faults.add(found.fault);
  if (!traits) {
    const clouds = Object.values(sources.traits);
    const guessed = await checkForAnyCloud(env, reader, clouds, scope, faults);
    await resolveContext(reader, guessed, scope.workspace, scope.packs, faults);
    return faults.fail();
  }
  // Each of many agents asks its own cloud.
  if (!isForMany(plain)) checkCapabilities(reader, traits, Object.values(sources.traits), faults);
  const { settings, project, manifest } = await settingsFor(
    traits,
    { env, reader, plain, scope, faults, warnings, found },
    sources,
  );
  const { target, closed } = scope;
  const chosen = choosesImage(reader, project);
  checkComplete({ settings, target, traits, closed, manifest, choosesImage: chosen }, faults);
  if (faults.count() > 0) return faults.fail();
  for (const warning of [...warnings, ...(project?.file.warnings ?? [])]) sources.warn?.(warning);
  for (const note of project?.file.notes ?? []) sources.note?.(note);
  return settings;
}

type Reading = {
  readonly env: NodeJS.ProcessEnv;
  readonly reader: InputReader;
  readonly plain: PlainSettings;
  readonly scope: Scope;
  readonly faults: Faults;
  readonly warnings: string[];
  readonly found: Pick<Discovery, 'fault' | 'agentName'>;
};

type Read = {
  readonly settings: Settings;
  readonly project: Project | undefined;
  /** As given, or what several candidates are called. */
  readonly manifest: string | undefined;
};

/** The settings that the cloud, a file or a credential has a say in, with the plain ones. */
async function settingsFor(
  traits: CloudTraits,
  { env, reader, plain, scope, faults, warnings, found }: Reading,
  { trigger }: SettingsSources,
): Promise<Read> {
  const connection = await readConnection(env, reader, traits, scope.credentials, faults);
  const project =
    scope.readsProject && !found.fault ? await openProject(reader, traits, scope, faults) : undefined;
  const context = await resolveContext(reader, project, scope.workspace, scope.packs, faults);
  const manifest = reader.text('manifest') ?? found.fault?.problem;
  const misread = manifest !== undefined && project === undefined;
  const known = readAgent(reader, project, traits, scope.target, warnings);
  const agent = known ?? (misread || !wantsAgent(traits, scope) ? undefined : named(found.agentName));
  const images = readGivenImages(reader, traits, connection?.account, faults);
  const optional = omitUndefined<OptionalSettings>({
    connection,
    agent,
    project: project?.file,
    region: reader.text('region') ?? project?.region,
    platform: oneOf('platform', reader.text('platform'), traits.platforms, faults),
    sourceImage: images.sourceImage,
    agentSettings: readAgentSettings(reader, traits, project?.file.agentSettings, faults),
    buildId:
      plain.buildId ?? (plain.build === 'never' && images.image === undefined ? project?.buildId : undefined),
  });
  const image = nameImage(
    {
      reader,
      project,
      agent,
      build: plain.build,
      repository: trigger.repository?.name,
      given: images.image,
    },
    faults,
  );
  const settings: Settings = { ...plain, ...optional, cloud: traits.name, context, image };
  return { settings, project, manifest };
}

type OptionalSettings = Pick<
  Settings,
  'connection' | 'agent' | 'project' | 'region' | 'platform' | 'sourceImage' | 'agentSettings' | 'buildId'
>;

type Scope = {
  readonly workspace: string;
  readonly closed: boolean;
  readonly target: DeployTarget;
  /** Whether the context folder is read. */
  readonly packs: boolean;
  readonly readsProject: boolean;
  readonly credentials: Need;
};

/** What this run will do, as far as it decides which inputs it needs. */
function scopeOf(plain: PlainSettings, reader: InputReader, trigger: EventFacts, workspace: string): Scope {
  const { mode, dryRun, build, deploy, pullRequest } = plain;
  const isForOne = !isForMany(plain);
  const runs = mode === 'run' && !trigger.closed && isForOne;
  // Listing what a cleanup would delete asks the cloud as well.
  // Each of many agents asks for the key of its own cloud.
  const keyless = mode === 'plan' || (mode === 'run' && (dryRun || !isForOne));
  return {
    workspace,
    closed: trigger.closed,
    target: runs ? deployTarget(deploy, trigger, pullRequest) : 'none',
    packs: runs && build !== 'never' && reader.text('source-image') === undefined,
    readsProject: (mode === 'run' && isForOne) || mode === 'cleanup',
    credentials: keyless ? 'optional' : trigger.secretsWithheld ? 'if-given' : 'required',
  };
}

export async function workspaceOf(env: NodeJS.ProcessEnv): Promise<string> {
  const workspace = resolve(env.GITHUB_WORKSPACE || process.cwd());
  return realpath(workspace).catch(() => workspace);
}

function choosesImage(reader: InputReader, project: Project | undefined): boolean {
  const given = reader.text('image') ?? reader.text('image-name') ?? reader.text('image-tag');
  return given !== undefined || project?.imageName !== undefined;
}
