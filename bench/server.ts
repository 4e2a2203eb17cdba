import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts a program of `processes/`, as source or compiled. */
export function start(name: string, argv: readonly string[]): ChildProcess {
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
  const path = fileURLToPath(new URL(`./processes/${name}${extension}`, import.meta.url));
  return fork(path, argv, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
}

/** Runs a flood server in a process of its own during `work`. @param work gets its base URL */
export async function withFlood<T>(lines: number, work: (baseUrl: string) => Promise<T>): Promise<T> {
  const server = start('flood-server', [String(lines)]);
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    server.kill();
  }
}
