/** Numbers from 0 to below 1, the same for the same seed. */
export type Random = () => number;

/** Marsaglia's xorshift with 32 bits of state. */
export function randomOf(seed: number): Random {
  let state = (seed * 2_654_435_761 + 88_675_123) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
