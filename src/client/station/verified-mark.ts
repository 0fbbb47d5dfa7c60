import { daysBetween } from '../../domain/time/dates.ts';
import { freshness, referenceDate } from '../browser/clock.ts';

const MARKS = {
  新: { mark: '核', tile: 'tile', advice: '' },
  电: { mark: '电', tile: 'tile tile-warn', advice: '，去之前先打电话' },
  旧: { mark: '待', tile: 'tile tile-dashed', advice: '，已经太久，先打热线问' },
  无: { mark: '待', tile: 'tile tile-dashed', advice: '' },
} as const;

/** <verified-mark data-verified>: counts the age of a verification in the reader's browser. */
class VerifiedMark extends HTMLElement {
  connectedCallback(): void {
    const { verified } = this.dataset;
    const tile = this.querySelector('.tile');
    const age = this.querySelector('.age');
    if (tile === null || age === null) throw new Error('<verified-mark> needs .tile and .age');
    if (verified === undefined) return;
    const { mark, tile: look, advice } = MARKS[freshness(verified)];
    tile.className = look;
    tile.textContent = mark;
    age.textContent = `，距今 ${daysBetween(verified, referenceDate())} 天`;
    const words = this.querySelector('.advice');
    if (words !== null) words.textContent = advice;
  }
}

customElements.define('verified-mark', VerifiedMark);
