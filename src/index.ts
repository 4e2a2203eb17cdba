/** The action's entry for main and post: the state that main saved shows which one it is. */
import { WORKER_ARGUMENT } from './host/cache/worker-argument.ts';
import { drained } from './host/console/console.ts';
import { isPost } from './host/state.ts';

const OLDEST_NODE = 20;

if (Number(process.versions.node.split('.', 1)[0]) < OLDEST_NODE) {
  // Gitea and act start the `node` of the job's image (docs/platform.md, Gitea, Running): report an old one clearly.
  process.stdout.write(
    `::error::This action needs Node ${OLDEST_NODE} or newer; the job's node is ${process.versions.node}. Use an image with Node 20 or 24.\n`,
  );
  process.exitCode = 1;
} else if (process.argv[2] === WORKER_ARGUMENT) {
  // Not a step: the process that `host/cache/build-cache.ts` starts.
  const { runWorker } = await import(/* webpackChunkName: "cache-worker" */ './host/cache/worker.ts');
  await runWorker(process.argv.slice(3));
} else if (isPost(process.env)) {
  const { post } = await import(/* webpackChunkName: "work" */ './work.ts');
  await post(process.env);
} else {
  // Imported late, because an older Node may not run it. It is bundled into this file, because each further file adds
  // milliseconds to the start.
  const { main } = await import(/* webpackMode: "eager" */ './main.ts');
  await main(process.env);
}

await drained();
// Open connections, and anything that a library still waits for, must not delay the job's end.
process.exit();
