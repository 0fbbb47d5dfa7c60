import { toCsv } from '../../domain/openData/csv.ts';
import type { NearStation } from '../../domain/map/nearby.ts';
import { freshness, now } from '../browser/clock.ts';
import type { OpenStateElement } from '../station/open-state.ts';
import { nearMe, PositionFault } from '../browser/position.ts';

const ANY = ['q', 'district', 'field', 'type', 'open', 'verified'] as const;

/** So many of the nearest are shown. */
const NEAREST = 30;

interface RowFacts {
  readonly row: HTMLLIElement;
  readonly group: HTMLElement;
  readonly text: string;
  readonly open: OpenStateElement | null;
}

/**
 * <station-directory>: narrows the finished list in place. Owns the form inside it, the `hidden` of rows and groups,
 * the query string and the line that tells the count; tells the map by the event `directory-change`.
 */
class StationDirectory extends HTMLElement {
  #abort = new AbortController();
  #rows: RowFacts[] = [];
  #near: HTMLOListElement | null = null;

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const form = this.#form();
    this.#rows = [...this.querySelectorAll<HTMLLIElement>('.district-group li[data-id]')].map((row) => ({
      row,
      group: row.closest<HTMLElement>('.district-group') ?? this,
      text: `${row.textContent ?? ''}${row.dataset['id'] ?? ''}`.toLowerCase().replace(/\s+/gu, ''),
      open: row.querySelector<OpenStateElement>('open-state'),
    }));
    this.#restore(form);
    form.addEventListener('input', () => this.#narrow(), { signal });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener('reset', () => setTimeout(() => this.#narrow()), { signal });
    this.#button('near')?.addEventListener('click', () => void this.#locate(), { signal });
    this.#button('csv')?.addEventListener('click', () => this.#download(), { signal });
    this.#button('print')?.addEventListener('click', () => window.print(), { signal });
    for (const hidden of this.querySelectorAll<HTMLElement>('.needs-script, .filter-acts')) hidden.hidden = false;
    const details = this.querySelector<HTMLDetailsElement>('details.filters');
    if (details !== null && matchMedia('(max-width: 46rem)').matches) details.open = false;
    this.#narrow();
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (form === null) throw new Error('<station-directory> needs a <form>');
    return form;
  }

  #button(name: string): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>(`button[data-act="${name}"]`);
  }

  #restore(form: HTMLFormElement): void {
    const query = new URLSearchParams(location.search);
    for (const control of form.elements) {
      if (control instanceof HTMLInputElement && control.type === 'checkbox') {
        control.checked = query.getAll(control.name).includes(control.value);
      } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
        control.value = query.get(control.name) ?? '';
      }
    }
  }

  #narrow(): void {
    const data = new FormData(this.#form());
    const query = new URLSearchParams();
    for (const name of ANY) {
      for (const value of data.getAll(name))
        if (typeof value === 'string' && value.trim() !== '') query.append(name, value.trim());
    }
    const text = (query.get('q') ?? '').normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
    const types = query.getAll('type');
    const shown: string[] = [];
    const groups = new Map<HTMLElement, number>();
    for (const { row, group, text: words, open } of this.#rows) {
      const { id = '', type = '', field } = row.dataset;
      const fits =
        (text === '' || words.includes(text)) &&
        (types.length === 0 || types.includes(type)) &&
        (!query.has('field') || field === query.get('field')) &&
        (!query.has('district') || group.dataset['district'] === query.get('district')) &&
        (!query.has('open') || open?.state?.mark === '开') &&
        (!query.has('verified') || freshness(open?.dataset['verified']) === '新');
      row.hidden = !fits;
      groups.set(group, (groups.get(group) ?? 0) + (fits ? 1 : 0));
      if (fits) shown.push(id);
    }
    for (const [group, count] of groups) {
      group.hidden = count === 0;
      const label = group.querySelector('.group-count');
      if (label !== null) label.textContent = `${count} 个站`;
    }
    this.#tell(shown, query);
  }

  #tell(shown: readonly string[], query: URLSearchParams): void {
    const status = this.querySelector('[role="status"]');
    const words = shown.length === 0 ? '没有合适的站。可以少选一项，或打 12345 问。' : `${shown.length} 个站`;
    const hotline = document.documentElement.dataset['hotline'] ?? '12345';
    if (status !== null) status.textContent = words.replace('12345', hotline);
    const summary = this.querySelector('.filter-summary');
    if (summary !== null) summary.textContent = this.#summary(query);
    // Words that found nothing may tell of a trouble: they stay out of the address.
    if (shown.length === 0) query.delete('q');
    const search = query.toString();
    history.replaceState(history.state, '', `${location.pathname}${search === '' ? '' : `?${search}`}${location.hash}`);
    this.dispatchEvent(
      new CustomEvent('directory-change', { bubbles: true, detail: query.size === 0 ? null : new Set(shown) }),
    );
  }

  #summary(query: URLSearchParams): string {
    const label = (name: string) => {
      const control = this.#form().elements.namedItem(name);
      return control instanceof HTMLSelectElement ? (control.selectedOptions[0]?.textContent ?? '') : '';
    };
    const parts = [
      query.get('q') ?? '',
      query.has('district') ? label('district') : '',
      query.has('field') ? label('field') : '',
      query.getAll('type').join('、'),
      query.has('open') ? '现在开放' : '',
      query.has('verified') ? '半年内核实过' : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? '全部' : parts.join(' · ');
  }

  async #locate(): Promise<void> {
    const note = this.querySelector('.near-note');
    const say = (words: string) => {
      if (note !== null) note.textContent = words;
    };
    if (this.#near !== null) {
      this.#undoNear();
      say('');
      return;
    }
    const source = this.dataset['map'];
    if (source === undefined) throw new Error('<station-directory> needs data-map');
    say('正在定位……');
    try {
      this.#sortBy(await nearMe(source));
      say(`距离最近的 ${NEAREST} 个站，按直线距离排。最近的不一定负责您住的地方：写居委会名字可以查到负责的站。`);
    } catch (error) {
      if (!(error instanceof PositionFault)) throw error;
      say(error.message);
    }
  }

  #sortBy(near: readonly NearStation[]): void {
    const rows = new Map(this.#rows.map(({ row }) => [row.dataset['id'] ?? '', row]));
    const list = document.createElement('ol');
    list.className = 'list';
    for (const { station, words } of near) {
      const row = rows.get(station.id);
      if (row === undefined || row.hidden) continue;
      const remark = document.createElement('p');
      remark.className = 'distance';
      remark.textContent = words;
      const copy = row.cloneNode(true) as HTMLLIElement;
      copy.removeAttribute('id');
      copy.querySelector('.body')?.append(remark);
      list.append(copy);
      if (list.childElementCount === NEAREST) break;
    }
    this.#near = list;
    this.querySelector('.groups')?.before(list);
    this.querySelector<HTMLElement>('.groups')?.toggleAttribute('hidden', true);
    this.#button('near')?.setAttribute('aria-pressed', 'true');
  }

  #undoNear(): void {
    this.#near?.remove();
    this.#near = null;
    this.querySelector<HTMLElement>('.groups')?.toggleAttribute('hidden', false);
    this.#button('near')?.setAttribute('aria-pressed', 'false');
  }

  #download(): void {
    const text = (row: HTMLElement, selector: string) => row.querySelector(selector)?.textContent?.trim() ?? '';
    const rows = this.#rows
      .filter(({ row }) => !row.hidden)
      .map(({ row, group }) => [
        row.dataset['id'] ?? '',
        text(row, '.body a'),
        row.dataset['type'] ?? '',
        text(group, 'h2 a'),
        text(row, '.number'),
        text(row, '.meta'),
        row.querySelector<HTMLElement>('open-state')?.dataset['verified'] ?? '',
        row.querySelector<HTMLAnchorElement>('.body a')?.href ?? '',
      ]);
    const csv = toCsv(['站点编号', '站点名称', '类型', '区', '电话', '说明', '核实日期', '网址'], rows);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    const prefix = document.documentElement.dataset['kind'] === 'sample' ? 'sample-' : '';
    link.download = `${prefix}stations-${now().date}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

customElements.define('station-directory', StationDirectory);
