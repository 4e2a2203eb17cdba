import type { IncomingMessage } from 'node:http';
import { isIgnorable, withoutIgnored } from '../contract/leniency.ts';
import { readBody } from './body.ts';
import { type Body, type Call, type Problem, type RecordedRequest, Refusal, type Reply } from './exchange.ts';
import type { Journal } from './journal.ts';
import type { Route } from './routes.ts';
import { TooLargeError } from './text-body.ts';

type AnswerContext = {
  readonly journal: Journal;
  readonly record: RecordedRequest;
  readonly baseUrl: string;
  readonly storageUrl: string;
  /** The folder for uploads. */
  readonly folder: string;
  readonly checkReplies: boolean;
  /** Whether breaches that the real clouds ignore are refused. */
  readonly strict: boolean;
};

/**
 * Authorises, reads, validates and handles one request. Every refusal is a reply; it throws only if the client is
 * gone.
 */
export async function answer(request: IncomingMessage, route: Route, context: AnswerContext): Promise<Reply> {
  const reply = await orRefused(() => handled(request, route, context));
  const answeredBy = (route.operation.presigned && route.cloud.storage) || route.cloud;
  if ('broken' in reply) return answeredBy.refuse(reply.broken);
  if (reply instanceof TooLargeError) return answeredBy.tooLarge();
  return context.checkReplies ? checked(reply, route, context) : reply;
}

type Broken = { readonly broken: readonly Problem[] };

async function orRefused<T>(work: () => Promise<T>): Promise<T | Reply | TooLargeError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    if (error instanceof TooLargeError) return error;
    throw error;
  }
}

async function handled(
  request: IncomingMessage,
  route: Route,
  context: AnswerContext,
): Promise<Reply | Broken> {
  const { cloud, operation } = route;
  const account = operation.secured ? cloud.authorise(request.headers) : '';
  const body = await readBody(request, context.folder, cloud.maxUploadBytes);
  context.record.body = body;
  const { call, problems, ignored } = validateRequest(request, route, context, { account, body });
  if (ignored.length > 0) note(context, route, 'ignored', ignored);
  if (problems.length > 0) {
    note(context, route, 'request', problems);
    return { broken: problems };
  }
  const handler = cloud.handlers[operation.id];
  if (!handler) throw new Refusal(501, { detail: `The emulator does not play ${operation.id}.` });
  return handler(call);
}

type Given = { readonly account: string; readonly body: Body };
type Validation = {
  readonly call: Call;
  readonly problems: readonly Problem[];
  readonly ignored: readonly Problem[];
};

/** The handler does not see ignored members. Other problems are reported as if these were absent. */
function validateRequest(
  request: IncomingMessage,
  route: Route,
  context: AnswerContext,
  given: Given,
): Validation {
  const first = inspect(request, route, context, given);
  const ignored = context.strict ? [] : first.problems.filter(isIgnorable);
  if (ignored.length === 0) return { ...first, ignored };
  const body = withoutIgnored(given.body, ignored);
  const second = inspect(request, route, context, { ...given, body });
  const problems = second.problems.filter((problem) => !isIgnorable(problem));
  return { call: second.call, problems, ignored };
}

function inspect(
  request: IncomingMessage,
  { cloud, operation, validator, params }: Route,
  context: AnswerContext,
  given: Given,
): Omit<Validation, 'ignored'> {
  const { headers } = request;
  const parameters = validator.parameters(operation, { params, headers, query: context.record.query });
  const { baseUrl, storageUrl, record } = context;
  const call: Call = {
    operation,
    method: record.method,
    baseUrl,
    storageUrl,
    params,
    query: parameters.query,
    target: request.url ?? '/',
    headers,
    ...given,
  };
  const problems = [
    ...parameters.problems,
    ...validator.body(operation, withFilesNamed(given.body)),
    ...strayCredentials(call),
    ...unknownLength(call),
  ];
  const left = context.strict ? problems : problems.filter((problem) => !isIgnorable(problem));
  if (left.length === 0) problems.push(...(cloud.constraints?.(call) ?? []));
  return { call, problems };
}

/** Schemas get only a file's name, not its path on our disk. */
function withFilesNamed(body: Body): Body {
  if (body.kind !== 'form') return body;
  const files = Object.entries(body.files).map(
    ([name, file]) => [name, { ...file, path: file.name }] as const,
  );
  return { ...body, files: Object.fromEntries(files) };
}

/** contracts/README.md: "Never send the API credentials to an upload host". */
function strayCredentials(call: Call): Problem[] {
  if (call.operation.secured) return [];
  return ['authorization', 'x-api-key']
    .filter((name) => call.headers[name] !== undefined)
    .map((name) => ({ loc: ['header', name], msg: 'Credentials do not belong here', type: 'credentials' }));
}

/** Storage hosts refuse chunked uploads (prime and pipecat contracts, uploadContext). */
function unknownLength(call: Call): Problem[] {
  if (!call.operation.presigned || call.headers['content-length'] !== undefined) return [];
  return [
    { loc: ['header', 'content-length'], msg: 'A content length is required', type: 'length_required' },
  ];
}

function checked(reply: Reply, route: Route, context: AnswerContext): Reply {
  const problems = route.validator.reply(route.operation, reply);
  if (problems.length > 0) note(context, route, 'reply', problems);
  if (reply.kind !== 'events') return reply;
  const dataOf = (line: string) => {
    const data = reply.dataOf(line);
    const wrong = route.validator.event(route.operation, data);
    if (wrong.length > 0) note(context, route, 'reply', wrong);
    return data;
  };
  return { ...reply, dataOf };
}

function note(
  context: AnswerContext,
  route: Route,
  what: 'request' | 'ignored' | 'reply',
  problems: readonly Problem[],
): void {
  const { method, path } = context.record;
  const kind = what === 'reply' ? 'reply' : 'request';
  const was = what === 'ignored' ? 'ignored' : 'refused';
  context.journal.note({ cloud: route.cloud.name, method, path, kind, problems }, was);
}
