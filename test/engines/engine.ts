/** A real browser engine with one window, the same for all of them, so that one test can drive each. */
export interface Engine {
  readonly name: string;
  /** Loads a page and waits until it has loaded; `width` is that of the window in CSS pixels. */
  readonly open: (url: string, width?: number) => Promise<void>;
  /** The value of an expression in the page; it must be JSON. */
  readonly run: (expression: string) => Promise<unknown>;
  /** Writes what the window shows as PNG. */
  readonly picture: (file: string) => Promise<void>;
  /** Errors that pages have reported since the start, where the engine tells of them. */
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
}

const PATIENCE = 20_000;

/** Waits until an expression is neither false, null, 0 nor ''; returns its value. Rejects after 20 s, naming it. */
export async function until(engine: Engine, expression: string): Promise<unknown> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await engine.run(expression);
    if (value) return value;
    if (Date.now() > end) throw new Error(`${engine.name}：等了 ${PATIENCE / 1000} 秒还不是真：${expression}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
