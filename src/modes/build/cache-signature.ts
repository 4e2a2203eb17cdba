import { createHmac } from 'node:crypto';
import type { Step } from '../step/step.ts';

/**
 * What only a holder of the cloud's key can make of these parts for this account: lower-case hexadecimal digits.
 * Whoever has it not can neither guess the parts from it nor write one that counts.
 */
export function sign({ settings }: Pick<Step, 'settings'>, parts: readonly unknown[]): string {
  const { apiKey = '', baseUrl, account } = settings.connection ?? {};
  const text = JSON.stringify([settings.cloud, baseUrl, account, ...parts]);
  return createHmac('sha256', apiKey).update(text).digest('hex');
}
