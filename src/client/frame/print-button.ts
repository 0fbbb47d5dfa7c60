/** <print-button>: opens the print dialog. Hidden without JavaScript. */
class PrintButton extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button === null) throw new Error('<print-button> needs a <button>');
    this.#abort = new AbortController();
    button.addEventListener('click', () => window.print(), { signal: this.#abort.signal });
    this.classList.remove('awaits');
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }
}

customElements.define('print-button', PrintButton);
