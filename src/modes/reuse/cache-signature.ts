import { createHmac } from 'node:crypto';
import type { Step } from '../step/step.ts';

/**
 * A keyed hash of these parts for this account, as lower-case hexadecimal digits. Without the cloud's key nobody can
 * guess the parts from it or make a valid one.
 */
export function sign({ settings }: Pick<Step, 'settings'>, parts: readonly unknown[]): string {
  const { apiKey = '', baseUrl, account } = settings.connection ?? {};
  const text = JSON.stringify([settings.cloud, baseUrl, account, ...parts]);
  return createHmac('sha256', apiKey).update(text).digest('hex');
}
