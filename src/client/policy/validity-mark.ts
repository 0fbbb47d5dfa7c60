import { VALIDITIES } from '../../domain/policy/documents.ts';
import { validityOn } from '../../domain/policy/validity.ts';
import { now } from '../browser/clock.ts';

/**
 * <validity-mark data-validity data-until>: updates the shown validity of a document by the reader's clock, when its
 * term is ending or over.
 */
class ValidityMark extends HTMLElement {
  connectedCallback(): void {
    const { until } = this.dataset;
    const validity = VALIDITIES.find((word) => word === this.dataset['validity']);
    const tag = this.querySelector('.tag');
    if (validity === undefined || until === undefined || tag === null) {
      throw new Error('<validity-mark> needs data-validity, data-until and .tag');
    }
    const { word, term } = validityOn(validity, until, now().date);
    tag.textContent = term === 'ending' ? `${word}，快到期了` : word;
    tag.classList.toggle('tag-on', term === 'running' && word === '有效');
    tag.classList.toggle('tag-dashed', term !== 'running' || word !== '有效');
  }
}

customElements.define('validity-mark', ValidityMark);
