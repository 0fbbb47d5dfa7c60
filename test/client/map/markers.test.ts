import { parseHTML } from 'linkedom';
import type L from 'leaflet';
import { describe, expect, it, vi } from 'vitest';
import { clusterIndex, nameMarker, onEnter } from '../../../src/client/map/markers.ts';
import type { MapStation } from '../../../src/domain/map/mapFile.ts';

// Leaflet wants a window as soon as it is loaded; nothing of it is asked here.
vi.mock('leaflet', () => ({ default: {} }));

/** A marker as Leaflet draws it, as far as it is asked here. */
const markerOf = (element: unknown) => ({ getElement: () => element }) as L.Marker;

/** Presses a key on a marker that acts on Enter: how often it acted, and whether the page still gets the key. */
function press(key: string): { readonly acted: number; readonly left: boolean } {
  const element = new EventTarget();
  const act = vi.fn();
  onEnter(markerOf(element), act);
  const left = element.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key }));
  return { acted: act.mock.calls.length, left };
}

describe('a marker on the keyboard', () => {
  it.each(['Enter', ' '])('acts on “%s”, and the page does not scroll', (key) => {
    expect(press(key)).toEqual({ acted: 1, left: false });
  });

  it.each(['Tab', 'ArrowDown', 'a'])('leaves “%s” to the page', (key) => {
    expect(press(key)).toEqual({ acted: 0, left: true });
  });
});

describe('the name of a marker', () => {
  const station = (id: string, lon: number, exact = true): MapStation => ({
    id,
    name: `${id}社工站`,
    type: '综合',
    mark: '综',
    exact,
    lon,
    lat: 28,
    phone: '',
  });
  const named = (stations: readonly MapStation[], selected: string | null = null) => {
    const button = parseHTML('<div></div>').document.createElement('div');
    const [feature] = clusterIndex(stations, 44).getClusters([-180, -80, 180, 80], 5);
    if (feature === undefined) throw new Error('nothing drawn');
    nameMarker(markerOf(button), feature, selected);
    return [button.getAttribute('aria-label'), button.getAttribute('aria-pressed')];
  };

  it('of several stations says how many, and what a press does', () => {
    expect(named([station('a', 112), station('b', 112.0001)])).toEqual(['2个站，放大来看', null]);
  });

  it('of one is its own, with how exactly it stands there, and whether it is chosen', () => {
    expect(named([station('a', 112)])[0]).toMatch(/^a社工站，/u);
    expect(named([station('a', 112)], 'a')[1]).toBe('true');
    expect(named([station('a', 112)])[0]).not.toBe(named([station('a', 112, false)])[0]);
  });
});
