/**
 * <quick-leave>: opens its link, a neutral page, in place of this one in the history, so that 后退 does not come back
 * here. Stores nothing.
 */
class QuickLeave extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null) throw new Error('<quick-leave> needs an <a>');
    this.#abort = new AbortController();
    link.addEventListener(
      'click',
      (event) => {
        event.preventDefault();
        location.replace(link.href);
      },
      { signal: this.#abort.signal },
    );
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
  }
}

customElements.define('quick-leave', QuickLeave);
