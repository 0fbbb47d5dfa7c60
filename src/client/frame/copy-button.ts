import { need } from '../browser/elements.ts';

/**
 * <copy-button data-text>: copies the text to the clipboard and confirms it in its label for a moment. Hidden without
 * JavaScript.
 */
class CopyButton extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback(): void {
    const button = need(this, 'button');
    const { text = '' } = this.dataset;
    if (!('clipboard' in navigator)) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const label = button.textContent ?? '';
    button.setAttribute('aria-live', 'polite');
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = '已复制';
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        button.textContent = '没复制成，请长按选中';
      }
      setTimeout(() => (button.textContent = label), 3000);
    };
    button.addEventListener('click', () => void copy(), { signal });
    this.classList.remove('awaits');
  }

  disconnectedCallback(): void {
    this.#abort?.abort();
  }
}

customElements.define('copy-button', CopyButton);
