import { describe, expect, it } from 'vitest';
import { publicView } from '../../../src/domain/station/station.ts';
import { changesBetween } from '../../../src/domain/station/changes.ts';
import { readChangeLog, unloggedChanges, writeChangeLog } from '../../../src/loading/tables/changeLog.ts';
import { load } from '../../../src/loading/input.ts';
import { CITY, cityText } from '../city.ts';

const { stations } = load(CITY).dataset;
const published = stations.map(publicView);
const moved = stations.map((station) => (station.id === '990101001-z' ? { ...station, address: '新路1号' } : station));

describe('the log of changes', () => {
  it('is written as it was read', () => {
    expect(writeChangeLog(readChangeLog(CITY.data))).toBe(cityText('changes.csv'));
  });

  it('is empty where there is none', () => {
    expect(readChangeLog('/nowhere')).toEqual([]);
  });

  it('lacks what happened since the site that is published', () => {
    expect(unloggedChanges(published, stations, [])).toEqual([]);
    expect(unloggedChanges(published, moved, [])).toHaveLength(1);
    expect(unloggedChanges(published, moved, changesBetween(published, moved, '2026-11-20'))).toEqual([]);
  });
});
