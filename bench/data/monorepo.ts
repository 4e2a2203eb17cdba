import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A monorepo with many small agents. */
export type Monorepo = {
  readonly root: string;
  readonly names: readonly string[];
  /** The commit before the last one; the last one changed some of the agents. */
  readonly before: string;
};

/** Bytes of each agent's source file. */
const SOURCE = 20_000;

/** @param changed how many of them the last commit changes */
export function makeMonorepo(scratch: string, agents: number, changed: number): Monorepo {
  const root = mkdtempSync(join(scratch, 'monorepo-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  const names = Array.from({ length: agents }, (_, index) => `agent-${index}`);
  for (const name of names) writeAgent(root, name);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'all');
  const before = git('rev-parse', 'HEAD').trim();
  for (const name of names.slice(0, changed)) {
    writeFileSync(join(root, 'agents', name, 'other.py'), 'print("changed")\n');
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a change');
  return { root, names, before };
}

function writeAgent(root: string, name: string): void {
  const folder = join(root, 'agents', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY . /\n');
  writeFileSync(join(folder, 'main.py'), `print("${name}")\n${'# a comment\n'.repeat(SOURCE / 12)}`);
  writeFileSync(
    join(folder, 'manifest.yaml'),
    `build: { context: { root: ., include_paths: [.], dockerfile: Dockerfile } }\nagent: { name: ${name} }\ndeployment: { image: { repository: registry.example/${name} } }\n`,
  );
}
