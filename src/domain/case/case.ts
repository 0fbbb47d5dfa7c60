/** The line drawings that a case may carry: places and things, never people (docs/norms.md §14). */
export const DRAWINGS = ['door', 'table', 'stairs', 'board', 'kettle', 'courtyard', 'desk', 'bench', 'lamp'] as const;

export type Drawing = (typeof DRAWINGS)[number];

/** The sections of a case, in the order in which they must stand. */
export const CASE_SECTIONS = ['背景', '需求', '目标', '过程', '成效', '反思'] as const;
