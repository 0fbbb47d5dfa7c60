import fc from 'fast-check';
import type { Extent } from '../../../../src/domain/place/extent.ts';
import type { DoorUnit, Parity } from '../../../../src/domain/place/place.ts';

/** Numbers of one name that are written together; all of them flat, or all in one numbered part. */
export interface Named {
  readonly name: string;
  readonly inside: string;
  readonly runs: readonly {
    readonly unit: DoorUnit;
    readonly from: number | null;
    readonly to: number | null;
    readonly parity: Parity;
  }[];
}

/** The ways in which a cell can be written, a choice for each. */
export interface Manner {
  readonly dash: string;
  readonly comma: string;
  readonly stop: string;
  readonly colon: string;
  readonly bracket: readonly [string, string];
  readonly parity: 'long' | 'short' | 'bare' | 'number';
  readonly units: 'both' | 'last';
  readonly signs: 'half' | 'full';
  readonly marks: 'none' | 'dot' | 'ring' | 'bracket' | 'han';
  readonly entering: 'each' | 'colon' | 'bracket';
  readonly noStop: boolean;
}

const ROADS = ['甲路', '乙二路', '丙南街', '和平路', '三门路', '双阳大道', '东丁公路'] as const;
const ESTATES = ['丙新村', '丁四村', '己花园', '永和苑', '示例3村', '108街坊', '单家宅'] as const;

const run = fc
  .record({
    from: fc.integer({ min: 1, max: 3000 }),
    steps: fc.integer({ min: 0, max: 60 }),
    parity: fc.constantFrom('全', '全', '单', '双'),
    open: fc.constantFrom('no', 'no', 'no', 'from', 'to'),
  })
  .map(({ from, steps, parity, open }) => {
    if (open !== 'no')
      return open === 'from'
        ? { from, to: null, parity: '全' as const }
        : { from: null, to: from, parity: '全' as const };
    if (steps === 0 || parity === '全') return { from, to: from + steps, parity: '全' as const };
    const start = from % 2 === (parity === '单' ? 1 : 0) ? from : from + 1;
    return { from: start, to: start + 2 * steps, parity };
  });

const numbered = (units: readonly DoorUnit[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...units), run), { minLength: 1, maxLength: 5 })
    .map((all) => all.map(([unit, each]) => ({ unit, ...each })));

/** Names with numbers, and estates as a whole. */
export const named: fc.Arbitrary<Named> = fc.oneof(
  fc.record({ name: fc.constantFrom(...ROADS), inside: fc.constant(''), runs: numbered(['弄', '号']) }),
  fc.record({ name: fc.constantFrom(...ROADS), inside: fc.constantFrom('555弄', '12支弄'), runs: numbered(['号']) }),
  fc.record({ name: fc.constantFrom(...ESTATES), inside: fc.constant(''), runs: numbered(['号', '幢']) }),
  fc.record({ name: fc.constantFrom(...ESTATES), inside: fc.constantFrom('33幢', '2期'), runs: numbered(['号']) }),
  fc.record({ name: fc.constantFrom(...ESTATES), inside: fc.constant(''), runs: fc.constant([]) }),
);

export const manner: fc.Arbitrary<Manner> = fc.record({
  dash: fc.constantFrom('-', '－', '—', '——', '–', '~', '～', '至', '到', ' - '),
  comma: fc.constantFrom('、', '，', ',', '、 ', '和', '以及'),
  stop: fc.constantFrom('；', ';', '。', '\n', '\r\n', '，', ' '),
  colon: fc.constantFrom('：', ':', '', ' '),
  bracket: fc.constantFrom(['（', '）'] as const, ['(', ')'] as const, ['【', '】'] as const),
  parity: fc.constantFrom('long', 'short', 'bare', 'number'),
  units: fc.constantFrom('both', 'last'),
  signs: fc.constantFrom('half', 'full'),
  marks: fc.constantFrom('none', 'none', 'dot', 'ring', 'bracket', 'han'),
  entering: fc.constantFrom('each', 'colon', 'bracket'),
  noStop: fc.boolean(),
});

function writtenParity(parity: Parity, { parity: how, bracket: [open, close] }: Manner): string {
  if (parity === '全') return '';
  if (how === 'bare') return `${parity}号`;
  return open + parity + { long: '号', short: '', number: '数' }[how] + close;
}

function writtenRun({ unit, from, to, parity }: Named['runs'][number], manner: Manner): string {
  if (to === null) return `${from ?? ''}${unit}以后`;
  if (from === null) return `${to}${unit}以下`;
  if (from === to) return `${from}${unit}`;
  return `${from}${manner.units === 'both' ? unit : ''}${manner.dash}${to}${unit}${writtenParity(parity, manner)}`;
}

function writtenNamed({ name, inside, runs }: Named, manner: Manner): string {
  const all = runs.map((each) => writtenRun(each, manner));
  if (all.length === 0) return name;
  if (inside === '') return name + manner.colon + all.join(manner.comma);
  if (manner.entering === 'each') return name + manner.colon + all.map((each) => inside + each).join(manner.comma);
  const [open, close] = manner.entering === 'colon' ? ['：', ''] : manner.bracket;
  return name + manner.colon + inside + open + all.join(manner.comma) + close;
}

const fullWidth = (text: string) =>
  text.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A cell that says all of these in one manner. */
export function writtenCell(all: readonly Named[], manner: Manner): string {
  const parts = all.map((each) => {
    const text = writtenNamed(each, manner);
    return manner.signs === 'full' ? fullWidth(text) : text;
  });
  if (manner.marks === 'none' || parts.length > 9) {
    // Nothing stands between the last number of one road and the name of the next.
    const bare =
      manner.noStop &&
      all.every(({ name, runs }, at) => {
        const before = all[at - 1];
        // 甲路99弄己花园1-20号 is one place and not two.
        const lane = before?.runs.at(-1)?.unit === '弄' && !/[路街道]$/u.test(name);
        return runs.length > 0 && !/^\d/u.test(name) && !lane;
      });
    return parts.join(bare ? '' : manner.stop);
  }
  const mark = (at: number) =>
    ({
      dot: `${at + 1}. `,
      ring: String.fromCharCode('①'.charCodeAt(0) + at),
      bracket: `（${at + 1}）`,
      han: `${HAN[at] ?? ''}、`,
    })[manner.marks === 'none' ? 'dot' : manner.marks];
  return parts.map((part, at) => mark(at) + part).join('\n');
}

/** What a reader should find, in any order, each once. */
export function expectedOf(all: readonly Named[]): string[] {
  const keys = all.flatMap(({ name, inside, runs }) =>
    runs.length === 0
      ? [`${name}||全部`]
      : runs.map(({ unit, from, to, parity }) => `${name}|${inside}|${from ?? ''}-${to ?? ''}${unit}${parity}`),
  );
  return [...new Set(keys)].sort();
}

export const keyOf = ({ name, inside, unit, from, to, parity }: Extent): string =>
  unit === null ? `${name}|${inside}|全部` : `${name}|${inside}|${from ?? ''}-${to ?? ''}${unit}${parity}`;
