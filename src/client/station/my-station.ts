import { el, link } from '../browser/elements.ts';
import { home, rememberHome, townPage } from './home.ts';

/** The parts of the page of a 街镇 for frames that this element shows elsewhere. */
interface Found {
  readonly place: string;
  readonly plate: HTMLElement;
  readonly row: HTMLElement | null;
  /** The holiday table that the parts need. */
  readonly calendar: Element | null;
}

/** Looks up a 居村委 in the page of its 街镇: its name, the plate, and the station of the first of these fields. */
function lookUp(page: Document, code: string, fields: readonly string[]): Found | null {
  const plate = page.querySelector<HTMLElement>('.plate');
  const place = page.getElementById(code)?.textContent?.trim();
  if (plate === null || place === undefined) return null;
  const rows = [...page.querySelectorAll<HTMLElement>('li[data-id]')];
  const row = fields.map((field) => rows.find(({ dataset }) => dataset['field'] === field)).find(Boolean);
  return {
    place,
    plate,
    row: row ?? rows.find(({ dataset }) => dataset['type'] === '综合') ?? null,
    calendar: page.querySelector('#calendar'),
  };
}

/** Changes a heading's level; text and links stay. */
function headed(within: HTMLElement, from: string, to: 'h2' | 'h3'): void {
  const heading = within.querySelector(from);
  heading?.replaceWith(el(to, heading.className, '', [...heading.childNodes]));
}

/**
 * <my-station data-source data-fields data-variant>: shows the station of the 居村委 that this device remembers, out of
 * the page of its 街镇 at `data-source` (with * for the code): the plate on the home page (门牌), else the row of the
 * station of the first of `data-fields`, or of the 综合 station. Its own content asks for the place and is hidden
 * meanwhile. Nothing is asked for where nothing is remembered.
 */
class MyStation extends HTMLElement {
  #abort = new AbortController();
  #shown: HTMLElement | null = null;

  connectedCallback(): void {
    this.#abort = new AbortController();
    document.addEventListener('home-changed', () => void this.#update(), { signal: this.#abort.signal });
    void this.#update();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  async #update(): Promise<void> {
    const code = home();
    if (code === null) {
      delete document.documentElement.dataset['home'];
      this.#show(null);
      return;
    }
    const { source = '', fields = '', variant } = this.dataset;
    try {
      const page = await townPage(source, code.slice(0, 9));
      const found = page === null ? null : lookUp(page, code, fields.split(' '));
      if (home() !== code) return;
      if (found === null) {
        // The register has changed: what is remembered means nothing any more.
        rememberHome(null);
        return;
      }
      if (found.calendar !== null && document.getElementById('calendar') === null) document.body.append(found.calendar);
      this.#show(variant === '门牌' ? this.#plate(found) : this.#row(found));
      await import('./lateOpenState.ts');
    } catch {
      // Without the page (no network) the field stays, which asks for the place.
      delete document.documentElement.dataset['home'];
      this.#show(el('div', 'my-row', '', [el('p', 'small', '现在取不到您记住的社工站。'), this.#buttons()]), false);
    }
  }

  /** Shows something of the reader's place, alone or below what asks for it; null takes it away. */
  #show(content: HTMLElement | null, alone = true): void {
    this.#shown?.remove();
    this.#shown = content;
    for (const child of this.children) if (child instanceof HTMLElement) child.hidden = alone && content !== null;
    if (content !== null) this.append(content);
  }

  #buttons(): HTMLElement {
    const forget = el('button', 'btn btn-quiet', '忘掉');
    forget.type = 'button';
    forget.addEventListener('click', () => rememberHome(null), { signal: this.#abort.signal });
    return el('p', 'btn-row', '', [forget]);
  }

  #plate({ plate, place }: Found): HTMLElement {
    headed(plate, 'h1', 'h2');
    const kind = plate.querySelector('.kind span:last-child');
    if (kind !== null) kind.textContent = `您的社工站 · ${place}`;
    const href = plate.querySelector<HTMLAnchorElement>('.note a[href]')?.href;
    const buttons = this.#buttons();
    if (href !== undefined) {
      const open = link(href, '看这个站');
      open.className = 'btn';
      buttons.prepend(open);
    }
    plate.append(buttons);
    return plate;
  }

  #row({ row, plate, place }: Found): HTMLElement {
    if (row === null) return this.#plate({ row, plate, place, calendar: null });
    // The same row may stand on this page already.
    row.removeAttribute('id');
    return el('div', 'my-row', '', [
      el('p', 'small', `您住在${place}，这件事找：`),
      el('ul', 'list', '', [row]),
      this.#buttons(),
    ]);
  }
}

customElements.define('my-station', MyStation);
