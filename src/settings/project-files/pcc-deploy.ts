import { dirname, resolve } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { omitUndefined } from '../../omit-undefined.ts';
import type { Faults } from '../faults.ts';
import type { ProjectFile } from '../settings.ts';
import type { Declared, Project, Source } from './project-file.ts';
import { openToml, type Table, unknownKeyWarnings } from './toml-fields.ts';

/**
 * pcc-deploy.toml, the file of Pipecat Cloud's own command line; `agentSettings` gets the API's member names
 * (contracts/pipecat.openapi.yaml, AgentSettings) and only what the file sets. Unknown keys are reported, not refused.
 */
export function readPccDeploy(source: Source, faults: Faults): Project | undefined {
  const before = faults.count();
  const content = parseToml(source, faults);
  if (!content) return undefined;
  const warnings: string[] = [];
  const file = openToml(source, content, faults);
  const agentName = file.text('agent_name')?.text;
  const image = splitReference(file.text('image')?.text);
  const region = file.text('region')?.text;
  const agentSettings = readAgentSettings(file);
  const context = readBuild(source, file, warnings);
  if (file.flag('enable_krisp') !== undefined) {
    warnings.push(
      `${source.name}: enable_krisp is no longer known to the cloud; use [krisp_viva] audio_filter.`,
    );
  }
  warnings.push(...unknownKeyWarnings(source, file.unknown()));
  if (faults.count() > before) return undefined;
  return omitUndefined({
    file: omitUndefined<ProjectFile>({
      path: source.path,
      text: source.text,
      agentName,
      agentSettings,
      warnings,
    }),
    context,
    imageName: image.name,
    imageTag: image.tag,
    region,
  });
}

function parseToml(source: Source, faults: Faults): Record<string, unknown> | undefined {
  try {
    return parse(source.text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    faults.add({
      where: `${source.name}:${line}`,
      problem: `is not TOML: ${reason.replace(/^Invalid TOML document: /, '')}`,
      place: { file: source.name, line },
    });
    return undefined;
  }
}

function readAgentSettings(file: Table): Readonly<Record<string, unknown>> {
  const scaling = file.table('scaling');
  const krisp = file.table('krisp_viva');
  const autoScaling = omitUndefined<Readonly<Record<string, number>>>({
    // `*_instances` are the names of older files.
    minAgents: scaling?.count('min_agents') ?? scaling?.count('min_instances'),
    maxAgents: scaling?.count('max_agents') ?? scaling?.count('max_instances'),
  });
  const audioFilter = krisp?.text('audio_filter')?.text;
  return omitUndefined({
    imagePullSecretSet: file.text('image_credentials')?.text,
    secretSet: file.text('secret_set')?.text,
    agentProfile: file.text('agent_profile')?.text,
    maxSessionDuration: file.count('max_session_duration'),
    enableIntegratedKeysProxy: file.flag('enable_managed_keys') ?? file.flag('enable_integrated_keys_proxy'),
    websocketAuth: file.text('websocket_auth')?.text,
    autoScaling: Object.keys(autoScaling).length > 0 ? autoScaling : undefined,
    krispViva: audioFilter === undefined ? undefined : { audioFilter },
  });
}

function readBuild(source: Source, file: Table, warnings: string[]): Project['context'] {
  const build = file.table('build');
  if (!build) return undefined;
  const root = build.text('context_dir');
  const dockerfile = build.text('dockerfile');
  if (build.skip('exclude')) {
    const advice = 'put its patterns into .dockerignore';
    warnings.push(
      `${source.name}: [build] exclude is not applied, ignore files alone decide what is sent; ${advice}.`,
    );
  }
  return omitUndefined({ root: root && absolute(source, root), dockerfile });
}

function absolute(source: Source, declared: Declared) {
  return { ...declared, absolute: resolve(dirname(source.path), declared.text) };
}

/** Split at the last `:` behind the last `/`: a registry may have a port. A digest is no tag. */
function splitReference(image: string | undefined): { name?: string; tag?: string } {
  const [reference = ''] = (image ?? '').split('@');
  if (reference === '') return {};
  const colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
  return colon < 0
    ? { name: reference }
    : { name: reference.slice(0, colon), tag: reference.slice(colon + 1) };
}
