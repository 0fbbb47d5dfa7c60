import { METHODS } from './case.ts';
import { listed, type Draft } from './draft.ts';
import { SECTIONS } from './sections.ts';
import { countWritten, dayWritten, monthWritten, teamWritten } from './written.ts';

/** Something that a draft lacks or that can't be read: the field, what it is called, and what to write. */
export interface Gap {
  readonly field: string;
  readonly label: string;
  /** Whether there is something that can't be used; otherwise nothing is written yet. */
  readonly wrong: boolean;
  readonly todo: string;
}

const missing = (field: string, label: string, todo: string): Gap => ({ field, label, wrong: false, todo });
const wrong = (field: string, label: string, todo: string): Gap => ({ field, label, wrong: true, todo });

/** The gap of a field that must hold words, which a reader has to understand. */
function asked(
  draft: Draft,
  field: 'title' | 'summary' | 'topic' | 'field' | 'method' | 'from' | 'to' | 'sessions' | 'team' | 'author' | 'until',
  label: string,
  todo: string,
  reads: (words: string) => unknown = () => true,
): Gap[] {
  const words = draft[field].trim();
  if (words === '') return [missing(field, label, todo)];
  return reads(words) === null ? [wrong(field, label, todo)] : [];
}

function workGaps(draft: Draft): Gap[] {
  const [from, to] = [monthWritten(draft.from), monthWritten(draft.to)];
  return [
    ...asked(draft, 'title', '标题', '写一句话'),
    ...asked(draft, 'summary', '引子', '写一句话'),
    ...asked(draft, 'topic', '什么事', '选一样'),
    ...asked(draft, 'field', '领域', '选一样，综合站的事选“综合”'),
    ...asked(draft, 'method', '方法', '选一样', (words) => METHODS.find((method) => method === words) ?? null),
    ...(draft.station === '' && draft.stationNote.trim() === ''
      ? [missing('district', '哪个站', '选一个站，不写是哪个站的，写为什么')]
      : []),
    ...asked(draft, 'from', '从哪个月', '写成2026年3月的样子', monthWritten),
    ...asked(draft, 'to', '到哪个月', '写成2026年6月的样子', monthWritten),
    ...(from !== null && to !== null && from > to ? [wrong('to', '到哪个月', '早于开始的月份')] : []),
    ...asked(draft, 'sessions', '做了几次', '写一个数', countWritten),
    ...asked(draft, 'team', '谁在做', '写身份和人数，比如社工2人、志愿者3人', teamWritten),
    ...asked(draft, 'author', '写的单位', '写单位的名字'),
  ];
}

const sectionGaps = ({ sections, leftover }: Draft): Gap[] => [
  ...SECTIONS.filter(({ title, optional }) => !optional && (sections[title] ?? '').trim() === '').map(({ title }) =>
    missing(`section:${title}`, title, '这一节还没有写'),
  ),
  ...(leftover.trim() === '' ? [] : [wrong('leftover', '没有归到哪一节的', '移到对的一节，不要的删掉')]),
];

const measureGaps = ({ measures }: Draft): Gap[] =>
  measures.flatMap(({ on, ...words }, at) => [
    ...(Object.values(words).some((word) => word.trim() === '')
      ? [missing(`measure:${at}:what`, '前后比较', '每一格都写，不要的整行删掉')]
      : []),
    ...(monthWritten(on) === null ? [wrong(`measure:${at}:on`, '前后比较', '哪个月量的，写成2026年6月的样子')] : []),
  ]);

const pictureGaps = ({ pictures, drawing, drawingAlt }: Draft): Gap[] => [
  ...pictures.flatMap(({ alt, faces }, at) => [
    ...(alt.trim() === '' ? [missing(`picture:${at}:alt`, `图${at + 1}的替代文字`, '写一句图里有什么')] : []),
    ...(faces === '' ? [missing(`picture:${at}:faces`, `图${at + 1}有没有人脸`, '选一样')] : []),
  ]),
  ...(pictures.length === 0 && drawing === '' ? [missing('drawing', '图片', '放一张图，或者选一幅插图')] : []),
  ...(drawing !== '' && drawingAlt.trim() === '' ? [missing('drawingAlt', '插图', '写一句插图画的是什么')] : []),
];

function consentGaps(draft: Draft): Gap[] {
  if (draft.sample) return [];
  const { reference, scope, guardian } = draft;
  return [
    ...(reference.trim() === '' ? [missing('reference', '同意书编号', '写站里那份同意书的编号')] : []),
    ...(scope.length === 0 ? [missing('scope', '公开范围', '同意书上写了哪几样，就选哪几样')] : []),
    ...asked(draft, 'until', '同意到哪天', '写成2027年12月31日的样子', dayWritten),
    ...(guardian === '' ? [missing('guardian', '谁签的', '选本人或监护人')] : []),
  ];
}

/** What a draft still lacks before it can be handed in, in the order of the form. */
export const gapsOf = (draft: Draft): readonly Gap[] => [
  ...workGaps(draft),
  ...sectionGaps(draft),
  ...measureGaps(draft),
  ...((draft.quote.trim() === '') === (draft.quoteWho.trim() === '')
    ? []
    : [missing(draft.quote.trim() === '' ? 'quote' : 'quoteWho', '一句话', '话和谁说的，两样都写')]),
  ...consentGaps(draft),
  ...pictureGaps(draft),
  ...(listed(draft.aliases).length < 5 ? [missing('aliases', '别名', '至少写五个居民会说的词')] : []),
];
