import { whenNear } from '../browser/near.ts';

/**
 * <station-map data-src [data-vector data-labels]>: the map of all stations. Loads Leaflet and the data only when it
 * comes near the viewport. Listens to `directory-change` on the document; tells `station-select` when a marker is
 * chosen; `select(id)` shows a station.
 */
class StationMapElement extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    // A filter may change before the map has loaded: keep the last word.
    let visible: ReadonlySet<string> | null = null;
    document.addEventListener('directory-change', (event) => (visible = (event as CustomEvent).detail), { signal });
    whenNear(this, signal, async () => {
      const { drawMap } = await import('./drawing.ts');
      if (signal.aborted) return;
      await drawMap(this, { signal, visible: () => visible });
    });
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }
}

customElements.define('station-map', StationMapElement);
