import { need } from '../browser/elements.ts';
import { canKeep, keep, kept } from '../browser/storage.ts';

/**
 * <view-switch data-setting data-value>: a button that turns one display setting (长辈版, 深色, 高对比) on and off. Owns
 * `data-<setting>` on <html> and the key `sgz-<setting>` in localStorage.
 */
class ViewSwitch extends HTMLElement {
  #abort = new AbortController();

  connectedCallback(): void {
    const button = need(this, 'button');
    const { setting = '', value = '' } = this.dataset;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const root = document.documentElement;
    const show = () => button.setAttribute('aria-pressed', String(isOn(setting, value)));
    button.addEventListener('click', () => choose(setting, isOn(setting, value) ? opposite(setting) : value), {
      signal,
    });
    root.addEventListener('view-change', show, { signal });
    for (const query of SYSTEM) matchMedia(query).addEventListener('change', show, { signal });
    // The choice may have been made on another page, in another tab, or before 后退 brought this one back.
    const again = () => canKeep() && apply(setting, kept(`sgz-${setting}`));
    window.addEventListener('pageshow', ({ persisted }) => persisted && again(), { signal });
    window.addEventListener('storage', ({ key }) => (key === `sgz-${setting}` || key === null) && again(), { signal });
    show();
    this.classList.remove('awaits');
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }
}

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';
const SYSTEM = [DARK, CONTRAST];

const attribute = (setting: string) => document.documentElement.getAttribute(`data-${setting}`);

function isOn(setting: string, value: string): boolean {
  if (setting === 'theme') return (attribute('theme') ?? (matchMedia(DARK).matches ? 'dark' : 'light')) === value;
  if (setting === 'contrast') return (attribute('contrast') ?? (matchMedia(CONTRAST).matches ? 'more' : '')) === value;
  return attribute(setting) === value;
}

/**
 * The value that a setting takes when it is switched off: `light` for the theme, because the system may ask for dark;
 * none for the others.
 */
const opposite = (setting: string): string | null => (setting === 'theme' ? 'light' : null);

/** Shows the page in a way; null is the way of the system. */
function apply(setting: string, value: string | null): void {
  const root = document.documentElement;
  if (value === null) root.removeAttribute(`data-${setting}`);
  else root.setAttribute(`data-${setting}`, value);
  root.dispatchEvent(new CustomEvent('view-change'));
}

function choose(setting: string, value: string | null): void {
  apply(setting, value);
  keep(`sgz-${setting}`, value);
}

customElements.define('view-switch', ViewSwitch);
