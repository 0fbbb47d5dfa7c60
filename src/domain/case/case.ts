/** Line drawings of places and things that a case may carry; people are never drawn. */
export const DRAWINGS = ['door', 'table', 'stairs', 'board', 'kettle', 'courtyard', 'desk', 'bench', 'lamp'] as const;

export type Drawing = (typeof DRAWINGS)[number];

/** The sections of a case, in this order. */
export const CASE_SECTIONS = ['背景', '需求', '目标', '过程', '成效', '反思'] as const;
