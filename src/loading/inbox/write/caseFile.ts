import { caseSchema } from '../../../schemas/case.ts';
import { yamlText } from '../../formats/yaml.ts';
import type { Head } from '../check/prepare.ts';

const KEYS = Object.keys(caseSchema.shape) as (keyof Head)[];
/** Keys that are written even where they say nothing. */
const ALWAYS: ReadonlySet<keyof Head> = new Set(['field', 'station', 'pseudonyms', 'draft']);

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** A case as a file: its front matter in the order of the schema, without what is empty anyway, and its body. */
export function caseFile(head: Head, body: string): string {
  const written = KEYS.filter((key) => head[key] !== undefined && (ALWAYS.has(key) || !isEmpty(head[key])));
  return `---\n${yamlText(Object.fromEntries(written.map((key) => [key, head[key]])))}---\n${body}`;
}
