import { describe, expect, it } from 'vitest';
import { codes, emptyCity, importRows, record } from './files.ts';

const HEAD = ['街镇', '站点名称', '类型', '公开范围', '状态', '领域'];
const GUARDED = '990101001-wei-bao';

describe('a cell that takes a word of a list back', () => {
  it.each(['不予公开', '依申请公开', '部分公开', '公开（不含地址）', '暂缓公开', '无', '待定', '免公开'])(
    'never publishes more of a station than before: %s',
    async (level) => {
      const outcome = await importRows([HEAD, ['荷桥街道', '荷桥街道未保社工站', '专项', level, '', '未保']]);
      expect(record(outcome, GUARDED).publish_level).toBe('仅街镇');
      const fresh = await importRows([HEAD, ['竹坪乡', '竹坪乡社工站', '综合', level, '运行', '']]);
      expect(fresh.merge?.added[0]?.changes).toContainEqual({ column: '公开范围', from: '', to: '仅街镇' });
      expect(codes(fresh.faults)).toContain('publish_level.guessed');
    },
  );

  it.each([
    ['地址是否公开', '否', '仅街镇'],
    ['地址是否公开', '是', '全部'],
    ['可否公开', '不宜', '仅街镇'],
  ])('is read where its heading asks a question: %s %s', async (heading, answer, level) => {
    const head = HEAD.map((title) => (title === '公开范围' ? heading : title));
    const fresh = await importRows([head, ['竹坪乡', '竹坪乡社工站', '综合', answer, '运行', '']]);
    expect(fresh.merge?.added[0]?.changes).toContainEqual({ column: '公开范围', from: '', to: level });
  });

  it('is not lost beside another column that publishes all', async () => {
    const row = ['竹坪乡', '竹坪乡社工站', '综合', '是', '运行', '', '否'];
    const fresh = await importRows([[...HEAD.with(3, '是否公开'), '地址是否公开'], row]);
    expect(fresh.merge?.added[0]?.changes).toContainEqual({ column: '公开范围', from: '', to: '仅街镇' });
  });

  it.each(['未运行', '不正常', '待定', '无', '试运行', '非正常开放', '运行？'])(
    'never starts a station: %s is refused',
    async (status) => {
      const outcome = await importRows([HEAD, ['竹坪乡', '竹坪乡社工站', '综合', '', status, '']], {}, emptyCity);
      expect(codes(outcome.faults)).toContain('status.unknown');
      expect(outcome.table).toBeNull();
    },
  );

  it.each(['非未保', '不含禁毒', '未保、禁毒'])('makes no field of %s', async (field) => {
    const outcome = await importRows([HEAD, ['荷桥街道', '暖心站', '专项', '', '', field]]);
    expect(codes(outcome.faults)).toContain('field.unknown');
  });
});
