import type { IncomingMessage } from 'node:http';
import { readBody, TooLargeError } from './body.ts';
import { type Body, type Call, type Problem, type RecordedRequest, Refusal, type Reply } from './exchange.ts';
import type { Journal } from './journal.ts';
import type { Route } from './routes.ts';

export type AnswerContext = {
  readonly journal: Journal;
  readonly record: RecordedRequest;
  readonly baseUrl: string;
  /** Where uploads are written. */
  readonly folder: string;
  readonly checkReplies: boolean;
};

/** Authorises, reads, validates and handles one request. Every refusal is a reply; only a lost client throws. */
export async function answer(request: IncomingMessage, route: Route, context: AnswerContext): Promise<Reply> {
  try {
    const reply = await handled(request, route, context);
    if (!context.checkReplies) return reply;
    return checked(reply, route, context);
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    if (error instanceof TooLargeError) return route.cloud.tooLarge();
    throw error;
  }
}

async function handled(request: IncomingMessage, route: Route, context: AnswerContext): Promise<Reply> {
  const { cloud, operation, validator, params } = route;
  const { headers } = request;
  const account = operation.secured ? cloud.authorise(headers) : '';
  const body = await readBody(request, context.folder, cloud.maxUploadBytes);
  context.record.body = body;
  const judged = validator.parameters(operation, { params, headers, query: context.record.query });
  const { baseUrl } = context;
  const { method } = context.record;
  const call: Call = { operation, method, baseUrl, params, query: judged.query, headers, body, account };
  const problems = [
    ...judged.problems,
    ...validator.body(operation, withFilesNamed(body)),
    ...strayCredentials(call),
    ...unknownLength(call),
  ];
  if (problems.length === 0) problems.push(...(cloud.constraints?.(call) ?? []));
  if (problems.length > 0) {
    note(context, route, 'request', problems);
    return cloud.refuse(problems);
  }
  const handler = cloud.handlers[operation.id];
  if (!handler) throw new Refusal(501, { detail: `The emulator does not play ${operation.id}` });
  return handler(call);
}

/** Schemas see a file by its name; where it lies on our disk is nobody's business. */
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
  kind: 'request' | 'reply',
  problems: readonly Problem[],
): void {
  const { method, path } = context.record;
  context.journal.violations.push({ cloud: route.cloud.name, method, path, kind, problems });
}
