/** The first argument of the process that carries out an order of `memory.ts`; no runner gives a step arguments. */
export const WORKER_ARGUMENT = 'cloud-build-memory';
