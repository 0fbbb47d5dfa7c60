import type { DatasetMeta } from '../../domain/dataset/dataset.ts';
import type { DataRule } from '../../domain/rules/dataRules.ts';
import type { Row } from '../../schemas/tables.ts';
import { at } from '../faults/cellFault.ts';
import type { Fault } from '../faults/fault.ts';
import type { Tables } from '../tables/tables.ts';

export function stationFaults(tables: Tables, meta: DatasetMeta | null): Fault[] {
  const types = new Map(tables.stations.rows.map(({ value }) => [value.id, value]));
  return tables.stations.rows.flatMap(({ row, value: station }) => {
    const fault = (
      code: DataRule,
      column: keyof Row<'stations'> & string,
      value: string | null,
      message: string,
      remedy: string,
    ) => at(code, 'stations', row, column, value ?? '', message, remedy);
    const faults: Fault[] = [];
    if ((station.lon === null) !== (station.lat === null)) {
      faults.push(
        fault('coordinate-half', 'lon', String(station.lon ?? station.lat), '经度和纬度只有一个', '两格都填，或都留空'),
      );
    }
    if (station.lon !== null && station.crs === null) {
      faults.push(fault('crs-missing', 'crs', '', '有坐标，没写坐标系', '填坐标是从哪种地图上取的，如 GCJ02'));
    }
    if (station.precision !== '街镇' && station.lon === null) {
      faults.push(
        fault('precision-no-point', 'precision', station.precision, '没有坐标', '位置精度改成“街镇”，或补上坐标'),
      );
    }
    if (station.type === '专项' && station.field === null) {
      faults.push(fault('field-missing', 'field', '', '专项站没有写领域', '填领域表里的代号'));
    }
    if (station.type !== '专项' && station.field !== null) {
      faults.push(fault('field-extra', 'field', station.field, '只有专项站写领域', '留空，或把类型改成“专项”'));
    }
    if (station.type === '居村' && station.committee_code === null) {
      faults.push(fault('committee-missing', 'committee_code', '', '居村站没有写居村代码', '填居村委的 12 位代码'));
    }
    if (station.committee_code !== null && !station.committee_code.startsWith(station.town_code)) {
      faults.push(
        fault(
          'committee-outside',
          'committee_code',
          station.committee_code,
          '不在这个街镇里',
          '检查街镇代码和居村代码',
        ),
      );
    }
    if (station.status === '撤并' && station.successor === null) {
      faults.push(fault('successor-missing', 'successor', '', '已撤并，没写以后找哪个站', '填接续站点的编号'));
    }
    if (station.successor !== null && types.get(station.successor)?.status === '撤并') {
      faults.push(
        fault('successor-closed', 'successor', station.successor, '接续的站点自己也撤并了', '直接填现在还在的站'),
      );
    }
    if (station.status_from !== null && station.status_until !== null && station.status_until < station.status_from) {
      faults.push(fault('status-dates', 'status_until', station.status_until, '早于开始日期', '检查两个日期'));
    }
    if (station.staff_count !== null && (station.qualified_count ?? 0) > station.staff_count) {
      faults.push(
        fault(
          'qualified-over-staff',
          'qualified_count',
          String(station.qualified_count),
          '比工作人员数还多',
          '检查两个数',
        ),
      );
    }
    if (meta !== null && station.verified_on !== null && station.verified_on > meta.asAt) {
      faults.push(
        fault(
          'verified-future',
          'verified_on',
          station.verified_on,
          `晚于数据截止日期 ${meta.asAt}`,
          '改正日期，或更新 datapackage.json 的 as_at',
        ),
      );
    }
    return faults;
  });
}
