import { el, need } from '../browser/elements.ts';
import { ActiveOption } from './activeOption.ts';
import type { fillGradually } from './gradually.ts';

/** What the panel shows: the list, and what comes before and after it. */
export interface PanelContent {
  readonly before: readonly Node[];
  readonly groups: readonly HTMLElement[];
  /** Lays the groups out; it comes with them, so that a page that is only read does without it. */
  readonly fill: typeof fillGradually;
  /** Called with the number of options once the list is complete. */
  readonly after: (options: number) => readonly Node[];
  readonly status: (options: number) => string | null;
}

/**
 * The panel of a <search-box>: notes, the listbox, notes after it, and a live region. With `stays` (the results page)
 * it stays open while the field holds words.
 */
export class SearchPanel {
  readonly active: ActiveOption;
  readonly list: HTMLElement;
  readonly #box: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #stays: boolean;
  readonly #before: HTMLElement;
  readonly #after: HTMLElement;
  readonly #status: HTMLElement;

  constructor(box: HTMLElement, input: HTMLInputElement, stays: boolean) {
    this.#box = need(box, '.search-panel');
    this.#before = need(box, '.search-before');
    this.#after = need(box, '.search-after');
    this.#status = need(box, '[role="status"]');
    this.list = need(box, '.search-list');
    this.#input = input;
    this.#stays = stays;
    this.active = new ActiveOption(input, this.list);
  }

  get isOpen(): boolean {
    return !this.#box.hidden;
  }

  /** Opens the panel; `filled` says whether the list has options (`aria-expanded`). */
  open(filled = this.active.options.length > 0): void {
    this.#box.hidden = false;
    this.#input.setAttribute('aria-expanded', String(filled));
  }

  /** Closes the panel, unless it has to stay open. */
  close(): void {
    if (!this.#stays) this.#hide();
  }

  #hide(): void {
    this.#box.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.active.activate(-1);
  }

  /** Clears and closes the panel. */
  clear(): void {
    this.list.replaceChildren();
    this.#before.replaceChildren();
    this.#after.replaceChildren();
    this.#status.textContent = '';
    this.#hide();
  }

  /** Shows one sentence in place of a list, which is also announced to screen readers. */
  say(words: string): void {
    this.offer(el('p', 'search-hint', words));
    this.#status.textContent = words;
  }

  /** Shows something in place of a list without announcing it. */
  offer(note: Node): void {
    this.clear();
    this.#before.replaceChildren(note);
    this.open(false);
  }

  /** Shows that the search does not work; `way` is the note with the links to use instead. */
  fail(way: Node, open: boolean): void {
    this.list.replaceChildren();
    this.#before.replaceChildren();
    this.#after.replaceChildren(way);
    this.#status.textContent = way.textContent ?? '';
    if (open) this.open(false);
  }

  /**
   * Shows an answer, a few options per frame; the active option stays active if it is still there. Returns whether it
   * finished while `isWanted` held.
   */
  async show({ before, groups, fill, after, status }: PanelContent, isWanted: () => boolean): Promise<boolean> {
    const chosen = this.active.current?.querySelector('a')?.href;
    this.#before.replaceChildren(...before);
    this.open(groups.length > 0);
    if (!(await fill(this.list, groups, isWanted))) return false;
    this.active.keep(chosen);
    const count = this.active.options.length;
    this.#after.replaceChildren(...after(count));
    const words = status(count);
    if (words !== null) this.#status.textContent = words;
    return true;
  }
}
