import { type Faults, quote } from '../faults.ts';
import type { Source } from './project-file.ts';
import { addFault, type Fields, openYaml } from './yaml-fields.ts';

/** Environments that are checked: each check reads the whole file. */
const LOOKED_AT = 10;

/**
 * Checks environments.yaml, which is sent unchanged (contracts/README.md, "SGP: files that matter"). Only what no
 * server can accept is a fault; the rest is reported and left to the server.
 * @returns what the author should know
 */
export function checkEnvironments(source: Source, faults: Faults): readonly string[] {
  const fields = openYaml(source, faults);
  if (!fields) return [];
  const keys = fields.keys(['environments']);
  if (keys.length === 0) {
    addFault(source, faults, 'environments', 'has no environments', fields.line(['environments']));
    return [];
  }
  const several =
    keys.length > 1
      ? [
          `${source.name} has ${keys.length} environments (${keys.slice(0, LOOKED_AT).join(', ')}${keys.length > LOOKED_AT ? ', …' : ''}); which one the cloud takes is not documented.`,
        ]
      : [];
  return [
    ...checkVersion(source, fields),
    ...several,
    ...keys.slice(0, LOOKED_AT).flatMap((key) => checkEnvironment(source, fields, key)),
  ];
}

function checkVersion(source: Source, fields: Fields): string[] {
  const path = ['schema_version'];
  const version = fields.has(path) ? fields.text(path, 'optional')?.text : undefined;
  return version === 'v1' ? [] : [warningAt(source, fields, path, 'schema_version is not v1')];
}

function checkEnvironment(source: Source, fields: Fields, key: string): string[] {
  const at = ['environments', key];
  const warnings: string[] = [];
  const namespacePath = [...at, 'kubernetes', 'namespace'];
  const namespace = fields.has(namespacePath) ? fields.text(namespacePath, 'optional')?.text : undefined;
  if (namespace !== undefined && !isNamespace(namespace)) {
    warnings.push(
      warningAt(source, fields, namespacePath, `${quote(namespace)} is not a Kubernetes namespace`),
    );
  }
  const principal = [...at, 'auth', 'principal'];
  if (fields.has(principal)) {
    const ids = ['user_id', 'service_account_id'].filter((id) => fields.has([...principal, id]));
    const whole = fields.has([...principal, 'account_id']) && ids.length === 1;
    const need = 'auth.principal needs account_id and exactly one of user_id and service_account_id';
    if (!whole) warnings.push(warningAt(source, fields, principal, need));
  }
  return warnings;
}

function isNamespace(name: string): boolean {
  return name.length <= 63 && /^[a-z0-9.](?:[a-z0-9.-]*[a-z0-9.])?$/.test(name);
}

function warningAt(source: Source, fields: Fields, path: readonly string[], problem: string): string {
  return `${source.name}:${fields.line(path) ?? 1}: ${problem}.`;
}
