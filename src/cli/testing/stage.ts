/** Environment variables that a command gets in addition to those of `npm test`. */
export type Env = Readonly<Record<string, string | undefined>>;

/** One part of `npm test`: commands that run one after the other, and the stages that must come before. */
export interface Stage {
  /** The word that selects it on the command line: `npm test -- lint`. */
  readonly key: string;
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  readonly env?: Env;
  /** The file that its test runner writes the counts of passed and failed tests into. */
  readonly report?: string;
  /** Keys of stages whose result it needs; those that aren't selected don't count. */
  readonly after?: readonly string[];
  /** Whether it writes Astro's working folder `.astro`; two such stages never run at the same time. */
  readonly usesAstro?: boolean;
  /** Whether it runs only where it is named on the command line. */
  readonly onlyWhenNamed?: boolean;
}

/** The result of a stage: whether all commands succeeded, what they printed, and their counts of tests. */
export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
  readonly passed: number;
  readonly failed: number;
}

/** A stage that has run; `from` and `to` are seconds since the start of `npm test`. */
export interface Ran {
  readonly stage: Stage;
  readonly outcome: Outcome;
  readonly from: number;
  readonly to: number;
}
