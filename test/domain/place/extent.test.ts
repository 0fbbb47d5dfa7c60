import { describe, expect, it } from 'vitest';
import { type Extent, gatherExtents, insideParts, writeExtent } from '../../../src/domain/place/extent.ts';

const extent = (facts: Partial<Extent>): Extent => ({
  kind: '路段',
  name: '甲路',
  unit: '号',
  from: null,
  to: null,
  parity: '全',
  inside: '',
  aliases: [],
  ...facts,
});

describe('a place as people read it', () => {
  it.each([
    ['甲路656–790号双号', { from: 656, to: 790, parity: '双' }],
    ['甲路700弄', { unit: '弄', from: 700, to: 700 }],
    ['甲路555弄1–7号', { from: 1, to: 7, inside: '555弄' }],
    ['甲路93号以后', { from: 93 }],
    ['甲路20号以下双号', { to: 20, parity: '双' }],
    ['甲路单号', { parity: '单' }],
    ['甲路全部', { unit: null }],
    ['丙新村', { kind: '小区', name: '丙新村', unit: null }],
    ['荷村1组1–41号', { kind: '村组', name: '荷村', from: 1, to: 41, inside: '1组' }],
  ] as const)('%s', (written, facts) => {
    expect(writeExtent(extent(facts))).toBe(written);
  });

  it('is gathered under its name, estates before all', () => {
    const all = [
      extent({ from: 1, to: 9, parity: '单' }),
      extent({ kind: '小区', name: '丙新村', unit: null }),
      extent({ kind: '小区', name: '丁花园', unit: '幢', from: 1, to: 3 }),
      extent({ unit: '弄', from: 700, to: 700 }),
      extent({ name: '乙路', unit: null }),
    ];
    expect(gatherExtents(all)).toEqual({
      estates: ['丙新村'],
      numbered: [
        { name: '甲路', runs: ['1–9号单号', '700弄'] },
        { name: '丁花园', runs: ['1–3幢'] },
        { name: '乙路', runs: ['全部'] },
      ],
    });
  });
});

describe('what numbers lie in', () => {
  it('is read part by part, and not at all where it is something else', () => {
    expect(insideParts('555弄33支弄')).toEqual([
      { number: 555, unit: '弄' },
      { number: 33, unit: '支弄' },
    ]);
    expect(insideParts('')).toEqual([]);
    expect(insideParts('三号院')).toBeNull();
    expect(insideParts('555弄旁')).toBeNull();
  });
});
