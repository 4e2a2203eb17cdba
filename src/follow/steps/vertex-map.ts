import { instructionOf } from './buildkit-lines.ts';
import type { OpenStep, StepBook } from './step-book.ts';
import type { StepSignal } from './step-signal.ts';

const VERTICES_MAX = 2000;

/** BuildKit's vertices by their number; several run at once and their lines are mixed. */
export class VertexMap {
  readonly #book: StepBook;
  readonly #steps = new Map<string, OpenStep>();

  constructor(book: StepBook) {
    this.#book = book;
  }

  take(signal: StepSignal, atMs: number): void {
    if (!('vertex' in signal) || signal.vertex === undefined) return;
    if (signal.kind === 'vertex') this.#name(signal.vertex, signal.text, atMs);
    else this.#mark(this.#steps.get(signal.vertex), signal, atMs);
  }

  #mark(step: OpenStep | undefined, signal: StepSignal, atMs: number): void {
    if (!step) return;
    if (signal.kind === 'output') {
      this.#book.print(step, signal.text);
      if (signal.figure !== undefined) step.figure = signal.figure;
    } else if (signal.kind === 'failed') {
      step.message = signal.message.slice(0, 2000);
      this.#book.close(step, 'failed', atMs);
    } else if (signal.kind === 'done') {
      this.#done(step, atMs, signal.seconds);
    } else this.#book.close(step, signal.kind === 'cached' ? 'cached' : 'cancelled', atMs);
  }

  /** A vertex may be done in parts, and a cached one says DONE as well. */
  #done(step: OpenStep, atMs: number, seconds: number | undefined): void {
    if (step.state === 'running') this.#book.close(step, 'done', atMs, seconds);
    else if (step.state === 'done') step.seconds = Math.max(step.seconds ?? 0, seconds ?? 0);
  }

  /** The first text of a number is its name. The same text again is ignored; another one is progress or another build. */
  #name(vertex: string, text: string, atMs: number): void {
    const known = this.#steps.get(vertex);
    if (known && (known.state === 'running' || known.label === text.slice(0, known.label.length))) {
      if (known.label !== text.slice(0, known.label.length)) this.#book.print(known, text);
      return;
    }
    if (known && !text.startsWith('[')) return;
    if (this.#steps.size >= VERTICES_MAX && !known) this.#forgetOldest();
    const step = this.#book.add({
      label: text,
      builder: 'buildkit',
      startedAt: atMs,
      ...instructionOf(text),
    });
    this.#steps.set(vertex, step);
  }

  #forgetOldest(): void {
    const [oldest] = this.#steps.keys();
    if (oldest !== undefined) this.#steps.delete(oldest);
  }
}
