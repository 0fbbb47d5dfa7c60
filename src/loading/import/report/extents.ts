import { escaped } from '../../handouts/reportPage.ts';
import type { TownCoverage } from '../extents/coverage.ts';
import type { ExtentOutcome } from '../extents/run.ts';

/** How many names a line lists before it only counts. */
const SHOWN = 8;

/** 荷桥街道：7 个居村委，5 个有管辖范围；还没有：藕塘居委会、东荷居委会. */
function coverageLine({ town, committees, missing }: TownCoverage): string {
  const count = `${town}：${committees} 个居村委，${committees - missing.length} 个有管辖范围`;
  const more = missing.length > SHOWN ? `等 ${missing.length} 个` : '';
  return missing.length === 0 ? count : `${count}；还没有：${missing.slice(0, SHOWN).join('、')}${more}`;
}

/** 管辖范围：更新 3 个居村委 · 不变 4 个. */
export const extentCounts = ({ merge: { touched, unchanged } }: ExtentOutcome): string =>
  `管辖范围：更新 ${touched.length} 个居村委 · 不变 ${unchanged} 个`;

const changeLine = ({ committee: { name }, before, after }: ExtentOutcome['merge']['touched'][number]): string =>
  before === 0 ? `${name}：${after} 行` : `${name}：原来 ${before} 行，现在 ${after} 行`;

/** What became of places, for the terminal. */
export function extentLines(outcome: ExtentOutcome, most = 60): string[] {
  const { touched } = outcome.merge;
  return [
    extentCounts(outcome),
    ...touched.slice(0, most).map((one) => `  ${changeLine(one)}`),
    ...(touched.length > most ? [`  ……还有 ${touched.length - most} 个，见检查结果`] : []),
    ...outcome.coverage.map((town) => `  ${coverageLine(town)}`),
    '',
  ];
}

/** The same for the page beside the clerk's file. */
export function extentHtml(outcome: ExtentOutcome): string[] {
  const list = (lines: readonly string[]) => `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;
  const { touched } = outcome.merge;
  return [
    `<h2>${escaped(extentCounts(outcome))}</h2>`,
    ...(touched.length === 0 ? [] : [list(touched.map(changeLine))]),
    '<h2>各街镇收了多少</h2>',
    list(outcome.coverage.map(coverageLine)),
  ];
}
