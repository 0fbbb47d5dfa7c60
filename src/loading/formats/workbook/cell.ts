import type ExcelJS from 'exceljs';
import type { CellDoubt } from '../grid.ts';

/** From this number on digits may be lost, because a spreadsheet keeps only 15. */
const FIRST_INEXACT = 1e15;

const pad = (value: number) => String(value).padStart(2, '0');

/** A date cell as text: `YYYY-MM-DD`, or the time of day alone. exceljs gives both in UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const minutes = Math.round(date.getTime() / 60_000);
  const time = ((minutes % 1440) + 1440) % 1440;
  const clock = `${Math.floor(time / 60)}:${pad(time % 60)}`;
  if (date.getUTCFullYear() < 1901) return clock;
  const day = new Date(minutes * 60_000).toISOString().slice(0, 10);
  return time === 0 ? day : `${day} ${clock}`;
}

/** A number format of digits and signs alone, cut into its marks: 000\-00000000, "第"0"号". Others are null. */
function marksOf(format: string): readonly string[] | null {
  const [first = ''] = format.split(';');
  const marks = first.replace(/\[\$?-[^\]]*\]/gu, '').match(/"[^"]*"|\\.|[0#\-() ]/gu) ?? [];
  return marks.join('') === first.replace(/\[\$?-[^\]]*\]/gu, '') && /[0#]/u.test(first) ? marks : null;
}

/** A whole number as such a format shows it: 2120000002 under 000\-00000000 is 021-20000002. */
function formatted(value: bigint, format: string): string | null {
  const marks = value < 0n ? null : marksOf(format);
  if (marks === null) return null;
  const digits = [...value.toString()];
  const places = marks.filter((mark) => mark === '0' || mark === '#').length;
  let left = places;
  const shown = marks.map((mark) => {
    if (mark !== '0' && mark !== '#') return mark.replace(/^"(.*)"$/u, '$1').replace(/^\\/u, '');
    // The first place takes all digits that the others have no room for.
    const at = digits.length - left;
    left -= 1;
    if (left === places - 1 && at > 0) return digits.slice(0, at + 1).join('');
    return digits[at] ?? (mark === '0' ? '0' : '');
  });
  return shown.join('');
}

/** A number with the digits that a spreadsheet shows, never in scientific notation; zeros and signs of a format kept. */
function numberText(value: number, format: string | undefined): string {
  if (Number.isInteger(value)) {
    const whole = BigInt(value);
    return formatted(whole, format ?? '') ?? whole.toString();
  }
  const short = Number(value.toPrecision(15));
  return Math.abs(short) < 1e-6 ? short.toFixed(12).replace(/0+$/u, '') : String(short);
}

/** The text that a cell shows, and a reason to distrust it where there is one. */
export interface CellText {
  readonly text: string;
  readonly doubt?: CellDoubt;
}

const inexact: CellDoubt = {
  code: 'cell.precision',
  message: '超过 15 位，Excel 已经把后面的数字变成了 0',
  remedy: '把这一列设成“文本”，从原来的地方重新填这个号码',
};
const struck: CellDoubt = { code: 'cell.struck', message: '划掉的字没有读', remedy: '看一下剩下的对不对' };

function richText(runs: readonly ExcelJS.RichText[]): CellText {
  const kept = runs.filter(({ font }) => font?.strike !== true);
  const joined = (list: readonly ExcelJS.RichText[]) => list.map((run) => run.text).join('');
  return kept.length < runs.length && joined(runs).trim() !== joined(kept).trim()
    ? { text: joined(kept), doubt: struck }
    : { text: joined(runs) };
}

/** The text of a value as the cell shows it; formulas give their results. */
export function valueText(value: ExcelJS.CellValue | undefined, format: string | undefined): CellText {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'boolean') return { text: value ? '是' : '否' };
  if (typeof value === 'number') {
    const shown = numberText(value, format);
    return Math.abs(value) >= FIRST_INEXACT ? { text: shown, doubt: inexact } : { text: shown };
  }
  if (value instanceof Date) return { text: dateText(value) };
  if ('richText' in value) return richText(value.richText);
  if ('error' in value) {
    return {
      text: '',
      doubt: { code: 'cell.error', message: `公式出错（${value.error}）`, remedy: '改好公式，或直接填写内容' },
    };
  }
  if ('hyperlink' in value) return valueText(value.text as ExcelJS.CellValue, format);
  if ('formula' in value || 'sharedFormula' in value) {
    return value.result === undefined
      ? {
          text: '',
          doubt: {
            code: 'cell.error',
            message: '公式没有算出结果',
            remedy: '在 WPS 或 Excel 里打开、保存一次，或直接填写内容',
          },
        }
      : valueText(value.result as ExcelJS.CellValue, format);
  }
  return { text: '' };
}
