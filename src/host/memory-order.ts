/** The first argument of the process that carries out an order of `memory.ts`; no runner gives a step arguments. */
export const MEMORY_ORDER = 'cloud-build-memory';
