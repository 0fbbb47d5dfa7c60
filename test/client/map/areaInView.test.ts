import { describe, expect, it, vi } from 'vitest';
import { inMiddle, listOf, stillOpen } from '../../../src/client/map/areaInView.ts';
import { headOf, rowWords } from '../../../src/client/map/areaRows.ts';
import { levelsFor, type Openness } from '../../../src/client/map/scene.ts';
import { AREAS, SIZES, wholeScene } from './city.ts';

// In a sample ages are counted to its as-at date.
vi.stubGlobal('document', { documentElement: { dataset: { asAt: '2026-11-26' } } });

const LEVELS = levelsFor(AREAS, SIZES);
const EAST = { lon: 112.5, lat: 28 };
const WEST = { lon: 112.2, lat: 28 };
const listAt = (open: Partial<Openness> & { readonly zoom: number }, middle = EAST) => {
  const whole = { levels: LEVELS, district: null, town: null, ...open };
  return listOf(AREAS, wholeScene(AREAS, whole), whole, middle);
};
const always = () => true;

describe('the list beside the map', () => {
  it('is of all districts first', () => {
    const list = listAt({ zoom: 8 });
    expect(headOf(list)).toEqual({ title: '全市', count: '2个区，6个站' });
    expect(list.level === 'city' ? list.districts.map(rowWords) : []).toEqual(['2个街镇，4个站', '1个街镇，2个站']);
  });

  it('is of the towns of the district that is open', () => {
    const list = listAt({ zoom: LEVELS.towns, district: { code: '990101', zoom: 8 } });
    expect(headOf(list)).toEqual({ title: '东区', count: '2个街镇，4个站' });
  });

  it('is of the stations of the town in the middle once stations are shown', () => {
    expect(headOf(listAt({ zoom: LEVELS.stations }, WEST))).toEqual({ title: '丙镇', count: '2个站' });
    const chosen = listAt({ zoom: LEVELS.stations, town: { code: '990101002', zoom: 8 } }, WEST);
    expect(headOf(chosen).title).toBe('乙镇');
    expect(chosen.level === 'town' && chosen.district.name).toBe('东区');
  });
});

describe('what is open', () => {
  const opened = { code: '990101', zoom: 10 };

  it('stays open while it is in view and no farther away', () => {
    expect(stillOpen(opened, 10, AREAS, always)).toBe(opened);
    expect(stillOpen(opened, 9.75, AREAS, always)).toBeNull();
    expect(stillOpen(opened, 12, AREAS, () => false)).toBeNull();
    expect(stillOpen({ ...opened, code: '990109' }, 12, AREAS, always)).toBeNull();
    expect(stillOpen(null, 12, AREAS, always)).toBeNull();
  });

  it('is the district in the middle where nobody has opened one', () => {
    expect(inMiddle(AREAS, WEST, 11)).toEqual({ code: '990102', zoom: 11 });
    expect(inMiddle([], WEST, 11)).toBeNull();
  });
});
