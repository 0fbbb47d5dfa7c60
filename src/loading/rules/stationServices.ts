import { fitsService, isRunning } from '../../domain/station/station.ts';
import { at } from '../faults/cellFault.ts';
import type { Fault } from '../faults/fault.ts';
import type { Tables } from '../tables/tables.ts';

/** The services that 专项 stations name outside their field: pages leave these stations out of the lists (notice 二（二）). */
export function serviceFaults({ stations, services, fields }: Tables): Fault[] {
  const known = new Map(services.rows.map(({ value }) => [value.id, value]));
  const names = new Map(fields.rows.map(({ value }) => [value.slug, value.name]));
  return stations.rows
    .filter(({ value }) => isRunning(value))
    .flatMap(({ row, value }) => {
      const outside = value.services.flatMap((id) => known.get(id) ?? []).filter((one) => !fitsService(value, one));
      if (outside.length === 0) return [];
      const told = outside.map(({ id, name }) => `${name}（${id}）`).join('、');
      return [
        at(
          'service-outside',
          'stations',
          row,
          'services',
          outside.map(({ id }) => id).join('、'),
          `${names.get(value.field ?? '') ?? ''}专项站写了别的领域的服务：${told}`,
        ),
      ];
    });
}
