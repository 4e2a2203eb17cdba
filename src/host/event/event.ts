/** The event, its pull request, and how payloads are read. */
export { asObject, countIn, isObject, type Json, objectIn, textIn } from './payload.ts';
export { isFork, type PullRequest } from './pull-request.ts';
export type { EventRepository } from './repository.ts';
export { readTrigger, type Trigger } from './trigger.ts';
