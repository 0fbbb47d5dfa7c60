/** The line drawings that a case may carry: places and things, never people (docs/norms.md §14). */
export const DRAWINGS = ['door', 'table', 'stairs', 'board', 'kettle', 'courtyard', 'desk', 'bench', 'lamp'] as const;

export type Drawing = (typeof DRAWINGS)[number];

/** The sections of a case, in the order in which they must stand. */
export const CASE_SECTIONS = ['背景', '需求', '目标', '过程', '成效', '反思'] as const;

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

/** All that a reader sees of a case, in which somebody might be known again. */
export const shownText = (
  { title, summary, quote }: { title: string; summary: string; quote?: { text: string; who: string } | undefined },
  body: string,
): string => [title, summary, quote?.text, quote?.who, body].filter((part) => part !== undefined).join('\n');
