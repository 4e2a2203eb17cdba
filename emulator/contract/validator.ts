import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Body, Call, Problem, Reply } from '../server/exchange.ts';
import { type Contract, type MediaType, type Operation, resolveReference, type Schema } from './document.ts';
import { memberNames } from './members.ts';

/** Checks requests and replies against one contract. An empty list means valid. */
export type Validator = {
  /** Path and header parameters, and the query; values of the query are returned with the contract's types. */
  readonly parameters: (
    operation: Operation,
    given: Pick<Call, 'params' | 'headers'> & { readonly query: Readonly<Record<string, string>> },
  ) => { readonly problems: readonly Problem[]; readonly query: Record<string, unknown> };
  readonly body: (operation: Operation, body: Body) => readonly Problem[];
  readonly reply: (operation: Operation, reply: Reply) => readonly Problem[];
  /** The data of one event of a stream. */
  readonly event: (operation: Operation, data: unknown) => readonly Problem[];
};

type Check = (schema: Schema, value: unknown, loc: Problem['loc'], strict?: boolean) => Problem[];

export function createValidator(contract: Contract): Validator {
  const plain = checker(contract, false);
  const coercing = checker(contract, true);
  return {
    parameters: (operation, given) => parameterProblems(coercing, operation, given),
    body: (operation, body) => bodyProblems(plain, operation, body),
    reply: (operation, reply) => replyProblems(plain, operation, reply),
    event: (operation, data) => {
      const schema = operation.responses['200']?.content?.['text/event-stream']?.schema?.contentSchema;
      return schema ? plain(schema as Schema, data, ['event']) : [];
    },
  };
}

/**
 * `strict` refuses members that the schema does not name, so that a client does not invent fields. If another member
 * is invalid, unknown ones are found by name: for a schema that failed, the valid members count as unknown too.
 */
function checker(contract: Contract, coerceTypes: boolean): Check {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    validateSchema: false,
    coerceTypes,
  });
  addFormats.default(ajv);
  ajv.addSchema(contract.document, 'contract');
  // By identity: a log of a million events is checked one by one.
  const compiled = {
    loose: new WeakMap<Schema, ValidateFunction>(),
    strict: new WeakMap<Schema, ValidateFunction>(),
  };
  const compile = (schema: Schema, strict: boolean) => {
    const own = JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/'));
    return ajv.compile(strict ? { allOf: [own], unevaluatedProperties: false } : own);
  };
  return (schema, value, loc, strict = false) => {
    const validate = (strictly: boolean) => {
      const cache = strictly ? compiled.strict : compiled.loose;
      const validate = cache.get(schema) ?? compile(schema, strictly);
      cache.set(schema, validate);
      return validate(value) ? [] : problemsOf(validate.errors ?? [], loc);
    };
    const wrong = validate(false);
    if (!strict) return wrong;
    return wrong.length === 0 ? validate(true) : [...wrong, ...unknownMembers(contract, schema, value, loc)];
  };
}

