import { contentPage } from '../../domain/site/contentPages.ts';
import { paths } from '../../domain/site/paths.ts';
import { parseClauses } from '../../domain/policy/clauses.ts';
import { caseDescription } from '../../domain/case/case.ts';
import { isPublished } from '../../domain/case/publication.ts';
import { isSampleData } from '../../domain/dataset/sample.ts';
import type { SearchSource } from './source.ts';
import { bit, type WordsFile } from '../files/format.ts';
import type { PageMark } from '../types/rows.ts';

type PageEntry = WordsFile['pages'][number];

/** The pages that are written in code, so that neither data nor content name them, with everyday words for each. */
const COLUMNS: readonly PageEntry[] = [
  [
    'w',
    paths.stations(),
    '全部社工站',
    '社工站名单、社工站目录、站点列表、社工站在哪里',
    '名单和地图，可以按区筛选',
    0,
  ],
  ['w', paths.services(), '社工站能办的事', '办事、服务、服务目录、能办什么、业务、服务项目', '按遇到的事排', 0],
  ['w', paths.policies(), '政策', '政策文件、文件、政策解读、法规、规定', '原文、解读和引用的文件', 0],
  ['w', paths.cases(), '案例', '典型案例、故事、例子', '社工站怎样帮人的例子', 0],
  ['w', paths.glossary(), '词语解释', '术语、名词解释、什么意思、专业词', '看不懂的词', 0],
  ['w', paths.map(), '地图', '社工站地图、附近的社工站、站点分布', '看站点在哪里', 0],
  [
    'w',
    paths.progress(),
    '建设进度',
    '覆盖率、建了多少、哪些街镇没有、完成情况、进展、千家',
    '每个数字都有算法和依据',
    0,
  ],
  ['w', paths.data(), '数据下载', '开放数据、下载名单、Excel、CSV、表格、接口、数据字典', '表格和说明', 0],
  ['w', paths.organizations(), '承接机构', '社工机构、社会工作服务机构、运营机构、哪家机构', '哪家机构办哪个站', 0],
  ['w', paths.sitemap(), '网站地图', '全部栏目', '所有栏目', 0],
];

/** A page as an entry, without the clauses that an interpretation explains. */
const row = (
  mark: PageMark,
  path: string,
  title: string,
  aliases: readonly string[],
  detail: string,
  sensitive = false,
): readonly [PageMark, string, string, string, string, 0 | 1] => [
  mark,
  path,
  title,
  aliases.map((word) => word.replaceAll('、', '')).join('、'),
  detail,
  bit(sensitive),
];

/** The cases that are published on a day, with their titles and other words for them. */
export function caseEntriesOf({ dataset, content }: SearchSource, today: string): readonly PageEntry[] {
  const site = { today, official: !isSampleData(dataset.meta) };
  const touchy = new Set(dataset.fields.filter(({ sensitive }) => sensitive).map(({ slug }) => slug));
  return content.cases
    .filter(({ head }) => isPublished(head, site) && head.withdrawn === undefined)
    .map(({ slug, head }) =>
      row('a', paths.case(slug), head.title, head.aliases, caseDescription(head), touchy.has(head.field ?? '')),
    );
}

/** Every other page that the search may lead to, with its title, other words for it and its address. */
export function pagesOf({ content }: SearchSource): readonly PageEntry[] {
  // The questions of an interpretation about a clause are words to find the clause by.
  const explained = (policy: string, clause: string) =>
    content.interpretations
      .filter(({ head }) => head.policy === policy)
      .flatMap(({ head }) => head.explains.filter((entry) => entry.clause === clause).map(({ question }) => question));
  const clauses = content.policies.flatMap(({ slug, head, body }) =>
    parseClauses(body)
      .filter(({ title }) => title !== '')
      .map(({ id, title, label }) => ({
        path: paths.clause(slug, id),
        title,
        asked: [...(head.asked[id] ?? []), ...explained(slug, id)],
        detail: `${head.doc_number} ${label}`,
      })),
  );
  // Clauses come first in the list, so that interpretations can refer to them by index.
  const clauseAt = new Map(clauses.map(({ path }, at) => [path, at]));
  return [
    ...clauses.map(({ path, title, asked, detail }) => row('c', path, title, asked, detail)),
    ...content.policies.map(({ slug, head }) =>
      row('p', paths.policy(slug), head.title, [head.short_title, head.doc_number, ...head.aliases], head.doc_number),
    ),
    ...content.interpretations.map(({ slug, head }): PageEntry => [
      ...row('i', paths.interpretation(slug), head.title, [head.question, ...head.aliases], head.question),
      ...head.clauses.flatMap((id) => clauseAt.get(paths.clause(head.policy, id)) ?? []),
    ]),
    ...content.pages.map(({ slug, head }) => row('w', contentPage(slug), head.title, head.keywords, head.description)),
    ...COLUMNS,
  ];
}
