/** A section of a case: its title, and other headings that writers give it. */
export interface SectionKind {
  readonly title: string;
  readonly also: readonly string[];
  /** Whether a case may do without it. */
  readonly optional: boolean;
}

const needed = (title: string, also: string): SectionKind => ({ title, also: also.split(' '), optional: false });
const extra = (title: string, also: string): SectionKind => ({ ...needed(title, also), optional: true });

/** The sections of a case in their order; among the other headings are those of the ministry's case format. */
export const SECTIONS: readonly SectionKind[] = [
  needed(
    '背景',
    '案例背景 个案背景 小组背景 服务背景 项目背景 背景介绍 背景资料 基本情况 案例介绍 服务对象基本情况 案主背景',
  ),
  needed('需求', '分析预估 需求评估 需求分析 问题分析 预估 分析评估 问题与需求 问题预估 评估分析 服务需求'),
  needed('目标', '服务计划 服务目标 介入目标 目标与计划 服务方案 介入计划 计划 服务目标与计划 小组目标'),
  needed(
    '过程',
    '服务计划实施过程 服务过程 介入过程 实施过程 服务实施 服务计划实施 服务开展 开展过程 小组过程 工作过程',
  ),
  needed('成效', '总结评估 评估 成效评估 服务成效 效果评估 评估总结 结案评估 服务效果 评估与结案 服务评估'),
  needed('反思', '专业反思 服务反思 案例反思 反思与总结 总结与反思 总结反思 反思总结 专业反思与总结 经验与反思'),
  extra('督导点评', '督导意见 督导评语 专家点评 督导评价 点评'),
  extra('可复制的做法', '可推广的做法 可借鉴的做法 推广价值 经验启示 可复制经验 启示'),
];

const NUMBERING =
  /^(?:第[一二三四五六七八九十\d]+(?:部分|节|章)|[（(]?[一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．:：])\s*/u;

/** The section that a heading means: 三、服务计划 → 目标; null where it is none of them. */
export function sectionOf(heading: string): SectionKind | null {
  const plain = heading
    .normalize('NFKC')
    .trim()
    .replace(/^[【[《]|[】\]》]$/gu, '')
    .replace(NUMBERING, '')
    .replace(/[\s:;。]+/gu, '');
  return SECTIONS.find(({ title, also }) => title === plain || also.includes(plain)) ?? null;
}

/** A piece of a text below one heading; `heading` is empty for what stands before the first. */
export interface Piece {
  readonly heading: string;
  readonly text: string;
  /** The line of the heading, from 0. */
  readonly line: number;
}

/** Splits Markdown at its headings of the second level. */
export function piecesOf(markdown: string): readonly Piece[] {
  const pieces: { heading: string; lines: string[]; line: number }[] = [{ heading: '', lines: [], line: 0 }];
  markdown.split(/\r?\n/u).forEach((line, at) => {
    const heading = /^##\s+(.+?)\s*#*\s*$/u.exec(line)?.[1];
    if (heading === undefined) pieces.at(-1)?.lines.push(line);
    else pieces.push({ heading, lines: [], line: at });
  });
  return pieces
    .map(({ heading, lines, line }) => ({ heading, text: lines.join('\n').trim(), line }))
    .filter(({ heading, text }) => heading !== '' || text !== '');
}

/** What is wrong with the headings of a published case, in Chinese; empty where they are the sections in their order. */
export function sectionFault(headings: readonly string[]): string {
  const titles = SECTIONS.map(({ title }) => title);
  const wrong = headings.find((heading) => !titles.includes(heading));
  if (wrong !== undefined) return `没有“${wrong}”这一节`;
  const missing = SECTIONS.find(({ title, optional }) => !optional && !headings.includes(title));
  if (missing !== undefined) return `缺“${missing.title}”一节`;
  if (new Set(headings).size < headings.length) return '有一节写了两次';
  const order = headings.map((heading) => titles.indexOf(heading));
  return order.every((place, at) => at === 0 || place > (order[at - 1] ?? -1)) ? '' : '各节的次序不对';
}