function unknownMembers(contract: Contract, schema: Schema, value: unknown, loc: Problem['loc']): Problem[] {
  const known = memberNames(schema, (reference) => resolveReference(contract.document, reference));
  if (known === undefined || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const names = Object.keys(value).filter((name) => !known.has(name));
  return names.map((name) => extra([...loc, name]));
}

function parameterProblems(
  check: Check,
  operation: Operation,
  given: Parameters<Validator['parameters']>[1],
): ReturnType<Validator['parameters']> {
  const problems: Problem[] = [];
  const query: Record<string, unknown> = operation.presigned ? { ...given.query } : {};
  for (const parameter of operation.parameters) {
    const source = { path: given.params, query: given.query, header: given.headers }[parameter.in];
    const value = source[parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name];
    if (value === undefined) {
      if (parameter.required) problems.push(missing([parameter.in, parameter.name]));
      continue;
    }
    const holder: Record<string, unknown> = { [parameter.name]: value };
    problems.push(...check(parameter.holder, holder, [parameter.in]));
    if (parameter.in === 'query') query[parameter.name] = holder[parameter.name];
  }
  const known = new Set(operation.parameters.map((parameter) => parameter.name));
  for (const name of Object.keys(given.query)) {
    if (!operation.presigned && !known.has(name)) problems.push(extra(['query', name]));
  }
  return { problems, query };
}

function bodyProblems(check: Check, operation: Operation, body: Body): Problem[] {
  if (!operation.body) return body.kind === 'none' ? [] : [extra(['body'])];
  if (body.kind === 'none') return operation.body.required ? [missing(['body'])] : [];
  const type = { json: 'application/json', form: 'multipart/form-data', file: 'application/octet-stream' }[
    body.kind
  ];
  const media = operation.body.content[type];
  if (!media) {
    const accepted = Object.keys(operation.body.content).join(', ');
    return [{ loc: ['header', 'content-type'], msg: `Expected ${accepted}`, type: 'content_type' }];
  }
  if (!media.schema || body.kind === 'file') return [];
  if (body.kind === 'json') return check(media.schema, body.value, ['body'], true);
  return formProblems(check, media, media.schema, body);
}

function formProblems(
  check: Check,
  media: MediaType,
  schema: Schema,
  body: Body & { kind: 'form' },
): Problem[] {
  const files = Object.entries(body.files);
  const values = { ...body.fields, ...Object.fromEntries(files.map(([name, file]) => [name, file.path])) };
  const problems = check(schema, values, ['body'], true);
  for (const [name, file] of files) {
    const expected = media.encoding?.[name]?.contentType;
    if (expected && file.type !== expected) {
      problems.push({ loc: ['body', name], msg: `Expected content type ${expected}`, type: 'content_type' });
    }
  }
  for (const name of new Set(body.order.filter((entry, index) => body.order.indexOf(entry) !== index))) {
    problems.push({ loc: ['body', name], msg: 'Field given more than once', type: 'repeated' });
  }
  return problems;
}

function replyProblems(check: Check, operation: Operation, reply: Reply): Problem[] {
  const status = reply.kind === 'events' ? 200 : reply.status;
  const family = `${String(status)[0]}XX`;
  const declared = operation.responses[status] ?? operation.responses[family] ?? operation.responses.default;
  if (!declared) return [{ loc: ['reply'], msg: `Status ${status} is not in the contract`, type: 'status' }];
  if (reply.kind !== 'json') return [];
  const schema = declared.content?.['application/json']?.schema;
  if (!schema) return [{ loc: ['reply'], msg: `Status ${status} has no JSON body`, type: 'body' }];
  return check(schema, reply.body, ['reply']);
}

/**
 * As FastAPI reports them: for a failed choice only the choice itself, not each branch; for a value with several
 * errors only the first.
 */
function problemsOf(errors: readonly ErrorObject[], loc: Problem['loc']): Problem[] {
  const choices = errors.filter((error) => error.keyword === 'oneOf' || error.keyword === 'anyOf');
  const reported = errors.filter(
    (error) => !choices.some((choice) => error !== choice && error.schemaPath.startsWith(choice.schemaPath)),
  );
  const isWhole = ({ data }: ErrorObject) => typeof data === 'object' && data !== null;
  const first = reported.filter(
    (error, index) =>
      isWhole(error) ||
      reported.findIndex(({ instancePath }) => instancePath === error.instancePath) === index,
  );
  return first.map((error) => {
    const place = error.instancePath.split('/').slice(1);
    const named = error.params.missingProperty ?? error.params.unevaluatedProperty;
    const at = [...loc, ...place, ...(named ? [String(named)] : [])];
    if (error.keyword === 'required') return missing(at);
    if (error.keyword === 'unevaluatedProperties') return extra(at);
    return { loc: at, msg: choiceText(error), type: error.keyword, input: error.data };
  });
}

function choiceText(error: ErrorObject): string {
  if (error.keyword !== 'oneOf') return `Input ${error.message ?? 'is not valid'}`;
  const branches = (error.schema as readonly Schema[]).map((branch) => branch.required);
  if (!branches.every(Array.isArray)) return 'Input matches none or several of the accepted shapes';
  return `Exactly one of ${branches.map((names) => names.join(' with ')).join(', ')} is required`;
}

function missing(loc: Problem['loc']): Problem {
  return { loc, msg: 'Field required', type: 'missing' };
}

function extra(loc: Problem['loc']): Problem {
  return { loc, msg: 'Extra inputs are not permitted', type: 'extra_forbidden' };
}
