import { el } from '../browser/elements.ts';
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
    const draw = async () => {
      try {
        const { drawMap } = await import('./drawing.ts');
        if (signal.aborted) return;
        await drawMap(this, { signal, visible: () => visible });
      } catch (error) {
        if (signal.aborted) return;
        const wait = this.querySelector('.map-wait');
        if (wait === null) throw error;
        offerAgain(wait, draw);
      }
    };
    whenNear(this, signal, draw);
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }
}

/** Says that the map has not come, that nothing is lost with it, and lets the reader try again. */
function offerAgain(wait: Element, draw: () => Promise<void>): void {
  wait.setAttribute('role', 'status');
  const again = el('button', 'btn btn-quiet', '再试一次');
  again.type = 'button';
  again.addEventListener('click', () => {
    wait.textContent = '正在取地图……';
    void draw();
  });
  wait.replaceChildren('地图没有取到。列表是全的，不用地图也能找到每一个站。', again);
}

customElements.define('station-map', StationMapElement);
