import { describe, expect, it } from 'vitest';
import { isBlocking } from '../../../src/loading/faults/fault.ts';
import { codes, emptyCity, HEAD, heqiao, importRows, lines } from './files.ts';

describe('places', () => {
  const town = (name: string, district = '') =>
    importRows(
      [
        ['区', '街镇', '名称', '地址'],
        [district, name, '某站', '某路1号'],
      ],
      {},
      emptyCity,
    );

  it.each([
    ['荷桥街道', '', '990101001'],
    ['荷桥', '', '990101001'],
    ['云泽市临湖区荷桥街道', '', '990101001'],
    ['临湖区荷桥街道办事处', '', '990101001'],
    ['990101001', '', '990101001'],
    ['990101001000', '', '990101001'],
    ['老石泉', '望山区', '990102101'],
    ['石泉', '望山', '990102101'],
    ['苇湾镇人民政府', '临湖', '990101101'],
  ])('%s in “%s” is %s', async (name, district, code) => {
    const outcome = await town(name, district);
    expect(outcome.merge?.added[0]?.id).toMatch(new RegExp(`^${code}-`, 'u'));
  });

  it('asks with candidates where a name resembles several, and guesses nothing', async () => {
    const outcome = await town('石桥镇');
    expect(outcome.table).toBeNull();
    expect(lines(outcome.faults.filter(isBlocking))).toEqual([
      expect.stringMatching(/第 2 行 “街镇”列：“石桥镇”分不清是哪个街镇.*石泉镇（990102101）/u),
    ]);
  });

  it('takes the 街镇 from the name or the address where no column has it', async () => {
    const outcome = await importRows(
      [
        ['站点名称', '地址'],
        ['松岭街道社工站', '某路1号'],
        ['暖心站', '云泽市望山区竹坪乡某路2号'],
      ],
      {},
      emptyCity,
    );
    expect(outcome.merge?.added.map(({ id }) => id)).toEqual(['990102001-z', '990102201-z']);
  });

  it('refuses a row of another district than the one that was given', async () => {
    const outcome = await importRows(
      [
        ['区', '街镇', '名称'],
        ['望山区', '松岭街道', '松岭街道社工站'],
      ],
      { district: '990101' },
    );
    expect(codes(outcome.faults.filter(isBlocking))).toEqual(['district.other']);
  });

  it('lists the districts when the code is none of them', async () => {
    const outcome = await importRows([HEAD, heqiao()], { district: '310110' });
    expect(lines(outcome.faults)).toEqual([expect.stringContaining('990101 临湖区、990102 望山区')]);
  });
});
