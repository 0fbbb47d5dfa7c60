/**
 * The option of a listbox that the keyboard is on, while the focus stays in its field (ARIA Authoring Practices,
 * combobox with listbox). Owns `aria-selected` of the options and `aria-activedescendant` of the field.
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

  /** The option itself; undefined while the field is meant. */
  get current(): HTMLElement | undefined {
    return this.#index < 0 ? undefined : this.options[this.#index];
  }

  /** Makes an option the active one; -1 is the field. */
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

  /** Goes one on or back; past either end lies the field. */
  step(by: 1 | -1): void {
    const count = this.options.length;
    this.activate(((this.#index + 1 + by + count + 1) % (count + 1)) - 1);
  }

  /** Keeps the option with this address active in a list that has changed. */
  keep(href: string | undefined): void {
    this.activate(href === undefined ? -1 : this.options.findIndex((row) => row.querySelector('a')?.href === href));
  }
}
