import type { RuleEntry } from './rule.ts';

/**
 * The rules for policy texts and interpretations (docs/norms.md §4) by their permanent codes. 必须改 stops a build, 提醒
 * does not.
 */
export const TEXT_RULES = {
  lock: {
    level: '必须改',
    about: '原文和锁定码对不上',
    source: '本站规范四（政策文本）',
    remedy: '改回原文；确实录错了，换锁定码',
  },
  'elements-missing': {
    level: '必须改',
    about: '解读缺要素',
    source: '本站规范四（解读要素）',
    remedy: '补上缺的要素',
  },
  'cite-clause': {
    level: '必须改',
    about: '引用的条款不存在',
    source: '本站规范四（引用）',
    remedy: '检查<Cite>的clause',
  },
  'cite-quote': {
    level: '必须改',
    about: '引的话和原文不一样',
    source: '本站规范四（引用）',
    remedy: '照原文一字不差地写',
  },
  'cite-figure': {
    level: '必须改',
    about: '标出的数字不在引的话里',
    source: '本站规范四（引用）',
    remedy: '数字照原文写',
  },
  'cite-form': { level: '必须改', about: '文号的写法不对', source: '本站规范四（文号）', remedy: '用〔〕，不带空格' },
  'cite-title': { level: '必须改', about: '文号对，题目不对', source: '本站规范四（引用）', remedy: '照登记簿写题目' },
  'cite-number': { level: '必须改', about: '题目对，文号不对', source: '本站规范四（引用）', remedy: '照登记簿写文号' },
  'cite-two-titles': {
    level: '必须改',
    about: '一个文号用了两个题目',
    source: '本站规范四（引用）',
    remedy: '全站只用登记簿里的题目',
  },
  'cite-unknown': {
    level: '必须改',
    about: '登记簿里没有这份文件',
    source: '本站规范四（引用）',
    remedy: '先在documents.csv里登记',
  },
  'relation-unknown': {
    level: '必须改',
    about: '和一份没有登记的文件有关系',
    source: '本站规范四（政策文本）',
    remedy: '先在documents.csv里登记',
  },
  'relation-double': {
    level: '必须改',
    about: '同一种关系写了两次',
    source: '本站规范四（政策文本）',
    remedy: '合成一条',
  },
  'term-unknown': {
    level: '必须改',
    about: '词语表里没有这个词',
    source: '本站规范四（关键词诠释）',
    remedy: '先在glossary.csv里加上',
  },
  'term-unlisted': {
    level: '必须改',
    about: '正文解释的词没有列在开头',
    source: '本站规范四（关键词诠释）',
    remedy: '在开头的terms里列上',
  },
  'picture-no-text': {
    level: '必须改',
    about: '图片没有文字说明',
    source: '本站规范六（无障碍）',
    remedy: '给图片写文字说明',
  },
  'picture-only': {
    level: '必须改',
    about: '只有图，没有文字',
    source: '本站规范四（一图读懂）',
    remedy: '把图里的话写成正文',
  },
  'markup-broken': {
    level: '必须改',
    about: '正文里有程序读不懂的{或<',
    source: '本站规范四（正文的写法）',
    remedy: '写成全角的｛和＜，组件要写全',
  },
  'markup-code': {
    level: '必须改',
    about: '正文里有会运行的代码',
    source: '本站规范四（正文的写法）',
    remedy: '删掉大括号、import、export',
  },
  'markup-html': {
    level: '必须改',
    about: '正文里有网页代码',
    source: '本站规范四（正文的写法）',
    remedy: '用Markdown写',
  },
  'markup-component': {
    level: '必须改',
    about: '用了这里没有的组件或项目',
    source: '本站规范四（正文的写法）',
    remedy: '只用本站的组件，照已有的写',
  },
  'markup-link': {
    level: '必须改',
    about: '链接不是网页的地址',
    source: '本站规范四（正文的写法）',
    remedy: '换成https://开头的网址，或本站的地址',
  },
  'picture-acts': {
    level: '必须改',
    about: 'SVG图片里有代码，或用了别处的东西',
    source: '本站规范四（正文的写法）',
    remedy: '用画图软件另存为“普通SVG”，或换成PNG',
  },
  'file-acts': {
    level: '必须改',
    about: '附件里有网页或程序，打开时会在本站的网址下运行',
    source: '本站规范四（正文的写法）',
    remedy: '网页写成content里的文字；搜索引擎的验证文件只留一行字；程序不能发布',
  },
  'degree-missing': {
    level: '必须改',
    about: '没有写明是哪一种程度',
    source: '本站规范四（三种程度）',
    remedy: '写degree：写明、没有写、待核实',
  },
  'whom-missing': {
    level: '必须改',
    about: '通知没有写的、待核实的，没有写向谁问',
    source: '本站规范四（三种程度）',
    remedy: '写whom',
  },
  'figure-undated': {
    level: '提醒',
    about: '全市的数字没有写是哪一年的',
    source: '本站规范四（三种程度）',
    remedy: '在同一段里写上年份和出处',
  },
  'hotline-source': {
    level: '提醒',
    about: '热线号码不在热线表里，查不到来源',
    source: '本站规范四（三种程度）',
    remedy: '先在hotlines.csv里写上来源和核实日期',
  },
  'cite-double': { level: '提醒', about: '同一句话引了两次', source: '本站规范四（引用）', remedy: '删掉一处' },
  'figure-uncited': {
    level: '提醒',
    about: '原文里的数字没有引原文',
    source: '本站规范四（引用）',
    remedy: '用<Cite>引原文',
  },
  copied: { level: '提醒', about: '和原文相同的字太多，像摘抄', source: '本站规范四（摘抄）', remedy: '用自己的话说' },
  promise: {
    level: '提醒',
    about: '说得太满，像是许诺：一定会、保证、都接、不会不管、绝对保密',
    source: '本站规范四（三种程度）',
    remedy: '照文件写，或写成“可以”；没有写的，标明程度。“不一定”“不能保证”不算',
  },
  'clause-uncovered': {
    level: '提醒',
    about: '有一条没有解读讲到',
    source: '本站规范四（解读）',
    remedy: '在一篇解读的explains里加上',
  },
  'published-late': {
    level: '提醒',
    about: '解读晚于文件发布三个工作日',
    source: '本站规范四（解读）',
    remedy: '下次在三个工作日内发布',
  },
  'validity-ending': {
    level: '提醒',
    about: '有效期快到了',
    source: '本站规范四（有效性）',
    remedy: '问发布机构是否延期',
  },
  'validity-over': {
    level: '提醒',
    about: '有效期过了还写着有效',
    source: '本站规范四（有效性）',
    remedy: '查清是否延期，改validity',
  },
} as const satisfies Record<string, RuleEntry>;

export type TextRule = keyof typeof TEXT_RULES;
