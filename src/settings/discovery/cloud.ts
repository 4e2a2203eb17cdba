import type { CloudName } from '../../clouds/cloud.ts';
import type { CloudInput, CloudTraits } from '../../clouds/traits.ts';
import { isGiven } from '../capabilities.ts';
import type { Fault } from '../faults.ts';
import type { InputReader } from '../reader.ts';

/** A project file that exists; its path is relative to the workspace. */
export type FoundFile = { readonly cloud: CloudTraits; readonly path: string };

/** The cloud that was found, with the reason as a sentence; or a fault if several fit. */
type FoundCloud = {
  readonly cloud?: CloudName;
  readonly line?: string;
  readonly fault?: Fault;
  /** A project file decided: it is that cloud's manifest. */
  readonly byFile?: boolean;
};

/**
 * The first of these that leaves one cloud decides: inputs that only one cloud knows; environment variables of a
 * cloud; an account id, which one cloud requires; project files. Each only considers the clouds that the one before
 * left.
 */
export function findCloud(
  env: NodeJS.ProcessEnv,
  reader: InputReader,
  all: readonly CloudTraits[],
  files: readonly FoundFile[],
): FoundCloud {
  const inputs = givenInputs(reader, all);
  const matching = all.filter((traits) => takes(traits, inputs, reader));
  if (matching.length === 0) return {};
  if (matching.length === 1) return of(matching[0], `${decidingInput(inputs, reader, all)} is given`);
  const set = matching.flatMap((traits) => {
    const [variable] = variablesOf(traits, env, reader);
    return variable === undefined ? [] : [{ traits, sign: `${variable} is set` }];
  });
  if (set.length === 1) return of(set[0]?.traits, set[0]?.sign);
  const left = set.length === 0 ? matching : set.map(({ traits }) => traits);
  const account = left.find((traits) => traits.account === 'required');
  if (account && reader.text('account-id') !== undefined) return of(account, 'account-id is given');
  return byFiles(left, files) ?? among(set);
}

function of(traits: CloudTraits | undefined, why = ''): FoundCloud {
  return traits ? { cloud: traits.name, line: `cloud: ${traits.name}, because ${why}` } : {};
}

function byFiles(left: readonly CloudTraits[], files: readonly FoundFile[]): FoundCloud | undefined {
  const there = files.filter(({ cloud }) => left.includes(cloud));
  const [first] = there;
  if (first === undefined) return undefined;
  if (there.every(({ cloud }) => cloud === first.cloud)) {
    return { ...of(first.cloud, `${first.path} is here`), byFile: true };
  }
  return among(there.map(({ cloud, path }) => ({ traits: cloud, sign: `${path} is here` })));
}

/** How many there are, in words. */
export function wordOf(several: readonly unknown[]): string {
  return several.length === 2 ? 'two' : String(several.length);
}

function among(signs: readonly { readonly traits: CloudTraits; readonly sign: string }[]): FoundCloud {
  if (signs.length === 0) return {};
  const each = signs.map(({ traits, sign }) => `${traits.name} (${sign})`);
  const accepted = [...new Set(signs.map(({ traits }) => traits.name))].join(', ');
  const problem = `missing, and ${wordOf(each)} would do: ${each.join(' and ')}`;
  return { fault: { where: 'cloud', problem, accepted } };
}

/** The given inputs that not every cloud knows. */
function givenInputs(reader: InputReader, all: readonly CloudTraits[]): readonly CloudInput[] {
  return [...new Set(all.flatMap(({ inputs }) => [...inputs]))].filter((name) => isGiven(reader, name));
}

/** The input that shows most clearly which cloud is meant. */
function decidingInput(
  inputs: readonly CloudInput[],
  reader: InputReader,
  all: readonly CloudTraits[],
): string {
  const own = inputs.find((name) => all.filter((traits) => traits.inputs.has(name)).length === 1);
  const account = reader.text('account-id') === undefined ? undefined : 'account-id';
  return own ?? account ?? inputs.at(-1) ?? 'account-id';
}

function takes(traits: CloudTraits, inputs: readonly CloudInput[], reader: InputReader): boolean {
  if (!inputs.every((name) => traits.inputs.has(name))) return false;
  if (reader.text('account-id') !== undefined && traits.account === 'refused') return false;
  const manifest = reader.text('manifest');
  // `.yml` and `.yaml` are equal.
  const kind = (path: string) => /\.(?:toml|ya?ml)$/i.exec(path)?.[0].toLowerCase().replace('.yml', '.yaml');
  return (
    manifest === undefined ||
    kind(manifest) === undefined ||
    kind(manifest) === kind(traits.projectFile ?? '')
  );
}

/** The variables of the cloud that would be used: an input wins over its variable. */
function variablesOf({ variables }: CloudTraits, env: NodeJS.ProcessEnv, reader: InputReader) {
  const used = [
    ...(reader.text('api-key') === undefined ? variables.key : []),
    ...(reader.text('account-id') === undefined ? variables.account : []),
    ...(reader.text('base-url') === undefined ? variables.baseUrl : []),
  ];
  return used.filter((name) => env[name]?.trim());
}
