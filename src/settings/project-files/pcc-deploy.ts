import { dirname, resolve } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { omitUndefined } from '../../omit-undefined.ts';
import {
  ARCHITECTURES,
  AUDIO_FILTERS,
  MAX_AGENTS,
  MIN_AGENTS,
  QUANTITY,
  SESSION_SECONDS,
} from '../agent-rules.ts';
import { type Faults, quote } from '../faults.ts';
import { parseReference } from '../image/reference.ts';
import type { AgentSettings, ExcludePatterns, ProjectFile } from '../settings.ts';
import type { Declared, Project, Source } from './project-file.ts';
import { lineOf, openToml, type Table, unknownKeyWarnings } from './toml-fields.ts';

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
  const image = readImage(source, file, faults);
  const buildId = file.text('build_id')?.text;
  if (image !== undefined && buildId !== undefined)
    addFault(source, faults, file.text('build_id'), 'build_id and image exclude each other');
  const region = file.text('region')?.text;
  const agentSettings = readAgentSettings(source, file, faults);
  const context = readBuild(source, file);
  const notes = unusedTables(source, file);
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
      notes: notes.length === 0 ? undefined : notes,
    }),
    context,
    image,
    buildId,
    ...splitReference(image),
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

/** A full reference, as the vendor's command line requires it. */
function readImage(source: Source, file: Table, faults: Faults): string | undefined {
  const image = file.text('image');
  if (image === undefined) return undefined;
  const parsed = parseReference(image.text);
  if (parsed?.tag === undefined && parsed?.digest === undefined) {
    const problem = `image is ${quote(image.text)}; accepted: a reference with its tag`;
    addFault(source, faults, image, problem);
  }
  return image.text;
}

function readAgentSettings(source: Source, file: Table, faults: Faults): AgentSettings {
  const profile = file.text('agent_profile');
  const resources = readResources(source, file, faults);
  if (profile !== undefined && resources !== undefined)
    addFault(source, faults, profile, 'agent_profile and [resources] exclude each other');
  const audioFilter = file.table('krisp_viva')?.choice('audio_filter', AUDIO_FILTERS);
  return omitUndefined({
    imagePullSecretSet: file.text('image_credentials')?.text,
    secretSet: file.text('secret_set')?.text,
    agentProfile: profile?.text,
    maxSessionDuration: file.count('max_session_duration', SESSION_SECONDS),
    enableIntegratedKeysProxy: file.flag('enable_managed_keys') ?? file.flag('enable_integrated_keys_proxy'),
    websocketAuth: file.text('websocket_auth')?.text,
    architecture: file.choice('architecture', ARCHITECTURES),
    resources,
    autoScaling: readScaling(source, file, faults),
    krispViva: audioFilter === undefined ? undefined : { audioFilter },
  });
}

function readScaling(source: Source, file: Table, faults: Faults): AgentSettings | undefined {
  const scaling = file.table('scaling');
  // `*_instances` are the names of older files.
  const minAgents = scaling?.count('min_agents', MIN_AGENTS) ?? scaling?.count('min_instances', MIN_AGENTS);
  const maxAgents = scaling?.count('max_agents', MAX_AGENTS) ?? scaling?.count('max_instances', MAX_AGENTS);
  if (minAgents !== undefined && maxAgents !== undefined && maxAgents < minAgents) {
    const place = { text: '', line: lineOf(source.text, 'scaling.max_agents') };
    const problem = `scaling.max_agents is ${maxAgents}, below min_agents, ${minAgents}`;
    addFault(source, faults, place, problem);
  }
  const autoScaling = omitUndefined<AgentSettings>({ minAgents, maxAgents });
  return Object.keys(autoScaling).length === 0 ? undefined : autoScaling;
}

/** Both or neither, as Kubernetes quantities. */
function readResources(source: Source, file: Table, faults: Faults): AgentSettings | undefined {
  const table = file.table('resources');
  if (!table) return undefined;
  const before = faults.count();
  const cpu = table.matching('cpu', QUANTITY, 'a quantity such as "500m" or "1"');
  const memory = table.matching('memory', QUANTITY, 'a quantity such as "512Mi" or "2Gi"');
  if (cpu !== undefined && memory !== undefined) return { cpu, memory };
  if (faults.count() === before) {
    const place = { text: '', line: lineOf(source.text, 'resources') };
    addFault(source, faults, place, '[resources] needs both cpu and memory');
  }
  return undefined;
}

/** Notes about tables that only the vendor's command line uses. */
function unusedTables(source: Source, file: Table): readonly string[] {
  const unused = ['git', 'docker'].filter((name) => file.skip(name)).map((name) => `[${name}]`);
  if (unused.length === 0) return [];
  const are = unused.length === 1 ? 'is' : 'are';
  return [
    `${source.name}: ${unused.join(' and ')} ${are} used by the vendor's command line alone, not here.`,
  ];
}

function readBuild(source: Source, file: Table): Project['context'] {
  const build = file.table('build');
  if (!build) return undefined;
  const root = build.text('context_dir');
  const dockerfile = build.text('dockerfile');
  const exclude = readExclude(source, build);
  return omitUndefined({ root: root && absolute(source, root), dockerfile, exclude });
}

/** As the vendor's command line reads its patterns (pipecatcloud 1.4.0, `_normalize_pattern`). */
function readExclude(source: Source, build: Table): ExcludePatterns | undefined {
  const listed = build.isList('exclude') ? build.texts('exclude') : build.table('exclude')?.texts('patterns');
  const patterns = (listed ?? []).flatMap(({ text, line = 1 }) => {
    const plain = text.trim().replace(/^\.\//, '').replace(/\/+$/, '');
    return plain === '' ? [] : [{ text: plain, line }];
  });
  return patterns.length === 0 ? undefined : { file: source.name, patterns };
}

function addFault(source: Source, faults: Faults, at: Declared | undefined, problem: string): void {
  const line = at?.line ?? 1;
  faults.add({ where: `${source.name}:${line}`, problem, place: { file: source.name, line } });
}

function absolute(source: Source, declared: Declared) {
  return { ...declared, absolute: resolve(dirname(source.path), declared.text) };
}

/** Split at the last `:` after the last `/`: a registry may have a port. A digest is not a tag. */
function splitReference(image: string | undefined): { imageName?: string; imageTag?: string } {
  const [reference = ''] = (image ?? '').split('@');
  if (reference === '') return {};
  const colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
  return colon < 0
    ? { imageName: reference }
    : { imageName: reference.slice(0, colon), imageTag: reference.slice(colon + 1) };
}
