/** The line drawings that a case may carry: places and things, never people (docs/norms.md §14). */
export const DRAWINGS = ['door', 'table', 'stairs', 'board', 'kettle', 'courtyard', 'desk', 'bench', 'lamp'] as const;

export type Drawing = (typeof DRAWINGS)[number];

/** How a case was worked on. */
export const METHODS = ['个案', '小组', '社区', '综合'] as const;

export type Method = (typeof METHODS)[number];

/** The readings of a case before it is published, in their order. */
export const REVIEW_STEPS = ['初审', '复审', '终审'] as const;

export type ReviewStep = (typeof REVIEW_STEPS)[number];

/** Where the person, or the guardian, agrees that the case is shown. */
export const CONSENT_SCOPES = ['网站公开', '公众号', '报刊', '展板', '内部培训'] as const;

export type ConsentScope = (typeof CONSENT_SCOPES)[number];

/** The scope without which a case stands on no page. */
export const ON_THE_SITE: ConsentScope = '网站公开';

/** Whose faces a picture shows: nobody's, such as were made unrecognisable, or of people who agreed to it. */
export const FACES = ['没有人脸', '已打马赛克', '本人同意露脸'] as const;

export type Faces = (typeof FACES)[number];

/** What was measured in a case: before, after, with what and when. */
export interface Measure {
  readonly what: string;
  readonly tool: string;
  readonly before: string;
  readonly after: string;
  /** The month of the last measuring, `2026-03`. */
  readonly on: string;
}

/** All that is said of a case that was withdrawn, where its front matter says nothing else. */
export const WITHDRAWN = '应当事人要求撤回。';

/** What is said of a written story of the sample, wherever it is shown. */
export const SAMPLE_STORY = '编写的示例故事，没有真人真事';

/** The words that stand beside the name of every case: what it is, and that its people are not named. */
export const caseMark = ({ sample }: { readonly sample: boolean }): string => (sample ? SAMPLE_STORY : '人物为化名');

/** The summary of a case for whoever sees it outside its page: feeds, search engines, answers of the search. */
export const caseDescription = ({ sample, summary }: { readonly sample: boolean; readonly summary: string }): string =>
  sample ? `${SAMPLE_STORY}。${summary}` : summary;

/** What stands above a list of cases, by whether they are written stories, true ones or both. */
export function casesIntroduction(cases: readonly { readonly sample: boolean }[]): string {
  const stories = cases.filter(({ sample }) => sample).length;
  if (stories === 0) return '别人遇到过的事，社工站怎么做的，后来怎样。人物为化名。';
  const all = `${SAMPLE_STORY}，用来说明社工站可以怎样做。`;
  return stories === cases.length ? `这里都是${all}` : `人物为化名。标着“编写的示例故事”的，是${all}`;
}

/** The parts of a case's front matter that a reader sees as sentences. */
export interface ShownHead {
  readonly title: string;
  readonly summary: string;
  readonly quote?: { readonly text: string; readonly who: string } | undefined;
  readonly pictures?: readonly { readonly alt: string; readonly caption: string }[];
  readonly drawing_alt?: string | undefined;
  readonly station_note?: string;
  readonly measures?: readonly Measure[];
  readonly team?: readonly { readonly role: string }[];
  /** Words that lead to the case in the search. */
  readonly aliases?: readonly string[];
}

/** All that a reader sees of a case, in which somebody might be known again. */
export const shownText = (
  { title, summary, quote, station_note: note, drawing_alt: drawn, ...head }: ShownHead,
  body: string,
): string =>
  [
    title,
    summary,
    quote?.text,
    quote?.who,
    note,
    drawn,
    ...(head.pictures ?? []).flatMap(({ alt, caption }) => [alt, caption]),
    ...(head.measures ?? []).flatMap(({ what, tool, before, after }) => [what, tool, before, after]),
    ...(head.team ?? []).map(({ role }) => role),
    ...(head.aliases ?? []),
    body,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n');
