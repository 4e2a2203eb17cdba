/** The clouds by the word of the input `cloud`, and the platforms by Docker's words. */
export type CloudName = 'sgp' | 'prime' | 'pipecat';
export type Platform = 'linux/amd64' | 'linux/arm64' | 'linux/arm/v7';

/** contracts/pipecat.openapi.yaml, CreateAgentRequest; the pattern needs two characters. */
const PIPECAT_AGENT = /^[a-z0-9]([-a-z0-9]*[a-z0-9])$/;
export const LONGEST_PIPECAT_AGENT = 54;

export function isPipecatAgent(name: string): boolean {
  return name.length <= LONGEST_PIPECAT_AGENT && PIPECAT_AGENT.test(name);
}
