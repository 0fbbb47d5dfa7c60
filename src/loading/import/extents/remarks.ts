import type { ImportRule } from '../../../domain/rules/importRules.ts';
import { EXTENT_REMARKS, type ExtentRemark, type ExtentRemarkKind } from '../../../domain/tidy/extent/remarks.ts';
import type { RowReader } from '../read/draft.ts';

const CODES: Readonly<Record<ExtentRemarkKind, ImportRule>> = {
  读不懂: 'extent.unread',
  附号: 'extent.unread',
  两头: 'extent.unread',
  序号: 'extent.unread',
  四至: 'extent.bounds',
  除外: 'extent.partial',
  部分: 'extent.partial',
  还有: 'extent.partial',
  没有单位: 'extent.nameless',
  哪里: 'extent.nameless',
  整条: 'extent.nameless',
  单双号: 'extent.numbers',
  先后: 'extent.numbers',
  个人信息: 'extent.person',
};

/** Words of a cell as a message quotes them. */
const LONGEST_QUOTE = 60;
const quoted = (text: string) => {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
};

/** Tells what of a cell could not be read, with its place in the cell; words of persons are told by their place alone. */
export function tellRemarks(row: RowReader, at: number, remarks: readonly ExtentRemark[]): void {
  for (const { kind, text, from, to } of remarks) {
    const [what = '', ...remedy] = EXTENT_REMARKS[kind].split('；');
    const words = text === '' ? '' : `“${quoted(text)}”`;
    row.tell(
      CODES[kind],
      'extent',
      `第 ${from + 1} 到 ${to} 个字${words}：${what}`,
      remedy.join('；'),
      text === '' ? '（没有留）' : quoted(text),
      at,
    );
  }
}
