import { parseHTML } from 'linkedom';
import type L from 'leaflet';
import { describe, expect, it, vi } from 'vitest';
import { nearestArea } from '../../../src/client/map/areaInView.ts';
import { clusterWords, nameMarker, onEnter, stationWords } from '../../../src/client/map/markers.ts';
import { plateWords } from '../../../src/client/map/plateMarker.ts';
import type { PlateThing } from '../../../src/client/map/scene.ts';
import { AREAS, station } from './city.ts';

// Leaflet wants a window as soon as it is loaded; nothing of it is asked here.
vi.mock('leaflet', () => ({ default: {} }));
// In a sample ages are counted to its as-at date.
vi.stubGlobal('document', { documentElement: { dataset: { asAt: '2026-11-26' } } });

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
  it('of several stations says how many, and what a press does', () => {
    const stations = [station('a', '', 112, 28), station('b', '', 112, 28)];
    expect(clusterWords({ lon: 112, lat: 28, stations, opensAt: 14 }, 18)).toBe('2个站，放大来看');
    expect(clusterWords({ lon: 112, lat: 28, stations, opensAt: 19 }, 18)).toBe('2个站，在同一处，打开来看');
  });

  it('of one is its own, with how exactly it stands there, and whether it is chosen', () => {
    expect(stationWords(station('a', '', 112, 28))).toMatch(/^a社工站，/u);
    expect(stationWords(station('a', '', 112, 28))).not.toBe(stationWords(station('a', '', 112, 28, { exact: false })));
    const button = parseHTML('<div></div>').document.createElement('div');
    nameMarker(markerOf(button), '甲', true);
    expect([button.getAttribute('aria-label'), button.getAttribute('aria-pressed')]).toEqual(['甲', 'true']);
  });
});

describe('the name of a plate', () => {
  const [east] = AREAS;
  const plate = (more: Partial<PlateThing>): PlateThing => ({
    kind: 'district',
    areas: east === undefined ? [] : [east],
    stations: east?.stations ?? [],
    label: '东区',
    at: { x: 0, y: 0 },
    box: { x: 0, y: 0, w: 44, h: 44 },
    ...more,
  });

  it('says which area, how many stations, and what a press does', () => {
    expect(plateWords(plate({}))).toBe('东区，4个站，打开');
    expect(plateWords(plate({ areas: AREAS, label: '2个区' }))).toBe('2个区，4个站，放大来看');
    expect(plateWords(plate({ kind: 'rest', label: '甲街道' }))).toBe('甲街道，4个站只知道在这里，打开来看');
  });

  it('says where no station has been verified', () => {
    const never = [
      station('a', '', 112, 28, { verified: null }),
      station('b', '', 112, 28, { verified: '2024-01-01' }),
    ];
    expect(
      plateWords(plate({ stations: never, areas: east === undefined ? [] : [{ ...east, stations: never }] })),
    ).toBe('东区，2个站，都还没核实，打开');
  });
});

describe('the nearest', () => {
  const towns = AREAS.flatMap((district) => district.towns);

  it('is told from any place, with its distance', () => {
    const found = nearestArea(towns, { lon: 112.201, lat: 28.02 });
    expect(found?.area.name).toBe('丙镇');
    expect(found?.metres).toBeCloseTo(1001, -1);
  });

  it('is nothing where no station is shown', () => {
    expect(nearestArea([], { lon: 112, lat: 28 })).toBeNull();
  });
});
