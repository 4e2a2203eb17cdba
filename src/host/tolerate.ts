/** Does what must not end the step by its failure. @returns whether it worked */
export function tolerate(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
