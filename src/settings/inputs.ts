import type { CloudName } from '../clouds/cloud.ts';
import type { CloudTraits } from '../clouds/traits.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { checkAgentName, named, readAgent, wantsAgent } from './agent.ts';
import { readAgentSettings } from './agent-settings.ts';
import { checkForMany, isForMany } from './agents.ts';
import { checkCapabilities, checkComplete, checkExclusions } from './capabilities.ts';
import { maskCredentials, readConnection } from './connection/connection.ts';
import { checkPreviewLabel } from './deploy/deploy.ts';
import type { Discovery } from './discovery/discovery.ts';
import { collectFaults, type Faults } from './faults.ts';
import type { GivenImages } from './image/given-image.ts';
import { nameImage } from './image/image.ts';
import { type PlainSettings, readPlain } from './plain.ts';
import { openProject } from './project.ts';
import type { Project } from './project-files/project-files.ts';
import { createInputReader, type InputReader, misspeltInputs, oneOf, spellingWarnings } from './reader.ts';
import { emptyWorkspaceHint, type Scope, scopeOf, workspaceOf } from './scope.ts';
import type { Connection, EventFacts, Settings } from './settings.ts';
import { checkForAnyCloud } from './unknown-cloud.ts';
import { resolveContext } from './workspace/workspace.ts';

export type SettingsSources = {
  readonly traits: Readonly<Record<CloudName, CloudTraits>>;
  readonly trigger: EventFacts;
  /** Called with every credential before anything else happens. */
  readonly mask: (secret: string) => void;
  /** Called with warnings that stop nothing, one sentence each. */
  readonly warn?: (message: string) => void;
  /** Called with information for the log. */
  readonly note?: (message: string) => void;
};

/**
 * Reads, checks and completes the inputs (docs/interface.md, inputs). Makes no request.
 * @param found further results of the discovery; found inputs are already in `env`
 * @throws {FaultyInputs} that names every fault at once: the input, what was given, what is accepted
 */
export async function readInputs(
  env: NodeJS.ProcessEnv,
  sources: SettingsSources,
  found: Pick<Discovery, 'fault' | 'agentName'> = {},
): Promise<Settings> {
  maskCredentials(env, Object.values(sources.traits), sources.mask);
  const misspelt = misspeltInputs(env);
  const faults = collectFaults(misspelt);
  const warnings = [...spellingWarnings(misspelt)];
  const reader = createInputReader(env, faults);
  const plain = readPlain(reader, sources.trigger, faults, warnings);
  checkExclusions(reader, faults);
  checkForMany(reader, plain, faults);
  const traits = plain.cloud && sources.traits[plain.cloud];
  const scope = scopeOf(plain, reader, sources.trigger, workspaceOf(env));
  if (found.fault) faults.add(found.fault);
  const reading: Reading = { env, reader, plain, scope, faults, warnings, sources, found };
  const settings = traits ? await settingsOf(reading, traits) : await settingsOfAnyCloud(reading);
  if (settings === undefined || faults.count() > 0) {
    // Misspelt inputs that a fault names are not reported twice.
    const others = misspelt.filter(({ meant }) => !faults.has(meant));
    const hint = emptyWorkspaceHint(scope, faults);
    const named = settings && (await withDeclaredAgent(settings, reader, scope.workspace));
    return faults.fail({ settings: named, hint, warnings: spellingWarnings(others) });
  }
  for (const warning of [...warnings, ...(settings.project?.warnings ?? [])]) sources.warn?.(warning);
  for (const note of settings.project?.notes ?? []) sources.note?.(note);
  return settings;
}

/** With the agent that a faulty project file names, else with the file: the faults are reported as its. */
async function withDeclaredAgent(
  settings: Settings,
  reader: InputReader,
  workspace: string,
): Promise<Settings> {
  const manifest = reader.text('manifest');
  if (settings.agent !== undefined || settings.project !== undefined || manifest === undefined)
    return settings;
  const { declaredAgent } = await import(/* webpackChunkName: "declared-agent" */ './declared-agent.ts');
  const agent = named(await declaredAgent(workspace, manifest));
  return agent === undefined ? { ...settings, unreadProject: manifest } : { ...settings, agent };
}

