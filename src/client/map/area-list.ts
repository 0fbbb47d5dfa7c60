import type { DistrictArea, TownArea } from '../../domain/map/areas.ts';
import type { MapStation } from '../../domain/map/mapFile.ts';
import { sampleMark } from '../../domain/dataset/sample.ts';
import { paths } from '../../domain/site/paths.ts';
import { el, link, need } from '../browser/elements.ts';
import { AREA_CHANGE, AREA_SHOW, headOf, rowWords, type AreaList } from './areaRows.ts';

/**
 * <area-list data-base [data-sample]>: the list beside the map, which comes with the map and follows it: all districts,
 * the towns of one, or the stations of a town. Its links open areas on the map; before it has come, their pages. Owns
 * the heading, the count, the button that goes back and the rows. Listens to `area-change` and `station-select` on the
 * document; sends `area-show` and `station-show`.
 */
class AreaListElement extends HTMLElement {
  #abort = new AbortController();
  /** What the rows show, in words, so that they are not made again for nothing. */
  #shown = '';

  connectedCallback(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const on = <T>(type: string, act: (detail: T) => void) =>
      document.addEventListener(type, (event) => act((event as CustomEvent<T>).detail), { signal });
    on<AreaList>(AREA_CHANGE, (list) => this.#show(list));
    on<string>('station-select', (id) => this.#mark(id));
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
  }

  disconnectedCallback(): void {
    this.#abort.abort();
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
    const { title, count } = headOf(list);
    const shown = `${list.level}${title}${count}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    need(this, 'h2').textContent = title;
    need(this, '.area-head p').textContent = `${count}${sampleMark(this.dataset['sample'] !== undefined)}`;
    const back = need(this, '.area-head button');
    back.hidden = list.level === 'city';
    back.dataset['area'] = list.level === 'town' ? list.district.code : '';
    back.textContent = `回到${list.level === 'town' ? list.district.name : '全市'}`;
    const rows =
      list.level === 'town'
        ? list.town.stations.map((station) => this.#station(station))
        : (list.level === 'city' ? list.districts : list.district.towns).map((area) => this.#area(area));
    need(this, 'ul').replaceChildren(...rows);
  }

  #area(area: DistrictArea | TownArea): HTMLElement {
    const anchor = link(this.#href('towns' in area ? paths.district(area.code) : paths.town(area.code)), '', [
      el('span', '', area.name),
      el('small', '', rowWords(area)),
    ]);
    anchor.dataset['area'] = area.code;
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
