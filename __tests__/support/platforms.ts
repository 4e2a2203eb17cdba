import { PLATFORMS, type PlatformName } from '../../emulator/runner/index.ts';

/** Every platform that the emulated runner knows. */
export const EVERY_PLATFORM = Object.keys(PLATFORMS) as PlatformName[];
