/** Elements that an interpretation may consist of (norms.md §4, Shanghai practice). */
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

/** Words that the page tag ColumnType may hold (norms.md §2). */
export const COLUMN_TYPES = [
  '首页',
  '概况信息',
  '机构职能',
  '工作动态',
  '政策文件',
  '政策解读',
  '办事服务',
  '数据发布',
  '数据开放',
  '回应关切',
  '咨询投诉',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** Line drawings of places and things that a case may carry; people are never drawn. */
export const DRAWINGS = ['door', 'table', 'stairs', 'board', 'kettle', 'courtyard', 'desk', 'bench', 'lamp'] as const;
export type Drawing = (typeof DRAWINGS)[number];

/** The sections of a case, in this order. */
export const CASE_SECTIONS = ['背景', '需求', '目标', '过程', '成效', '反思'] as const;

/** Questions that a policy answers by one clause each; pages point to it. */
export const RULES = ['综合', '专项', '居村', '命名', '人员'] as const;
export type Rule = (typeof RULES)[number];
