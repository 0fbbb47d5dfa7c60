import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStations } from '../../../src/client/caseDesk/findStations.ts';

const STATIONS = [
  { id: '1-z', name: '彭浦新村街道社工站', place: '静安区' },
  { id: '2-z', name: '彭浦镇社工站', place: '静安区' },
  { id: '2-w', name: '彭浦镇未保社工站', place: '静安区' },
  { id: '3-z', name: '南桥镇社工站', place: '奉贤区' },
];
const ids = (typed: string) => findStations(STATIONS, typed).map(({ id }) => id);

describe('the stations of the desk', () => {
  it('are found by name and 区, by several words, and by signs in their order', () => {
    expect(ids('彭浦')).toEqual(['1-z', '2-z', '2-w']);
    expect(ids('静安 未保')).toEqual(['2-w']);
    expect(ids('静安彭浦镇')).toEqual(['2-z', '2-w']);
    expect(ids('奉贤南桥')).toEqual(['3-z']);
    expect(ids('　２-ｗ ')).toEqual(['2-w']);
    expect(ids('没有这个')).toEqual([]);
    expect(ids(' ')).toEqual([]);
  });

  it('are all found by their own name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATIONS), fc.nat(8), (station, cut) =>
        ids(station.name.slice(0, Math.max(1, cut))).includes(station.id),
      ),
    );
  });
});
