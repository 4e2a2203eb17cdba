import type { Call, Problem, Reply } from '../../server/exchange.ts';
import { answerOf, type Fields, ownerOfRequest, problem, register } from './register.ts';
import type { PrimeWorld } from './state.ts';
import { transferConstraints, transferImages } from './transfer.ts';

/** Both spellings are accepted, but not both at once (contracts/prime.openapi.yaml, initiateBuild). */
const SPELLINGS = [
  ['team_id', 'teamId'],
  ['source_image', 'sourceImage'],
  ['owner_scope', 'ownerScope'],
] as const;
const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;

/** The rules of BuildImageRequest that a schema cannot express. */
export function initiateConstraints(call: Call): Problem[] {
  const fields = fieldsOf(call);
  const problems = SPELLINGS.filter(([snake, camel]) => fields[snake] && fields[camel]).map(([, camel]) =>
    problem(camel, 'the same field is given in its other spelling'),
  );
  const source = fields.source_image ?? fields.sourceImage;
  if (source) return [...problems, ...transferConstraints(fields, source)];
  for (const name of ['image_name', 'image_tag']) {
    if (!fields[name]) problems.push(problem(name, 'field required'));
  }
  const isPlatform = (fields.owner_scope ?? fields.ownerScope) === 'platform';
  const parts = (fields.image_name ?? '').split('/', isPlatform ? 2 : 1);
  if (fields.image_name && (parts.join('/') !== fields.image_name || !parts.every((part) => NAME.test(part))))
    problems.push(problem('image_name', 'lower-case a-z 0-9 . _ -, no slash'));
  return problems;
}

/** @throws {Refusal} for a team that is not the caller's, or if the quota is used up */
export function initiateBuild(world: PrimeWorld, call: Call): Reply {
  const fields = fieldsOf(call);
  const source = fields.source_image ?? fields.sourceImage;
  if (source) return transferImages(world, call, fields, source);
  const build = register(world, fields, {
    owner: ownerOfRequest(world, fields),
    imageName: fields.image_name ?? '',
    imageTag: fields.image_tag ?? '',
  });
  const body = answerOf(world, call, build, 'presigned');
  return { kind: 'json', status: world.options.initiateStatus, body };
}

function fieldsOf(call: Call): Fields {
  return call.body.kind === 'json' ? (call.body.value as Fields) : {};
}
