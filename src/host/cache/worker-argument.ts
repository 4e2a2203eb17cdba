/** The first argument of the worker process of `build-cache.ts`; no runner gives a step arguments. */
export const WORKER_ARGUMENT = 'cloud-build-memory';

/** The file through which the worker and its parent pass an entry's content, in a folder that only they use. */
export const CONTENT_FILE = 'content';

/** Bytes of an entry's content; a longer one is neither written nor read. */
export const CONTENT_LIMIT = 1024 * 1024;
