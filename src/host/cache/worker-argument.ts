/** The first argument of the process that carries out an order of `build-cache.ts`; no runner gives a step arguments. */
export const WORKER_ARGUMENT = 'cloud-build-memory';

/** The one file by which that process and its parent pass an entry's content, in a folder of theirs alone. */
export const CONTENT_FILE = 'content';

/** Bytes of an entry's content: what is longer is neither written nor read. */
export const CONTENT_LIMIT = 1024 * 1024;
