import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from '../root.ts';

export type Schema = Readonly<Record<string, unknown>>;

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  /** The schema of an object that holds this parameter alone, so that its value can be coerced in place. */
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
  readonly parameters: readonly Parameter[];
  readonly body:
    | { readonly required: boolean; readonly content: Readonly<Record<string, MediaType>> }
    | undefined;
  /** By status, `5XX` or `default`. */
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, MediaType>> }>>;
  /** Whether credentials belong on this request. */
  readonly secured: boolean;
  /** A stand-in for a presigned URL on another host: its query is opaque. */
  readonly presigned: boolean;
};

export type Contract = { readonly document: Schema; readonly operations: readonly Operation[] };

type Json = Record<string, unknown>;

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** Reads `contracts/<file>`; literal path segments come before parameters, so that `undeployed` is no build id. */
export function readContract(file: string): Contract {
  const document = parse(readFileSync(join(repositoryRoot(), 'contracts', file), 'utf8')) as Json;
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
    const params = matchSegments(operation.segments, path.split('/'));
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
  const security = (source.security ?? document.security ?? []) as unknown[];
  return {
    id: String(source.operationId),
    method: method.toUpperCase(),
    path,
    segments: path.split('/'),
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
  const target = reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((node, key) => (node as Json)[key], document);
  return resolve(document, target as Json);
}

function parameterCount(operation: Operation): number {
  return operation.segments.filter((segment) => segment.startsWith('{')).length;
}

function matchSegments(pattern: readonly string[], actual: readonly string[]) {
  if (pattern.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const value = actual[index] ?? '';
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