type Reading = {
  readonly env: NodeJS.ProcessEnv;
  readonly reader: InputReader;
  readonly plain: PlainSettings;
  readonly scope: Scope;
  readonly faults: Faults;
  readonly warnings: string[];
  readonly sources: SettingsSources;
  readonly found: Pick<Discovery, 'fault' | 'agentName'>;
};

async function settingsOf(reading: Reading, traits: CloudTraits): Promise<Settings> {
  const { env, reader, plain, scope, faults, sources, found } = reading;
  // With many agents, each has its own cloud.
  if (!isForMany(plain)) checkCapabilities(reader, traits, Object.values(sources.traits), faults);
  const connection = await readConnection(env, reader, traits, scope.credentials, faults);
  const project =
    scope.readsProject && !found.fault ? await openProject(reader, traits, scope, faults) : undefined;
  const manifest = reader.text('manifest') ?? found.fault?.problem;
  const misread = manifest !== undefined && project === undefined;
  const settings = await assemble(reading, traits, { connection, project, misread, isCertain: true });
  const platform = oneOf('platform', reader.text('platform'), traits.platforms, faults);
  checkAgentName(reader, settings, traits, scope, faults);
  checkPreviewLabel(settings, traits, faults);
  const { target, closed } = scope;
  const chosen = choosesImage(reader, project);
  checkComplete({ settings, target, traits, closed, manifest, choosesImage: chosen }, faults);
  return platform === undefined ? settings : { ...settings, platform };
}

/** For a faulty `cloud`: reads what it can, for the cloud that was probably meant. */
async function settingsOfAnyCloud(reading: Reading): Promise<Settings | undefined> {
  const { env, reader, scope, faults, sources } = reading;
  const clouds = Object.values(sources.traits);
  const { meant, project } = await checkForAnyCloud(env, reader, clouds, scope, faults);
  const settings = await assemble(reading, meant ?? sources.traits.sgp, {
    project,
    misread: false,
    isCertain: false,
  });
  return meant && settings;
}

type Known = {
  readonly connection?: Connection | undefined;
  readonly project: Project | undefined;
  /** There is a project file, and it could not be read. */
  readonly misread: boolean;
  /** The author chose this cloud, so what it does not support is a fault. */
  readonly isCertain: boolean;
};

async function assemble(
  { reader, plain, scope, faults, warnings, sources, found }: Reading,
  traits: CloudTraits,
  { connection, project, misread, isCertain }: Known,
): Promise<Settings> {
  const context = resolveContext(reader, project, scope.workspace, scope.packs, faults);
  const known = readAgent(reader, project, traits, scope.target, warnings);
  const agent = known ?? (misread || !wantsAgent(traits, scope) ? undefined : named(found.agentName));
  const images = isCertain ? await readImages(reader, traits, connection?.account, faults) : {};
  const declared = project?.file.agentSettings;
  const build = plain.build;
  const optional = omitUndefined<OptionalSettings>({
    connection,
    agent,
    project: project?.file,
    region: reader.text('region') ?? project?.region,
    sourceImage: images.sourceImage,
    agentSettings: isCertain ? readAgentSettings(reader, traits, declared, faults) : declared,
    buildId:
      plain.buildId ?? (build === 'never' && images.image === undefined ? project?.buildId : undefined),
  });
  const repository = sources.trigger.repository?.name;
  const image = nameImage({ reader, project, agent, build, repository, given: images.image }, faults);
  return { ...plain, ...optional, cloud: traits.name, context, image };
}

type OptionalSettings = Pick<
  Settings,
  'connection' | 'agent' | 'project' | 'region' | 'sourceImage' | 'agentSettings' | 'buildId'
>;

/** Hardly any step gives one. */
async function readImages(
  reader: InputReader,
  traits: CloudTraits,
  account: Connection['account'],
  faults: Faults,
): Promise<GivenImages> {
  if (reader.text('image') === undefined && reader.text('source-image') === undefined) return {};
  const { readGivenImages } = await import(/* webpackChunkName: "given-image" */ './image/given-image.ts');
  return readGivenImages(reader, traits, account, faults);
}

function choosesImage(reader: InputReader, project: Project | undefined): boolean {
  const given = reader.text('image') ?? reader.text('image-name') ?? reader.text('image-tag');
  return given !== undefined || project?.imageName !== undefined;
}
