import { describe, expect, it } from 'vitest';
import { stationTexts } from '../../src/integrations/stationTexts.ts';
import { load } from '../../src/loading/input.ts';
import { CITY } from '../loading/city.ts';

const { dataset } = load(CITY);
const texts = stationTexts(dataset);
const of = (id: string) => texts.find(({ url }) => url === `/stations/${id}/`);

describe('the texts of stations in the full text', () => {
  it('hold what only the page of the station says', () => {
    expect(of('990101001-z')).toMatchObject({
      content: expect.stringMatching(
        /^荷花路18号1楼。进门右手第一间。门口有坡道。.*荷桥街道社区社会组织服务中心。/u,
      ) as string,
      meta: { title: '荷桥街道社工站', area: '临湖区' },
    });
  });

  it('hold of 无障碍 what there is, never what there is not', () => {
    const accessibility = '门口有坡道；没有手语翻译，轮椅可以进。';
    const [first] = stationTexts({ ...dataset, stations: dataset.stations.map((row) => ({ ...row, accessibility })) });
    expect(first?.content).toContain('门口有坡道；轮椅可以进。');
    expect(first?.content).not.toContain('手语翻译');
  });

  it('can be asked for by kind and by district', () => {
    const names = new Set(dataset.districts.map(({ name }) => name));
    for (const { filters } of texts) {
      expect(filters['类型']).toEqual(['站点']);
      expect(filters['区']?.map((name) => names.has(name))).toEqual([true]);
    }
  });

  it('hold nothing that the row keeps from the public', () => {
    const hidden = dataset.stations.filter(({ publishLevel }) => publishLevel !== '全部');
    expect(hidden.filter(({ address }) => address !== '')).not.toEqual([]);
    for (const { id, address, directions } of hidden) {
      if (address !== '') expect(of(id)?.content).not.toContain(address);
      if (directions !== '') expect(of(id)?.content).not.toContain(directions);
    }
  });
});
