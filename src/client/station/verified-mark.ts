import { daysBetween } from '../../domain/time/dates.ts';
import { freshnessAdvice, freshnessMark } from '../../domain/station/freshness.ts';
import { tileLook } from '../../domain/station/tile.ts';
import { freshness, referenceDate } from '../browser/clock.ts';

/** <verified-mark data-verified>: shows the age of a verification by the reader's clock. */
class VerifiedMark extends HTMLElement {
  connectedCallback(): void {
    const { verified } = this.dataset;
    const tile = this.querySelector('.tile');
    const age = this.querySelector('.age');
    if (tile === null || age === null) throw new Error('<verified-mark> needs .tile and .age');
    if (verified === undefined) return;
    const state = freshness(verified);
    const mark = freshnessMark(state);
    tile.className = tileLook(mark);
    tile.textContent = mark;
    age.textContent = `，距今${daysBetween(verified, referenceDate())}天`;
    const words = this.querySelector('.advice');
    if (words !== null) words.textContent = freshnessAdvice(state);
  }
}

customElements.define('verified-mark', VerifiedMark);
