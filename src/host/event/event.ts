/** What happened: the event, its pull request, and how payloads are read. */
export { asObject, countIn, isObject, type Json, objectIn, textIn } from './payload.ts';
export type { PullRequest } from './pull-request.ts';
export { readTrigger, type Trigger } from './trigger.ts';
