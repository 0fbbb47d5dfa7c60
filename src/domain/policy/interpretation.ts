/** The elements that an interpretation may have (docs/norms.md §4). */
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

/** The elements that are only needed where there is something to say. */
const WHERE_THERE_IS_ANY: readonly Element[] = ['惠民利民举措', '新旧政策差异'];

/** The elements that every interpretation must have; 主要内容 is its body, 关键词诠释 its terms. */
export const NEEDED_ELEMENTS = ELEMENTS.filter((element) => !WHERE_THERE_IS_ANY.includes(element));

/** The elements that are written as a line of the front matter. */
export const WRITTEN_ELEMENTS = ELEMENTS.filter((element) => element !== '主要内容' && element !== '关键词诠释');

/**
 * The questions that a policy answers with one clause each, named in its front matter so that pages can link to that
 * clause.
 */
export const RULES = ['综合', '专项', '居村', '命名', '人员'] as const;
export type Rule = (typeof RULES)[number];
