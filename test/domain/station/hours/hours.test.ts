import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHours, encodeHours } from '../../../../src/domain/station/hours/code.ts';
import { formatHours, summariseWeek } from '../../../../src/domain/station/hours/format.ts';
import { parseHours } from '../../../../src/domain/station/hours/grammar.ts';
import type { DayPlan, Hours } from '../../../../src/domain/station/hours/week.ts';

/** The canonical text of a cell, or its faults. */
function read(cell: string): string {
  const { hours, faults } = parseHours(cell);
  return hours === null ? `✗ ${faults.join(' ')}` : formatHours(hours);
}

const office = '周一至周五 9:00-11:30、13:00-17:00';

describe('a cell as clerks write it', () => {
  it.each([
    ['周一至周五 9:00-11:30、13:00-17:00', office],
    ['周一至周五9：00－11：30，13：00－17：00', office],
    ['星期一到星期五 上午９：００～１１：３０　下午１：００～５：００', office],
    ['礼拜一至五：9:00—11:30、13:00——17:00', office],
    ['工作日 9:00至11:30，13:00至17:00', office],
    ['周一-周五 9点-11点半，13点-17点', office],
    ['周1-5 9:00-11:30 13:00-17:00', office],
    ['周一至周五 9.00-11.30、13.00-17.00', office],
    ['周一至周五 9:00-17:00（午休11:30-13:00）', office],
    ['周一至周五 9:00-17:00，午休时间：11:30-13:00', office],
    ['9:00-11:30、13:00-17:00（周一至周五）', office],
    ['开放时间：周一至周五上午9:00-11:30，下午13:00-17:00', office],
    ['周一至周五 9:00-11:30；周一至周五 13:00-17:00', office],
    ['周一至周五 9-17点', '周一至周五 9:00-17:00'],
    ['每天 8:30-16:30', '每天 8:30-16:30'],
    ['周一至周日 8:30-16:30', '每天 8:30-16:30'],
    ['每日8:30-16:30', '每天 8:30-16:30'],
    ['全周 8:30-16:30', '每天 8:30-16:30'],
    ['24小时', '✗'],
    ['每天24小时', '每天 0:00-24:00'],
    ['全年无休 8:30-16:30', '每天 8:30-16:30；国定假日照常'],
    ['周一、三、五 9:00-11:00', '周一、周三、周五 9:00-11:00'],
    ['周一、周三和周五 9:00-11:00', '周一、周三、周五 9:00-11:00'],
    ['每周二四 13:00-16:00', '周二、周四 13:00-16:00'],
    ['周六日 9:00-12:00', '周六、周日 9:00-12:00'],
    ['周末 9:00-12:00', '周六、周日 9:00-12:00'],
    ['周六至周一 9:00-12:00', '周一、周六、周日 9:00-12:00'],
    ['周一至周三、周五 9:00-12:00', '周一至周三、周五 9:00-12:00'],
    ['周一至周五 9:00-17:00；周六 预约', '周一至周五 9:00-17:00；周六 预约'],
    ['周一至周五 9:00-17:00；周六 9:00-12:00（需预约）', '周一至周五 9:00-17:00；周六 9:00-12:00 预约'],
    ['电话预约', '每天 预约'],
    ['每天 9:00-17:00；周日休息', '周一至周六 9:00-17:00'],
    ['周日休息，每天 9:00-17:00', '周一至周六 9:00-17:00'],
    ['除周日外每天 9:00-17:00', '周一至周六 9:00-17:00'],
    ['每天 9:00-17:00（周日除外）', '周一至周六 9:00-17:00'],
    ['每天 9:00-17:00，周三 9:00-20:00', '周一、周二、周四至周日 9:00-17:00；周三 9:00-20:00'],
    ['周一至周五 9:00-17:00，周三下午休息', '周一、周二、周四、周五 9:00-17:00；周三 9:00-12:00'],
    ['周一至周五 9:00-17:00，国定假日休息', '周一至周五 9:00-17:00；国定假日休息'],
    ['周一至周五 9:00-17:00（法定节假日除外）', '周一至周五 9:00-17:00；国定假日休息'],
    ['周一至周五（节假日除外）9:00-17:00', '周一至周五 9:00-17:00；国定假日休息'],
    ['除国定假日外，周一至周五 9:00-17:00', '周一至周五 9:00-17:00；国定假日休息'],
    ['周一至周五 9:00-17:00，双休日及法定节假日休息', '周一至周五 9:00-17:00；国定假日休息'],
    ['每天 9:00-17:00，节假日照常开放', '每天 9:00-17:00；国定假日照常'],
    ['周一至周日（含节假日）9:00-17:00', '每天 9:00-17:00；国定假日照常'],
    ['周一至周五 9:00-17:00（按门铃，二楼）', '周一至周五 9:00-17:00（按门铃，二楼）'],
    ['周一至周五 9:00-17:00（中午不休息；带证件）', '周一至周五 9:00-17:00（带证件；中午不休息）'],
  ])('%s reads as %s', (cell, canonical) => {
    if (canonical === '✗') expect(parseHours(cell).hours).toBeNull();
    else expect(read(cell)).toBe(canonical);
  });

  it('says nothing when it is empty', () => {
    expect(parseHours(' 　')).toEqual({ hours: null, faults: [] });
  });
});

