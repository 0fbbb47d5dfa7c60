/**
 * <map-list>: keeps a list and the map together. A row's marker shows its station on the map; a marker chosen on the
 * map marks its row. Owns `aria-current` of the rows inside it.
 */
class MapList extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
    document.addEventListener('station-select', (event) => this.#mark((event as CustomEvent<string>).detail), {
      signal,
    });
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  #clicked(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.target.closest('a, button') !== null) return;
    const row = event.target.closest<HTMLElement>('li[data-id]');
    if (row === null) return;
    document.dispatchEvent(new CustomEvent('station-show', { detail: row.dataset['id'] }));
  }

  #mark(id: string): void {
    this.querySelector('li[aria-current]')?.removeAttribute('aria-current');
    const row = this.querySelector<HTMLElement>(`li[data-id="${CSS.escape(id)}"]`);
    if (row === null) return;
    row.setAttribute('aria-current', 'true');
    row.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('map-list', MapList);
