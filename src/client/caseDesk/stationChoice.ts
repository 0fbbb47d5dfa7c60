import { isComposing } from '../browser/composing.ts';
import { el, need } from '../browser/elements.ts';
import { findStations, type FoundStation } from './findStations.ts';

/** The districts with their towns and stations, as the page carries them. */
export type Places = readonly (readonly [
  name: string,
  towns: readonly (readonly [name: string, stations: readonly (readonly [id: string, name: string])[]])[],
])[];

const option = (value: string, text: string): HTMLOptionElement => Object.assign(el('option', '', text), { value });

/** So many stations are offered for what was typed; more are only counted. */
const MOST = 8;

/** The field that finds a station and the three lists that lead to one: 区, 街镇, 站. It owns what they offer. */
export class StationChoice {
  readonly #places: Places;
  readonly #district: HTMLSelectElement;
  readonly #town: HTMLSelectElement;
  readonly #station: HTMLSelectElement;
  readonly #find: HTMLInputElement;
  readonly #found: HTMLElement;
  readonly #note: HTMLElement;
  readonly #all: readonly FoundStation[];

  constructor(form: HTMLFormElement, places: Places, signal: AbortSignal) {
    this.#places = places;
    this.#district = need(form, '[name=district]');
    this.#town = need(form, '[name=town]');
    this.#station = need(form, '[name=station]');
    this.#find = need(form, '[data-find]');
    this.#found = need(form, '[data-found]');
    this.#note = need(form, '[data-found-note]');
    this.#all = places.flatMap(([place, towns]) =>
      towns.flatMap(([, stations]) => stations.map(([id, name]) => ({ id, name, place }))),
    );
    this.#find.addEventListener('input', () => this.#offer(), { signal });
    this.#find.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.#district.append(...places.map(([name], at) => option(String(at), name)));
    this.#district.addEventListener('change', () => this.#towns(), { signal });
    this.#town.addEventListener('change', () => this.#stations(), { signal });
  }

  /** Offers what was found for the words in the field. */
  #offer(): void {
    const found = findStations(this.#all, this.#find.value);
    const items = found.slice(0, MOST).map(({ id, name, place }) => {
      const button = el('button', 'copy', name, [el('span', 'small', ` ${place}`)]);
      button.type = 'button';
      button.addEventListener('click', () => this.#take(id));
      return el('li', '', '', [button]);
    });
    this.#found.replaceChildren(...items);
    const more = found.length > MOST ? `有${found.length}个站，再写几个字` : `有${found.length}个站`;
    this.#note.textContent = this.#find.value.trim() === '' ? '' : found.length === 0 ? '没有这样的站' : more;
  }

  /** The first station that is offered is taken by the enter key, unless the key chooses among characters. */
  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || isComposing(event)) return;
    event.preventDefault();
    this.#found.querySelector('button')?.click();
  }

  /** Takes a station that was offered, and leads on to the lists, where it now stands. */
  #take(id: string): void {
    this.#find.value = '';
    this.#offer();
    this.choose(id);
    this.#note.textContent = `选了${this.name()}`;
    this.#station.focus();
    this.#station.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #townsNow(): Places[number][1] {
    return this.#district.value === '' ? [] : (this.#places[Number(this.#district.value)]?.[1] ?? []);
  }

  #towns(): void {
    const towns = this.#townsNow();
    this.#town.replaceChildren(
      option('', towns.length === 0 ? '先选区' : '请选'),
      ...towns.map(([name], at) => option(String(at), name)),
    );
    this.#stations();
  }

  #stations(): void {
    const stations = this.#town.value === '' ? [] : (this.#townsNow()[Number(this.#town.value)]?.[1] ?? []);
    const first = this.#town.value === '' ? '先选街镇' : stations.length === 0 ? '没有登记的站' : '请选';
    this.#station.replaceChildren(option('', first), ...stations.map(([id, name]) => option(id, name)));
  }

  /** Chooses a station by its id, with its town and district; one that isn't known is kept as it is. */
  choose(id: string): void {
    const district = this.#places.findIndex(([, towns]) => towns.some(([, all]) => all.some(([one]) => one === id)));
    const town = (this.#places[district]?.[1] ?? []).findIndex(([, all]) => all.some(([one]) => one === id));
    this.#district.value = district < 0 ? '' : String(district);
    this.#towns();
    if (town >= 0) this.#town.value = String(town);
    this.#stations();
    if (id !== '' && town < 0) this.#station.append(option(id, id));
    this.#station.value = id;
  }

  /** The name of the station that is chosen; empty where none is. */
  name(): string {
    return this.#station.value === '' ? '' : (this.#station.selectedOptions[0]?.textContent ?? '');
  }
}
