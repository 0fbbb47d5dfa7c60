/** The page tags (网页标签) of a column page (docs/norms.md §2). */
export interface ColumnTags {
  readonly kind: 'column';
  readonly name: string;
  readonly keywords: readonly string[];
  readonly type: ColumnType;
}

/** The page tags of an article; `published` is `YYYY-MM-DD HH:MM` from its front matter (docs/norms.md §2). */
export interface ArticleTags {
  readonly kind: 'article';
  readonly published: string;
  readonly source: string;
  readonly keywords: readonly string[];
}

export type PageTags = ColumnTags | ArticleTags;

/** One step of the breadcrumbs; the last has no address. */
export interface Crumb {
  readonly name: string;
  readonly href?: string;
}

/** The five sections of the header. */
export type Section = 'stations' | 'services' | 'policies' | 'cases' | 'progress';

/** The values that the page tag ColumnType may have (docs/norms.md §2). */
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
