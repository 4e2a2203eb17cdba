import type { Handler } from '../../server/exchange.ts';
import { type PipecatWorld, refusal } from './state.ts';

const TITLES: Readonly<Record<string, string>> = {
  'us-west': 'US West (Oregon)',
  'us-east': 'US East (Virginia)',
  'eu-central': 'EU Central (Frankfurt)',
  'ap-south': 'Asia Pacific South (Mumbai)',
};

export function organizationHandlers({ options }: PipecatWorld): Readonly<Record<string, Handler>> {
  return {
    listRegions: () => {
      const supported = options.architectures && { supported_architectures: options.architectures };
      const regions = options.regions.map((code) => ({
        code,
        display_name: TITLES[code] ?? code,
        ...supported,
      }));
      return { kind: 'json', status: 200, body: { regions } };
    },
    getProperties: () => {
      const known = { organizationName: 'Emulator', defaultRegion: options.defaultRegion };
      const { defaultRegion: _unknown, ...without } = known;
      const bodies = {
        wrapped: { properties: known },
        bare: known,
        'without-region': { properties: without },
      };
      return { kind: 'json', status: 200, body: bodies[options.properties] };
    },
  };
}

/** The region of a build's request. @throws {Refusal} 400 if it is missing, unknown or without cloud builds */
export function regionOf({ options }: PipecatWorld, request: unknown): string {
  const given = (request as { readonly region?: string } | undefined)?.region;
  if (given === undefined && options.regionRequired) throw refusal(400, 'region is required');
  const region = given ?? options.defaultRegion;
  if (!options.regions.includes(region)) throw refusal(400, `Unknown region ${region}`);
  if (options.regionsWithoutBuilds.includes(region))
    throw refusal(400, `Cloud builds are not available in ${region}`);
  return region;
}
