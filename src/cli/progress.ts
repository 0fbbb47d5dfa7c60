/** What lines are written to: the standard error of a command, or a list in a test. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Stages that took less, in milliseconds, leave no line behind. */
const WORTH_A_LINE = 2000;
/** The line on a terminal is rewritten at most this often, in milliseconds, and with new seconds while nothing is counted. */
const REWRITTEN = 100;
const SECONDS = 500;

const CLEARED = '\r\u001B[2K';

/** Does work that calls `stage` when it begins a stage; whatever comes of it, the last one has ended then. */
export function withStages<T>(progress: Progress, work: (stage: (name: string) => void) => T): T {
  try {
    return work((name) => progress.stage(name));
  } finally {
    progress.end();
  }
}

/** Milliseconds as words: `12.3 秒`, from a minute on `2 分 5 秒`. */
export function durationWords(milliseconds: number): string {
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} 秒`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
}

/** As much of a line as fits into so many columns; Han characters take two. */
function fitted(line: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const sign of line) {
    width += sign > '\u2E7F' ? 2 : 1;
    if (width >= columns) break;
    kept += sign;
  }
  return kept;
}

/**
 * Tells on the standard error what a command is at. On a terminal one line is rewritten: the stage, how much of it is
 * done, the seconds. Each stage that took two seconds or more leaves a line behind, there and in the log of a CI.
 */
export class Progress {
  readonly #screen: Screen;
  readonly #now: () => number;
  readonly #began: number;
  #stage: { readonly name: string; readonly began: number; readonly isTold: boolean; counted: string } | null = null;
  #drawn = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(screen: Screen = process.stderr, now: () => number = () => performance.now()) {
    this.#screen = screen;
    this.#now = now;
    this.#began = now();
  }

  /** How long the command has run, as words. */
  get took(): string {
    return durationWords(this.#now() - this.#began);
  }

  /** Begins a stage; the one before has ended. Where `isTold` is false it leaves no line behind. */
  stage(name: string, isTold = true): void {
    this.end();
    this.#stage = { name, began: this.#now(), isTold, counted: '' };
    if (this.#screen.isTTY !== true) return;
    this.#draw();
    this.#timer = setInterval(() => this.#draw(), SECONDS);
    this.#timer.unref();
  }

  /** How much of the stage is done: `3886 页` in the end, `120/3886 页` before. */
  count(done: number, total: number, unit: string): void {
    if (this.#stage === null) return;
    this.#stage.counted = done === total ? `${total} ${unit}` : `${done}/${total} ${unit}`;
    if (this.#screen.isTTY === true && this.#now() - this.#drawn >= REWRITTEN) this.#draw();
  }

  /** Ends the stage. Called before anything else is printed, and where the command fails. */
  end(): void {
    clearInterval(this.#timer);
    if (this.#stage === null) return;
    if (this.#screen.isTTY === true) this.#screen.write(CLEARED);
    const line = this.#words();
    if (this.#stage.isTold && this.#now() - this.#stage.began >= WORTH_A_LINE) this.#screen.write(`${line}\n`);
    this.#stage = null;
  }

  #words(): string {
    if (this.#stage === null) return '';
    const { name, began, counted } = this.#stage;
    return [name, ...(counted === '' ? [] : [counted]), durationWords(this.#now() - began)].join(' · ');
  }

  #draw(): void {
    this.#drawn = this.#now();
    // A terminal that doesn't know its width says 0.
    this.#screen.write(CLEARED + fitted(this.#words(), this.#screen.columns || 80));
  }
}
