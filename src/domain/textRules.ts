/**
 * The rules that policy texts and interpretations are held to (norms.md §4), by their stable codes. 必须改 stops a
 * build, 提醒 is only told.
 */
export const TEXT_RULES = {
  lock: { level: '必须改', about: '原文和锁定码对不上' },
  'elements-missing': { level: '必须改', about: '解读缺要素' },
  'cite-clause': { level: '必须改', about: '引用的条款不存在' },
  'cite-quote': { level: '必须改', about: '引的话和原文不一样' },
  'cite-figure': { level: '必须改', about: '标出的数字不在引的话里' },
  'cite-form': { level: '必须改', about: '文号的写法不对' },
  'cite-title': { level: '必须改', about: '文号对，题目不对' },
  'cite-number': { level: '必须改', about: '题目对，文号不对' },
  'cite-two-titles': { level: '必须改', about: '一个文号用了两个题目' },
  'cite-unknown': { level: '必须改', about: '登记簿里没有这份文件' },
  'relation-unknown': { level: '必须改', about: '和一份没有登记的文件有关系' },
  'relation-double': { level: '必须改', about: '同一种关系写了两次' },
  'term-unknown': { level: '必须改', about: '词语表里没有这个词' },
  'term-unlisted': { level: '必须改', about: '正文解释的词没有列在开头' },
  'picture-no-text': { level: '必须改', about: '图片没有文字说明' },
  'picture-only': { level: '必须改', about: '只有图，没有文字' },
  'cite-double': { level: '提醒', about: '同一句话引了两次' },
  'figure-uncited': { level: '提醒', about: '原文里的数字没有引原文' },
  copied: { level: '提醒', about: '和原文相同的字太多，像摘抄' },
  'clause-uncovered': { level: '提醒', about: '有一条没有解读讲到' },
  'published-late': { level: '提醒', about: '解读晚于文件发布三个工作日' },
  'validity-ending': { level: '提醒', about: '有效期快到了' },
  'validity-over': { level: '提醒', about: '有效期过了还写着有效' },
} as const satisfies Record<string, { readonly level: '必须改' | '提醒'; readonly about: string }>;

export type TextRule = keyof typeof TEXT_RULES;
