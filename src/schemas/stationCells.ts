import { CRS } from '../domain/place/coordinates.ts';
import { parsePromise } from '../domain/station/hours/promise.ts';
import { parsePhones } from '../domain/station/phone.ts';
import { cell } from './cell.ts';

/** Telephone numbers separated by 、; a mobile number is a fault with its own rule (docs/norms.md §5). */
export const phones = cell((value) => {
  const { phones: found, faults } = parsePhones(value);
  if (found.some(({ kind }) => kind === '手机')) {
    return { fault: '有手机号，可能是个人的', remedy: '换成单位的座机或热线，个人手机不公布', code: 'phone-mobile' };
  }
  return faults.length === 0
    ? { value: found }
    : { fault: faults.join('；'), remedy: '写成 021-64371234；几个号码之间用顿号', code: 'phone-form' };
});

/** A weekly plan of opening hours; null for an empty cell. */
export const hours = cell((value) => {
  const { hours: found, faults } = parsePromise(value);
  return faults.length === 0
    ? { value: found }
    : {
        fault: faults.join('；'),
        remedy: '写成：周一至周五 9:00-11:30、13:00-17:00；国定假日休息',
        code: 'hours-form',
      };
});

/** A coordinate system; null for an empty cell. A rule reports a coordinate without one. */
export const crs = cell((value) => {
  if (value === '') return { value: null };
  const found = CRS.find((name) => name === value);
  return found === undefined ? { fault: '不认识的坐标系', remedy: `只能填：${CRS.join('、')}` } : { value: found };
});
