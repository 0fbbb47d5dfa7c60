import { describe, expect, it } from 'vitest';
import { documentNames } from '../../../src/domain/privacy/documentMetadata.ts';

const names = (...found: readonly string[]) => documentNames('文档作者', found).map(({ name }) => name);

describe('the names in the properties of a document', () => {
  it('are those of people, each once', () => {
    expect(names('张三', ' 张三 ', 'Zhang San', '张三; 李四', '王小镇', '云泽市民政局张三')).toEqual([
      '张三',
      'Zhang San',
      '张三; 李四',
      '王小镇',
      '云泽市民政局张三',
    ]);
  });

  it('are not those of units, nor what programs write where they know nobody', () => {
    expect(names('云泽市民政局', '荷桥街道办事处', '云泽市社会工作协会', '', ' ', 'Unknown', 'exceljs')).toEqual([]);
  });
});
