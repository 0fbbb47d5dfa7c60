import { need } from '../browser/elements.ts';

/**
 * <share-button data-text>: hands the text to the device's own way of sharing, where there is one. Beside it stands a
 * <copy-button> with the same text, which is hidden then.
 */
class ShareButton extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback(): void {
    const { text = '' } = this.dataset;
    if (!('share' in navigator)) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    need(this, 'button').addEventListener('click', () => void this.#share(text), { signal });
    this.hidden = false;
    this.nextElementSibling?.remove();
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
  }

  async #share(text: string): Promise<void> {
    try {
      await navigator.share({ text });
    } catch (error) {
      // The reader closed the window in which one chooses whom to send it to.
      if (!(error instanceof DOMException)) throw error;
    }
  }
}

customElements.define('share-button', ShareButton);
