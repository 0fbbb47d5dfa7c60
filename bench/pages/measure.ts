import type { Page } from 'playwright-core';

/** Milliseconds of what a page did, by its own clock. */
export interface Answered {
  /** From the event to the picture with the first change in what is watched, and to that with the last. */
  readonly first: number;
  readonly last: number;
  /** The longest task meanwhile. */
  readonly task: number;
}

/** What `watch` leaves in a page. */
interface Watched {
  readonly settled: () => Promise<Answered>;
}

/**
 * Runs in the page: waits for an event of one of these types, and notes when the pictures with the changes that follow
 * are there, in elements that the selector finds. Settled once nothing has changed for half a second.
 */
function watch([selector, types]: readonly [selector: string, types: readonly string[]]): void {
  let began = NaN;
  let first = NaN;
  let last = NaN;
  let task = 0;
  const start = ({ timeStamp }: Event) => void (Number.isNaN(began) && (began = timeStamp));
  for (const type of types) window.addEventListener(type, start, { capture: true, once: true });
  // A message comes after the picture that follows the frame.
  const afterPicture = (act: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = act;
      port2.postMessage(null);
    });
  const changes = new MutationObserver(() =>
    afterPicture(() => {
      last = performance.now();
      if (Number.isNaN(first)) first = last;
    }),
  );
  const parts = { subtree: true, childList: true, attributes: true, characterData: true };
  for (const element of document.querySelectorAll(selector)) changes.observe(element, parts);
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) task = Math.max(task, duration);
  });
  tasks.observe({ type: 'longtask' });
  const settled = async (): Promise<Answered> => {
    const since = performance.now();
    const quiet = () => performance.now() - (Number.isNaN(last) ? since + 5000 : last) > 500;
    while (!quiet()) await new Promise((done) => setTimeout(done, 50));
    changes.disconnect();
    tasks.disconnect();
    return { first: first - began, last: last - began, task };
  };
  Object.assign(globalThis, { watched: { settled } satisfies Watched });
}

/** Does something on a page; answers how long the page took, as the elements that the selector finds show it. */
export async function answered(
  page: Page,
  selector: string,
  types: readonly string[],
  act: () => Promise<unknown>,
): Promise<Answered> {
  await page.evaluate(watch, [selector, types] as const);
  await act();
  return page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.settled());
}

/** Slows the processor of a page as many times. */
export async function slowed(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** A line of a table: its name, then numbers without decimals; beyond `most` a number is marked. */
export const line = (
  name: string,
  values: readonly (readonly [what: string, value: number, most?: number])[],
): string =>
  `  ${name.padEnd(34)}${values
    .map(([what, value, most = Infinity]) => `${what} ${value.toFixed(0)}${value > most ? ' !' : ''}`.padEnd(18))
    .join('')}`.trimEnd();
