/**
 * Keeps track of the active option of a listbox while the focus stays in its field (ARIA Authoring Practices, combobox
 * with listbox). Owns `aria-selected` of the options and `aria-activedescendant` of the field.
 */
export class ActiveOption {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  #index = -1;

  constructor(input: HTMLInputElement, list: HTMLElement) {
    this.#input = input;
    this.#list = list;
  }

  get options(): readonly HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  /** The active option; undefined while none is. */
  get current(): HTMLElement | undefined {
    return this.#index < 0 ? undefined : this.options[this.#index];
  }

  /** Makes the option at this index active; -1 means none. */
  activate(index: number): void {
    const { options } = this;
    for (const row of options) row.setAttribute('aria-selected', 'false');
    const row = options[index];
    this.#index = row === undefined ? -1 : index;
    if (row === undefined) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    row.setAttribute('aria-selected', 'true');
    row.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', row.id);
  }

  /** Moves to the next or the previous option; beyond either end none is active. */
  step(by: 1 | -1): void {
    const count = this.options.length;
    this.activate(((this.#index + 1 + by + count + 1) % (count + 1)) - 1);
  }

  /** Makes the option with this address active again after the list has changed. */
  keep(href: string | undefined): void {
    this.activate(href === undefined ? -1 : this.options.findIndex((row) => row.querySelector('a')?.href === href));
  }
}
