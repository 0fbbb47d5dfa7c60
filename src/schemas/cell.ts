import { z } from 'astro/zod';
import { isValidDate } from '../domain/time/validDate.ts';
import type { DataRule } from '../domain/rules/dataRules.ts';
import type { ClauseRef } from '../domain/policy/clauses.ts';

/** The value of a cell, or what is wrong with it and what to write instead, both in Chinese. */
export type CellResult<T> =
  | { readonly value: T }
  | {
      readonly fault: string;
      readonly remedy: string;
      /** The code of the broken rule (dataRules.ts), where it has a rule of its own; otherwise `cell`. */
      readonly code?: DataRule;
    };

/** Makes the schema of a column from a function that reads its text; spaces around the text are removed first. */
export function cell<T>(read: (text: string) => CellResult<T>): z.ZodType<T, string> {
  return z.string().transform((raw, context): T => {
    const result = read(raw.trim());
    if ('value' in result) return result.value;
    context.issues.push({
      code: 'custom',
      message: result.fault,
      params: { remedy: result.remedy, code: result.code ?? 'cell' },
      input: raw,
    });
    return z.NEVER;
  });
}

/** Any text; may be empty. */
export const text = cell((value) => ({ value }));

/** Any text; must not be empty. */
export const required = cell((value) => (value === '' ? { fault: '是空的', remedy: '这一格必须填写' } : { value }));

/** Any text; null for an empty cell. */
export const optional = cell<string | null>((value) => ({ value: value === '' ? null : value }));

/** A list of values separated by 、; other separators (，；|) are accepted. */
export const list = cell<readonly string[]>((value) => {
  const parts = value.split(/[、，；;|]/u).map((part) => part.trim());
  return { value: parts.filter((part) => part !== '') };
});

/** An identifier that becomes part of addresses: lower-case ASCII letters, digits and hyphens. */
export const slug = cell((value) =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(value)
    ? { value }
    : { fault: '不能用作网址', remedy: '只用小写英文字母、数字和连字符，如 310104008-z' },
);

const readWord =
  <T extends string>(words: readonly T[]) =>
  (value: string): CellResult<T> => {
    const found = words.find((word) => word === value);
    return found === undefined
      ? { fault: '不在可选的范围里', remedy: `只能填：${words.join('、')}` }
      : { value: found };
  };

/** One of a fixed list of words. */
export const oneOf = <const T extends string>(words: readonly T[]): z.ZodType<T, string> => cell(readWord(words));

/** One of a fixed list of words; null for an empty cell. */
export const oneOfOrEmpty = <const T extends string>(words: readonly T[]): z.ZodType<T | null, string> =>
  cell<T | null>((value) => (value === '' ? { value: null } : readWord(words)(value)));

/** A yes or no, written 是 or 否. */
export const yesNo = cell((value) =>
  value === '是' || value === '否' ? { value: value === '是' } : { fault: '看不出是还是否', remedy: '填“是”或“否”' },
);

/** A code of the statistics bureau with this number of digits; must not be empty. */
export function code(digits: number): z.ZodType<string, string> {
  const pattern = new RegExp(`^\\d{${digits}}$`, 'u');
  return cell((value) =>
    pattern.test(value)
      ? { value }
      : { fault: `不是 ${digits} 位代码`, remedy: `填 ${digits} 位数字，注意 Excel 可能吃掉开头的 0` },
  );
}

const NO_DATE = { fault: '不是有效的日期', remedy: '按 2026-11-23 的样子写' } as const;

/** A date `YYYY-MM-DD`; null for an empty cell. */
export const date = cell<string | null>((value) => {
  if (value === '') return { value: null };
  return isValidDate(value) ? { value } : NO_DATE;
});

/** A date `YYYY-MM-DD` that must not be empty; the arguments are the fault and the remedy for an empty cell. */
export const dateThere = (fault: string, remedy: string): z.ZodType<string, string> =>
  cell((value) => {
    if (value === '') return { fault, remedy };
    return isValidDate(value) ? { value } : NO_DATE;
  });

/** A whole number from 0 on; null for an empty cell, never 0. */
export const count = cell<number | null>((value) => {
  if (value === '') return { value: null };
  return /^\d{1,9}$/u.test(value) ? { value: Number(value) } : { fault: '不是整数', remedy: '只写数字，不知道就留空' };
});

/** A decimal number; null for an empty cell. */
export const decimal = cell<number | null>((value) => {
  if (value === '') return { value: null };
  return /^-?\d{1,4}(?:\.\d+)?$/u.test(value)
    ? { value: Number(value) }
    : { fault: '不是小数', remedy: '写成 121.4365 这样，不知道就留空' };
});

/** A reference to a clause, `<policy>#<clause>`. */
export const clauseRef = cell<ClauseRef>((value) => {
  const [policy = '', clause = '', ...rest] = value.split('#');
  return policy !== '' && clause !== '' && rest.length === 0
    ? { value: { policy, clause } }
    : { fault: '不是条款', remedy: '按 shmz-2021-5#3-2 的样子写（文件代号#条款号）' };
});

/** A code with this number of digits; null for an empty cell. */
export const codeOrEmpty = (digits: number) =>
  cell<string | null>((value) => {
    if (value === '') return { value: null };
    return value.length === digits && /^\d+$/u.test(value)
      ? { value }
      : { fault: `不是 ${digits} 位代码`, remedy: `填 ${digits} 位数字，没有就留空` };
  });

/** An address without characters that have a meaning for web servers. */
const ADDRESS = /^\/[^\s?#"'`{}\\$;*<>]*$/u;

/** An address of this site from its root, without query and fragment. */
export const address = cell((value) =>
  ADDRESS.test(value)
    ? { value }
    : { fault: '不是本站的网址', remedy: '从 / 写起，不带域名、问号和井号，如 /stations/310104008-z/' },
);

/** An address of this site from its root, which may have a fragment. */
export const addressOrPlace = cell((value) =>
  ADDRESS.test(value.replace(/#[a-z0-9-]+$/u, ''))
    ? { value }
    : { fault: '不是本站的网址', remedy: '从 / 写起，不带域名和问号，如 /policies/shmz-2021-5/#3-2' },
);
