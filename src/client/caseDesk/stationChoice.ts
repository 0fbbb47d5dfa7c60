import { el, need } from '../browser/elements.ts';

/** The districts with their towns and stations, as the page carries them. */
export type Places = readonly (readonly [
  name: string,
  towns: readonly (readonly [name: string, stations: readonly (readonly [id: string, name: string])[]])[],
])[];

const option = (value: string, text: string): HTMLOptionElement => Object.assign(el('option', '', text), { value });

/** The three lists that lead to a station: 区, 街镇, 站. It owns their options. */
export class StationChoice {
  readonly #places: Places;
  readonly #district: HTMLSelectElement;
  readonly #town: HTMLSelectElement;
  readonly #station: HTMLSelectElement;

  constructor(form: HTMLFormElement, places: Places, signal: AbortSignal) {
    this.#places = places;
    this.#district = need(form, '[name=district]');
    this.#town = need(form, '[name=town]');
    this.#station = need(form, '[name=station]');
    this.#district.append(...places.map(([name], at) => option(String(at), name)));
    this.#district.addEventListener('change', () => this.#towns(), { signal });
    this.#town.addEventListener('change', () => this.#stations(), { signal });
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
