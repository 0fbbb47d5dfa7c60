import { need } from '../browser/elements.ts';
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
        if (!signal.aborted) await drawMap(this, { signal, visible: () => visible });
      } catch (error) {
        if (!signal.aborted) this.#offerAgain(error, draw);
      }
    };
    whenNear(this, draw);
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  /** Tells the reader that the map could not be loaded, with a button to try again; once it is being drawn, throws the error. */
  #offerAgain(error: unknown, draw: () => Promise<void>): void {
    const [wait, failed] = this.querySelectorAll<HTMLElement>('.map-wait');
    if (wait === undefined || failed === undefined) throw error;
    const show = (isOver: boolean) => {
      wait.hidden = isOver;
      failed.hidden = !isOver;
    };
    show(true);
    need(failed, 'button').onclick = () => {
      wait.textContent = '正在取地图……';
      show(false);
      void draw();
    };
  }
}

/** Adds a style sheet before all others, so that they win over it; comes back once it is there, rejects where it can't be had. */
function styled(href = ''): Promise<unknown> {
  const sheet = document.createElement('link');
  return new Promise((onload, onerror) =>
    document.head.prepend(Object.assign(sheet, { rel: 'stylesheet', href, onload, onerror })),
  ).catch((error: unknown) => {
    sheet.remove();
    throw error;
  });
}

customElements.define('station-map', StationMapElement);
