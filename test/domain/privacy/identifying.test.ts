import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeAddressIn, identifyingIn, placeWritings } from '../../../src/domain/privacy/identifying.ts';

const PLACES = placeWritings([{ name: '藕塘居委会' }, { name: '田林十二村居委会' }, { name: '石板村村委会' }]);

describe('what of a case may point to one person', () => {
  it.each([
    ['今年83岁', '83岁'],
    ['八十三岁那年冬天', ''],
    ['老人八十三岁', '八十三岁'],
    ['12周岁', '12周岁'],
    ['1943年出生', '1943年出生'],
    ['八十多岁', ''],
    ['六十岁以上的老人', ''],
    ['70岁左右', ''],
    ['十几岁', ''],
    ['几十岁的人', ''],
    ['三到六岁的孩子', ''],
  ])('finds an exact age in %s: %j', (text, age) => {
    expect(identifyingIn(text, PLACES).age).toBe(age);
  });

  it.each([
    ['查出胃癌', '胃癌'],
    ['有抑郁症', '抑郁症'],
    ['确诊为重症肌无力', '确诊为重症肌无力'],
    ['身体不好，走不动', ''],
    ['这是个老毛病', ''],
    ['生病以后', ''],
  ])('finds an exact diagnosis in %s: %j', (text, diagnosis) => {
    expect(identifyingIn(text, PLACES).diagnosis).toBe(diagnosis);
  });

  it.each([
    ['住在藕塘居委会', '藕塘居委会'],
    ['他去采藕塘边的莲蓬', ''],
    ['田林十二村的老人', '田林十二村'],
    ['住在幸福小区', '住在幸福小区'],
    ['这个小区', ''],
    ['一个老小区', ''],
    ['居委会请社工去劝', ''],
    ['荷桥街道', ''],
  ])('finds the name of a 居村 in %s: %j', (text, place) => {
    expect(identifyingIn(text, PLACES).place).toBe(place);
  });

  it.each([
    ['家在荷花路18号', '荷花路18号'],
    ['上海路１２３弄', '上海路123弄'],
    ['3号楼502室', '3号楼502室'],
    ['住302室', '302室'],
    ['走了3号线', ''],
    ['2021年5号文', ''],
    ['第12号', ''],
    ['路边的8号电线杆', ''],
    ['道理讲了3次', ''],
  ])('finds a home address in %s: %j', (text, home) => {
    expect(homeAddressIn(text).replace(/^(?:家在|住)/u, '')).toBe(home);
  });

  it('finds a name of the register wherever it stands', () => {
    const around = fc.string({ unit: fc.constantFrom(...'的在住和，。他她老人家 \n'), maxLength: 12 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(identifyingIn(`${before}田林十二村${after}`, PLACES).place).not.toBe('');
      }),
    );
  });
});
