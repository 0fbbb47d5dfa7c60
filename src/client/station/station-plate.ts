import { isStale } from '../../domain/station/freshness.ts';
import { freshness } from '../browser/clock.ts';
import { need } from '../browser/elements.ts';

/**
 * <station-plate data-verified>: makes the plate dashed and puts the city hotline first, once the verification has
 * become too old since the build (docs/norms.md §8).
 */
class StationPlate extends HTMLElement {
  connectedCallback(): void {
    if (!isStale(freshness(this.dataset['verified']))) return;
    this.classList.add('plate-dashed');
    need(this, '.own').hidden = true;
    need(this, '.city').hidden = false;
  }
}

customElements.define('station-plate', StationPlate);
