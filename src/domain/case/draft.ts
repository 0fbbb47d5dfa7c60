import type { Faces } from './case.ts';
import { SECTIONS } from './sections.ts';

/** A picture of a draft: what is said of it. Its pixels are kept beside it. */
export interface DraftPicture {
  readonly file: string;
  readonly alt: string;
  readonly caption: string;
  readonly faces: Faces | '';
}

/** Something that was measured, as its writer put it. */
export interface DraftMeasure {
  readonly what: string;
  readonly tool: string;
  readonly before: string;
  readonly after: string;
  readonly on: string;
}

/** The fields of a draft that are one text each. */
export const TEXT_FIELDS = [
  'title',
  'summary',
  'topic',
  'field',
  'method',
  'station',
  'stationNote',
  'from',
  'to',
  'sessions',
  'team',
  'author',
  'quote',
  'quoteWho',
  'drawing',
  'drawingAlt',
  'reference',
  'until',
  'guardian',
  'pseudonyms',
  'aliases',
  'leftover',
] as const;

export type TextField = (typeof TEXT_FIELDS)[number];

/** What `field` holds where a case belongs to no single field of work. */
export const GENERAL = '综合';

/** Who signed the consent. */
export const SIGNERS = ['本人', '监护人'] as const;

/**
 * A case while it is being written: every field as the words that stand in the form, so that nothing that somebody wrote
 * is lost before it is right. `leftover` is what fits no section; `kept` is front matter that the form doesn't show.
 */
export interface Draft extends Readonly<Record<TextField, string>> {
  readonly services: readonly string[];
  readonly scope: readonly string[];
  readonly sample: boolean;
  readonly measures: readonly DraftMeasure[];
  readonly pictures: readonly DraftPicture[];
  readonly sections: Readonly<Record<string, string>>;
  readonly kept: Readonly<Record<string, unknown>>;
}

/** A draft in which nothing is written yet. */
export function emptyDraft(): Draft {
  return {
    ...(Object.fromEntries(TEXT_FIELDS.map((name) => [name, ''])) as Record<TextField, string>),
    services: [],
    scope: [],
    sample: false,
    measures: [],
    pictures: [],
    sections: Object.fromEntries(SECTIONS.map(({ title }) => [title, ''])),
    kept: {},
  };
}

/** Whether a draft holds nothing that somebody would miss. */
export const isEmptyDraft = (draft: Draft): boolean =>
  TEXT_FIELDS.every((name) => draft[name].trim() === '') &&
  draft.pictures.length === 0 &&
  draft.measures.length === 0 &&
  Object.values(draft.sections).every((text) => text.trim() === '');

/** The fields of a draft whose words are published, with what the form calls them; sections are `section:背景`. */
export function publishedTexts(draft: Draft): readonly (readonly [field: string, label: string, text: string])[] {
  return [
    ['title', '标题', draft.title],
    ['summary', '引子', draft.summary],
    ...SECTIONS.map(({ title }) => [`section:${title}`, title, draft.sections[title] ?? ''] as const),
    ['quote', '一句话', draft.quote],
    ['quoteWho', '谁说的', draft.quoteWho],
    ...draft.measures.flatMap(({ what, tool, before, after }, at) =>
      [what, tool, before, after].map(
        (text, part) => [`measure:${at}:${MEASURE_PARTS[part] ?? ''}`, '前后比较', text] as const,
      ),
    ),
    ...draft.pictures.flatMap(({ alt, caption }, at) => [
      [`picture:${at}:alt`, `图${at + 1}`, alt] as const,
      [`picture:${at}:caption`, `图${at + 1}`, caption] as const,
    ]),
    ['drawingAlt', '插图', draft.drawingAlt],
    ['stationNote', '哪个站', draft.stationNote],
    ['team', '谁在做', draft.team],
    ['author', '写的单位', draft.author],
    ['aliases', '别名', draft.aliases],
    ['leftover', '没有归到哪一节的', draft.leftover],
  ];
}

const MEASURE_PARTS = ['what', 'tool', 'before', 'after'];

/** The words of a list that somebody wrote in one line: 小宇、李阿姨. */
export const listed = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[、，,；;\n]+/u)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

const replaced = (text: string, from: string, to: string): string => text.split(from).join(to);

/** How often a name stands in what is published of a draft. */
export const countOf = (draft: Draft, name: string): number =>
  publishedTexts(draft).reduce((total, [, , text]) => total + text.split(name).length - 1, 0);

/** A draft in which a name was replaced by a pseudonym wherever it stands, the pseudonym being listed. */
export function withPseudonym(draft: Draft, name: string, pseudonym: string): Draft {
  const change = (text: string) => replaced(text, name, pseudonym);
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, change(draft[field])])) as Record<
    TextField,
    string
  >;
  return {
    ...draft,
    ...texts,
    // What is chosen and what the consent says are no prose.
    topic: draft.topic,
    field: draft.field,
    station: draft.station,
    reference: draft.reference,
    pseudonyms: [...new Set([...listed(draft.pseudonyms).filter((known) => known !== name), pseudonym])].join('、'),
    sections: Object.fromEntries(Object.entries(draft.sections).map(([title, text]) => [title, change(text)])),
    measures: draft.measures.map((measure) => ({
      ...measure,
      what: change(measure.what),
      tool: change(measure.tool),
      before: change(measure.before),
      after: change(measure.after),
    })),
    pictures: draft.pictures.map((picture) => ({
      ...picture,
      alt: change(picture.alt),
      caption: change(picture.caption),
    })),
  };
}
