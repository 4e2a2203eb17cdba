import { type Contract, matchOperation, type Operation, readContract } from '../contract/document.ts';
import { createValidator, type Validator } from '../contract/validator.ts';
import { type EmulatedCloud, Refusal } from './exchange.ts';

export type Route = {
  readonly cloud: EmulatedCloud;
  readonly validator: Validator;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
};

/** Finds the contract of a request. The clouds share one address, and their paths do not overlap. */
export type Routes = (method: string, path: string) => Route | { readonly refusal: Refusal };

/** `storage`: the hosts of presigned URLs, which have no other operation; `api`: everything else. */
export function createRoutes(clouds: readonly EmulatedCloud[], host: 'api' | 'storage'): Routes {
  const entries = clouds.map((cloud) => {
    const { contract, validator } = loadContract(cloud.contract);
    const operations = contract.operations.filter(({ presigned }) => presigned === (host === 'storage'));
    return { cloud, contract: { ...contract, operations }, validator };
  });
  return (method, path) => {
    let wrongMethod = false;
    for (const { cloud, contract, validator } of entries) {
      const match = matchOperation(contract, method, path);
      if (match === 'wrong-method') wrongMethod = true;
      else if (match) return { cloud, validator, ...match };
    }
    const unplayed = host === 'api' ? findUnplayed(clouds, path) : undefined;
    if (unplayed) return { refusal: unplayed };
    const refusal = wrongMethod
      ? new Refusal(405, { detail: 'Method Not Allowed' })
      : new Refusal(404, { detail: 'Not Found' });
    return { refusal };
  };
}

function findUnplayed(clouds: readonly EmulatedCloud[], path: string): Refusal | undefined {
  for (const { unplayed = [], decline = declined } of clouds) {
    const found = unplayed.find((part) => part.path.test(path));
    if (found) return decline(`The emulator does not play ${found.what}.`);
  }
  return undefined;
}

function declined(detail: string): Refusal {
  // Otherwise SGP's SDK would retry again and again (contracts/sgp.openapi.yaml, info).
  return new Refusal(501, { detail }, { 'x-should-retry': 'false' });
}

type Loaded = { readonly contract: Contract; readonly validator: Validator };

/** Contracts do not change while we run, and reading one takes longer than most tests. */
const loaded = new Map<string, Loaded>();

function loadContract(file: string): Loaded {
  const known = loaded.get(file);
  if (known) return known;
  const contract = readContract(file);
  const entry = { contract, validator: createValidator(contract) };
  loaded.set(file, entry);
  return entry;
}
