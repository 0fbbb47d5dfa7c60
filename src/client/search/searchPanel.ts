import { el, need } from '../browser/elements.ts';
import { ActiveOption } from './activeOption.ts';
import { fillGradually } from './gradually.ts';

/** What is laid out around the list of an answer. */
export interface PanelContent {
  readonly before: readonly Node[];
  readonly groups: readonly HTMLElement[];
  /** Made when the list is complete, from the count of its options. */
  readonly after: (options: number) => readonly Node[];
  readonly status: (options: number) => string | null;
}

/**
 * The panel of a <search-box>: what stands before the list, the listbox, what stands after it, and what is read aloud.
 * On the results page (`stays`) it is never closed while there are words in the field.
 */
export class SearchPanel {
  readonly active: ActiveOption;
  readonly list: HTMLElement;
  readonly #box: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #stays: boolean;

  constructor(box: HTMLElement, input: HTMLInputElement, stays: boolean) {
    this.#box = need(box, '.search-panel');
    this.list = need(box, '.search-list');
    this.#input = input;
    this.#stays = stays;
    this.active = new ActiveOption(input, this.list);
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', '查找结果');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.list.id);
    input.setAttribute('aria-expanded', 'false');
  }

  get isOpen(): boolean {
    return !this.#box.hidden;
  }

  /** Opens it; `aria-expanded` tells whether there is something in the list. */
  open(filled = this.active.options.length > 0): void {
    this.#box.hidden = false;
    this.#input.setAttribute('aria-expanded', String(filled));
  }

  /** Closes it where it may be closed. */
  close(): void {
    if (!this.#stays) this.#hide();
  }

  #hide(): void {
    this.#box.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.active.activate(-1);
  }

  /** Empties and closes it. */
  clear(): void {
    this.list.replaceChildren();
    this.#part('before').replaceChildren();
    this.#part('after').replaceChildren();
    this.#status('');
    this.#hide();
  }

  /** Shows one sentence in place of a list; it is read aloud too. */
  say(words: string): void {
    this.clear();
    this.#part('before').replaceChildren(el('p', 'search-hint', words));
    this.#status(words);
    this.open(false);
  }

  /** Shows something in place of a list, without reading it aloud. */
  offer(note: Node): void {
    this.clear();
    this.#part('before').replaceChildren(note);
    this.#box.hidden = false;
  }

  /** Shows that the search is out of order, with the way on. */
  fail(way: Node, open: boolean): void {
    this.list.replaceChildren();
    this.#part('before').replaceChildren();
    this.#part('after').replaceChildren(way);
    this.#status(way.textContent ?? '');
    if (open) this.open(false);
  }

  /**
   * Lays out an answer, a few options a frame; the active option stays active if it is still there. Answers whether it
   * came to its end while the answer was wanted.
   */
  async show({ before, groups, after, status }: PanelContent, isWanted: () => boolean): Promise<boolean> {
    const chosen = this.active.current?.querySelector('a')?.href;
    this.#part('before').replaceChildren(...before);
    this.open(groups.length > 0);
    if (!(await fillGradually(this.list, groups, isWanted))) return false;
    this.active.keep(chosen);
    const count = this.active.options.length;
    this.#part('after').replaceChildren(...after(count));
    const words = status(count);
    if (words !== null) this.#status(words);
    return true;
  }

  #part(name: 'before' | 'after'): HTMLElement {
    return need(this.#box, `.search-${name}`);
  }

  #status(words: string): void {
    const status = this.#box.closest('search-box')?.querySelector('[role="status"]');
    if (status) status.textContent = words;
  }
}
