import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../src/domain/map/marker.ts';
import { STATION_TYPES } from '../../src/domain/station/station.ts';

const sheet = readFileSync(new URL('../../src/styles/parts/mark.css', import.meta.url), 'utf8');

describe('the marker before a row of a list', () => {
  for (const type of STATION_TYPES)
    for (const exact of [true, false])
      it(`has the shape that the map draws: ${type}${exact ? '' : ', dashed'}`, () => {
        const rule = `[data-type='${type}'] > .mark${exact ? '' : '-dashed'} {`;
        expect(sheet.split(rule)[1]?.split('}')[0]).toContain(`d='${shapeOf(type, exact)}'`);
      });
});
