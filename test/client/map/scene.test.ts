import { describe, expect, it } from 'vitest';
import { areasOf } from '../../../src/domain/map/areas.ts';
import { MAX_ZOOM } from '../../../src/domain/map/zoom.ts';
import { levelsFor, plateSize, type Openness, type Thing } from '../../../src/client/map/scene.ts';
import { AREAS, FILE, SIZES, STATIONS, station, wholeScene } from './city.ts';

const LEVELS = levelsFor(AREAS, SIZES);
const at = (zoom: number, more: Partial<Openness> = {}): Openness => ({
  zoom,
  levels: LEVELS,
  district: null,
  town: null,
  ...more,
});
const words = (things: readonly Thing[]) =>
  things.map((thing) =>
    thing.kind === 'point'
      ? thing.cluster.stations.map(({ id }) => id).join()
      : `${thing.kind}:${thing.label} ${thing.stations.length}`,
  );
const counted = (things: readonly Thing[]) =>
  things.reduce((sum, thing) => sum + (thing.kind === 'point' ? thing.cluster : thing).stations.length, 0);

describe('areas', () => {
  it('are those that have stations, with their towns', () => {
    expect(AREAS.map(({ name, towns, stations }) => [name, towns.map((town) => town.name), stations.length])).toEqual([
      ['东区', ['甲街道', '乙镇'], 4],
      ['西区', ['丙镇'], 2],
    ]);
  });
});

describe('levels', () => {
  it('come one after the other', () => {
    expect(LEVELS.stations).toBeGreaterThan(LEVELS.towns);
    expect(LEVELS.stations).toBeLessThan(MAX_ZOOM);
  });

  it('come later where plates are larger, as in 长辈版', () => {
    expect(levelsFor(AREAS, { touch: 60, text: 21 }).towns).toBeGreaterThanOrEqual(LEVELS.towns);
  });

  it('exist for a city without stations, and for one district', () => {
    expect(levelsFor([], SIZES).towns).toBeLessThan(levelsFor([], SIZES).stations);
    expect(levelsFor(AREAS.slice(0, 1), SIZES).towns).toBeLessThanOrEqual(8);
  });
});

describe('a scene', () => {
  it('shows districts with their counts first', () => {
    expect(words(wholeScene(AREAS, at(LEVELS.towns - 0.5)))).toEqual(['district:东区 4', 'district:西区 2']);
  });

  it('shows the towns of the district that is open, and the others as districts', () => {
    const open = at(LEVELS.towns, { district: { code: '990101', zoom: LEVELS.towns } });
    expect(words(wholeScene(AREAS, open))).toEqual(['town:甲街道 3', 'town:乙镇 1', 'district:西区 2']);
  });

  it('closes the district again farther out than it was opened', () => {
    const open = at(9, { district: { code: '990101', zoom: 10 } });
    expect(words(wholeScene(AREAS, open)).every((word) => word.startsWith('district:'))).toBe(true);
  });

  it('shows the stations of the town that is open at their places, and those without one at its plate', () => {
    const zoom = 15;
    const open = at(zoom, {
      levels: { towns: 12, stations: 16 },
      district: { code: '990101', zoom },
      town: { code: '990101001', zoom },
    });
    const shown = words(wholeScene(AREAS, open));
    expect(shown).toContain('rest:甲街道 1');
    expect(shown).toContain('town:乙镇 1');
    expect(shown.filter((word) => /^a[12]$/u.test(word))).toEqual(['a1', 'a2']);
  });

  it('shows all stations in the end, those at one place together', () => {
    const shown = wholeScene(AREAS, at(18));
    expect(words(shown).sort()).toEqual(['a1', 'a2', 'b1', 'c1,c2', 'rest:甲街道 1']);
    const together = shown.find((thing) => thing.kind === 'point' && thing.cluster.stations.length === 2);
    expect(together?.kind === 'point' && together.cluster.opensAt).toBeGreaterThan(MAX_ZOOM);
  });

  it('counts every station at every zoom level', () => {
    for (let zoom = 8; zoom <= 18; zoom += 0.25) {
      const district = zoom >= LEVELS.towns ? { code: '990101', zoom: LEVELS.towns } : null;
      expect(counted(wholeScene(AREAS, at(zoom, { district }))), `zoom ${zoom}`).toBe(STATIONS.length);
    }
  });

  it('puts areas that don’t fit beside each other on one plate, which says how many', () => {
    const towns = Array.from({ length: 6 }, (_, index) => [`${index}镇`, `99010100${index}`, 112.5, 28] as const);
    const stations = towns.map(([, code]) => station(code, code, 112.5, 28));
    const dense = areasOf({ districts: FILE.districts, towns }, stations);
    const open = at(9, { district: { code: '990101', zoom: 9 } });
    const shown = words(wholeScene(dense, open));
    expect(shown.some((word) => /^town:\d个街镇 \d$/u.test(word))).toBe(true);
  });

  it('has plates no smaller than a touch target', () => {
    expect(plateSize('', 1, SIZES)).toEqual({ w: 44, h: 44 });
    expect(plateSize('康健新村街道', 12, SIZES).w).toBeGreaterThan(7 * 16);
  });
});
