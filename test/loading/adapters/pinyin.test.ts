import { describe, expect, it } from 'vitest';
import { nameReader } from '../../../src/loading/adapters/pinyin.ts';

describe('the reading of names', () => {
  const read = nameReader([
    { word: '行', pinyin: 'xing', source: '' },
    { word: '殷行', pinyin: 'yin hang', source: '' },
    { word: '莘', pinyin: 'xin', source: '' },
  ]);

  it('takes the longest word of the table', () => {
    expect(read('殷行街道').join(' ')).toBe('yin hang jie dao');
    expect(read('莘松一村').join(' ')).toBe('xin song yi cun');
  });

  it('reads a character as its context asks where the table says nothing', () => {
    expect(nameReader([])('长桥').join(' ')).toBe('chang qiao');
    expect(nameReader([])('重庆新村').join(' ')).toBe('chong qing xin cun');
  });

  it('gives one entry a character, whatever the name holds', () => {
    expect(read('绿A苑12号')).toHaveLength(6);
  });
});
