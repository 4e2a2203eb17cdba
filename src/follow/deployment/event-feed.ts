import type { DeploymentEvent } from '../../clouds/cloud.ts';

const EVENTS_KEPT = 20;
const EVENT_KEYS_MAX = 20_000;

/** Keeps the last `size` items. */
export class Tail<T> {
  readonly #size: number;
  items: readonly T[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  push(batch: readonly T[]): void {
    this.items = [...this.items, ...batch.slice(-this.#size)].slice(-this.#size);
  }
}

/**
 * Reports each event once, known by its text: clouds send the whole list each time, in any order (sgp.openapi.yaml,
 * `getDeployment`).
 */
export class EventFeed {
  readonly #onEvent: (event: DeploymentEvent) => void;
  readonly #reported = new Set<string>();
  readonly #tail = new Tail<DeploymentEvent>(EVENTS_KEPT);

  constructor(onEvent: (event: DeploymentEvent) => void) {
    this.#onEvent = onEvent;
  }

  get last(): readonly DeploymentEvent[] {
    return this.#tail.items;
  }

  take(events: readonly DeploymentEvent[]): void {
    for (const event of inOrder(events)) {
      const key = JSON.stringify([event.at, event.reason, event.message]);
      if (this.#reported.has(key) || this.#reported.size >= EVENT_KEYS_MAX) continue;
      this.#reported.add(key);
      this.#tail.push([event]);
      this.#onEvent(event);
    }
  }
}

/** By time where every event has one, else as given; the sort is stable. */
function inOrder(events: readonly DeploymentEvent[]): readonly DeploymentEvent[] {
  const timed = events.map((event) => ({ event, at: Date.parse(event.at ?? '') }));
  if (timed.some(({ at }) => Number.isNaN(at))) return events;
  return timed.sort((left, right) => left.at - right.at).map(({ event }) => event);
}
