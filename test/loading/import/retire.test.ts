import { describe, expect, it } from 'vitest';
import { bytes } from '../city.ts';
import { after, codes, HEAD, heqiao, importing, importRows, lines, record } from './files.ts';

describe('stations that a file lacks', () => {
  it('reports the stations that the file lacks and deletes none', async () => {
    const outcome = await importRows([HEAD, heqiao('荷花路20号')]);
    expect(outcome.merge?.missing.map(({ id }) => id)).toContain('990101002-z');
    expect(outcome.merge?.records).toHaveLength(12);
  });

  it('marks absent stations 撤并 with --retire, with the one that takes over', async () => {
    const outcome = await importRows([HEAD, heqiao('荷花路20号')], { retire: true, district: '990101' });
    expect(outcome.merge?.retired.map(({ id }) => id)).toEqual(['990101001-wei-bao', '990101001001-j']);
    expect(record(outcome, '990101001-wei-bao')).toMatchObject({
      status: '撤并',
      successor: '990101001-z',
      status_from: '2026-11-24',
    });
    // Where nobody takes over, nothing is closed.
    expect(record(outcome, '990101101-z').status).toBe('运行');
    expect(codes(outcome.faults)).toContain('retire.alone');
    const again = await importRows(
      [HEAD, heqiao('荷花路20号')],
      { retire: true, district: '990101', today: '2027-01-01' },
      after(outcome),
    );
    expect(again.table).toBeNull();
  });

  it('does not close a district for one stray row', async () => {
    const outcome = await importRows([HEAD, heqiao('荷花路20号')], { retire: true });
    expect(outcome.merge?.retired).toEqual([]);
    expect(codes(outcome.faults)).toContain('retire.part');
  });

  it('closes nothing while a row could not be read', async () => {
    const rows = [HEAD, heqiao('荷花路20号'), ['没有的镇', '某站', '', '', '']];
    const outcome = await importRows(rows, { retire: true, district: '990101', skipFaulty: true });
    expect(outcome.merge?.retired).toEqual([]);
    expect(lines(outcome.faults).join('\n')).toContain('有 1 行没有读成，没有把缺失的站标为撤并');
  });

  it('says so too where a whole file, or a row that the strict reader refuses, is left out', async () => {
    const good = { name: '表.csv', bytes: bytes('街镇,名称,地址\n荷桥街道,荷桥街道社工站,荷花路20号\n') };
    const retire = { retire: true, district: '990101', skipFaulty: true };
    const unread = await importing([good, { name: '另.csv', bytes: bytes('%PDF-1.7') }], retire);
    expect(lines(unread.faults).join('\n')).toContain('有文件没有读成，没有把缺失的站标为撤并');
    const refused = await importRows(
      [
        ['街镇', '名称', '怎么走', '工作人员数', '持证人数'],
        ['荷桥街道', '荷桥街道社工站', '从北门进', '', ''],
        ['柳渡街道', '柳渡街道社工站', '', '2', '5'],
      ],
      retire,
    );
    expect(refused).toMatchObject({ leftOut: 1, merge: { updated: [{ id: '990101001-z' }], retired: [] } });
    expect(refused.table).not.toBeNull();
    expect(lines(refused.faults).join('\n')).toContain('有 1 行没有读成，没有把缺失的站标为撤并');
  });
});
