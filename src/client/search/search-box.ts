import type { Answer } from '../../search/types/answer.ts';
import { isComposing } from '../browser/composing.ts';
import { need } from '../browser/elements.ts';
import { Asking } from './asking.ts';
import { takeOver, type WorkerAhead } from './desk.ts';
import { addressOf, chosenFilters, restoreFilters } from './filters.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { SearchPanel } from './searchPanel.ts';
import { given, sourcesOf } from './sources.ts';

/**
 * <search-box data-mode data-lookup data-words data-committees data-more data-places data-pagefind data-base data-results data-stations data-map data-leave data-hotline data-embed data-fields>:
 * turns the search form of the page into a combobox with a listbox (ARIA Authoring Practices). Owns the panel below its
 * field, `?q=` on the results page and the latest queries of this device; sensitive queries are stored nowhere.
 */
class SearchBox extends HTMLElement {
  #abort = new AbortController();
  #input!: HTMLInputElement;
  #panel!: SearchPanel;
  #asking!: Asking;

  connectedCallback(): void {
    const input = need<HTMLInputElement>(this, 'input');
    this.#input = input;
    this.#panel = new SearchPanel(this, input, this.#onPage);
    this.#asking = this.#askingOf(this.#panel);
    this.#abort = new AbortController();
    const { signal } = this.#abort;

    input.addEventListener('focus', () => this.#focused(), { signal });
    input.addEventListener('input', (event) => this.#typed(event), { signal });
    input.addEventListener('compositionend', () => this.#ask(), { signal });
    input.addEventListener('keydown', (event) => this.#key(event), { signal });
    need(this, 'form').addEventListener('submit', (event) => void this.#submit(event), { signal });
    for (const select of this.querySelectorAll('select'))
      select.addEventListener('change', () => this.#ask(), { signal });
    this.querySelector('[data-near]')?.addEventListener('click', () => void this.#asking.askNearest(), { signal });
    const box = need(this, '.search-panel');
    box.addEventListener('click', (event) => this.#clicked(event), { signal });
    box.addEventListener('auxclick', (event) => this.#clicked(event), { signal });
    // A press in the list must not take the focus from the field.
    this.#panel.list.addEventListener('pointerdown', (event) => event.preventDefault(), { signal });
    document.addEventListener('pointerdown', ({ target }) => this.#leftFor(target), { signal });
    this.addEventListener('focusout', ({ relatedTarget }) => relatedTarget && this.#leftFor(relatedTarget), { signal });
    // The back/forward cache may bring this page back with its field filled.
    window.addEventListener('pagehide', () => this.#wipe(), { signal });
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.#wipe(), { signal });
    this.#askAddress();
    // The code comes when the field is touched: by then it has the focus, and perhaps words in it.
    if (document.activeElement === input) this.#begun();
  }

  disconnectedCallback(): void {
    this.#asking.forget();
    this.#abort.abort();
  }

  get #onPage(): boolean {
    return this.dataset['mode'] === '页';
  }

  #askingOf(panel: SearchPanel): Asking {
    const places = {
      sources: sourcesOf(this),
      ways: {
        results: this.#onPage ? '' : given(this, 'results'),
        stations: given(this, 'stations'),
        hotline: given(this, 'hotline'),
        embed: given(this, 'embed'),
      },
      leave: given(this, 'leave'),
      map: given(this, 'map'),
    };
    return new Asking(panel, places, (answer) => this.#onPage && this.#address(answer));
  }

  /** On the results page: reads query and filters from the address and asks the search. */
  #askAddress(): void {
    const address = new URLSearchParams(this.#onPage ? location.search : '');
    restoreFilters(this, address);
    const asked = address.get('q') ?? '';
    if (asked === '') return;
    // The query is taken out of the address until the search has found that it is not sensitive.
    history.replaceState(history.state, '', location.pathname + addressOf(this, ''));
    this.#input.value = asked;
    this.#ask();
  }

  #begun(): void {
    this.#focused();
    const isComposing = this.dataset['composing'] !== undefined;
    if (!isComposing && this.#input.value.trim() !== '' && this.#asking.answer === null) this.#ask();
  }

  #focused(): void {
    this.#asking.preload();
    const words = recentSearches();
    if (this.#input.value.trim() !== '') {
      if (this.#asking.answer !== null) this.#panel.open();
    } else if (words.length > 0 && !this.#onPage) void this.#offer(words);
  }

  async #offer(words: readonly string[]): Promise<void> {
    const { recentNote } = await import('./recentNote.ts');
    if (this.#input.value === '') this.#panel.offer(recentNote(words));
  }

  #typed(event: Event): void {
    // While an input method composes, the field holds unfinished pinyin.
    if (event instanceof InputEvent && event.isComposing) return;
    this.#ask();
  }

  #ask(): void {
    this.#complain('');
    if (this.#input.value.trim() === '') this.#forget();
    else this.#asking.ask(this.#input.value, chosenFilters(this));
  }

  #forget(): void {
    this.#asking.forget();
    if (this.#onPage) history.replaceState(history.state, '', location.pathname);
  }

  /** Clears the field before the browser caches the page, unless its query is known not to be sensitive. */
  #wipe(): void {
    const { answer } = this.#asking;
    const harmless = answer !== null && !answer.sensitive && answer.query === this.#input.value;
    if (this.#input.value === '' || harmless) return;
    this.#input.value = '';
    this.#forget();
  }

  #key(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const { current, options } = this.#panel.active;
    if (event.key === 'Escape') {
      const open = this.#panel.isOpen && !this.#onPage;
      if (open) event.preventDefault();
      else this.#input.value = '';
      if (this.#onPage) this.#ask();
      else this.#panel.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      if (!this.#panel.isOpen) this.#panel.open();
      this.#panel.active.step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      this.#follow(current, event);
    }
  }

  #clicked(event: MouseEvent): void {
    // The right button is left to the browser's menu.
    if (!(event.target instanceof Element) || event.button > 1) return;
    const word = event.target.closest<HTMLElement>('[data-word]')?.dataset['word'];
    if (word !== undefined) {
      this.#input.value = word;
      this.#input.focus();
      this.#ask();
    } else if (event.target.closest('[data-forget]') !== null) {
      forgetSearches();
      this.#panel.clear();
      this.#input.focus();
    } else {
      this.#follow(event.target.closest<HTMLElement>('[role="option"]'), event);
    }
  }

  /** Opens the page of an option as a link would; the middle button or a modifier key opens it in a new tab. */
  #follow(row: HTMLElement | null | undefined, event: MouseEvent | KeyboardEvent): void {
    const href = row?.querySelector('a')?.href;
    if (href === undefined) return;
    const middle = event instanceof MouseEvent && event.button === 1;
    this.#remember();
    if (middle || event.ctrlKey || event.metaKey || event.shiftKey) window.open(href, '_blank', 'noopener');
    else location.assign(href);
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const query = this.#input.value.trim();
    if (query === '') {
      this.#complain('还没有写。写小区、门牌、居委会的名字，或者您的难处。');
      this.#input.focus();
      return;
    }
    const harmless = await this.#asking.isHarmless(query);
    if (harmless !== true) {
      if (this.#input.value.trim() === query) this.#panel.open();
      return;
    }
    this.#remember();
    if (this.#onPage) this.#ask();
    else location.assign(`${this.dataset['results'] ?? ''}?q=${encodeURIComponent(query)}`);
  }

  #complain(words: string): void {
    const error = need(this, '.error');
    error.textContent = words;
    error.hidden = words === '';
    if (words === '') this.#input.removeAttribute('aria-invalid');
    else this.#input.setAttribute('aria-invalid', 'true');
  }

  #remember(): void {
    const { answer } = this.#asking;
    if (answer !== null && !answer.sensitive && !answer.weak) rememberSearch(answer.query);
  }

  /** Writes query and filters into the address, so that the results can be shared; a sensitive query is left out. */
  #address({ query, sensitive }: Answer): void {
    history.replaceState(history.state, '', location.pathname + addressOf(this, sensitive ? '' : query.trim()));
  }

  #leftFor(target: EventTarget | null): void {
    if (!(target instanceof Node && this.contains(target))) this.#panel.close();
  }
}

/** Defines the element. The first field that is used takes over the worker that was started ahead of it. */
export function defineSearchBox(ahead: WorkerAhead | null): void {
  takeOver(ahead);
  customElements.define('search-box', SearchBox);
}
