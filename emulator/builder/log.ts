/** The log of one build. Any number of readers follow it, each from its own line on. */
export class BuildLog {
  readonly lines: string[] = [];
  private ended = false;
  private readonly waiting = new Set<() => void>();

  add(...lines: readonly string[]): void {
    for (const line of lines) this.lines.push(line);
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  /** Batches of at most `BATCH` lines; ends with the log or when `signal` fires. */
  async *follow(from: number, signal: AbortSignal): AsyncGenerator<readonly string[]> {
    let at = from;
    while (!signal.aborted) {
      if (at < this.lines.length) {
        const batch = this.lines.slice(at, at + BATCH);
        at += batch.length;
        yield batch;
      } else if (this.ended) return;
      else await this.news(signal);
    }
  }

  private news(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }

  private wake(): void {
    for (const done of [...this.waiting]) done();
  }
}

const BATCH = 500;
