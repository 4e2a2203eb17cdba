/** Runs `act` and ignores its failure. @returns whether it worked */
export function tolerate(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
