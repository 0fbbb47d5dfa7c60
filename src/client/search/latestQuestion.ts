/** What answers a question, the poorest first: names at once, then everything; the nearest stations stand alone. */
const RANKS = { quick: 1, full: 2, near: 2 } as const;
export type Source = keyof typeof RANKS;

/** One question; its answers may be shown only while it is the latest. */
export class Question {
  readonly #over = new AbortController();
  #shown = 0;

  /** Aborted when a newer question is asked. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  get isOver(): boolean {
    return this.#over.signal.aborted;
  }

  /** Whether an answer may be shown now: no newer question has been asked, and no better answer to this one stands. */
  takes(source: Source): boolean {
    if (this.isOver || RANKS[source] < this.#shown) return false;
    this.#shown = RANKS[source];
    return true;
  }

  /** Ends it: whatever is still on its way is not wanted any more. */
  end(): void {
    this.#over.abort();
  }
}

/** The question that was asked last; asking another one ends it. */
export class LatestQuestion {
  #latest = new Question();

  ask(): Question {
    this.#latest.end();
    this.#latest = new Question();
    return this.#latest;
  }

  get current(): Question {
    return this.#latest;
  }

  /** Nothing that was asked is wanted any more. */
  forget(): void {
    this.ask();
  }
}
