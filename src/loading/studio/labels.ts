/** What the studio writes beside a field: its name, and a line of help. `long` fields get more than one line. */
export interface Label {
  readonly name: string;
  readonly hint?: string;
  readonly long?: boolean;
}

const label = (name: string, hint?: string): Label => ({ name, ...(hint === undefined ? {} : { hint }) });
const long = (name: string, hint?: string): Label => ({ ...label(name, hint), long: true });

const MONTH = '写成2026-03的样子';
const DAY = '写成2026-11-23的样子';

/** The labels of the fields of `caseSchema` by their path. A field without one stops the studio. */
export const LABELS: Readonly<Record<string, Label>> = {
  title: label('标题'),
  summary: long('引子', '一两句话，列表和搜索里看到的就是它'),
  field: label('领域', '综合站的事选“综合”'),
  topic: label('什么事'),
  method: label('方法'),
  station: label('哪个站', '可以打字找；不写是哪个站的，选“不写”'),
  station_note: label('为什么不写是哪个站', '上一行选了“不写”的才填'),
  services: label('相关的服务'),
  policy: label('依据的政策'),
  clauses: label('依据的条款', '写条款号，如3-2'),
  period: label('起止'),
  'period.from': label('从哪个月', MONTH),
  'period.to': label('到哪个月', MONTH),
  sessions: label('做了几次'),
  team: label('谁在做', '只写身份和人数，不写名字'),
  'team.role': label('身份'),
  'team.count': label('几个人'),
  author: label('写的单位'),
  measures: label('前后比较'),
  'measures.what': label('看什么'),
  'measures.tool': label('怎么量的'),
  'measures.before': label('之前'),
  'measures.after': label('之后'),
  'measures.on': label('哪个月量的', MONTH),
  pictures: label('图片', '新的照片先在稿件台里裁好、打好马赛克，用收稿放进来，这里再选'),
  'pictures.file': label('文件'),
  'pictures.alt': label('图里有什么', '一句话，给看不见图的人'),
  'pictures.caption': label('图下面的说明'),
  'pictures.faces': label('有没有人脸'),
  drawing: label('插图', '没有图片的选一幅'),
  drawing_alt: label('插图画的是什么'),
  consent: label('同意书', '编写的示例故事不写'),
  'consent.reference': label('编号'),
  'consent.scope': label('公开范围'),
  'consent.until': label('到哪一天', DAY),
  'consent.guardian': label('监护人签的'),
  pseudonyms: label('化名', '正文里用的化名，一行一个'),
  review: label('三审'),
  'review.step': label('哪一审'),
  'review.by': label('谁审的', '写单位或职务'),
  'review.on': label('哪一天', DAY),
  published_at: label('什么时候发布', '写成2026-11-02 09:00的样子'),
  expire_on: label('到哪一天撤下', `${DAY}；不撤的不写`),
  featured: label('排在前面'),
  quote: label('一句话'),
  'quote.text': label('话'),
  'quote.who': label('谁说的', '写身份，不写名字'),
  sample: label('编写的示例故事', '没有真人真事的才选'),
  draft: label('草稿', '选着的不发布'),
  withdrawn: label('撤回'),
  'withdrawn.on': label('哪一天撤回', DAY),
  'withdrawn.note': label('怎么说'),
  aliases: label('别名', '居民会搜的词，至少五个'),
};
