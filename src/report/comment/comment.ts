/** The pull request’s comment: sections, how they are rendered, and how many writers reconcile them. */
export { isOurComment } from './body.ts';
export type { CommentPort } from './port.ts';
export { removedSections } from './removed.ts';
export { sectionOf } from './section.ts';
export { type CommentSync, type Entry, openSync, type PutOutcome } from './sync.ts';
