import { el } from '../browser/elements.ts';

/** The boxes that stand over the map: the card of what is chosen, what is said of an empty view, and words for screen readers. */
export class MapBoxes {
  readonly card = el('div', 'map-card');
  readonly nothing = el('div', 'map-none');
  readonly #words = el('p', 'visually-hidden');

  constructor() {
    for (const box of this.all) box.setAttribute('role', 'status');
    this.card.hidden = true;
    this.nothing.hidden = true;
  }

  get all(): readonly HTMLElement[] {
    return [this.card, this.nothing, this.#words];
  }

  /** Tells those who can't see the map what is in view; what was said last isn't said again. */
  say(words: string): void {
    if (this.#words.textContent !== words) this.#words.textContent = words;
  }
}
