import { type Call, Refusal, type Reply } from '../../server/exchange.ts';
import { pause } from '../../server/pause.ts';
import { findImage } from './images.ts';
import { inBackground, newArtifact, type PrimeArtifact, type PrimeBuild, type PrimeWorld } from './state.ts';

/**
 * Queues a VM image in the build group of its container image.
 * @throws {Refusal} if the account may not have one or the image cannot become one; on a current server always
 */
export function buildVmImage(world: PrimeWorld, call: Call): Reply {
  // The framework's reply for an unknown route.
  if (world.options.generation === 'current') throw new Refusal(404, { detail: 'Not Found' });
  const fields = call.body.kind === 'json' ? (call.body.value as { teamId?: string | null }) : {};
  const build = findImage(world, call, fields.teamId);
  if (!world.options.vmImages) throw new Refusal(403, { detail: 'VM sandboxes are not enabled' });
  if (build.platform !== 'linux/amd64')
    throw new Refusal(400, { detail: 'VM images need a linux/amd64 image' });
  if (build.artifacts.some(({ type, endedAt }) => type === 'VM_SANDBOX' && !endedAt))
    throw new Refusal(409, { detail: 'A VM image build is already running' });
  const artifact = newArtifact('VM_SANDBOX');
  build.artifacts.push(artifact);
  inBackground(world.state, runVmImage(world, build, artifact));
  const body = {
    success: true,
    message: 'VM image build queued',
    buildId: build.id,
    artifactBuildId: artifact.id,
  };
  return { kind: 'json', status: 200, body };
}

async function runVmImage(
  { state, options }: PrimeWorld,
  build: PrimeBuild,
  artifact: PrimeArtifact,
): Promise<void> {
  const { signal } = build.stop;
  const script = state.vmScripts.shift() ?? {};
  await pause(options.vmImageMs / 3, signal);
  artifact.status = 'BUILDING';
  artifact.startedAt = new Date();
  await pause((options.vmImageMs * 2) / 3, signal);
  artifact.status = signal.aborted ? 'CANCELLED' : (script.end ?? 'COMPLETED');
  artifact.endedAt = new Date();
  if (artifact.status === 'COMPLETED') artifact.image = build.image.replace(/^prime\//, 'prime-vm/');
  else artifact.error = script.error ?? 'conversion of the container image failed';
}