describe('what is not understood', () => {
  it.each([
    ['夏令 周一至周五 9:00-17:00', '“夏令”看不懂'],
    ['周一至周五 8:30-17:00（冬令 8:30-16:30）', '“冬令”看不懂'],
    ['每月第一个周六 9:00-11:00', '看不懂'],
    ['双周六 9:00-11:00', '看不懂'],
    ['周一至周五', '后面没有写几点到几点'],
    ['9:00-17:00', '没有写星期几'],
    ['周一至周五 9:00-17:00，周三', '“周三”后面没有写'],
    ['周一至周五 9:00-11:30、1:00-5:00', '从凌晨开始'],
    ['周一至周五 17:00-9:00', '结束不晚于开始'],
    ['周一至周五 9:00-25:00', '不是一天里的时间'],
    ['周一至周五 9:60-17:00', '不是一天里的时间'],
    ['周一至周五 9:00-12:00、11:00-17:00', '对不起来'],
    ['周一至周五 9:00-11:00；周三 13:00-16:00', '对不起来'],
    ['周一至周三 9:00-17:00；周三至周五 10:00-16:00', '对不起来'],
    ['周三 9:00-12:00 休息', '又写时间，又写休息'],
    ['周日休息', '没有写哪一天几点开'],
    ['国定假日休息', '没有写哪一天几点开'],
    ['周一至周五 9:00-17:00；国定假日 9:00-12:00', '国定假日单独的时间'],
    ['周一至周五 9:00-17:00；节假日休息，节假日照常', '又写休息，又写照常'],
    ['周一至周五 9:00-17:00；节假日另行通知', '看不懂'],
    ['周一至周五 上午', '几点到几点'],
    ['周一至周五 9:00-17:00，全年无休', '对不起来'],
    ['详见门口通知', '看不懂'],
  ])('%s is a fault, and then there are no hours at all', (cell, words) => {
    const { hours, faults } = parseHours(cell);
    expect(hours).toBeNull();
    expect(faults.join()).toContain(words);
  });

  it('is never dropped, whatever word is put into a good cell', () => {
    const words = fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, fc.nat(office.length), (word, at) => {
        expect(parseHours(office.slice(0, at) + word + office.slice(at)).hours).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

const span = fc
  .uniqueArray(fc.integer({ min: 300, max: 1440 }), { minLength: 2, maxLength: 6 })
  .map((edges) => edges.sort((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((from, at) =>
      at % 2 === 0 && edges[at + 1] !== undefined ? [{ from, to: edges[at + 1] ?? 0 }] : [],
    ),
  );
const plan: fc.Arbitrary<DayPlan> = fc.oneof(
  fc.record({ mode: fc.constant('开' as const), spans: fc.oneof(span, fc.constant([{ from: 0, to: 1440 }])) }),
  fc.record({ mode: fc.constant('预约' as const), spans: fc.oneof(span, fc.constant([])) }),
  fc.constant({ mode: '歇' as const, spans: [] }),
);
const hours: fc.Arbitrary<Hours> = fc
  .record({
    plans: fc.array(plan, { minLength: 1, maxLength: 3 }),
    week: fc.array(fc.nat(2), { minLength: 7, maxLength: 7 }),
    holidays: fc.constantFrom('休息', '照常', '未说明'),
    note: fc.constantFrom('', '按门铃', '二楼，带证件', 'Room 3'),
  })
  .map(({ plans, week, ...rest }) => ({
    ...rest,
    week: week.map((at) => plans[at % plans.length] ?? { mode: '歇', spans: [] }),
  }));

describe('any plan', () => {
  it('is read back from its own text', () => {
    fc.assert(
      fc.property(hours, (given) => {
        expect(parseHours(formatHours(given))).toEqual({ hours: given, faults: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('survives the attribute, its note excepted', () => {
    fc.assert(
      fc.property(hours, (given) => {
        expect(decodeHours(encodeHours(given))).toEqual({ ...given, note: '' });
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws on any text, and what it read it reads again', () => {
    const parts = [
      '周',
      '星期',
      '一',
      '三',
      '五',
      '日',
      '至',
      '-',
      '、',
      '，',
      '；',
      ' ',
      '9:00',
      '17:00',
      '11',
      '点',
      '半',
      '：30',
      '上午',
      '下午',
      '预约',
      '休息',
      '国定假日',
      '照常',
      '（',
      '）',
      '午休',
      '每天',
      '周末',
      '工作日',
      '除',
      '外',
      '24小时',
      '全年无休',
      '9:00-17:00',
      '周一至周五',
      '好',
    ];
    const messy = fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), messy), (cell) => {
        const { hours: found, faults } = parseHours(cell);
        if (found === null) expect(faults.length > 0 || cell.trim() === '').toBe(true);
        else expect(parseHours(formatHours(found))).toEqual({ hours: found, faults: [] });
        expect(() => decodeHours(cell)).not.toThrow();
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the week for reading', () => {
  const rows = (cell: string) => {
    const { hours: found } = parseHours(cell);
    return found === null ? [] : summariseWeek(found).map(({ days, text }) => `${days} ${text}`);
  };

  it('joins neighbouring days, with en dashes as the look has them', () => {
    expect(rows('周一至周五 8:30-11:30、13:00-17:00')).toEqual([
      '周一至周五 8:30–11:30，13:00–17:00',
      '周六、周日 不开',
    ]);
  });

  it('says 先打电话约 and 全天, and one row for every day alike', () => {
    expect(rows('周一24小时；周二至周日 9:00-12:00 预约')).toEqual(['周一 全天', '周二至周日 9:00–12:00，先打电话约']);
    expect(rows('每天 9:00-17:00')).toEqual(['每天 9:00–17:00']);
  });
});

describe('the attribute', () => {
  it('is short for an ordinary week', () => {
    const { hours: found } = parseHours('周一至周五 8:30-11:30、13:00-17:00；周六 预约；国定假日休息');
    expect(found && encodeHours(found)).toBe('r5o510-690,780-1020|1a|1c');
  });

  it.each(['', 'r', 'r7', 'x7c', 'r6c', 'r8c', 'r7o1-', 'r7o1-2,', 'r7o1-2,,3-4'])(
    'is refused when it is %j',
    (code) => {
      expect(decodeHours(code)).toBeNull();
    },
  );
});
