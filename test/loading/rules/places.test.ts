import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../src/loading/dataset.ts';
import { dataRuleFaults } from '../../../src/loading/rules/allTables.ts';
import { cityWith, swap } from '../city.ts';

const servedBy = (from: string, to: string) => {
  const reading = readDataset(cityWith({ 'towns.csv': swap(from, to) }));
  return dataRuleFaults(reading, '2026-11-23').filter(({ code }) => code === 'served-by');
};

describe('who serves a unit', () => {
  it('is a 街道, 镇 or 乡 of the register, for a unit of kind 其他', () => {
    expect(
      servedBy(
        '990102401,990102,望山林场,其他,112.690,28.120,约略,990102101,',
        '990102401,990102,望山林场,其他,112.690,28.120,约略,,',
      ),
    ).toEqual([]);
    expect(servedBy('约略,990102101,', '约略,990102201,')).toEqual([]);
  });

  it('is never another unit of kind 其他, nor itself', () => {
    expect(servedBy('约略,990102101,', '约略,990102401,')).toMatchObject([
      {
        row: 8,
        column: '由谁服务',
        value: '990102401',
        message: '望山林场自己也是其他类，不是街道、镇或乡',
        level: '必须改',
      },
    ]);
  });

  it('is not said of a 街道, 镇 or 乡: it serves itself', () => {
    expect(servedBy('112.660,28.060,约略,,', '112.660,28.060,约略,990102101,')).toMatchObject([
      { row: 7, message: '竹坪乡是乡，由自己的站服务，这一格要留空', level: '必须改' },
    ]);
  });
});
