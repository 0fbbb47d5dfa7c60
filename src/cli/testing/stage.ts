/** Environment variables that a command gets besides those of `npm test` itself. */
export type Env = Readonly<Record<string, string | undefined>>;

/** One part of `npm test`: the commands that it runs in order, and what has to come before it. */
export interface Stage {
  /** The word that chooses it: `npm test -- lint`. */
  readonly key: string;
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  readonly env?: Env;
  /** Where its runner writes how many tests passed and failed. */
  readonly report?: string;
  /** Stages that it needs the result of, where they run too. */
  readonly after?: readonly string[];
  /** It writes Astro's working folder `.astro`: two such stages never run side by side. */
  readonly usesAstro?: boolean;
}

/** How the commands of a stage ended: whether all did well, what they printed, and the tests they counted. */
export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
  readonly passed: number;
  readonly failed: number;
}

/** A stage that has run, with the seconds of the whole run at which it began and ended. */
export interface Ran {
  readonly stage: Stage;
  readonly outcome: Outcome;
  readonly from: number;
  readonly to: number;
}
