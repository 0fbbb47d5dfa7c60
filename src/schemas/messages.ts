import type { z } from 'astro/zod';

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  boolean: 'true 或 false',
  array: '一列值',
  object: '一组值',
};

/** The Chinese messages of schema errors, used where a schema has no message of its own. */
export const inChinese: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && (typeof issue.input === 'number' || typeof issue.input === 'boolean'))
        return `要写文字：两边加引号，写成 '${String(issue.input)}'`;
      return issue.input === undefined
        ? '没有写'
        : issue.input === null
          ? '是空的'
          : `要写${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `只能是：${issue.values.map(String).join('、')}`;
    case 'unrecognized_keys':
      return `有不认识的项：${issue.keys.join('、')}`;
    case 'too_small':
      return issue.origin === 'string' ? '是空的' : `至少要有 ${issue.minimum} 项`;
    case 'too_big':
      return `最多 ${issue.maximum} 项`;
    case 'invalid_format':
      return '格式不对';
    default:
      return '写法不对';
  }
};
