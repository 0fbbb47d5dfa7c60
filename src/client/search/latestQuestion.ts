/**
 * The sources of answers by how complete they are. `near` (the nearest stations) is the only answer to its question.
 */
const RANKS = { quick: 1, full: 2, near: 2 } as const;
export type Source = keyof typeof RANKS;

/** A question; its answers may be shown only until a newer one is asked. */
export class Question {
  readonly #over = new AbortController();
  #shown = 0;

  /** Aborted when a newer question is asked. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** Whether a newer question has been asked. */
  get isOver(): boolean {
    return this.#over.signal.aborted;
  }

  /**
   * Whether an answer from this source may be shown now: not where a newer question was asked, or a more complete
   * answer is shown.
   */
  takes(source: Source): boolean {
    if (this.isOver || RANKS[source] < this.#shown) return false;
    this.#shown = RANKS[source];
    return true;
  }

  /** Ends the question: answers that are still on their way will not be shown. */
  end(): void {
    this.#over.abort();
  }
}

/** Keeps the latest question, so that answers to older ones are never shown. */
export class LatestQuestion {
  #latest = new Question();

  /** Asks a new question, which ends the one before. */
  ask(): Question {
    this.#latest.end();
    this.#latest = new Question();
    return this.#latest;
  }

  get current(): Question {
    return this.#latest;
  }

  /** Ends the latest question without asking another one. */
  forget(): void {
    this.ask();
  }
}
