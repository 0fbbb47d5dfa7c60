import type { ColumnName } from '../../domain/dataset/columns.ts';
import type { DatasetMeta } from '../../domain/dataset/dataset.ts';
import type { DataRule } from '../../domain/rules/dataRules.ts';
import { isClosed } from '../../domain/station/station.ts';
import { at } from '../faults/cellFault.ts';
import type { Fault } from '../faults/fault.ts';
import type { ReadRow } from '../tables/readTable.ts';
import type { Tables } from '../tables/tables.ts';

type StationRow = ReadRow<'stations'>;

/** A fault in a cell of a row: the rule, the column, the text of the cell, and what is wrong with it. */
type Finding = readonly [code: DataRule, column: ColumnName<'stations'>, text: string, message: string];

function pointFindings({ value, cells }: StationRow): Finding[] {
  const { lon = '', lat = '', crs = '' } = cells;
  const hasLon = lon.trim() !== '';
  const hasLat = lat.trim() !== '';
  const findings: Finding[] = [];
  if (hasLon !== hasLat) findings.push(['coordinate-half', 'lon', (lon + lat).trim(), '经度和纬度只有一个']);
  if (hasLon && crs.trim() === '') findings.push(['crs-missing', 'crs', '', '有坐标，没写坐标系']);
  if (value.precision !== '街镇' && !hasLon)
    findings.push(['precision-no-point', 'precision', value.precision, '没有坐标']);
  return findings;
}

function kindFindings({ value: { type, field, committeeCode, townCode } }: StationRow): Finding[] {
  const findings: Finding[] = [];
  if (type === '专项' && field === null) findings.push(['field-missing', 'field', '', '专项站没有写领域']);
  if (type !== '专项' && field !== null) findings.push(['field-extra', 'field', field, '只有专项站写领域']);
  if (type === '居村' && committeeCode === null)
    findings.push(['committee-missing', 'committee_code', '', '居村站没有写居村代码']);
  if (committeeCode !== null && !committeeCode.startsWith(townCode))
    findings.push(['committee-outside', 'committee_code', committeeCode, '不在这个街镇里']);
  return findings;
}

function statusFindings({ value }: StationRow, closed: ReadonlySet<string>): Finding[] {
  const { successor, statusFrom, statusUntil } = value;
  const findings: Finding[] = [];
  if (isClosed(value) && successor === null)
    findings.push(['successor-missing', 'successor', '', '已撤并，没写以后找哪个站']);
  if (successor !== null && closed.has(successor))
    findings.push(['successor-closed', 'successor', successor, '接续的站点自己也撤并了']);
  if (statusFrom !== null && statusUntil !== null && statusUntil < statusFrom)
    findings.push(['status-dates', 'status_until', statusUntil, '早于开始日期']);
  return findings;
}

function countFindings({ value: { staffCount, qualifiedCount, verifiedOn } }: StationRow, meta: DatasetMeta | null) {
  const findings: Finding[] = [];
  if (staffCount !== null && qualifiedCount !== null && qualifiedCount > staffCount)
    findings.push(['qualified-over-staff', 'qualified_count', String(qualifiedCount), '比工作人员数还多']);
  if (meta !== null && verifiedOn !== null && verifiedOn > meta.asAt)
    findings.push(['verified-future', 'verified_on', verifiedOn, `晚于数据截止日期 ${meta.asAt}`]);
  return findings;
}

/** Cells of one row of stations.csv that contradict each other, or the as-at date of the dataset. */
export function stationFaults({ stations }: Tables, meta: DatasetMeta | null): Fault[] {
  const closed = new Set(stations.rows.filter(({ value }) => isClosed(value)).map(({ value }) => value.id));
  return stations.rows.flatMap((station) =>
    [
      ...pointFindings(station),
      ...kindFindings(station),
      ...statusFindings(station, closed),
      ...countFindings(station, meta),
    ].map(([code, column, text, message]) => at(code, 'stations', station.row, column, text, message)),
  );
}
