import { daysBetween } from '../../domain/time/dates.ts';
import { freshnessAdvice, freshnessMark } from '../../domain/station/freshness.ts';
import { tileLook } from '../../domain/station/tile.ts';
import { freshness, referenceDate } from '../browser/clock.ts';
import { need } from '../browser/elements.ts';

/** <verified-mark data-verified>: shows the age of a verification by the reader's clock. */
class VerifiedMark extends HTMLElement {
  connectedCallback(): void {
    const { verified } = this.dataset;
    if (verified === undefined) return;
    const state = freshness(verified);
    const mark = freshnessMark(state);
    const tile = need(this, '.tile');
    tile.className = tileLook(mark);
    tile.textContent = mark;
    need(this, '.age').textContent = `，距今${daysBetween(verified, referenceDate())}天`;
    const words = this.querySelector('.advice');
    if (words !== null) words.textContent = freshnessAdvice(state);
  }
}

customElements.define('verified-mark', VerifiedMark);
