import { join } from 'node:path';
import { repositoryRoot } from '../root.ts';
import { readYaml } from '../yaml.ts';

export type Schema = Readonly<Record<string, unknown>>;

type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  /** The schema of an object with only this parameter, so that its value can be coerced in place. */
  readonly holder: Schema;
};

export type MediaType = {
  readonly schema?: Schema;
  readonly encoding?: Readonly<Record<string, { readonly contentType?: string }>>;
};

/** One operation of a contract, references to parameters and responses resolved. */
export type Operation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly segments: readonly string[];
  /** The path parameter that may contain slashes (`x-slashes`), if any. */
  readonly slashes: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly body:
    | { readonly required: boolean; readonly content: Readonly<Record<string, MediaType>> }
    | undefined;
  /** By status, `5XX` or `default`. */
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, MediaType>> }>>;
  /** Whether this request needs credentials. */
  readonly secured: boolean;
  /** Represents a presigned URL on another host: its query is opaque. */
  readonly presigned: boolean;
};

export type Contract = { readonly document: Schema; readonly operations: readonly Operation[] };

type Json = Record<string, unknown>;

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** Reads `contracts/<file>`; literal path segments come before parameters, so that `undeployed` is no build id. */
export function readContract(file: string): Contract {
  const document = readYaml(join(repositoryRoot(), 'contracts', file)) as Json;
  const operations = Object.entries(document.paths as Record<string, Json>).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => operationOf(document, path, method, item)),
  );
  operations.sort((a, b) => parameterCount(a) - parameterCount(b));
  return { document, operations };
}

/** The operation of a method and a raw path, with its decoded path parameters. */
export function matchOperation(
  contract: Contract,
  method: string,
  path: string,
): { readonly operation: Operation; readonly params: Record<string, string> } | 'wrong-method' | undefined {
  let known = false;
  for (const operation of contract.operations) {
    const params = matchSegments(operation, path.split('/'));
    if (!params) continue;
    if (operation.method === method) return { operation, params };
    known = true;
  }
  return known ? 'wrong-method' : undefined;
}

function operationOf(document: Json, path: string, method: string, item: Json): Operation {
  const source = item[method] as Json;
  const listed = [...((item.parameters ?? []) as Json[]), ...((source.parameters ?? []) as Json[])];
  const responses = Object.entries((source.responses ?? {}) as Record<string, Json>);
  const slashes = listed
    .map((entry) => resolve(document, entry))
    .find((entry) => entry['x-slashes'] === true);
  const security = (source.security ?? document.security ?? []) as unknown[];
  return {
    id: String(source.operationId),
    method: method.toUpperCase(),
    path,
    segments: path.split('/'),
    slashes: slashes && String(slashes.name),
    parameters: listed.map((entry) => parameterOf(resolve(document, entry))),
    body: source.requestBody ? bodyOf(resolve(document, source.requestBody as Json)) : undefined,
    responses: Object.fromEntries(responses.map(([status, entry]) => [status, resolve(document, entry)])),
    secured: security.length > 0,
    presigned: source['x-pseudo-path'] === true,
  };
}

function parameterOf(entry: Json): Parameter {
  const name = String(entry.name);
  return {
    name,
    in: entry.in as Parameter['in'],
    required: entry.required === true,
    holder: { type: 'object', properties: { [name]: entry.schema ?? {} } },
  };
}

function bodyOf(entry: Json): NonNullable<Operation['body']> {
  return {
    required: entry.required === true,
    content: (entry.content ?? {}) as Readonly<Record<string, MediaType>>,
  };
}

function resolve(document: Json, entry: Json): Json {
  const reference = entry.$ref;
  if (typeof reference !== 'string') return entry;
  return resolve(document, resolveReference(document, reference) as Json);
}

/** The target of a reference within the document (`#/…`). */
export function resolveReference(document: Schema, reference: string): Schema {
  const keys = reference.replace(/^#\//, '').split('/');
  return keys.reduce<unknown>((node, key) => (node as Json)[key], document) as Schema;
}

function parameterCount(operation: Operation): number {
  return operation.segments.filter((segment) => segment.startsWith('{')).length;
}

function matchSegments(
  { segments, slashes }: Operation,
  actual: readonly string[],
): Record<string, string> | undefined {
  const more = actual.length - segments.length;
  const wide = slashes === undefined ? -1 : segments.indexOf(`{${slashes}}`);
  if (more < 0 || (more > 0 && wide < 0)) return undefined;
  const folded =
    more === 0
      ? actual
      : [
          ...actual.slice(0, wide),
          actual.slice(wide, wide + more + 1).join('/'),
          ...actual.slice(wide + more + 1),
        ];
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = folded[index] ?? '';
    if (!segment.startsWith('{')) {
      if (segment !== value) return undefined;
      continue;
    }
    try {
      params[segment.slice(1, -1)] = decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }
  return params;
}
