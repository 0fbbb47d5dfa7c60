import { parseHours } from '../../../domain/station/hours/grammar.ts';
import { parsePhones } from '../../../domain/station/phone.ts';
import type { StationColumn } from '../read/draft.ts';

const LISTS: readonly StationColumn[] = ['services', 'former_names'];
const items = (text: string) =>
  text
    .split(/[、，；;|]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
const key = (value: unknown) => JSON.stringify(value);

/** Whether two cells of a column mean the same in different spellings; the import then keeps the old spelling. */
export function sameValue(column: StationColumn, a: string, b: string): boolean {
  if (a === b) return true;
  if (column === 'phone') {
    const tels = (text: string) =>
      parsePhones(text)
        .phones.map(({ tel }) => tel)
        .sort();
    return parsePhones(a).faults.length === 0 && key(tels(a)) === key(tels(b));
  }
  if (column === 'hours') {
    const { hours } = parseHours(a);
    return hours !== null && key(hours) === key(parseHours(b).hours);
  }
  if (column === 'lon' || column === 'lat') return a !== '' && b !== '' && Math.abs(Number(a) - Number(b)) < 5e-7;
  if (LISTS.includes(column)) return key(items(a).sort()) === key(items(b).sort());
  return a.trim() === b.trim();
}
