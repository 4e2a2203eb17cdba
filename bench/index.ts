/**
 * Side-by-side measurements: `npm run bench -- [names…] [--quick] [--json FILE] [--node BINARY]… [--scratch FOLDER]`.
 * Without names all benches run. Read the ratios: both sides ran in turns on the same machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHES } from './all.ts';
import { versionOf } from './measure.ts';
import type { Row } from './row.ts';
import { tableOf } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
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

const scratch = resolve(values.scratch);
mkdirSync(scratch, { recursive: true });
const rows: Row[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const say = (line: string) => process.stderr.write(`${name}: ${line}\n`);
  rows.push(...(await bench({ quick: values.quick, nodes: values.node, scratch, say })));
}

const machine = `${availableParallelism()} x ${cpus()[0]?.model ?? process.arch}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}`;
const nodes = values.node.map(versionOf);
process.stdout.write(
  `${machine}\nNode ${nodes.join(', ')}${values.quick ? ', quick' : ''}\n\n${tableOf(rows)}`,
);
if (values.json) {
  writeFileSync(
    values.json,
    `${JSON.stringify({ machine, nodes, quick: values.quick, rows }, undefined, 2)}\n`,
  );
}
