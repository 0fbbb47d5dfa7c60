import { isStale } from '../../domain/station/freshness.ts';
import { freshness } from '../browser/clock.ts';

/**
 * <station-plate data-verified>: makes the plate dashed and puts the city hotline first, once the verification has
 * become too old since the build (docs/norms.md §8).
 */
class StationPlate extends HTMLElement {
  connectedCallback(): void {
    const own = this.querySelector<HTMLElement>('.own');
    const city = this.querySelector<HTMLElement>('.city');
    if (own === null || city === null) throw new Error('<station-plate> needs .own and .city');
    if (!isStale(freshness(this.dataset['verified']))) return;
    this.classList.add('plate-dashed');
    own.hidden = true;
    city.hidden = false;
  }
}

customElements.define('station-plate', StationPlate);
