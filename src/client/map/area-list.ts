import type { MapStation } from '../../domain/map/mapFile.ts';
import { sampleMark } from '../../domain/dataset/sample.ts';
import { paths } from '../../domain/site/paths.ts';
import { el, link, need } from '../browser/elements.ts';
import {
  AREA_CHANGE,
  AREA_SHOW,
  districtWords,
  headOf,
  lacksSome,
  rowWords,
  type AreaList,
  type WholeDistrict,
} from './areaRows.ts';

/**
 * <area-list data-base [data-sample]>: the list beside the map, which comes with the map and follows it: all districts,
 * the towns of one, or the stations of a town. Its links open areas on the map; before it has come, and where an area is
 * not on it, their pages. Owns the heading, the count, the button that goes back and the rows. Listens to `area-change`
 * and `station-select` on the document; sends `area-show` and `station-show`.
 */
class AreaListElement extends HTMLElement {
  #abort = new AbortController();
  /** What the rows show, in words, so that they are not made again for nothing. */
  #shown = '';
  /** All districts by code, and the words that count them, as the page came with them. */
  readonly #all = new Map<string, WholeDistrict>();
  #count = '';

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    if (this.#all.size === 0) this.#readRows();
    const on = <T>(type: string, act: (detail: T) => void) =>
      document.addEventListener(type, (event) => act((event as CustomEvent<T>).detail), { signal });
    on<AreaList>(AREA_CHANGE, (list) => this.#show(list));
    on<string>('station-select', (id) => this.#mark(id));
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
  }

  disconnectedCallback(): void {
    this.#abort.abort();
  }

  #readRows(): void {
    this.#count = need(this, '.area-head p').textContent ?? '';
    for (const row of this.querySelectorAll<HTMLElement>('li [data-area]'))
      this.#all.set(row.dataset['area'] ?? '', {
        name: need(row, 'span').textContent ?? '',
        stations: Number(row.dataset['stations']),
        words: need(row, 'small').textContent ?? '',
      });
  }

  #clicked(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const pressed = event.target.closest<HTMLElement>('[data-area]');
    if (pressed !== null) {
      const asks = new CustomEvent(AREA_SHOW, { cancelable: true, detail: pressed.dataset['area'] ?? '' });
      // A map that is there takes it; else the link leads to the page of the area.
      if (!document.dispatchEvent(asks)) event.preventDefault();
      return;
    }
    const row = event.target.closest('a') === null ? event.target.closest<HTMLElement>('li[data-id]') : null;
    if (row !== null) document.dispatchEvent(new CustomEvent('station-show', { detail: row.dataset['id'] }));
  }

  #show(list: AreaList): void {
    const { title, count: onMap } = headOf(list);
    const count = this.#lacking(list)?.words ?? onMap;
    const shown = `${list.level}${title}${count}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    need(this, 'h2').textContent = title;
    need(this, '.area-head p').textContent =
      list.level === 'city' ? this.#count : `${count}${sampleMark(this.dataset['sample'] !== undefined)}`;
    const back = need(this, '.area-head button');
    back.hidden = list.level === 'city';
    back.dataset['area'] = list.level === 'town' ? list.district.code : '';
    back.textContent = `回到${list.level === 'town' ? list.district.name : '全市'}`;
    need(this, 'ul').replaceChildren(...this.#rows(list));
  }

  /** The open district with all that it has, where the map lacks some of it. */
  #lacking(list: AreaList): WholeDistrict | undefined {
    const whole = list.level === 'district' ? this.#all.get(list.district.code) : undefined;
    return list.level === 'district' && whole !== undefined && lacksSome(list.district, whole) ? whole : undefined;
  }

  #rows(list: AreaList): HTMLElement[] {
    if (list.level === 'town') return list.town.stations.map((station) => this.#station(station));
    if (list.level === 'city') {
      const onMap = new Map(list.districts.map((district) => [district.code, district]));
      return [...this.#all].map(([code, whole]) =>
        this.#area(paths.district(code), whole.name, districtWords(onMap.get(code), whole), code),
      );
    }
    const { code, name, towns } = list.district;
    const rows = towns.map((town) => this.#area(paths.town(town.code), town.name, rowWords(town), town.code));
    return this.#lacking(list) === undefined
      ? rows
      : [...rows, this.#area(paths.district(code), `${name}的全部`, '有的站不在图上')];
  }

  /** A row for an area; `code` is what the map opens it by. */
  #area(path: string, name: string, words: string, code?: string): HTMLElement {
    const anchor = link(this.#href(path), '', [el('span', '', name), el('small', '', words)]);
    if (code !== undefined) anchor.dataset['area'] = code;
    return el('li', '', '', [anchor]);
  }

  #station({ id, name, phone, type, exact }: MapStation): HTMLElement {
    const row = el('li', 'area-station', '', [
      link(this.#href(paths.station(id)), name),
      el('span', 'number', phone),
      el('small', '', exact ? type : `${type}，约略位置`),
    ]);
    row.dataset['id'] = id;
    return row;
  }

  /** An address of the site below the path that it is mounted at. */
  #href(path: string): string {
    return `${this.dataset['base'] ?? '/'}${path.slice(1)}`;
  }

  #mark(id: string): void {
    this.querySelector('li[aria-current]')?.removeAttribute('aria-current');
    const row = this.querySelector<HTMLElement>(`li[data-id="${CSS.escape(id)}"]`);
    row?.setAttribute('aria-current', 'true');
  }
}

customElements.define('area-list', AreaListElement);
