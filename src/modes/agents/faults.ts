import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import { UserError } from '../../errors.ts';
import { count } from '../../report/units.ts';
import { FaultyInputs } from '../../settings/faults.ts';
import type { Agent } from '../plan/agent.ts';
import { listed } from '../plan/survey.ts';
import type { Member } from './member.ts';
import { nameOnCloud } from './settings.ts';

const NAMED_FOLDERS = 10;

/**
 * Two agents of one name on one cloud would overwrite each other's builds, sections and previews.
 * @throws {UserError} that names the folders of every name that is shared
 */
export function refuseSharedNames(agents: readonly Agent[]): void {
  const shared = sharing(agents, (agent) => `${agent.cloud}/${nameOnCloud(agent)}`);
  if (shared.length === 0) return;
  const sentences = shared.map(
    ({ first, paths }) =>
      `agents: ${listed(paths, NAMED_FOLDERS)} have the same name on ${first.cloud}, ${JSON.stringify(nameOnCloud(first))}.`,
  );
  throw new UserError(sentences.join('\n'), {
    hint: 'Nothing was sent. Give each a name of its own in its project file, or leave a folder out by a line with ! in agents.',
  });
}

/**
 * Agents whose manifests name one image: each build is pushed under the same name and tag, so that one replaces the
 * other's image. One sentence for each image.
 */
export function sharedImageWarnings(members: readonly Member[]): readonly string[] {
  const pushed = members.flatMap(({ agent, settings }) => {
    if (settings instanceof FaultyInputs || !CLOUD_TRAITS[settings.cloud].buildsNameAgents) return [];
    const { name } = settings.image;
    if (name === undefined || settings.build === 'never') return [];
    const key = JSON.stringify([settings.cloud, settings.connection?.account, name]);
    return [{ path: agent.path, image: name, key }];
  });
  return sharing(pushed, ({ key }) => key).map(
    ({ first: { image }, paths }) =>
      `${listed(paths, NAMED_FOLDERS)} have the same image, ${JSON.stringify(image)}, and the same tag: the build that ends last replaces the image of the others. Give each an image of its own in its manifest (deployment.image.repository).`,
  );
}

/** Those that have one key, where several do: the first of them, and the folders of all. */
function sharing<T extends { readonly path: string }>(
  all: readonly T[],
  keyOf: (one: T) => string,
): readonly { readonly first: T; readonly paths: readonly string[] }[] {
  const groups = new Map<string, { readonly first: T; readonly paths: string[] }>();
  for (const one of all) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known) known.paths.push(one.path);
    else groups.set(key, { first: one, paths: [one.path] });
  }
  return [...groups.values()].filter(({ paths }) => paths.length > 1);
}

/** All faults of all agents, by folder; a fault that every agent has is listed once. Empty where there is none. */
export function faultLines(members: readonly Member[]): readonly string[] {
  const faulty = members.flatMap(({ agent, settings }) =>
    settings instanceof FaultyInputs ? [{ path: agent.path, sentences: settings.sentences }] : [],
  );
  if (faulty.length === 0) return [];
  const [first] = faulty;
  const common =
    faulty.length < 2
      ? []
      : (first?.sentences ?? []).filter((one) => faulty.every(({ sentences }) => sentences.includes(one)));
  const own = faulty.flatMap(({ path, sentences }) => {
    const rest = sentences.filter((one) => !common.includes(one));
    return rest.length === 0 ? [] : [`${path}:`, ...rest.map((one) => `  ${one}`)];
  });
  const title = `${count(faulty.length, 'agent')} of ${members.length} ${faulty.length === 1 ? 'has' : 'have'} faulty settings, and nothing is sent for ${faulty.length === 1 ? 'it' : 'them'}:`;
  const shared = common.length === 0 ? [] : ['each of them:', ...common.map((one) => `  ${one}`)];
  return [title, ...shared, ...own];
}

/**
 * A fault that all agents have is a fault of the step: a missing key is reported once.
 * @throws {FaultyInputs}
 */
export function refuseCommonFault(members: readonly Member[]): void {
  const [first] = members;
  if (!(first?.settings instanceof FaultyInputs)) return;
  const { message } = first.settings;
  const isCommon = members.every(
    ({ settings }) => settings instanceof FaultyInputs && settings.message === message,
  );
  if (isCommon) throw first.settings;
}
