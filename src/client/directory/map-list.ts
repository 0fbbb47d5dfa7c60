/**
 * <map-list>: links the rows of a list with the map, with which its code comes. The marker in a row shows that station on the map, and a marker
 * chosen on the map highlights its row; owns `aria-current` of the rows.
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
