/**
 * All that a faulty input does not need, in one chunk: the step of sound inputs, the comment on faulty ones, and post. Each
 * file takes a start a millisecond, and each kilobyte of the entry a thirtieth of one.
 */
export { openCommentOnFaults, openStep, runMode } from './modes/step/open-step.ts';
export { post } from './post.ts';
