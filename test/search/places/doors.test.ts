import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { load } from '../../../src/loading/input.ts';
import { lookupFileOf } from '../../../src/search/pack/files.ts';
import { readLookupFile } from '../../../src/search/files/unpack.ts';
import { addressHint } from '../../../src/search/places/hint.ts';
import { readAddress } from '../../../src/search/places/address.ts';
import { CITY } from '../../loading/city.ts';

const directory = readLookupFile(lookupFileOf(load(CITY)));
const read = (text: string) => readAddress(text, '云泽', directory, new Map());
const first = (text: string) => read(text)?.readings[0];
const written = (text: string) => {
  const reading = first(text);
  return reading === undefined
    ? null
    : [reading.name, ...reading.steps.map(({ number, units }) => `${number}${units[0] ?? ''}`)].join(' ');
};

describe('an address', () => {
  it.each([
    ['甲路 700 弄 3 号 502 室', '甲路 700弄 3号'],
    ['甲路700弄', '甲路 700弄'],
    ['甲路七百弄三号', '甲路 700弄 3号'],
    ['甲路四九九弄', '甲路 499弄'],
    ['甲路一千一百弄', '甲路 1100弄'],
    ['甲路７００弄３号', '甲路 700弄 3号'],
    ['甲路700弄3-502', '甲路 700弄 3'],
    ['甲路12号甲', '甲路 12号'],
    ['甲路12甲号', '甲路 12号'],
    ['甲路12号附3号', '甲路 12号 3号'],
    ['甲路700弄5支弄3号', '甲路 700弄 5支弄 3号'],
    ['甲路700弄乙花园3号', '甲路 700弄 3号'],
    ['甲路700', '甲路 700'],
    ['jialu700nong3hao', 'jialu 700弄 3号'],
    ['丙新村12号楼', '丙新村 12号'],
    ['丙新村5幢2单元301', '丙新村 5幢'],
    ['己花园1203室', '己花园'],
    ['甲路700弄2单元502室', '甲路 700弄'],
    ['丙新村3村12号', '丙新村3村 12号'],
    ['己花园（甲路99弄）', '己花园'],
    ['己花园小区', '己花园'],
    ['700弄', ' 700弄'],
    ['我住在甲路3号', '甲路 3号'],
    ['甲路3号归哪个居委会管', '甲路 3号'],
    ['云泽市临湖区荷桥街道甲路3号', '甲路 3号'],
    ['临湖 甲路3号', '甲路 3号'],
    ['荷桥街道路3号', '荷桥街道路 3号'],
  ])('is read: %s', (text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it.each(['己花园1203室', '己花园 2 單元', '甲路502室'])('is certainly one where a room is told: %s', (text) => {
    expect(read(text)?.certain).toBe(true);
    expect(addressHint(text)?.certain).toBe(true);
  });

  it('may hold its first number in its name', () => {
    expect(read('丁花园三期5号')?.readings.map(({ name, steps }) => [name, steps.length])).toEqual([
      ['丁花园3期', 1],
      ['丁花园', 2],
    ]);
  });

  it.each(['沪民规〔2026〕3号', '2026年3号', '13800138000', '0389-2010011', '12345'])('is not %s', (text) => {
    expect(read(text)?.certain ?? false).toBe(false);
  });

  it('says where it lies', () => {
    expect(read('临湖区柳渡街道甲路3号')?.within.map(({ name }) => name)).toEqual(['柳渡街道']);
    expect(read('望山区甲路3号')?.within.map(({ name }) => name)).toEqual(['望山区']);
  });

  it('of any text whatever is read without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        read(text);
      }),
      { numRuns: 5_000 },
    );
  });
});
