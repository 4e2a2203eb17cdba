/** The clouds by the word of the input `cloud`, and the platforms by Docker's words. */
export type CloudName = 'sgp' | 'prime' | 'pipecat';
export type Platform = 'linux/amd64' | 'linux/arm64' | 'linux/arm/v7';
