/** Elements that an interpretation may consist of (docs/norms.md §4, Shanghai practice). */
export const ELEMENTS = [
  '背景依据',
  '目标任务',
  '主要内容',
  '适用范围',
  '执行口径',
  '操作方法',
  '注意事项',
  '关键词诠释',
  '惠民利民举措',
  '新旧政策差异',
] as const;
export type Element = (typeof ELEMENTS)[number];

/** Elements that an interpretation has where there is something to say. */
const WHERE_THERE_IS_ANY: readonly Element[] = ['惠民利民举措', '新旧政策差异'];

/** Elements that every interpretation has; 主要内容 is its text, 关键词诠释 its terms. */
export const NEEDED_ELEMENTS = ELEMENTS.filter((element) => !WHERE_THERE_IS_ANY.includes(element));

/** Elements that are written as a line of the front matter. */
export const WRITTEN_ELEMENTS = ELEMENTS.filter((element) => element !== '主要内容' && element !== '关键词诠释');

/** Questions that a policy answers by one clause each; pages point to it. */
export const RULES = ['综合', '专项', '居村', '命名', '人员'] as const;
export type Rule = (typeof RULES)[number];
