import { pieces, readOperator, readServices, readSuccessor } from './referenceCells.ts';
import { readDates } from './dateCells.ts';
import { readHours, readPhones } from './contactCells.ts';
import { filled, readWords, safeText, TEXTS } from './textCells.ts';
import { readCrs } from '../../../domain/tidy/closedLists.ts';
import type { Crs } from '../../../domain/place/coordinates.ts';
import type { Point } from '../../../domain/place/region.ts';
import type { ImportContext } from './context.ts';
import type { RowReader, StationColumn } from './draft.ts';
import { readPair, readPoint } from './point.ts';

/** Reads every cell that says something of the station itself into the row's values. */
export function readValues(row: RowReader, context: ImportContext, completedPhones: (count: number) => void): void {
  for (const column of TEXTS) row.set(column as StationColumn, safeText(row, column));
  row.set('former_names', pieces(safeText(row, 'former_names')).join('、'));
  readPhones(row, context, completedPhones);
  readHours(row, context);
  readDates(row, context);
  readWords(row);
  readServices(row, context);
  readOperator(row, context);
  readSuccessor(row, context);
}

/** The coordinate of a row as written, and the system that its own cell names. */
export function readCoordinate(row: RowReader): { readonly point: Point | null; readonly crs: Crs | null } {
  const [lon, lat, both, system] = [filled(row, 'lon'), filled(row, 'lat'), filled(row, 'lon_lat'), filled(row, 'crs')];
  const crs = system === '' ? row.crs : readCrs(system);
  if (system !== '' && crs === null) {
    row.tell(
      'crs.unknown',
      'crs',
      '不认识的坐标系',
      '填坐标是从哪里取的：GCJ02（高德、腾讯）、BD09（百度）、CGCS2000（天地图）、WGS84（手机定位）',
    );
  }
  if (lon === '' && lat === '' && both === '') return { point: null, crs: null };
  const column = lon === '' && lat === '' ? 'lon_lat' : 'lon';
  const { point, swapped, fault } = column === 'lon_lat' ? readPair(both) : readPoint(lon, lat);
  const written = column === 'lon_lat' ? both : `${lon}，${lat}`;
  if (fault !== null) {
    row.tell(
      'point.unread',
      column,
      `${fault}，没有导入，原文放进了内部备注`,
      '写成 121.4365 和 31.1953 这样，不知道就留空',
      written,
    );
    row.keep(column, written);
  } else if (swapped) {
    row.tell('point.swapped', column, '经度和纬度写反了，换过来导入', '下次经度（121…）写在“经度”列', written);
  }
  return { point, crs };
}
