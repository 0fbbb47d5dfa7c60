import { el } from '../browser/elements.ts';
import { whenNear } from '../browser/near.ts';

/**
 * <station-map data-src data-sheet [data-vector data-labels]>: the map of all stations; Leaflet, its style sheet and the
 * data are loaded when it comes near the viewport. Listens to `directory-change`, `station-show` and `area-show` on the document; sends there
 * `area-change` when another area is in view, and `station-select` when a marker is chosen.
 */
class StationMapElement extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    // The filters may change before the map has loaded: their last result is kept for it.
    let visible: ReadonlySet<string> | null = null;
    document.addEventListener('directory-change', (event) => (visible = (event as CustomEvent).detail), { signal });
    const draw = async () => {
      try {
        const [{ drawMap }] = await Promise.all([import('./drawing.ts'), styled(this.dataset['sheet'])]);
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

/** Adds a style sheet before all others, so that they win over it; comes back once it is there, rejects where it can't be had. */
function styled(href = ''): Promise<unknown> {
  const sheet = el('link', '');
  return new Promise((loaded, failed) => {
    sheet.addEventListener('load', loaded);
    sheet.addEventListener('error', () => {
      sheet.remove();
      failed(new Error(href));
    });
    Object.assign(sheet, { rel: 'stylesheet', href });
    document.head.prepend(sheet);
  });
}

/** Tells the reader that the map could not be loaded, and offers a button to try again. */
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
