import { paths } from './paths.ts';

/** What the names of texts in English begin with that belong to a field: `en-jing-wai` is that of the field jing-wai. */
const ENGLISH_FIELD = 'en-';

/** The name of the text in content/pages that the English page of a field shows. */
export const englishFieldText = (slug: string): string => ENGLISH_FIELD + slug;

/** Whether a text of content/pages is in English. */
export const isEnglishText = (name: string): boolean => name === 'en' || name.startsWith(ENGLISH_FIELD);

/** The address of the page that shows a text of content/pages. */
export const contentPage = (name: string): string =>
  name.startsWith(ENGLISH_FIELD) ? paths.englishField(name.slice(ENGLISH_FIELD.length)) : `/${name}/`;
