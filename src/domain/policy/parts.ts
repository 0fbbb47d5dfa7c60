/** The components that texts may use, each with the attributes that it takes. */
export const PARTS = {
  Checklist: [],
  Cite: ['clause', 'policy', 'figure'],
  Degree: ['of'],
  Layers: ['caption', 'joined', 'items'],
  NameParts: ['caption', 'rows'],
  Ours: ['whom'],
  Question: ['ask', 'degree', 'whom'],
  Steps: ['caption', 'items'],
  Term: ['of'],
  Unverified: ['whom'],
} as const;

export type Part = keyof typeof PARTS;

/** The attributes whose value is a list written in braces; it must name nothing, only hold words and numbers. */
export const LIST_ATTRIBUTES: readonly string[] = ['items', 'rows'];

/** The components of the press page, and of the texts in English. */
const PRESS: readonly Part[] = ['Cite', 'Degree'];
const ENGLISH: readonly Part[] = ['Degree'];

/** The components that a file below `content/` may use: interpretations all, the press page and texts in English some, others none. */
export function partsOf(file: string): readonly Part[] {
  if (file.startsWith('interpretations/')) return Object.keys(PARTS) as Part[];
  if (/^pages\/en(?:-[^/]*)?\.mdx$/u.test(file)) return ENGLISH;
  return file === 'pages/press.mdx' ? PRESS : [];
}

/** Words in quotes, numbers, yes and no, brackets, and names before a colon: what a list without any name is made of. */
const LIST = /^(?:[\s,[\]{}]|'[^'\\\n]*'|"[^"\\\n]*"|\d+(?:\.\d+)?|(?:true|false|null)\b|[a-z]+\s*:)*$/u;

/** Whether an expression is a list of words and numbers and thus can do nothing. */
export const isPlainList = (expression: string): boolean => LIST.test(expression);
