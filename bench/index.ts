/**
 * Side-by-side measurements: `npm run bench -- [names…] [--quick] [--json FILE] [--from FILE] [--write-docs] [--node
 * BINARY]… [--scratch FOLDER]`. Without names all benches run; `--from` runs none and reads the JSON of a run.
 * Compare the ratios: both sides ran in turns on the same machine.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHES } from './all.ts';
import { firstLineOf, versionOf } from './measure.ts';
import { pageOf, type Report, textOf } from './report.ts';
import type { Row } from './row.ts';

const PEERS = ['tar', 'gzip', 'pigz', 'curl'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    from: { type: 'string' },
    'write-docs': { type: 'boolean', default: false },
    node: { type: 'string', multiple: true, default: [process.execPath] },
    scratch: { type: 'string', default: join(tmpdir(), 'cloud-build-bench') },
  },
});

const unknownNames = positionals.filter((name) => !BENCHES[name]);
if (unknownNames.length > 0) {
  process.stderr.write(
    `No bench is called ${unknownNames.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}\n`,
  );
  process.exit(1);
}

const report: Report =
  values.from === undefined ? await measure() : JSON.parse(readFileSync(values.from, 'utf8'));
process.stdout.write(textOf(report));
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
if (values['write-docs']) writeFileSync(join('docs', 'performance.md'), pageOf(report));

async function measure(): Promise<Report> {
  const scratch = resolve(values.scratch);
  mkdirSync(scratch, { recursive: true });
  const at = new Date().toISOString();
  const load = loadavg()[0] ?? 0;
  const rows: Row[] = [];
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const say = (line: string) => process.stderr.write(`${name}: ${line}\n`);
    rows.push(...(await bench({ quick: values.quick, nodes: values.node, scratch, say })));
  }
  const machine = `${availableParallelism()} x ${cpus()[0]?.model ?? process.arch}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release().replace(/-.*/, '')}`;
  const peers = PEERS.flatMap((peer) => firstLineOf(peer) ?? []);
  return { machine, nodes: values.node.map(versionOf), quick: values.quick, at, load, peers, rows };
}
