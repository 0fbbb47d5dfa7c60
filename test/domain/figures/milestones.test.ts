import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeTarget } from '../../../src/domain/figures/milestones.ts';
import { wasRunning } from '../../../src/domain/station/operation.ts';
import type { Target } from '../../../src/domain/policy/target.ts';
import type { Town } from '../../../src/domain/place/region.ts';
import { STATUSES, type Station } from '../../../src/domain/station/station.ts';

const station = (changes: Partial<Station>): Station =>
  ({
    type: '综合',
    status: '运行',
    townCode: '1',
    openedOn: '2022-06-01',
    statusFrom: null,
    ...changes,
  }) as Station;
const town = (code: string, kind: Town['kind'] = '街道') => ({ code, kind }) as Town;
const target = (changes: Partial<Target>): Target => ({
  id: 'x',
  due: '2023-12-31',
  name: '目标',
  metric: 'station-count',
  goal: 2,
  clause: { policy: 'p', clause: '4' },
  quote: '',
  ...changes,
});

describe('whether a station was in operation on a day', () => {
  it.each([
    [{}, '2022-05-31', false],
    [{}, '2022-06-01', true],
    [{ openedOn: null }, '2023-12-31', null],
    [{ status: '筹建', openedOn: null }, '2023-12-31', false],
    [{ status: '撤并', statusFrom: '2023-03-01' }, '2023-02-28', true],
    [{ status: '撤并', statusFrom: '2023-03-01' }, '2023-03-01', false],
    [{ status: '暂停', statusFrom: null }, '2023-03-01', null],
    [{ status: '撤并', openedOn: null, statusFrom: '2023-03-01' }, '2023-02-28', null],
    [{ status: '撤并', openedOn: null, statusFrom: '2023-03-01' }, '2023-03-02', false],
  ] as const)('%o on %s: %s', (changes, day, expected) => {
    expect(wasRunning(station(changes), day)).toBe(expected);
  });
});

describe('a target with a day', () => {
  const judge = (changes: Partial<Target>, stations: readonly Station[], towns: readonly Town[] = []) =>
    judgeTarget(target(changes), { stations, towns, asAt: '2026-11-20' });

  it('is met by what ran on its day', () => {
    expect(judge({}, [station({}), station({})])).toMatchObject({
      verdict: '到期达到',
      words: '到2023年12月31日，2家社工站在运行，拿 2 作比较',
    });
  });

  it('is missed when too few ran on that day, and says when it was met', () => {
    expect(judge({}, [station({}), station({ openedOn: '2024-05-06' })])).toMatchObject({
      verdict: '到期未达到',
      words: '到2023年12月31日，1家社工站在运行，拿 2 作比较；2024年5月6日达到',
    });
  });

  it('is missed, and not met to this day', () => {
    expect(judge({}, [station({})]).words).toContain('到2026年11月20日还没有达到');
  });

  it('cannot be judged when stations without a date could decide it', () => {
    expect(judge({}, [station({}), station({ openedOn: null })])).toMatchObject({ verdict: '无数据' });
    expect(judge({}, [station({ openedOn: null })]).verdict).toBe('到期未达到');
  });

  it('is not judged by a station that closed before, and is by one that closed after', () => {
    const closed = (statusFrom: string) => station({ status: '撤并', statusFrom });
    expect(judge({}, [station({}), closed('2023-05-01')]).verdict).toBe('到期未达到');
    expect(judge({}, [station({}), closed('2024-05-01')]).verdict).toBe('到期达到');
  });

  it('counts 街镇 with a 综合 station, each once, and no other units', () => {
    const towns = [town('1'), town('2'), town('9', '其他')];
    const metric = 'town-coverage';
    expect(judge({ metric }, [station({}), station({ townCode: '2' })], towns).verdict).toBe('到期达到');
    expect(judge({ metric }, [station({}), station({})], towns).verdict).toBe('到期未达到');
    expect(judge({ metric }, [station({}), station({ townCode: '2', type: '专项' })], towns).verdict).toBe(
      '到期未达到',
    );
    expect(judge({ metric }, [station({}), station({ townCode: '2', openedOn: null })], towns).verdict).toBe('无数据');
  });

  it.each(['signed', 'special', 'something-else'])('of the kind %s has no dated data', (metric) => {
    expect(judge({ metric }, [station({})]).verdict).toBe('无数据');
  });

  it('is not counted down before its day', () => {
    expect(judge({ due: '2027-12-31' }, [])).toEqual({
      target: target({ due: '2027-12-31' }),
      verdict: '未到期限',
      words: '期限是2027年12月31日',
    });
    expect(judge({ due: null }, []).verdict).toBeNull();
  });

  it('is never called met with too few, whatever the rows', () => {
    const day = fc.option(fc.constantFrom('2021-01-01', '2023-12-31', '2024-01-01', '2026-01-01'));
    const any = fc.record({ status: fc.constantFrom(...STATUSES), openedOn: day, statusFrom: day });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.nat(5), (rows, goal) => {
        const stations = rows.map(station);
        const answers = stations.map((row) => wasRunning(row, '2023-12-31'));
        const [sure, perhaps] = [true, null].map((kind) => answers.filter((answer) => answer === kind).length);
        const expected =
          (sure ?? 0) >= goal ? '到期达到' : (sure ?? 0) + (perhaps ?? 0) >= goal ? '无数据' : '到期未达到';
        expect(judge({ goal }, stations).verdict).toBe(expected);
      }),
    );
  });
});
